//! Who does a job, and what is written down of it.

use kanso_db::{Conn, params};

use super::Job;
use crate::action::next_daily;
use crate::{App, Result};

/// For how long a claim holds unless it is renewed, in milliseconds: so long a job waits whose server died.
const LEASE: i64 = 5 * 60_000;
/// How often it is renewed.
pub(super) const RENEWAL: i64 = 60_000;

/// How long a job that failed waits before it is tried again, in milliseconds: at first, doubled each time, at most.
const FIRST_PAUSE: i64 = 60_000;
const LONGEST_PAUSE: i64 = 3_600_000;

/// The right to do a job, until it runs out.
pub(super) struct Lease {
    pub(super) job: Job,
    /// The day that it is done for.
    day: String,
    since: i64,
    failures: i64,
}

/// Takes the job, unless somebody does it already; or it is not due, if that `matters`.
pub(super) async fn claim(app: &App, job: Job, today: &str, due_matters: bool) -> Result<Option<Lease>> {
    const CLAIM: &str = "INSERT INTO jobs \
        (name, day, started_at_ms, failures, next_due_at_ms, leased_until_ms, leased_by) \
        VALUES ($1, '', $2, 0, $2, $3, $4) ON CONFLICT (name) DO UPDATE SET \
        started_at_ms = excluded.started_at_ms, leased_until_ms = excluded.leased_until_ms, \
        leased_by = excluded.leased_by WHERE (jobs.leased_until_ms IS NULL OR jobs.leased_until_ms <= $2)";
    const DUE: &str = " AND jobs.day < $5 AND (jobs.failures = 0 OR jobs.next_due_at_ms <= $2)";
    let claim = if due_matters { format!("{CLAIM}{DUE}") } else { CLAIM.to_owned() };
    let (now, name, day) = (app.clock().now_ms(), app.name().to_owned(), today.to_owned());
    app.note(move |conn| {
        Box::pin(async move {
            let values: &[_] = params![job.as_str(), now, now + LEASE, name, day.clone()];
            let values = if due_matters { values } else { &values[..4] };
            if conn.execute(&claim, values).await? == 0 {
                return Ok(None);
            }
            let failures = failures(conn, job).await?;
            Ok(Some(Lease { job, day, since: now, failures }))
        })
    })
    .await
}

async fn failures(conn: &Conn, job: Job) -> Result<i64> {
    const FIND: &str = "SELECT failures FROM jobs WHERE name = $1";
    Ok(conn.one::<(i64,)>(FIND, params![job.as_str()]).await?.unwrap_or_default().0)
}

/// Holds the job for longer.
pub(super) async fn renew(app: &App, lease: &Lease) -> Result<()> {
    const RENEW: &str = "UPDATE jobs SET leased_until_ms = $1 \
        WHERE name = $2 AND leased_by = $3 AND started_at_ms = $4";
    let (now, name) = (app.clock().now_ms(), app.name().to_owned());
    let (job, since) = (lease.job, lease.since);
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(RENEW, params![now + LEASE, job.as_str(), name, since]).await?;
            Ok(())
        })
    })
    .await
}

/// Writes down how it went, and gives the job back. Who lost the lease writes nothing: another one does it now.
pub(super) async fn settle(app: &App, lease: Lease, done: &Result<i64>) -> Result<()> {
    const DONE: &str = "UPDATE jobs SET finished_at_ms = $1, took_ms = $2, next_due_at_ms = $3, \
        leased_until_ms = NULL, leased_by = NULL, failures = 0, error = NULL, done = $4, day = $5 \
        WHERE name = $6 AND leased_by = $7 AND started_at_ms = $8";
    const FAILED: &str = "UPDATE jobs SET finished_at_ms = $1, took_ms = $2, next_due_at_ms = $3, \
        leased_until_ms = NULL, leased_by = NULL, failures = failures + 1, error = $4 \
        WHERE name = $5 AND leased_by = $6 AND started_at_ms = $7";
    let (now, server) = (app.clock().now_ms(), app.name().to_owned());
    let (took, tomorrow) = (now - lease.since, next_daily(app));
    let done = done.as_ref().map(|done| *done).map_err(ToString::to_string);
    app.note(move |conn| {
        Box::pin(async move {
            let Lease { job, day, since, failures } = lease;
            match done {
                Ok(done) => {
                    let values = params![now, took, tomorrow, done, day, job.as_str(), server, since];
                    conn.execute(DONE, values).await?
                }
                Err(error) => {
                    let next = now + pause_after(failures);
                    let values = params![now, took, next, error, job.as_str(), server, since];
                    conn.execute(FAILED, values).await?
                }
            };
            Ok(())
        })
    })
    .await
}

/// How long to wait after one more failure than `failures`.
fn pause_after(failures: i64) -> i64 {
    let doubled = u32::try_from(failures.clamp(0, 10)).unwrap_or_default();
    FIRST_PAUSE.saturating_mul(1 << doubled).min(LONGEST_PAUSE)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_up_to_an_hour() {
        let minutes = [0, 1, 2, 5, 6, 100].map(|failures| pause_after(failures) / 60_000);
        assert_eq!(minutes, [1, 2, 4, 32, 60, 60]);
    }
}
