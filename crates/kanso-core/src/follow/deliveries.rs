//! A row for each endpoint that asks for the event.

use kanso_db::params;
use kanso_domain::{EndpointId, Event, EventName, ProjectId};

use crate::change::{Change, Recorded};
use crate::comment::CommentDetails;
use crate::delivery::{ONE_BY_ONE, Reason};
use crate::endpoint::{Ordering, Subscriber, subscribers};
use crate::{Error, Kind, Result};

/// Enters a delivery for every endpoint that asks for the event and may see it, one for each of its names. Where nothing is to be
/// sent the row says why, so that people can see it, and what was missed can be made up for.
///
/// A delivery of a task whose earlier ones are waiting for another try is due when the last of them is; that spares
/// the worker from looking at it in vain. That it waits its turn does not depend on it: claiming asks again.
pub(crate) async fn enqueue(
    change: &Change<'_>,
    recorded: &Recorded,
    event: &Event,
    comment: Option<&CommentDetails>,
) -> Result<()> {
    for subscriber in subscribers(change.conn(), recorded.project).await? {
        if !subscriber.sees(event, comment) {
            continue;
        }
        for (number, name) in event.names().enumerate().filter(|(_, name)| subscriber.wants(*name)) {
            let reason =
                match subscriber.admits(change.conn(), change.settings(), change.now(), event).await? {
                    false => Some(Reason::Filter),
                    true => reason(&subscriber, recorded),
                };
            enter(change, &subscriber, recorded, event, (number, name), reason).await?;
        }
    }
    Ok(())
}

/// Enters a delivery for one endpoint under the event's first name, whatever it asks for. Answers whether there was none yet.
///
/// # Errors
///
/// [`Error::NotFound`] for an endpoint that is not there, that never hears of this project, or that may not be told of
/// the event.
pub(super) async fn enqueue_for(
    change: &Change<'_>,
    endpoint: EndpointId,
    recorded: &Recorded,
    event: &Event,
    comment: Option<&CommentDetails>,
) -> Result<bool> {
    const KNOWN: &str = "SELECT id FROM deliveries WHERE event_id = $1 AND endpoint_id = $2 \
        AND (reason IS NULL OR reason <> 'filter') LIMIT 1";
    let known = subscribers(change.conn(), recorded.project).await?;
    let found = known.into_iter().find(|known| known.id == endpoint && known.sees(event, comment));
    let subscriber = found.ok_or(Error::NotFound(Kind::Endpoint))?;
    let values = params![recorded.id.get(), endpoint.get()];
    if change.conn().one::<(i64,)>(KNOWN, values).await?.is_some() {
        return Ok(false);
    }
    for name in event.names().enumerate().take(1) {
        enter(change, &subscriber, recorded, event, name, reason(&subscriber, recorded)).await?;
    }
    Ok(true)
}

/// Enters a delivery, or why there is none.
async fn enter(
    change: &Change<'_>,
    subscriber: &Subscriber,
    recorded: &Recorded,
    event: &Event,
    (number, name): (usize, EventName),
    reason: Option<Reason>,
) -> Result<()> {
    const INSERT: &str = "INSERT INTO deliveries \
        (endpoint_id, event_id, event_name, message_id, order_key, state, cause, due_at_ms, created_at_ms) \
        VALUES ($1, $2, $3, $4, $5, 'waiting', 'event', \
        COALESCE((SELECT due_at_ms FROM deliveries WHERE endpoint_id = $1 AND order_key = $5 \
         AND order_key <> 0 AND state = 'waiting' ORDER BY event_id DESC, id DESC LIMIT 1), $6), $6)";
    const SKIP: &str = "INSERT INTO deliveries (endpoint_id, event_id, event_name, message_id, order_key, state, \
        cause, due_at_ms, created_at_ms, settled_at_ms, reason) \
        VALUES ($1, $2, $3, $4, $5, 'skipped', 'event', $6, $6, $6, $7)";
    let (endpoint, id) = (subscriber.id.get(), recorded.id.get());
    let order = order_key(subscriber.ordering, recorded.project, event);
    let (message, now) = (message_id(&recorded.uid, number), change.now_ms());
    match reason {
        None => {
            let values = params![endpoint, id, name.as_str(), message, order, now];
            change.conn().execute(INSERT, values).await?;
        }
        Some(reason) => {
            let values = params![endpoint, id, name.as_str(), message, order, now, reason.as_str()];
            change.conn().execute(SKIP, values).await?;
        }
    }
    Ok(())
}

/// Why an endpoint is sent nothing, whatever the event.
fn reason(subscriber: &Subscriber, recorded: &Recorded) -> Option<Reason> {
    if recorded.is_cut {
        Some(Reason::Chain)
    } else if subscriber.is_disabled {
        Some(Reason::Disabled)
    } else if !subscriber.enabled {
        Some(Reason::Paused)
    } else {
        None
    }
}

/// The id on the wire: the event's, with a number for its further names.
pub(crate) fn message_id(uid: &str, number: usize) -> String {
    if number == 0 { uid.to_owned() } else { format!("{uid}-{}", number + 1) }
}

/// What is delivered one after the other: the events of a task; else those of a project, which count down from
/// 0, and those of the instance. Where all is to be in order, all has the same key; 0 waits for nothing.
pub(crate) fn order_key(ordering: Ordering, project: ProjectId, event: &Event) -> i64 {
    match (ordering, event.task(), project) {
        (Ordering::None, ..) => 0,
        (Ordering::Endpoint, ..) => ONE_BY_ONE,
        (Ordering::Task, task, _) if !task.is_none() => task.get(),
        (Ordering::Task, _, project) if !project.is_none() => -project.get(),
        (Ordering::Task, ..) => ONE_BY_ONE,
    }
}
