//! The work of each day: the automatic actions that wait for it.

use kanso_db::{Conn, params};
use kanso_domain::{Permission, ProjectId, Trigger};

use crate::{Actor, App, Error, Result, follow};

/// Does the work of today that is not done yet, project by project, and answers for how many it did some.
///
/// Today is that of the setting `application_timezone`. Any number of servers may call this at any time: each
/// project's work is one transaction, which also notes that it is done.
///
/// # Errors
///
/// When the work of a project could not be done; it is done by the next call. That of the others is done.
#[crate::use_case]
pub async fn run_daily(app: &App) -> Result<usize> {
    let today = app.settings().date_input().local(app.clock().now()).date().to_string();
    let mut done = 0;
    let mut failure = None;
    for project in projects(app).await? {
        match run_in(app, project, today.clone()).await {
            Ok(true) => done += 1,
            Ok(false) | Err(Error::NotFound(_)) => (),
            Err(error) => {
                tracing::error!(%project, %error, "the daily actions of a project failed");
                failure = Some(error);
            }
        }
    }
    forget(app, today).await?;
    failure.map_or(Ok(done), Err)
}

/// When the next day begins, in Unix milliseconds.
pub fn next_daily(app: &App) -> i64 {
    const DAY: i64 = 24 * 60 * 60;
    let (now, input) = (app.clock().now(), app.settings().date_input());
    let tomorrow = input.local(now).date().tomorrow().and_then(|date| date.to_zoned(input.zone.clone()));
    tomorrow.map_or((now + DAY) * 1000, |begin| begin.timestamp().as_millisecond())
}

async fn projects(app: &App) -> Result<Vec<ProjectId>> {
    const LIST: &str = "SELECT DISTINCT project_id FROM actions WHERE event_name = $1 ORDER BY project_id";
    let daily = Trigger::Daily.as_str();
    let ids =
        app.read(move |conn| Box::pin(async move { Ok(conn.all(LIST, params![daily]).await?) })).await?;
    Ok(ids.into_iter().map(|(id,): (i64,)| id.into()).collect())
}

/// Whether there was work to do.
async fn run_in(app: &App, project: ProjectId, today: String) -> Result<bool> {
    app.change(&Actor::Application, project, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            if !claim(change.conn(), project, &today, change.now_ms()).await? {
                return Ok(false);
            }
            follow::run_daily(change).await?;
            Ok(true)
        })
    })
    .await
}

/// Notes that the project's work of the day is done; false when somebody did it already.
async fn claim(conn: &Conn, project: ProjectId, today: &str, now_ms: i64) -> Result<bool> {
    const CLAIM: &str = "INSERT INTO daily_work (name, day, done_at_ms) VALUES ($1, $2, $3) \
        ON CONFLICT (name) DO UPDATE SET day = excluded.day, done_at_ms = excluded.done_at_ms \
        WHERE daily_work.day < excluded.day";
    let name = format!("actions of project {project}");
    Ok(conn.execute(CLAIM, params![name, today, now_ms]).await? > 0)
}

/// Forgets the days before: a project that has no more work leaves nothing behind.
async fn forget(app: &App, today: String) -> Result<()> {
    const FORGET: &str = "DELETE FROM daily_work WHERE day < $1";
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(FORGET, params![today]).await?;
            Ok(())
        })
    })
    .await
}
