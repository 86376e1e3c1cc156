//! `kanso run`, and the same done by the server each day.

use std::time::Duration;

use kanso_core::{App, Result, action, archive, mail, notification, trash};

use crate::cli::RunCommand;
use crate::say;
use crate::tasks::Stop;

/// How long to wait after a failure, and at most at a time: the time zone may change meanwhile.
const PAUSE: Duration = Duration::from_secs(60);
const LONGEST: Duration = Duration::from_secs(3600);

pub(crate) async fn carry_out(app: &App, command: &RunCommand) -> anyhow::Result<()> {
    match command {
        RunCommand::Daily => {
            let done = work(app).await?;
            say(&format!("Daily work done for projects: {done}"))?;
        }
    }
    app.close().await;
    Ok(())
}

/// The automatic actions of the day, reminders of what is overdue, and forgetting what is old. Answers for how many
/// projects there were actions.
async fn work(app: &App) -> Result<usize> {
    let done = action::run_daily(app).await;
    notification::remind_of_overdue(app).await?;
    trash::empty_old(app).await?;
    archive::forget_archives(app).await?;
    notification::forget_notifications(app).await?;
    mail::forget_mails(app).await?;
    action::forget_old_log(app).await?;
    done
}

/// Does the work of each day soon after the day begins, and that of today when the server starts.
pub(crate) async fn keep(app: App, stop: Stop) {
    let work = async {
        loop {
            let next = match work(&app).await {
                Ok(_) => action::next_daily(&app),
                Err(error) => {
                    tracing::error!(%error, "the daily work is not done yet");
                    after(&app, PAUSE)
                }
            };
            app.clock().wait_until(next.min(after(&app, LONGEST))).await;
        }
    };
    tokio::select! {
        () = stop.requested() => (),
        () = work => (),
    }
}

fn after(app: &App, time: Duration) -> i64 {
    app.clock().now_ms().saturating_add(i64::try_from(time.as_millis()).unwrap_or(i64::MAX))
}
