//! What is done beside the lanes: making up for what was missed, switching off what is dead, forgetting what is old.

use std::time::Duration;

use kanso_core::delivery::{carry_on_recoveries, sweep_deliveries, switch_off_doomed};
use kanso_core::{App, Listener, Result, Rung};
use tokio::select;
use tokio::time::sleep;

use crate::worker::POLL;

/// How long to wait between two batches, so that others get at the database.
const BETWEEN: Duration = Duration::from_millis(20);

/// Does what there is to do, for ever.
pub(crate) async fn keep_doing(app: &App) {
    let mut bell = app.bell().listen();
    loop {
        let is_more = match once(app).await {
            Ok(is_more) => is_more,
            Err(error) => {
                tracing::warn!(%error, "the work beside webhooks failed; trying again");
                false
            }
        };
        if is_more && !app.is_busy() {
            sleep(BETWEEN).await;
        } else {
            select! { () = instance_rung(&mut bell) => {}, () = sleep(POLL) => {} }
        }
    }
}

async fn once(app: &App) -> Result<bool> {
    let has_made_up = make_up(app).await?;
    Ok(tidy(app).await? || has_made_up)
}

/// A batch of what was missed; answers whether there may be more.
pub(crate) async fn make_up(app: &App) -> Result<bool> {
    Ok(carry_on_recoveries(app).await? > 0)
}

/// A batch of what is old, and all that is dead; answers whether there is more.
pub(crate) async fn tidy(app: &App) -> Result<bool> {
    switch_off_doomed(app).await?;
    sweep_deliveries(app).await
}

/// Waits for a ring for the instance, which making up begins with.
async fn instance_rung(bell: &mut Listener) {
    loop {
        match bell.rung().await {
            Rung::Topic(0) | Rung::Missed => return,
            Rung::Topic(_) => {}
        }
    }
}
