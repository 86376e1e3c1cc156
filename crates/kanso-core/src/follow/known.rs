//! The automatic actions of projects, read once for many changes.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::Arc;

use kanso_domain::date::DateInput;
use kanso_domain::search::{self, Query};
use kanso_domain::{Event, EventFilter, EventName, ProjectId, Rule, Trigger};
use parking_lot::Mutex;

use super::waiting::{Group, Waiting};
use crate::Result;
use crate::action::{self, Action};
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
    /// None that is paused.
    by_trigger: HashMap<Trigger, Vec<Waiting>>,
    by_name: HashMap<EventName, Vec<Waiting>>,
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
            action,
        }
    }

    /// The filter of a composed rule.
    pub(super) fn query(&self) -> Option<&Query> {
        self.query.as_ref()
    }
}

impl Actions {
    fn of(all: Vec<Known>) -> Self {
        let (mut by_trigger, mut by_name) = (HashMap::<_, Vec<_>>::new(), HashMap::<_, Vec<_>>::new());
        for (place, known) in all.iter().enumerate().filter(|(_, known)| known.action.paused == 0) {
            let waiting = Waiting::of(place, known);
            if let Some(trigger) = known.trigger {
                by_trigger.entry(trigger).or_default().push(waiting);
            }
            let Some(events) = &known.events else { continue };
            for name in EventName::all().filter(|name| events.matches(*name)) {
                by_name.entry(name).or_default().push(waiting);
            }
        }
        Self { all, by_trigger, by_name }
    }

    pub(super) fn daily(&self) -> impl Iterator<Item = &Known> {
        self.by_trigger.get(&Trigger::Daily).into_iter().flatten().filter_map(|waiting| self.known(waiting))
    }

    pub(super) fn known(&self, waiting: &Waiting) -> Option<&Known> {
        self.all.get(waiting.place)
    }

    /// The actions that wait for the event: Kanboard's, trigger by trigger, then composed rules, name by name.
    pub(super) fn waiting(&self, event: &Event) -> Vec<Group<'_>> {
        let kanboards = Trigger::of(event).iter().filter_map(|trigger| {
            let waiting = Cow::Borrowed(self.by_trigger.get(trigger)?.as_slice());
            Some(Group { name: trigger.as_str(), trigger: Some(*trigger), waiting })
        });
        let composed = event.names().filter_map(|name| {
            let waiting = Cow::Borrowed(self.by_name.get(&name)?.as_slice());
            Some(Group { name: name.as_str(), trigger: None, waiting: self.not_yet(event, name, waiting) })
        });
        kanboards.chain(composed).filter(|group| !group.waiting.is_empty()).collect()
    }

    /// Those that no name of the event before this one has set off: once is enough.
    fn not_yet<'a>(
        &self,
        event: &Event,
        name: EventName,
        mut waiting: Cow<'a, [Waiting]>,
    ) -> Cow<'a, [Waiting]> {
        for earlier in event.names().take_while(|earlier| *earlier != name) {
            waiting.to_mut().retain(|waiting| {
                let events = self.known(waiting).and_then(|known| known.events.as_ref());
                !events.is_some_and(|events| events.matches(earlier))
            });
        }
        waiting
    }
}
