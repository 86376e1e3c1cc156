//! The automatic actions of projects, read once for many changes.

use std::collections::HashMap;
use std::sync::Arc;

use kanso_domain::date::DateInput;
use kanso_domain::search::{self, Query};
use kanso_domain::{Event, EventFilter, EventName, ProjectId, Rule, Trigger};
use parking_lot::Mutex;

use crate::Result;
use crate::action::{self, Action};
use crate::change::Change;
use crate::search::is_ruled_out;
use crate::task::TaskDetails;

/// How many projects are remembered.
const MOST: usize = 1_000;

/// The actions of projects as last read, each list with the state it is of. Whoever changes actions changes that too,
/// so an old list is never taken for a new one.
#[derive(Default)]
pub(crate) struct Rules(Mutex<HashMap<ProjectId, Read>>);

/// The actions of a project, and the state they are of.
struct Read {
    version: i64,
    actions: Arc<[Known]>,
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
}

/// What of an event sets an action off.
#[derive(Clone, Copy)]
pub(super) enum Waiting {
    Trigger(Trigger),
    Name(EventName),
}

impl Rules {
    fn find(&self, project: ProjectId, version: i64) -> Option<Arc<[Known]>> {
        let known = self.0.lock();
        known.get(&project).filter(|read| read.version == version).map(|read| Arc::clone(&read.actions))
    }

    fn keep(&self, project: ProjectId, version: i64, actions: &Arc<[Known]>) {
        let mut known = self.0.lock();
        if known.len() >= MOST && !known.contains_key(&project) {
            known.clear();
        }
        known.insert(project, Read { version, actions: Arc::clone(actions) });
    }
}

/// The actions of a project whose lock the change holds.
pub(super) async fn of_project(change: &mut Change<'_>, project: ProjectId) -> Result<Arc<[Known]>> {
    let version = change.rules_version(project);
    if let Some(known) = version.and_then(|version| change.rules.find(project, version)) {
        return Ok(known);
    }
    let actions = action::load(change.conn(), project).await?;
    let (dates, now) = (change.settings().date_input(), change.now());
    let known = |action: &Action| Known::new(action.clone(), &dates, now);
    let actions: Arc<[Known]> = actions.iter().map(known).collect();
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
            action,
        }
    }

    /// Whether the filter certainly does not find the task, if that is as it is now.
    pub(super) fn rules_out(&self, task: &TaskDetails) -> bool {
        self.query.as_ref().is_some_and(|query| is_ruled_out(query, task))
    }

    pub(super) fn is_daily(&self) -> bool {
        self.action.paused == 0 && self.trigger == Some(Trigger::Daily)
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

/// The actions that wait for the event: Kanboard's, trigger by trigger, then composed rules, name by name.
pub(super) fn waiting<'a>(actions: &'a [Known], event: &Event) -> Vec<(&'a Known, Waiting)> {
    let active = || actions.iter().filter(|known| known.action.paused == 0);
    let kanboards = Trigger::of(event).iter().flat_map(|trigger| {
        let waits = active().filter(|known| known.trigger == Some(*trigger));
        waits.map(|known| (known, Waiting::Trigger(*trigger)))
    });
    let composed = event.names().flat_map(|name| {
        // One that waits for several names of an event is set off by the first.
        let first =
            move |events: &EventFilter| event.names().find(|name| events.matches(*name)) == Some(name);
        let waits = active().filter(move |known| known.events.as_ref().is_some_and(first));
        waits.map(move |known| (known, Waiting::Name(name)))
    });
    kanboards.chain(composed).collect()
}
