//! Why a delivery is not delivered yet.

use kanso_core::delivery::health::{Health, list_health};
use kanso_core::delivery::{DeliveryLine, State, waits_for};
use kanso_core::endpoint::Endpoint;

use super::view::WaitView;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// What a waiting delivery waits for; none for one that is settled.
pub(super) async fn waits(
    web: &Web,
    reader: &Reader,
    endpoint: &Endpoint,
    line: &DeliveryLine,
) -> Result<Option<WaitView>, Fault> {
    if State::parse(&line.state) != Some(State::Waiting) {
        return Ok(None);
    }
    let page = &reader.page;
    if let Some(earlier) = waits_for(&web.app, &reader.actor, line.id).await? {
        let earlier = earlier.get();
        return Ok(Some(WaitView {
            words: page.say("waits-earlier", "id", earlier),
            earlier: Some(earlier),
        }));
    }
    let all = list_health(&web.app, &reader.actor, endpoint.project).await?;
    let health = all.iter().find(|health| health.endpoint == endpoint.id);
    Ok(Some(WaitView { words: words(page, endpoint, line, health), earlier: None }))
}

fn words(page: &Page, endpoint: &Endpoint, line: &DeliveryLine, health: Option<&Health>) -> String {
    let when = |ms: i64| page.moment(ms.div_euclid(1000));
    let now_ms = page.now.saturating_mul(1000);
    match (endpoint.enabled, health.and_then(|health| health.open_until_ms), endpoint.rate_limit) {
        (false, _, _) => page.text("waits-paused"),
        (true, Some(until), _) => page.say("waits-breaker", "when", when(until.max(line.due_at_ms))),
        (true, None, _) if line.due_at_ms > now_ms => page.say("waits-retry", "when", when(line.due_at_ms)),
        (true, None, Some(rate)) => page.say("waits-rate", "rate", rate),
        (true, None, None) => page.text("waits-now"),
    }
}
