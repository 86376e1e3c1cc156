//! Delivering what is due, and no more: for tests and commands, which must not sleep.

use futures_util::future::{join_all, try_join_all};
use kanso_core::delivery::{claim_deliveries, settle_deliveries};
use kanso_core::endpoint::list_endpoints;
use kanso_core::{App, Result};

use crate::attempt::Sender;
use crate::deliver::Route;
use crate::lane::SLOTS;

/// Delivers all that is due now by the application's clock, and answers how many attempts that took.
pub async fn run_until_idle(app: &App, sender: &Sender) -> Result<usize> {
    let endpoints = list_endpoints(app).await?;
    let lanes = endpoints.into_iter().filter(|endpoint| endpoint.enabled).map(|endpoint| {
        let route = Route::new(endpoint, sender.clone(), app.clock().clone());
        async move { empty(app, &route).await }
    });
    Ok(try_join_all(lanes).await?.into_iter().sum())
}

async fn empty(app: &App, route: &Route) -> Result<usize> {
    let mut attempts = 0;
    loop {
        let claimed = claim_deliveries(app, route.endpoint.id, SLOTS).await?;
        if claimed.is_empty() {
            return Ok(attempts);
        }
        attempts += claimed.len();
        let settled = join_all(claimed.into_iter().map(|delivery| route.deliver(delivery))).await;
        settle_deliveries(app, settled).await?;
    }
}
