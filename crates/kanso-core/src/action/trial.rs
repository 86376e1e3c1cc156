//! What an automatic action would make of something that happened, without doing it.

use kanso_domain::{ActionId, EventId, Permission, Rule, Trigger};

use super::find::of_project;
use super::{Facts, Occasion, Unmet, Verdict, decide, task_facts};
use crate::follow::left_column;
use crate::{Actor, App, Error, Kind, Result, event};

/// What an action would have made of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trial {
    /// It would have been carried out.
    Would,
    /// It waits for something else.
    OtherEvent,
    /// Its condition was not met.
    Unmet(Unmet),
    /// Its parameters make no sense.
    Invalid,
}

/// What an action would make of an event of its project, for who manages it. It is judged by what was true then; a
/// daily one, which waits for no event, by the event's task as it is now. Whether it is paused does not count.
///
/// # Errors
///
/// [`Error::NotFound`] for an event of another project, and when the task is needed and gone.
#[crate::use_case]
pub async fn try_action(app: &App, actor: &Actor, action: ActionId, event: EventId) -> Result<Trial> {
    let (zone, now) = (app.settings().timezone(), app.clock().now());
    app.read_in(actor, action, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let action = of_project(conn, project, action).await?;
            let logged = event::load(conn, event).await?;
            if logged.project != project {
                return Err(Error::NotFound(Kind::Event));
            }
            let (Some(rule), Some(trigger)) =
                (Rule::parse(&action.action_name), Trigger::parse(&action.event_name))
            else {
                return Ok(Trial::Invalid);
            };
            let task = match (trigger, &logged.snapshot.task) {
                (Trigger::Daily, _) => task_facts(conn, logged.event.task()).await?,
                (_, Some(task)) if Trigger::of(&logged.event).contains(&trigger) => Facts::from(&**task),
                _ => return Ok(Trial::OtherEvent),
            };
            let is_daily = trigger == Trigger::Daily;
            let on = Occasion {
                task: &task,
                left: left_column(&logged.event).filter(|_| !is_daily),
                link: logged.snapshot.task_link.as_ref().map(|link| link.link_id),
                caller: logged.actor_id,
                now: if is_daily { now } else { logged.at },
                zone: &zone,
            };
            judged(decide(rule, &action.params, &on))
        })
    })
    .await
}

fn judged(verdict: Result<Verdict>) -> Result<Trial> {
    match verdict {
        Ok(Verdict::Do(_)) => Ok(Trial::Would),
        Ok(Verdict::Leave(unmet)) => Ok(Trial::Unmet(unmet)),
        Err(Error::Invalid(_)) => Ok(Trial::Invalid),
        Err(error) => Err(error),
    }
}
