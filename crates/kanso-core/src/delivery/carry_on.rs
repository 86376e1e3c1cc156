//! Entering what a recovery found, batch after batch.

use kanso_db::{Conn, params};
use kanso_domain::{EndpointId, EventId, RecoveryId};

use super::missed::{Missed, Search};
use crate::endpoint::{Ordering, load_managed};
use crate::follow::{message_id, order_key};
use crate::{Actor, App, Result};

/// Enters one batch of each running recovery, and answers how many were carried on: 0 when none is left.
///
/// A batch is one transaction that moves the recovery's cursor: what a crash undoes is entered by the next call, and of
/// two servers one enters it.
#[crate::use_case]
pub async fn carry_on_recoveries(app: &App) -> Result<usize> {
    const RUNNING: &str = "SELECT id, cursor_id FROM recoveries WHERE state = 'running' ORDER BY id";
    let running: Vec<(i64, i64)> =
        app.read(|conn| Box::pin(async move { Ok(conn.all(RUNNING, &[]).await?) })).await?;
    let mut carried_on = 0;
    for (recovery, cursor) in running {
        carried_on += usize::from(carry_on(app, recovery.into(), cursor.into()).await?);
    }
    Ok(carried_on)
}

/// Enters the batch after the cursor, unless somebody else does.
async fn carry_on(app: &App, recovery: RecoveryId, cursor: EventId) -> Result<bool> {
    const TAKE: &str = "UPDATE recoveries SET cursor_id = cursor_id WHERE id = $1 AND cursor_id = $2 \
        AND state = 'running' RETURNING endpoint_id, since_ms, last_id";
    const LEAVE: &str = "UPDATE recoveries SET cursor_id = $1, done = done + $2, state = $3, finished_at_ms = $4 \
        WHERE id = $5";
    let (settings, clock, secrets) = (app.settings(), app.clock().clone(), app.secrets().clone());
    app.note(move |conn| {
        Box::pin(async move {
            let taken = conn.one::<(i64, i64, i64)>(TAKE, params![recovery.get(), cursor.get()]).await?;
            let Some((of, since_ms, last)) = taken else { return Ok(false) };
            let endpoint = load_managed(conn, &secrets, &Actor::Application, of.into()).await?;
            let search = Search::new(&endpoint, since_ms, last.into(), (&settings, clock.now()));
            let found = search.after(conn, cursor).await?;
            for missed in &found.missed {
                enter(conn, endpoint.id, endpoint.ordering, missed, clock.now_ms()).await?;
            }
            let entered = i64::try_from(found.missed.len()).unwrap_or_default();
            let (state, finished) =
                if found.is_end { ("done", Some(clock.now_ms())) } else { ("running", None) };
            conn.execute(LEAVE, params![found.cursor.get(), entered, state, finished, recovery.get()])
                .await?;
            // Whoever sends is to look again, in every process.
            conn.ring_after_commit(0);
            Ok(true)
        })
    })
    .await
}

/// Makes a delivery wait again, or enters it. It is due when those of earlier events of its task are.
async fn enter(
    conn: &Conn,
    endpoint: EndpointId,
    ordering: Ordering,
    missed: &Missed,
    now: i64,
) -> Result<()> {
    const AGAIN: &str = "UPDATE deliveries SET state = 'waiting', reason = NULL, settled_at_ms = NULL, \
        leased_until_ms = 0, earlier_attempts = attempts, order_key = $1, \
        due_at_ms = (SELECT COALESCE(MAX(+w.due_at_ms), $2) FROM deliveries w WHERE w.endpoint_id = $3 \
          AND w.order_key = $1 AND w.order_key <> 0 AND w.state = 'waiting' AND w.event_id < $4) \
        WHERE id = $5 AND state IN ('failed', 'skipped')";
    const INSERT: &str = "INSERT INTO deliveries \
        (endpoint_id, event_id, event_name, message_id, order_key, state, cause, due_at_ms, created_at_ms) \
        VALUES ($3, $4, $5, $6, $1, 'waiting', 'event', \
        (SELECT COALESCE(MAX(+w.due_at_ms), $2) FROM deliveries w WHERE w.endpoint_id = $3 \
          AND w.order_key = $1 AND w.order_key <> 0 AND w.state = 'waiting' AND w.event_id < $4), $2)";
    let order = order_key(ordering, missed.project, &missed.event);
    let (endpoint, event) = (endpoint.get(), missed.id.get());
    match missed.known {
        Some(known) => conn.execute(AGAIN, params![order, now, endpoint, event, known.get()]).await?,
        None => {
            let message = message_id(&missed.uid, missed.number);
            let values = params![order, now, endpoint, event, missed.name.as_str(), message];
            conn.execute(INSERT, values).await?
        }
    };
    Ok(())
}
