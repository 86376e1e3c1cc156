//! `kanso run`, and the same done by the server each day.

use std::time::Duration;

use anyhow::bail;
use kanso_core::App;
use kanso_core::job::{Job, Outcome, run_due_jobs};

use crate::cli::RunCommand;
use crate::say;
use crate::tasks::Stop;

/// How often the server looks for what is due. That is one question to the database; the time zone may change, a job
/// may have failed, another server may have died meanwhile.
const LOOK: Duration = Duration::from_secs(60);

pub(crate) async fn carry_out(app: &App, command: &RunCommand) -> anyhow::Result<()> {
    let outcomes = match command {
        RunCommand::Daily => run_due_jobs(app).await?,
    };
    for (job, outcome) in &outcomes {
        say(&line(*job, outcome))?;
    }
    app.close().await;
    let failed = outcomes.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Failed(_))).count();
    if failed > 0 {
        bail!("{failed} of {} jobs failed; the next call tries again", outcomes.len());
    }
    Ok(())
}

fn line(job: Job, outcome: &Outcome) -> String {
    let said = match outcome {
        Outcome::Done(count, ms) => format!("done, {count} in {ms} ms"),
        Outcome::Failed(error) => format!("failed: {error}"),
        Outcome::NotDue(at_ms) => format!("not due before {}", moment(*at_ms)),
        Outcome::UnderWay => "under way already".to_owned(),
    };
    format!("{}: {said}", job.as_str())
}

fn moment(at_ms: i64) -> String {
    jiff::Timestamp::from_millisecond(at_ms).unwrap_or_default().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}

/// Does the jobs of each day soon after the day begins, and those of today when the server starts.
pub(crate) async fn keep(app: App, stop: Stop) {
    let work = async {
        loop {
            if let Err(error) = run_due_jobs(&app).await {
                tracing::error!(%error, "cannot look for the work of the day");
            }
            let look = i64::try_from(LOOK.as_millis()).unwrap_or(i64::MAX);
            app.clock().wait_until(app.clock().now_ms().saturating_add(look)).await;
        }
    };
    tokio::select! {
        () = stop.requested() => (),
        () = work => (),
    }
}
