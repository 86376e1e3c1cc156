//! Making up for what an endpoint missed.

use std::process::ExitCode;
use std::time::Duration;

use anyhow::bail;
use kanso_core::delivery::{
    Recovery, carry_on_recoveries, count_recoverable, find_recovery, latest_recovery, start_recovery,
};
use kanso_core::{Conflict, Error};
use kanso_domain::EndpointId;
use serde_json::{Value, json};

use super::Desk;
use super::time::rfc3339;
use crate::say;

/// How long to leave the work to a server that has it in hand.
const PAUSE: Duration = Duration::from_millis(200);

/// Counts, and unless that is all, begins and shows how it goes on. The server carries it on too, so that nothing
/// is lost when this is interrupted.
pub(super) async fn recover(
    desk: &Desk,
    endpoint: EndpointId,
    since: &str,
    dry_run: bool,
) -> anyhow::Result<ExitCode> {
    let (known, times) = (desk.endpoint(endpoint).await?, desk.times());
    let since = times.read(since)?;
    let count = count_recoverable(&desk.app, &desk.actor, endpoint, since).await?;
    if !desk.json {
        let (name, since) = (&known.name, times.show(since));
        say(&format!("{name} missed since {since}: {count}"))?;
    }
    if dry_run {
        let json = || json!({"count": count});
        return desk.answer(json, || "Nothing is sent: this was a dry run.".to_owned());
    }
    let begun = match start_recovery(&desk.app, &desk.actor, endpoint, since).await {
        Err(Error::Conflict(Conflict::AlreadyRunning)) => {
            bail!("a recovery of this endpoint is still going on{}", how_far(desk, endpoint).await?)
        }
        begun => begun?,
    };
    let ended = follow(desk, begun).await?;
    desk.answer(
        || to_json(&ended),
        || {
            let paused = if known.enabled { "" } else { " once the endpoint is resumed" };
            format!("All are waiting to be sent; the server sends them{paused}.")
        },
    )
}

/// Carries on until the recovery is done, telling how far it is.
async fn follow(desk: &Desk, begun: Recovery) -> anyhow::Result<Recovery> {
    let (mut recovery, mut told) = (begun, None);
    loop {
        if !desk.json && told != Some(recovery.done) {
            say(&format!("{} of {}", recovery.done, recovery.total))?;
            told = Some(recovery.done);
        }
        if recovery.is_done {
            return Ok(recovery);
        }
        if carry_on_recoveries(&desk.app).await? == 0 {
            tokio::time::sleep(PAUSE).await;
        }
        recovery = find_recovery(&desk.app, &desk.actor, recovery.id).await?;
    }
}

async fn how_far(desk: &Desk, endpoint: EndpointId) -> anyhow::Result<String> {
    let running = latest_recovery(&desk.app, &desk.actor, endpoint).await?;
    Ok(running.map_or_else(String::new, |running| format!(": {} of {}", running.done, running.total)))
}

fn to_json(recovery: &Recovery) -> Value {
    json!({
        "id": recovery.id.get(),
        "webhook_id": recovery.endpoint.get(),
        "since": rfc3339(recovery.since_ms),
        "total": recovery.total,
        "done": recovery.done,
        "is_done": recovery.is_done,
        "created_at": rfc3339(recovery.created_at_ms),
        "finished_at": recovery.finished_at_ms.map(rfc3339),
    })
}
