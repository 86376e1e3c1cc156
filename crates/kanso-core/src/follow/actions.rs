//! The automatic actions of the project in which something happened.

use jiff::tz::TimeZone;
use kanso_db::BoxFuture;
use kanso_domain::{ColumnId, Event, ProjectId, TaskId, Trigger};

use super::known::{self, Known};
use super::rules::{self, Case};
use super::unfound::unfound;
use super::waiting::{First, Group};
use crate::Result;
use crate::action::{self, Carried, Facts, Left, Occasion, Outcome, Setoff, Unmet, Verdict};
use crate::change::{Change, Recorded};
use crate::event::Snapshot;

/// Carries out the actions that wait for the event, then the composed rules. A project without any is asked for none.
pub(super) async fn follow(
    change: &mut Change<'_>,
    recorded: &Recorded,
    event: &Event,
    snapshot: &Snapshot,
) -> Result<()> {
    if !has_actions(change, recorded.project).await? {
        return Ok(());
    }
    run(change, recorded, event, snapshot).await
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
    recorded: &'a Recorded,
    event: &'a Event,
    snapshot: &'a Snapshot,
) -> BoxFuture<'a, Result<()>> {
    Box::pin(async move {
        let Some(task) = snapshot.task.as_deref() else { return Ok(()) };
        let actions = known::of_project(change, recorded.project).await?;
        let groups = actions.waiting(event);
        if groups.is_empty() {
            return Ok(());
        }
        let (facts, zone) = (Facts::from(task), change.settings().timezone());
        let on = Occasion {
            link: snapshot.task_link.as_ref().map(|link| link.link_id),
            ..occasion(change, &facts, &zone, left_column(event))
        };
        let home = change.enter(recorded.project);
        let mut unfound = unfound(change, task, &actions, &groups).await?.into_iter();
        // What was not found stays so until something is carried out. What the event was about is written down for that.
        let (mut is_now, mut data) = (true, String::new());
        for same in groups.chunk_by(|one, other| one.name == other.name) {
            let mut left = Left::default();
            let name = same.first().map_or("", |group| group.name);
            let by = Setoff { event: Some(recorded.id), task: facts.id, name };
            for Group { trigger, waiting, .. } in same {
                for (waiting, is_unfound) in waiting.iter().zip(unfound.by_ref()) {
                    let mut unmet = match &waiting.first {
                        First::Place(place) => place.unmet(&facts),
                        First::Glance(_) => (is_now && is_unfound).then_some(Unmet::Filter),
                    };
                    if let (None, Some(known)) = (unmet, actions.known(waiting)) {
                        if data.is_empty() {
                            data = serde_json::to_string(snapshot)?;
                        }
                        let event = Some((recorded, event, snapshot));
                        let case = Case { by, data: &data, event, caller: on.caller };
                        unmet = ask(change, known, *trigger, &on, case).await?;
                    }
                    match unmet {
                        Some(unmet) => left.add(waiting.id, unmet),
                        None => is_now = false,
                    }
                }
            }
            action::note_left(change, by, &left).await?;
        }
        change.enter(home);
        Ok(())
    })
}

/// Asks one action about all of its condition, and carries it out; answers what of it is not met.
async fn ask(
    change: &mut Change<'_>,
    known: &Known,
    trigger: Option<Trigger>,
    on: &Occasion<'_>,
    case: Case<'_>,
) -> Result<Option<Unmet>> {
    match (trigger, &known.action.composed.0) {
        (Some(trigger), _) => match unmet(known, on) {
            None => run_one(change, known, trigger, on, case.by, case.data).await,
            unmet => Ok(unmet),
        },
        (None, Some(composed)) => rules::run(change, &known.action, composed, case).await,
        (None, None) => Ok(None),
    }
}

/// Carries out the daily actions of the project that the change is in, each for every task that is open now.
pub(crate) async fn run_daily(change: &mut Change<'_>) -> Result<()> {
    let (project, zone) = (change.project(), change.settings().timezone());
    let actions = known::of_project(change, project).await?;
    let tasks = action::open_tasks(change.conn(), project).await?;
    for known in actions.daily() {
        let action = &known.action;
        let nothing = Setoff { event: None, task: TaskId::default(), name: Trigger::Daily.as_str() };
        let mut is_idle = true;
        for task in &tasks {
            let (on, by) = (occasion(change, task, &zone, None), Setoff { task: task.id, ..nothing });
            let data = task.id.to_string();
            let unmet = match &action.composed.0 {
                Some(composed) => {
                    let case = Case { by, data: &data, event: None, caller: on.caller };
                    rules::run(change, action, composed, case).await?
                }
                None => run_one(change, known, Trigger::Daily, &on, by, &data).await?,
            };
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

/// What of an action's condition is not met, asked without waiting for anything: most are not called for.
fn unmet(known: &Known, on: &Occasion<'_>) -> Option<Unmet> {
    match action::decide(known.rule?, &known.action.params, on) {
        Ok(Verdict::Leave(unmet)) => Some(unmet),
        Ok(Verdict::Do(_)) | Err(_) => None,
    }
}

/// Carries out one action if its condition is met, and notes what came of it; answers what of it is not met. One that
/// cannot be, because what it names is gone or makes no sense, is left out: nobody's change fails for it.
async fn run_one(
    change: &mut Change<'_>,
    known: &Known,
    trigger: Trigger,
    on: &Occasion<'_>,
    by: Setoff<'_>,
    data: &str,
) -> Result<Option<Unmet>> {
    let (Some(rule), action) = (known.rule, &known.action) else { return Ok(None) };
    let done = match action::decide(rule, &action.params, on) {
        Ok(Verdict::Leave(unmet)) => return Ok(Some(unmet)),
        Err(error) => Err(error),
        Ok(Verdict::Do(_)) if !change.chain.begin(action.id, trigger.as_str(), data) => Ok(Outcome::Cut),
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
