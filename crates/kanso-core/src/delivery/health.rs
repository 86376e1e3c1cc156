//! How endpoints fare: kept with each batch of settled attempts, and read by people.

use std::collections::HashMap;

use kanso_db::{Conn, dialect, params, row};
use kanso_domain::breaker::{self, Breaker};
use kanso_domain::outage::Outage;
use kanso_domain::schedule::Pace;
use kanso_domain::{EndpointId, ProjectId};

use super::{Outcome, Settlement};
use crate::endpoint::notice::{self, NoticeKind};
use crate::endpoint::{Endpoint, list_managed_endpoints};
use crate::{Actor, App, Error, Result};

/// How an endpoint fares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Health {
    /// Which.
    pub endpoint: EndpointId,
    /// How many deliveries are to be sent, now or later.
    pub waiting: i64,
    /// When the oldest of them was entered, in Unix milliseconds.
    pub oldest_waiting_ms: Option<i64>,
    /// When an attempt succeeded last, in Unix milliseconds.
    pub last_success_ms: Option<i64>,
    /// When one failed last.
    pub last_failure_ms: Option<i64>,
    /// The first failure since the last success.
    pub failing_since_ms: Option<i64>,
    /// How many attempts failed since then.
    pub failures: i64,
    /// The status of the last answer.
    pub last_status: Option<i64>,
    /// Why the last failure failed, in words.
    pub last_error: Option<String>,
    /// Until when nothing is sent because too much failed; `None` while it is sent to.
    pub open_until_ms: Option<i64>,
}

row! {
    /// What is stored of it.
    #[derive(Clone, Debug, Default)]
    pub(crate) struct Stored {
        endpoint_id: i64,
        last_success_ms: Option<i64>,
        last_failure_ms: Option<i64>,
        failing_since_ms: Option<i64>,
        failures: i64,
        strikes: i64,
        struck_at_ms: i64,
        told: i64,
        last_status: Option<i64>,
        last_error: Option<String>,
        open_until_ms: Option<i64>,
        recent: String,
        doomed: String,
    }
}

/// How an attempt ended, as far as it matters here.
pub(super) struct Ended<'a> {
    status: Option<i64>,
    error: Option<&'a str>,
    outcome: Outcome,
}

impl<'a> From<&'a Settlement> for Ended<'a> {
    fn from(settlement: &'a Settlement) -> Self {
        let status = settlement.log.status.map(i64::from);
        Self { status, error: settlement.log.error.as_deref(), outcome: settlement.outcome }
    }
}

/// How the endpoints fare that the actor manages: those of one project, or all as
/// [`list_managed_endpoints`] has them.
#[crate::use_case]
pub async fn list_health(app: &App, actor: &Actor, project: Option<ProjectId>) -> Result<Vec<Health>> {
    let endpoints = list_managed_endpoints(app, actor, project).await?;
    app.read(move |conn| {
        Box::pin(async move {
            let (mut stored, mut waiting) = (load(conn).await?, count_waiting(conn).await?);
            let health = |endpoint: Endpoint| {
                let stored = stored.remove(&endpoint.id.get()).unwrap_or_default();
                let (count, oldest) = waiting.remove(&endpoint.id.get()).unwrap_or_default();
                stored.health(endpoint.id, count, oldest)
            };
            Ok(endpoints.into_iter().map(health).collect())
        })
    })
    .await
}

async fn load(conn: &Conn) -> Result<HashMap<i64, Stored>> {
    let find = format!("SELECT {} FROM endpoint_health", Stored::COLUMNS);
    let stored = conn.all::<Stored>(&find, &[]).await?;
    Ok(stored.into_iter().map(|stored| (stored.endpoint_id, stored)).collect())
}

/// How many deliveries wait for each endpoint, and since when the oldest does.
async fn count_waiting(conn: &Conn) -> Result<HashMap<i64, (i64, Option<i64>)>> {
    let count = format!(
        "SELECT w.endpoint_id, w.count, d.created_at_ms FROM (SELECT endpoint_id, COUNT(*) AS count, \
         MIN(id) AS oldest FROM deliveries{} WHERE state = 'waiting' GROUP BY endpoint_id) w \
         JOIN deliveries d ON d.id = w.oldest",
        dialect::found_by(conn.kind(), Some("deliveries_order"))
    );
    let counted = conn.all::<(i64, i64, i64)>(&count, &[]).await?;
    Ok(counted.into_iter().map(|(endpoint, count, oldest)| (endpoint, (count, Some(oldest)))).collect())
}

/// Locks what is stored of an endpoint, making it up if there is nothing; `None` for an endpoint that is gone.
pub(crate) async fn lock(conn: &Conn, endpoint: EndpointId) -> Result<Option<Stored>> {
    let lock = format!(
        "INSERT INTO endpoint_health (endpoint_id) SELECT id FROM endpoints WHERE id = $1 \
         ON CONFLICT (endpoint_id) DO UPDATE SET failures = endpoint_health.failures RETURNING {}",
        Stored::COLUMNS
    );
    Ok(conn.one(&lock, params![endpoint.get()]).await?)
}

