//! The composed rules of the project in which something happened.

use kanso_domain::{EndpointId, Event, Permission, UserId};

use super::deliveries;
use crate::Result;
use crate::access::{Allowed, require};
use crate::action::{self, Action, Carried, Composed, Deed, Facts, Outcome, Setoff, Unmet, task_facts};
use crate::change::{Change, Recorded};
use crate::endpoint::{TaskFilter, require_managed};
use crate::event::Snapshot;
use crate::search::Reader;
use crate::{Actor, Error, Kind, notification};

/// What a rule is asked about.
#[derive(Clone, Copy)]
pub(super) struct Case<'a> {
    /// What set it off.
    pub(super) by: Setoff<'a>,
    /// What is known of that, for not doing the same twice.
    pub(super) data: &'a str,
    /// The event itself; none for what is done daily.
    pub(super) event: Option<(&'a Recorded, &'a Event, &'a Snapshot)>,
    /// Who did that; nobody for the application.
    pub(super) caller: UserId,
}

/// Carries out a composed rule if its filter finds the task, with the rights that its owner has now, and notes what
/// came of it; answers what of its condition is not met.
pub(super) async fn run(
    change: &mut Change<'_>,
    rule: &Action,
    composed: &Composed,
    case: Case<'_>,
) -> Result<Option<Unmet>> {
    let done = match rule.owner(change.conn()).await? {
        None => Ok(Outcome::Refused),
        Some(owner) if !admits(change, composed, &owner, case).await? => return Ok(Some(Unmet::Filter)),
        Some(_) if !change.chain.begin_bound(rule.id, case.by.name, case.data) => Ok(Outcome::Cut),
        Some(owner) => {
            let before = (change.act_as(owner, Allowed::default()), change.caused_by(case.by.event));
            let done = carry_out_all(change, composed, case).await;
            let ((actor, allowed), cause) = before;
            change.act_as(actor, allowed);
            change.caused_by(cause);
            change.chain.end();
            done
        }
    };
    let (outcome, detail) = match done {
        // What comes back every day would fill the log with tasks that stay as they are.
        Ok(Outcome::Nothing) if case.by.event.is_none() => return Ok(Some(Unmet::AlreadyThere)),
        Ok(outcome) => (outcome, String::new()),
        Err(error) => Outcome::of(&error).ok_or(error)?,
    };
    action::note(change, rule.id, case.by, outcome, &detail).await?;
    Ok(None)
}

/// Whether the filter finds the task as it is now.
async fn admits(change: &Change<'_>, composed: &Composed, owner: &Actor, case: Case<'_>) -> Result<bool> {
    let filter = TaskFilter::read(
        &composed.filter,
        Reader::of(owner),
        Some(change.project()),
        change.settings(),
        change.now(),
    );
    filter.admits(change.conn(), case.by.task).await
}

/// Does one thing after the other, until one cannot be done.
async fn carry_out_all(change: &mut Change<'_>, composed: &Composed, case: Case<'_>) -> Result<Outcome> {
    let project = change.project();
    match require(change.conn(), change.actor(), project, Permission::WorkInProject).await {
        Err(Error::Forbidden(_) | Error::NotFound(_)) => return Ok(Outcome::Refused),
        allowed => allowed?,
    }
    let mut outcome = Outcome::Nothing;
    for deed in &composed.deeds {
        if carry_out(change, deed, case).await? == Carried::Out {
            outcome = Outcome::Done;
        }
    }
    Ok(outcome)
}

async fn carry_out(change: &mut Change<'_>, deed: &Deed, case: Case<'_>) -> Result<Carried> {
    if let Deed::Webhook { endpoint } = deed {
        return call(change, *endpoint, case).await;
    }
    let task: Facts = task_facts(change.conn(), case.by.task).await?;
    if let Deed::Notify { to, text } = deed {
        return tell(change, to.of(&task), &task, text, case).await;
    }
    let zone = change.settings().timezone();
    match deed.effect(&task, change.now(), &zone)? {
        Some(effect) => action::carry_out(change, effect, task.id, case.by.event).await,
        None => Ok(Carried::Before),
    }
}

/// Tells somebody of the project about the task, unless they did it themselves.
async fn tell(
    change: &Change<'_>,
    user: UserId,
    task: &Facts,
    text: &str,
    case: Case<'_>,
) -> Result<Carried> {
    if user.is_none() || user == case.caller {
        return Ok(Carried::Before);
    }
    let is_told = notification::say(change, user, task.id, text).await?;
    Ok(if is_told { Carried::Out } else { Carried::Before })
}

/// Enters a delivery of the event, whether the endpoint asks for it or not, unless there is one already.
async fn call(change: &Change<'_>, endpoint: EndpointId, case: Case<'_>) -> Result<Carried> {
    let Some((recorded, event, snapshot)) = case.event else { return Err(Error::NotFound(Kind::Event)) };
    require_managed(change.conn(), change.actor(), endpoint).await?;
    let comment = snapshot.comment.as_deref();
    let is_entered = deliveries::enqueue_for(change, endpoint, recorded, event, comment).await?;
    Ok(if is_entered { Carried::Out } else { Carried::Before })
}
