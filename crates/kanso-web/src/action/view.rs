//! Pages about automatic actions.

use askama::Template;

use super::sentence::Sentence;
use crate::endpoint::names::EventGroup;
use crate::page::Page;
use crate::profile::view::Choice;
use crate::project::frame::Frame;
use crate::refusal::Told;

/// An automatic action in a list.
pub(crate) struct ActionView {
    pub(crate) id: i64,
    pub(crate) sentence: Sentence,
    pub(crate) is_paused: bool,
    /// Whose rights a composed rule has.
    pub(crate) owner: Option<String>,
}

#[derive(Template)]
#[template(path = "action/list.html")]
pub(crate) struct ActionsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) actions: Vec<ActionView>,
    /// The projects to copy from.
    pub(crate) others: Vec<Choice>,
}

/// The actions that do the same kind of thing.
pub(crate) struct ActionGroup {
    pub(crate) name: String,
    /// The short name of each, and its sentence.
    pub(crate) actions: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "action/choose.html")]
pub(crate) struct ChoosePage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) groups: Vec<ActionGroup>,
}

/// A field of an action that is being made.
pub(crate) struct FieldView {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    /// Value, name and whether it is chosen; `None` where it is typed.
    pub(crate) choices: Option<Vec<(String, String, bool)>>,
    pub(crate) is_number: bool,
    pub(crate) value: String,
    pub(crate) hint: Option<String>,
}

#[derive(Template)]
#[template(path = "action/fill.html")]
pub(crate) struct FillPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    /// The address of the action that is changed; none for a new one.
    pub(crate) changed: Option<String>,
    pub(crate) action: &'static str,
    pub(crate) sentence: String,
    /// What can set it off; one needs no choice.
    pub(crate) events: Vec<Choice>,
    pub(crate) fields: Vec<FieldView>,
}

/// What a composed rule can do, by what it changes.
pub(crate) struct DeedGroup {
    pub(crate) name: String,
    pub(crate) choices: Vec<Choice>,
}

/// A place for a deed in the form.
pub(crate) struct DeedView {
    pub(crate) number: usize,
    pub(crate) groups: Vec<DeedGroup>,
    /// What is typed beside the choice.
    pub(crate) text: String,
}

#[derive(Template)]
#[template(path = "action/compose.html")]
pub(crate) struct ComposePage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    /// The address of the rule that is changed; none for a new one.
    pub(crate) changed: Option<String>,
    /// Whether somebody else's rights it has until it is saved.
    pub(crate) changes_hands: bool,
    pub(crate) events: Vec<EventGroup>,
    /// The name of what is done daily.
    pub(crate) daily: &'static str,
    pub(crate) is_daily: bool,
    pub(crate) filter: String,
    pub(crate) deeds: Vec<DeedView>,
}

/// What actions did when something happened.
pub(crate) struct LogView {
    pub(crate) event: Option<i64>,
    pub(crate) title: String,
    pub(crate) task: i64,
    pub(crate) task_title: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) entries: Vec<EntryView>,
}

/// What one of them did.
pub(crate) struct EntryView {
    pub(crate) action: i64,
    pub(crate) sentence: String,
    pub(crate) outcome: String,
    pub(crate) tone: &'static str,
}

#[derive(Template)]
#[template(path = "action/log.html")]
pub(crate) struct LogPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) lines: Vec<LogView>,
    /// Whether the sentences are shown, as where the log is of several actions.
    pub(crate) has_sentences: bool,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}

#[derive(Template)]
#[template(path = "action/show.html")]
pub(crate) struct ActionPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) action: ActionView,
    /// Whether it can be changed: it is one that this version knows.
    pub(crate) is_known: bool,
    /// The address of this page.
    pub(crate) here: String,
    /// The events it can be tested on.
    pub(crate) events: Vec<Choice>,
    /// What the test said, and the note's class.
    pub(crate) trial: Option<(String, &'static str)>,
    pub(crate) lines: Vec<LogView>,
    pub(crate) has_sentences: bool,
    pub(crate) newer: Option<String>,
    pub(crate) older: Option<String>,
}
