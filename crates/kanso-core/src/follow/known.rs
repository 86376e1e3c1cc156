//! The automatic actions of projects, read once for many changes.

use std::collections::HashMap;
use std::sync::Arc;

use kanso_domain::date::DateInput;
use kanso_domain::search::{self, Query};
use kanso_domain::{Event, EventFilter, EventName, ProjectId, Rule, Trigger};
use parking_lot::Mutex;

use crate::Result;
use crate::action::{self, Action, Left};
use crate::change::Change;

/// How many projects are remembered.
const MOST: usize = 1_000;

/// The actions of projects as last read, each list with the state it is of. Whoever changes actions changes that too,
/// so an old list is never taken for a new one.
#[derive(Default)]
pub(crate) struct Rules(Mutex<HashMap<ProjectId, Read>>);

/// The actions of a project, and the state they are of.
struct Read {
    version: i64,
    actions: Arc<Actions>,
}

/// The actions of a project, oldest first, found by what they wait for: those that wait for something else cost an
/// event nothing, however many there are.
pub(crate) struct Actions {
    all: Vec<Known>,
    /// Places in `all`; of none that is paused.
    by_trigger: HashMap<Trigger, Vec<usize>>,
    by_name: HashMap<EventName, Vec<usize>>,
}

/// An action, with what its stored names mean.
pub(crate) struct Known {
    pub(super) action: Action,
    pub(super) rule: Option<Rule>,
    trigger: Option<Trigger>,
    /// What a composed rule waits for.
    events: Option<EventFilter>,
    /// Its filter, as far as that can be told without asking the database. No day is counted from it.
    query: Option<Query>,
    /// Its id as the log of what was not called for has it.
    pub(super) noted: String,
}

/// What of an event sets an action off.
#[derive(Clone, Copy)]
pub(super) enum Waiting {
    Trigger(Trigger),
    Name(EventName),
}

impl Rules {
    fn find(&self, project: ProjectId, version: i64) -> Option<Arc<Actions>> {
        let known = self.0.lock();
        known.get(&project).filter(|read| read.version == version).map(|read| Arc::clone(&read.actions))
    }

    fn keep(&self, project: ProjectId, version: i64, actions: &Arc<Actions>) {
        let mut known = self.0.lock();
        if known.len() >= MOST && !known.contains_key(&project) {
            known.clear();
        }
        known.insert(project, Read { version, actions: Arc::clone(actions) });
    }
}

/// The actions of a project whose lock the change holds.
pub(super) async fn of_project(change: &mut Change<'_>, project: ProjectId) -> Result<Arc<Actions>> {
    let version = change.rules_version(project);
    if let Some(known) = version.and_then(|version| change.rules.find(project, version)) {
        return Ok(known);
    }
    let actions = action::load(change.conn(), project).await?;
    let (dates, now) = (change.settings().date_input(), change.now());
    let known = |action: &Action| Known::new(action.clone(), &dates, now);
    let actions = Arc::new(Actions::of(actions.iter().map(known).collect()));
    if let Some(version) = version {
        change.rules.keep(project, version, &actions);
    }
    Ok(actions)
}

impl Known {
    fn new(action: Action, dates: &DateInput, now: i64) -> Self {
        let trigger = Trigger::parse(&action.event_name);
        let is_composed = action.composed.0.is_some() && trigger != Some(Trigger::Daily);
        Self {
            rule: Rule::parse(&action.action_name),
            trigger: trigger.filter(|_| !is_composed),
            events: is_composed.then(|| action.event_name.parse().ok()).flatten(),
            query: action.composed.0.as_ref().map(|composed| search::parse(&composed.filter, dates, now)),
            noted: Left::noted(action.id),
            action,
        }
    }

    /// The filter of a composed rule.
    pub(super) fn query(&self) -> Option<&Query> {
        self.query.as_ref()
    }
}

impl Waiting {
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Trigger(trigger) => trigger.as_str(),
            Self::Name(name) => name.as_str(),
        }
    }
}

impl Actions {
    fn of(all: Vec<Known>) -> Self {
        let (mut by_trigger, mut by_name) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (place, known) in all.iter().enumerate().filter(|(_, known)| known.action.paused == 0) {
            if let Some(trigger) = known.trigger {
                by_trigger.entry(trigger).or_default().push(place);
            }
            let Some(events) = &known.events else { continue };
            for name in EventName::all().filter(|name| events.matches(*name)) {
                by_name.entry(name).or_default().push(place);
            }
        }
        Self { all, by_trigger, by_name }
    }

    pub(super) fn daily(&self) -> impl Iterator<Item = &Known> {
        self.at(self.by_trigger.get(&Trigger::Daily))
    }

    /// The actions that wait for the event: Kanboard's, trigger by trigger, then composed rules, name by name.
    pub(super) fn waiting(&self, event: &Event) -> Vec<(&Known, Waiting)> {
        let kanboards = Trigger::of(event).iter().flat_map(|trigger| {
            self.at(self.by_trigger.get(trigger)).map(|known| (known, Waiting::Trigger(*trigger)))
        });
        let composed = event.names().flat_map(|name| {
            // One that waits for several names of an event is set off by the first.
            let is_set_off = move |known: &&Known| {
                let mut earlier = event.names().take_while(|earlier| *earlier != name);
                !earlier.any(|earlier| known.events.as_ref().is_some_and(|events| events.matches(earlier)))
            };
            let waits = self.at(self.by_name.get(&name)).filter(is_set_off);
            waits.map(move |known| (known, Waiting::Name(name)))
        });
        kanboards.chain(composed).collect()
    }

    fn at<'a>(&'a self, places: Option<&'a Vec<usize>>) -> impl Iterator<Item = &'a Known> {
        places.into_iter().flatten().filter_map(|place| self.all.get(*place))
    }
}
