//! The automatic actions of the project in which something happened.

use std::sync::Arc;

use jiff::tz::TimeZone;
use kanso_db::BoxFuture;
use kanso_domain::{ColumnId, Event, EventId, ProjectId, Rule, TaskId, Trigger};

use crate::Result;
use crate::action::{self, Action, Carried, Facts, Left, Occasion, Outcome, Setoff, Unmet, Verdict};
use crate::change::Change;
use crate::event::Snapshot;

/// Carries out the actions that wait for the event. A project without actions is asked for none.
pub(super) async fn follow(
    change: &mut Change<'_>,
    project: ProjectId,
    id: EventId,
    event: &Event,
    snapshot: &Snapshot,
) -> Result<()> {
    let triggers = Trigger::of(event);
    if triggers.is_empty() || !has_actions(change, project).await? {
        return Ok(());
    }
    run(change, project, id, event, snapshot, triggers).await
}

/// The project of the other side of a link is not locked yet; it is if there is something to do.
async fn has_actions(change: &mut Change<'_>, project: ProjectId) -> Result<bool> {
    match change.has_actions(project) {
        Some(known) => Ok(known),
        None => Ok(action::has_any(change.conn(), project).await? && change.join(project).await?),
    }
}

/// Boxed, because events follow from actions, and actions from those.
fn run<'a>(
    change: &'a mut Change<'_>,
    project: ProjectId,
    id: EventId,
    event: &'a Event,
    snapshot: &'a Snapshot,
    triggers: &'static [Trigger],
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let Some(task) = snapshot.task.as_deref() else { return Ok(()) };
        let actions = known(change, project).await?;
        let waiting = |trigger: Trigger| actions.iter().filter(move |action| action.waits_for(trigger));
        if !triggers.iter().any(|trigger| waiting(*trigger).next().is_some()) {
            return Ok(());
        }
        let (facts, zone, data) =
            (Facts::from(task), change.settings().timezone(), serde_json::to_string(snapshot)?);
        let on = Occasion {
            link: snapshot.task_link.as_ref().map(|link| link.link_id),
            ..occasion(change, &facts, &zone, left_column(event))
        };
        let home = change.enter(project);
        for trigger in triggers {
            let by = Setoff { event: Some(id), task: facts.id, name: trigger.as_str() };
            let mut left = Left::default();
            for action in waiting(*trigger) {
                if let Some(unmet) = run_one(change, action, *trigger, &on, by, &data).await? {
                    left.add(action.id, unmet);
                }
            }
            action::note_left(change, by, &left).await?;
        }
        change.enter(home);
        Ok(())
    })
}

/// Carries out the daily actions of the project that the change is in, each for every task that is open now.
pub(crate) async fn run_daily(change: &mut Change<'_>) -> Result<()> {
    let (project, zone) = (change.project(), change.settings().timezone());
    let actions = known(change, project).await?;
    let tasks = action::open_tasks(change.conn(), project).await?;
    for action in actions.iter().filter(|action| action.waits_for(Trigger::Daily)) {
        let nothing = Setoff { event: None, task: TaskId::default(), name: Trigger::Daily.as_str() };
        let mut is_idle = true;
        for task in &tasks {
            let (on, by) = (occasion(change, task, &zone, None), Setoff { task: task.id, ..nothing });
            let unmet = run_one(change, action, Trigger::Daily, &on, by, &task.id.to_string()).await?;
            is_idle = is_idle && unmet.is_some();
        }
        if is_idle {
            action::note(change, action.id, nothing, Outcome::Idle, &tasks.len().to_string()).await?;
        }
    }
    Ok(())
}

fn occasion<'a>(
    change: &Change<'_>,
    task: &'a Facts,
    zone: &'a TimeZone,
    left: Option<ColumnId>,
) -> Occasion<'a> {
    Occasion { task, left, link: None, caller: change.actor().user_id(), now: change.now(), zone }
}

/// The column that the task left.
pub(crate) fn left_column(event: &Event) -> Option<ColumnId> {
    if let Event::TaskMoved { from, .. } = event { Some(from.lane.column) } else { None }
}

/// The actions of a project, read once in a change.
async fn known(change: &mut Change<'_>, project: ProjectId) -> Result<Arc<[Action]>> {
    if let Some((_, known)) = change.chain.known.iter().find(|(known, _)| *known == project) {
        return Ok(Arc::clone(known));
    }
    let actions = action::load(change.conn(), project).await?;
    change.chain.known.push((project, Arc::clone(&actions)));
    Ok(actions)
}

impl Action {
    fn waits_for(&self, trigger: Trigger) -> bool {
        self.paused == 0 && self.event_name == trigger.as_str()
    }
}

/// Carries out one action if its condition is met, and notes what came of it; answers what of it is not met. One that
/// cannot be, because what it names is gone or makes no sense, is left out: nobody's change fails for it.
async fn run_one(
    change: &mut Change<'_>,
    action: &Action,
    trigger: Trigger,
    on: &Occasion<'_>,
    by: Setoff<'_>,
    data: &str,
) -> Result<Option<Unmet>> {
    let Some(rule) = Rule::parse(&action.action_name) else { return Ok(None) };
    let done = match action::decide(rule, &action.params, on) {
        Ok(Verdict::Leave(unmet)) => return Ok(Some(unmet)),
        Err(error) => Err(error),
        Ok(Verdict::Do(_)) if !change.chain.begin(action.id, trigger, data) => Ok(Outcome::Cut),
        Ok(Verdict::Do(effect)) => {
            let before = change.caused_by(by.event);
            let done = action::carry_out(change, effect, on.task.id, by.event).await;
            change.caused_by(before);
            change.chain.end();
            done.map(|done| if done == Carried::Out { Outcome::Done } else { Outcome::Nothing })
        }
    };
    let (outcome, detail) = match done {
        // What comes back every day would fill the log with tasks that stay as they are.
        Ok(Outcome::Nothing) if trigger == Trigger::Daily => return Ok(Some(Unmet::AlreadyThere)),
        Ok(outcome) => (outcome, String::new()),
        Err(error) => Outcome::of(&error).ok_or(error)?,
    };
    action::note(change, action.id, by, outcome, &detail).await?;
    Ok(None)
}
