//! An event as a person would tell it, before any chat program's markup: a sentence, a few facts, a text.
//!
//! Nothing is told twice: what the sentence says is in no fact. Texts are cleaned and shortened, and not escaped:
//! that is each format's own business.

mod fact;
mod managed;
mod part;
mod past;
mod sentence;
mod task;
mod value;
pub(super) mod words;

use std::borrow::Cow;

use jiff::tz::TimeZone;
use kanso_core::event::Logged;
use kanso_domain::{Act, Event, EventName, Subject};

use super::{Error, Style, text};

pub(super) use sentence::{Piece, Sentence};

/// How much of a title, of another name, and of a text is told, in UTF-16 units.
const TITLE: usize = 120;
const NAME: usize = 60;
const QUOTE: usize = 1_000;

/// An event as a person would tell it.
#[derive(Clone, Debug)]
pub(super) struct Story {
    /// Who did what to which task, in which project.
    pub(super) sentence: Sentence,
    /// The same without the project.
    pub(super) short: Sentence,
    /// Where it happened, if that is known and not the whole installation.
    pub(super) project: Option<String>,
    /// What else is worth knowing.
    pub(super) facts: Vec<Fact>,
    /// What somebody wrote.
    pub(super) quote: Option<String>,
    /// The colour of the task, as red, green and blue.
    pub(super) color: Option<u32>,
    /// Where to look at it.
    pub(super) link: Option<Link>,
    /// When it happened, in Unix seconds.
    pub(super) at: i64,
    /// What sort of thing happened.
    pub(super) kind: Kind,
    /// Whether the task is marked as an important one.
    pub(super) is_important: bool,
}

/// Something worth knowing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Fact {
    pub(super) label: Cow<'static, str>,
    pub(super) value: String,
}

/// Where to look at what happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Link {
    pub(super) url: String,
    /// What a button that leads there says.
    pub(super) label: &'static str,
}

/// What sort of thing happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Created,
    Changed,
    Assigned,
    Moved,
    Reordered,
    Closed,
    Opened,
    Removed,
    Commented,
    Subtask,
    Linked,
    Attached,
    Managed,
}

/// What the tellers of the single events say.
struct Told<'a> {
    /// One of [`words`].
    sentence: &'static str,
    name: Option<Cow<'a, str>>,
    from: Option<Cow<'a, str>>,
    to: Option<Cow<'a, str>>,
    facts: Vec<Fact>,
    quote: Option<&'a str>,
    kind: Kind,
}

impl Told<'_> {
    fn new(sentence: &'static str, kind: Kind) -> Self {
        Self { sentence, name: None, from: None, to: None, facts: Vec::new(), quote: None, kind }
    }
}

/// The most important tasks of a project with Kanboard's own range of priorities have this one.
const IMPORTANT: i64 = 3;

impl Story {
    /// Tells an event under one of its names.
    pub(super) fn of(style: &Style<'_>, name: EventName, logged: &Logged) -> Result<Self, Error> {
        let told = tell(name, logged, style.zone)?;
        let task = logged.snapshot.task.as_deref();
        let who = past::who(logged);
        let project = past::project(logged).map(text::line);
        let limited = |text: &str, limit| {
            let text = text::shorten(&text::line(text), limit);
            if text.is_empty() { words::UNNAMED.to_owned() } else { text }
        };
        let name_of = |name: Option<Cow<'_, str>>| name.map(|name| limited(&name, NAME));
        let project = project.filter(|name| !name.is_empty()).map(|name| limited(&name, NAME));
        let (who, title) = (limited(who, NAME), task.map(|task| limited(&task.title, TITLE)));
        let (object, from, to) = (name_of(told.name), name_of(told.from), name_of(told.to));
        let known = |place: &str| match place {
            "who" => Some(who.as_str()),
            "task" => title.as_deref(),
            "kind" => kind_of(&logged.event),
            "name" => object.as_deref(),
            "from" => from.as_deref(),
            "to" => to.as_deref(),
            _ => None,
        };
        let within = |place: &str| if place == "project" { project.as_deref() } else { known(place) };
        let quote = told.quote.map(|quote| text::shorten(&text::lines(quote), QUOTE));
        Ok(Self {
            sentence: Sentence::new(told.sentence, within),
            short: Sentence::new(told.sentence, known),
            facts: told.facts,
            quote: quote.filter(|quote| !quote.is_empty()),
            color: task.and_then(|task| value::color(&task.color_id)),
            link: link(style.base, &logged.event, logged.project.get()),
            at: logged.at,
            kind: told.kind,
            is_important: task.is_some_and(|task| task.priority >= Some(IMPORTANT)),
            project,
        })
    }
}

fn kind_of(event: &Event) -> Option<&'static str> {
    if let Event::Managed { subject, .. } = event { Some(words::kind(*subject)) } else { None }
}

/// To the task, else to the board; nowhere when it is gone.
fn link(base: &str, event: &Event, project: i64) -> Option<Link> {
    if let Event::Managed { subject, act, .. } = event {
        let is_there = project != 0 && (*subject, *act) != (Subject::Project, Act::Remove);
        return is_there.then(|| Link { url: format!("{base}board/{project}"), label: words::OPEN_BOARD });
    }
    let is_gone = matches!(event, Event::TaskRemoved { .. });
    (!is_gone).then(|| Link { url: format!("{base}task/{}", event.task()), label: words::OPEN_TASK })
}

fn tell<'a>(name: EventName, logged: &'a Logged, zone: &TimeZone) -> Result<Told<'a>, Error> {
    if !matches!(logged.event, Event::Managed { .. }) {
        super::task(logged)?;
    }
    match &logged.event {
        Event::TaskCreated { .. } => task::created(logged, zone),
        Event::TaskUpdated { changes, .. } => Ok(task::updated(logged, changes, zone)),
        Event::TaskAssigned { to, .. } => task::assigned(logged, *to, zone),
        Event::TaskTagged { before, .. } => Ok(task::tagged(logged, before)),
        Event::TaskMoved { from, to, .. } => task::moved(name, logged, (*from, *to), zone),
        Event::TaskMovedToProject { from, .. } => task::moved_to_project(logged, *from, zone),
        Event::TaskClosed { .. } => task::simple(logged, zone, words::CLOSED, Kind::Closed),
        Event::TaskOpened { .. } => task::simple(logged, zone, words::OPENED, Kind::Opened),
        Event::TaskRemoved { .. } => task::simple(logged, zone, words::REMOVED, Kind::Removed),
        Event::TaskRestored { .. } => task::simple(logged, zone, words::RESTORED, Kind::Opened),
        Event::CommentCreated { .. } => part::commented(logged, words::COMMENTED),
        Event::CommentUpdated { before, .. } => part::comment_changed(logged, before),
        Event::CommentRemoved { .. } => part::commented(logged, words::COMMENT_REMOVED),
        Event::SubtaskCreated { .. } => part::subtask_added(logged),
        Event::SubtaskUpdated { changes, .. } => part::subtask_changed(logged, changes),
        Event::SubtaskRemoved { .. } => part::subtask_removed(logged),
        Event::LinkSaved { .. } => part::linked(logged, words::LINKED),
        Event::LinkRemoved { .. } => part::linked(logged, words::UNLINKED),
        Event::FileAdded { .. } => part::attached(logged, words::ATTACHED),
        Event::FileRemoved { .. } => part::attached(logged, words::DETACHED),
        Event::Managed { subject, act, changes, .. } => managed::tell(logged, *subject, *act, changes),
    }
}
