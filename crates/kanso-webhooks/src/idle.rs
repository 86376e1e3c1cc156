//! Delivering what is due, and no more: for tests and commands, which must not sleep.

use futures_util::future::{join_all, try_join_all};
use kanso_core::delivery::{Ask, claim_deliveries, settle_deliveries};
use kanso_core::endpoint::list_endpoints;
use kanso_core::{App, Result};
use kanso_domain::schedule::Pace;

use crate::attempt::Sender;
use crate::chores;
use crate::deliver::Route;

/// Delivers all that is due now by the application's clock, does the work beside it, and answers how many attempts
/// that took.
pub async fn run_until_idle(app: &App, sender: &Sender) -> Result<usize> {
    while chores::make_up(app).await? {}
    let endpoints = list_endpoints(app).await?;
    let lanes = endpoints.into_iter().filter(|endpoint| endpoint.enabled).map(|endpoint| {
        let route = Route::new(endpoint, sender.clone(), Pace::default(), app);
        async move { empty(app, &route).await }
    });
    let attempts = try_join_all(lanes).await?.into_iter().sum();
    while chores::tidy(app).await? {}
    Ok(attempts)
}

async fn empty(app: &App, route: &Route) -> Result<usize> {
    let endpoint = &route.endpoint;
    let ask = Ask {
        endpoint: endpoint.id,
        limit: endpoint.concurrency,
        rate: endpoint.rate_limit,
        pace: route.pace,
    };
    let mut attempts = 0;
    loop {
        let claimed = claim_deliveries(app, ask).await?.deliveries;
        if claimed.is_empty() {
            return Ok(attempts);
        }
        attempts += claimed.len();
        let settled = join_all(claimed.into_iter().map(|delivery| route.deliver(delivery))).await;
        settle_deliveries(app, endpoint.id, route.pace, settled).await?;
    }
}
