//! That the content of files stays while a backup is written: rows that say so, with a lease each.

use std::pin::pin;

use kanso_db::params;

use crate::{App, Result, random};

/// What the names of these rows begin with, among the jobs.
const NAME: &str = "backup:";

/// For how long a row holds, and how often it is renewed, in milliseconds.
const LEASE: i64 = 5 * 60_000;
const RENEWAL: i64 = 60_000;

/// The condition on rows of `jobs` that are none of these.
pub(super) const OTHERS: &str = "name NOT LIKE 'backup:%'";

/// Whether a backup is being written, by any server or command.
pub(crate) async fn is_under_way(app: &App) -> Result<bool> {
    const FIND: &str = "SELECT COUNT(*) FROM jobs WHERE name LIKE 'backup:%' AND leased_until_ms > $1";
    let now = app.clock().now_ms();
    let found =
        app.read(move |conn| Box::pin(async move { Ok(conn.one::<(i64,)>(FIND, params![now]).await?) }));
    Ok(found.await?.is_some_and(|(count,)| count > 0))
}

/// Does the work, during which no content of files is deleted.
///
/// Where the row cannot be written, such as on a disk that is full, the work is done nevertheless: a backup is needed
/// all the more.
pub(super) async fn during<T>(app: &App, work: impl Future<Output = T>) -> T {
    let name = format!("{NAME}{}", random::hex(8));
    warn(hold(app, name.clone()).await);
    let mut work = pin!(work);
    let done = loop {
        let renewal = app.clock().now_ms().saturating_add(RENEWAL);
        tokio::select! {
            done = &mut work => break done,
            () = app.clock().wait_until(renewal) => warn(hold(app, name.clone()).await),
        }
    };
    warn(release(app, name).await);
    done
}

async fn hold(app: &App, name: String) -> Result<()> {
    const HOLD: &str = "INSERT INTO jobs (name, day, started_at_ms, failures, next_due_at_ms, leased_until_ms) \
        VALUES ($1, '', $2, 0, $2, $3) ON CONFLICT (name) DO UPDATE SET leased_until_ms = excluded.leased_until_ms";
    const FORGET: &str = "DELETE FROM jobs WHERE name LIKE 'backup:%' AND leased_until_ms <= $1";
    let now = app.clock().now_ms();
    app.note(move |conn| {
        Box::pin(async move {
            // Of those who were killed.
            conn.execute(FORGET, params![now]).await?;
            conn.execute(HOLD, params![name, now, now + LEASE]).await?;
            Ok(())
        })
    })
    .await
}

async fn release(app: &App, name: String) -> Result<()> {
    const RELEASE: &str = "DELETE FROM jobs WHERE name = $1";
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(RELEASE, params![name]).await?;
            Ok(())
        })
    })
    .await
}

fn warn(done: Result<()>) {
    if let Err(error) = done {
        tracing::warn!(%error, "files that are removed while the backup is written may be missing in it");
    }
}
