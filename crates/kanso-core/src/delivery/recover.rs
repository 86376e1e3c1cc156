//! Recovering: making up for what an endpoint missed since some time.

use kanso_db::{Conn, params, row};
use kanso_domain::{EndpointId, EventId, RecoveryId};

use super::missed::{Search, before, latest, since};
use crate::endpoint::{Endpoint, load_managed, require_managed};
use crate::{Actor, App, Conflict, Error, Kind, Result};

row! {
    /// How far it got with making up for what an endpoint missed.
    #[derive(Clone, Debug, PartialEq, Eq)]
    pub struct Recovery {
        pub id: RecoveryId as i64,
        pub endpoint: EndpointId as i64 = "endpoint_id",
        /// From when on, in Unix milliseconds.
        pub since_ms: i64,
        /// How many deliveries it was about when it began.
        pub total: i64,
        /// How many of them were entered so far.
        pub done: i64,
        /// Whether all are entered; what was entered may still be on its way.
        pub is_done: bool as i64 = "CASE WHEN state = 'done' THEN 1 ELSE 0 END",
        pub created_at_ms: i64,
        pub finished_at_ms: Option<i64>,
    }
}

/// How many deliveries [`start_recovery`] would enter, for who manages the endpoint.
#[crate::use_case]
pub async fn count_recoverable(app: &App, actor: &Actor, endpoint: EndpointId, since_ms: i64) -> Result<i64> {
    Ok(plan(app, actor, endpoint, since_ms).await?.total)
}

/// Begins to make up for all that an endpoint should have got since a time (Unix milliseconds) and has not, for who
/// manages it. The rows are entered in batches by [`carry_on_recoveries`](super::carry_on_recoveries), also after a restart.
///
/// Deliveries that failed, or were skipped while the endpoint was paused or switched off, wait again: attempts are
/// counted on, the schedule of retries begins anew. Events that it asks for by its present rules and has no
/// delivery of are entered, if its filter lets their tasks pass as they are now. Deliveries of one task keep the order of its events, those
/// that happen meanwhile included.
///
/// # Errors
///
/// [`Conflict::AlreadyRunning`] while another one is; [`Conflict::NothingToSendTo`] for an endpoint without an
/// address.
#[crate::use_case]
pub async fn start_recovery(
    app: &App,
    actor: &Actor,
    endpoint: EndpointId,
    since_ms: i64,
) -> Result<Recovery> {
    const RUNNING: &str = "SELECT 1 FROM recoveries WHERE endpoint_id = $1 AND state = 'running' LIMIT 1";
    const INSERT: &str = "INSERT INTO recoveries (endpoint_id, since_ms, cursor_id, last_id, total, state, asked_by, \
        created_at_ms) VALUES ($1, $2, $3, $4, $5, 'running', $6, $7)";
    // It may take a while, so it is done before the change.
    let plan = plan(app, actor, endpoint, since_ms).await?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let (conn, now) = (change.conn(), change.now_ms());
            require_managed(conn, change.actor(), endpoint).await?;
            if conn.one::<(i64,)>(RUNNING, params![endpoint.get()]).await?.is_some() {
                return Err(Error::Conflict(Conflict::AlreadyRunning));
            }
            let asked_by = change.actor().user_id().get();
            let Plan { first, last, total } = plan;
            let values = params![endpoint.get(), since_ms, first.get(), last.get(), total, asked_by, now];
            let id = conn.insert(INSERT, values).await?;
            load(conn, id.into()).await
        })
    })
    .await
}

/// A recovery, for who manages its endpoint.
///
/// # Errors
///
/// [`Kind::Recovery`] when it is not there, or is not the actor's to see.
#[crate::use_case]
pub async fn find_recovery(app: &App, actor: &Actor, recovery: RecoveryId) -> Result<Recovery> {
    let actor = actor.clone();
    app.read(move |conn| {
        Box::pin(async move {
            let found = load(conn, recovery).await?;
            match require_managed(conn, &actor, found.endpoint).await {
                Err(Error::NotFound(_)) => Err(Error::NotFound(Kind::Recovery)),
                done => done.map(|()| found),
            }
        })
    })
    .await
}

/// The latest recovery of an endpoint, for who manages it.
#[crate::use_case]
pub async fn latest_recovery(app: &App, actor: &Actor, endpoint: EndpointId) -> Result<Option<Recovery>> {
    let find = format!(
        "SELECT {} FROM recoveries WHERE endpoint_id = $1 ORDER BY id DESC LIMIT 1",
        Recovery::COLUMNS
    );
    let actor = actor.clone();
    app.read(move |conn| {
        Box::pin(async move {
            require_managed(conn, &actor, endpoint).await?;
            Ok(conn.one(&find, params![endpoint.get()]).await?)
        })
    })
    .await
}

async fn load(conn: &Conn, recovery: RecoveryId) -> Result<Recovery> {
    let find = format!("SELECT {} FROM recoveries WHERE id = $1", Recovery::COLUMNS);
    conn.one(&find, params![recovery.get()]).await?.ok_or(Error::NotFound(Kind::Recovery))
}

/// What a recovery would go through.
struct Plan {
    /// The events after this one are looked at.
    first: EventId,
    /// The last event that is looked at.
    last: EventId,
    /// How many deliveries it is about.
    total: i64,
}

/// Looks through what a recovery would go through, in as many reads as it has batches, so that nobody waits for it.
async fn plan(app: &App, actor: &Actor, endpoint: EndpointId, since_ms: i64) -> Result<Plan> {
    let (endpoint, first, last) = bounds(app, actor, endpoint, since_ms).await?;
    let (settings, now) = (app.settings(), app.clock().now());
    let (mut cursor, mut total) = (first, 0);
    loop {
        let (endpoint, settings) = (endpoint.clone(), settings.clone());
        let found = app.read(move |conn| {
            Box::pin(async move {
                let search = Search::new(&endpoint, since_ms, last, (&settings, now));
                search.after(conn, cursor).await
            })
        });
        let found = found.await?;
        total += i64::try_from(found.missed.len()).unwrap_or_default();
        cursor = found.cursor;
        if found.is_end {
            return Ok(Plan { first, last, total });
        }
    }
}

async fn bounds(
    app: &App,
    actor: &Actor,
    endpoint: EndpointId,
    since_ms: i64,
) -> Result<(Endpoint, EventId, EventId)> {
    let (actor, secrets) = (actor.clone(), app.secrets().clone());
    let since = since(since_ms, &app.settings(), app.clock().now());
    app.read(move |conn| {
        Box::pin(async move {
            let endpoint = load_managed(conn, &secrets, &actor, endpoint).await?;
            if endpoint.url.is_empty() {
                return Err(Error::Conflict(Conflict::NothingToSendTo));
            }
            let last = latest(conn).await?;
            let first = before(conn, since, last).await?;
            Ok((endpoint, first, last))
        })
    })
    .await
}