/// Keeps how attempts ended, in their order, and tells the owner what matters; answers until when the breaker is
/// open, and whether the endpoint is to be switched off.
pub(super) async fn settle<'a>(
    conn: &Conn,
    endpoint: EndpointId,
    mut stored: Stored,
    ended: impl Iterator<Item = Ended<'a>>,
    now: i64,
    pace: Pace,
) -> Result<(Option<i64>, bool)> {
    let mut fate = Fate::of(&stored, now, pace)?;
    for attempt in ended {
        fate.count(&mut stored, &attempt);
    }
    fate.tell(conn, endpoint, &mut stored).await?;
    let is_doomed = stored.is_doomed();
    let open_until_ms = fate.breaker.open_until_ms();
    store(conn, endpoint, &stored, &fate).await?;
    Ok((open_until_ms, is_doomed))
}

/// What a batch of attempts leads to.
struct Fate {
    now: i64,
    pause: i64,
    breaker: Breaker,
    outage: Outage,
    was_open: bool,
    has_recovered: bool,
}

impl Fate {
    fn of(stored: &Stored, now: i64, pace: Pace) -> Result<Self> {
        let recent = stored.recent.parse().map_err(|error| Error::Stored(format!("{error}")))?;
        Ok(Self {
            now,
            pause: pace.take_ms(breaker::PAUSE),
            breaker: Breaker::stored(recent, stored.open_until_ms),
            outage: Outage {
                since_ms: stored.failing_since_ms,
                failures: stored.failures,
                strikes: stored.strikes,
                struck_at_ms: stored.struck_at_ms,
            },
            was_open: stored.open_until_ms.is_some(),
            has_recovered: false,
        })
    }

    fn count(&mut self, stored: &mut Stored, attempt: &Ended<'_>) {
        stored.last_status = attempt.status;
        if attempt.outcome == Outcome::Delivered {
            stored.last_success_ms = Some(self.now);
            self.outage.end();
            self.breaker.settle(self.now, 1, 0, self.pause);
            self.has_recovered = true;
            return;
        }
        stored.last_failure_ms = Some(self.now);
        stored.last_error = attempt.error.map(ToOwned::to_owned);
        self.outage.fail(self.now, 1);
        self.breaker.settle(self.now, 0, 1, self.pause);
        if attempt.outcome == Outcome::Gone {
            "the receiver answered 410: it wants nothing more".clone_into(&mut stored.doomed);
        } else if self.outage.is_hopeless(self.now) {
            let error = stored.last_error.as_deref().unwrap_or("no reason is known");
            stored.doomed = format!("nothing but failure for five days; the last: {error}");
        }
    }

    /// Tells the owner, once in an outage, that it began, and that it is over.
    async fn tell(&self, conn: &Conn, endpoint: EndpointId, stored: &mut Stored) -> Result<()> {
        let error = stored.last_error.as_deref().unwrap_or_default();
        if self.has_recovered && stored.told == 1 {
            notice::tell(conn, endpoint, NoticeKind::Recovered, "takes webhooks again", self.now).await?;
            stored.told = 0;
        }
        if stored.told == 0 && self.outage.is_worth_telling() {
            let text = format!("failed {} times in a row: {error}", self.outage.failures);
            let is_told = notice::tell(conn, endpoint, NoticeKind::Failing, &text, self.now).await?;
            stored.told = i64::from(is_told);
        }
        if !self.was_open && self.breaker.open_until_ms().is_some() {
            let text = format!(
                "fails so often that one delivery is tried every {} seconds, until one succeeds: {error}",
                breaker::PAUSE.as_secs()
            );
            let is_told = notice::tell(conn, endpoint, NoticeKind::Opened, &text, self.now).await?;
            stored.told = stored.told.max(i64::from(is_told));
        }
        Ok(())
    }
}

async fn store(conn: &Conn, endpoint: EndpointId, stored: &Stored, fate: &Fate) -> Result<()> {
    const STORE: &str = "UPDATE endpoint_health SET last_success_ms = $1, last_failure_ms = $2, failing_since_ms = $3, \
        failures = $4, strikes = $5, struck_at_ms = $6, told = $7, last_status = $8, last_error = $9, \
        open_until_ms = $10, recent = $11, doomed = $12 WHERE endpoint_id = $13";
    let values = params![
        stored.last_success_ms,
        stored.last_failure_ms,
        fate.outage.since_ms,
        fate.outage.failures,
        fate.outage.strikes,
        fate.outage.struck_at_ms,
        stored.told,
        stored.last_status,
        stored.last_error.as_deref(),
        fate.breaker.open_until_ms(),
        fate.breaker.recent().to_string(),
        &stored.doomed,
        endpoint.get()
    ];
    conn.execute(STORE, values).await?;
    Ok(())
}

impl Stored {
    /// Whether the endpoint is to be switched off.
    pub(super) fn is_doomed(&self) -> bool {
        !self.doomed.is_empty()
    }

    /// Why it is to be switched off.
    pub(super) fn doom(&self) -> &str {
        &self.doomed
    }

    fn health(self, endpoint: EndpointId, waiting: i64, oldest_waiting_ms: Option<i64>) -> Health {
        Health {
            endpoint,
            waiting,
            oldest_waiting_ms,
            last_success_ms: self.last_success_ms,
            last_failure_ms: self.last_failure_ms,
            failing_since_ms: self.failing_since_ms,
            failures: self.failures,
            last_status: self.last_status,
            last_error: self.last_error,
            open_until_ms: self.open_until_ms,
        }
    }
}
