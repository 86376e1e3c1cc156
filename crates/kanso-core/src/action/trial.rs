//! What an automatic action would make of something that happened, without doing it.

use kanso_db::Conn;
use kanso_domain::{ActionId, EventId, Permission, Rule, Trigger};

use super::find::of_project;
use super::{Action, Composed, Facts, Occasion, Unmet, Verdict, decide, task_facts};
use crate::access::require;
use crate::endpoint::TaskFilter;
use crate::event::{self, Logged};
use crate::follow::left_column;
use crate::search::Reader;
use crate::{Actor, App, Error, Kind, Result, Settings};

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
    /// Who made it may not work in the project any more.
    Refused,
}

/// What an action would make of an event of its project, for who manages it. It is judged by what was true then; a
/// daily one, which waits for no event, by the event's task as it is now, and so is the filter of a composed rule. Whether it is paused does not count.
///
/// # Errors
///
/// [`Error::NotFound`] for an event of another project, and when the task is needed and gone.
#[crate::use_case]
pub async fn try_action(app: &App, actor: &Actor, action: ActionId, event: EventId) -> Result<Trial> {
    let (settings, now) = (app.settings(), app.clock().now());
    let zone = settings.timezone();
    app.read_in(actor, action, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let action = of_project(conn, project, action).await?;
            let logged = event::load(conn, event).await?;
            if logged.project != project {
                return Err(Error::NotFound(Kind::Event));
            }
            if let Some(composed) = &action.composed.0 {
                return try_composed(conn, &settings, now, &action, composed, &logged).await;
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

async fn try_composed(
    conn: &Conn,
    settings: &Settings,
    now: i64,
    rule: &Action,
    composed: &Composed,
    logged: &Logged,
) -> Result<Trial> {
    if rule.event_name != Trigger::Daily.as_str() && rule.wanted(logged.event.names()).is_none() {
        return Ok(Trial::OtherEvent);
    }
    let Some(owner) = rule.owner(conn).await? else { return Ok(Trial::Refused) };
    let reader = Reader::of(&owner);
    let filter = TaskFilter::read(&composed.filter, reader, Some(rule.project_id), settings, now);
    if !filter.admits(conn, logged.event.task()).await? {
        return Ok(Trial::Unmet(Unmet::Filter));
    }
    match require(conn, &owner, rule.project_id, Permission::WorkInProject).await {
        Ok(()) => Ok(Trial::Would),
        Err(Error::Forbidden(_) | Error::NotFound(_)) => Ok(Trial::Refused),
        Err(error) => Err(error),
    }
}

fn judged(verdict: Result<Verdict>) -> Result<Trial> {
    match verdict {
        Ok(Verdict::Do(_)) => Ok(Trial::Would),
        Ok(Verdict::Leave(unmet)) => Ok(Trial::Unmet(unmet)),
        Err(Error::Invalid(_)) => Ok(Trial::Invalid),
        Err(error) => Err(error),
    }
}
