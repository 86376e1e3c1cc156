//! How many deliveries may be claimed: what the breaker and the rate of an endpoint allow.

use kanso_db::{Conn, params};
use kanso_domain::breaker::{self, Breaker, Gate};
use kanso_domain::{EndpointId, rate};

use super::Ask;
use crate::Result;
use crate::delivery::health;

/// What may be claimed now.
#[derive(Default)]
pub(super) struct Leave {
    pub(super) count: usize,
    pub(super) is_open: bool,
    pub(super) next_at_ms: Option<i64>,
    /// The rate, and up to when it is used up.
    rate: Option<(f64, i64)>,
}

impl Leave {
    /// Asks the breaker and the rate.
    pub(super) async fn ask(conn: &Conn, ask: Ask, now: i64) -> Result<Self> {
        const FIND: &str = "SELECT open_until_ms, paid_until_us FROM endpoint_health WHERE endpoint_id = $1";
        const PROBE: &str =
            "UPDATE endpoint_health SET open_until_ms = $1 WHERE endpoint_id = $2 AND open_until_ms = $3";
        let endpoint = ask.endpoint.get();
        if ask.rate.is_some() {
            health::lock(conn, ask.endpoint).await?;
        }
        let stored = conn.one::<(Option<i64>, i64)>(FIND, params![endpoint]).await?;
        let (open_until, paid) = stored.unwrap_or_default();
        let mut breaker = Breaker::stored(breaker::Recent::default(), open_until);
        match breaker.gate(now) {
            Gate::Shut(until) => {
                return Ok(Self { is_open: true, next_at_ms: Some(until), ..Self::default() });
            }
            Gate::Probe => {
                breaker.probe(now, ask.pace.take_ms(breaker::PAUSE));
                let next_at_ms = breaker.open_until_ms();
                // Of several servers one gets to try.
                let is_probe = conn.execute(PROBE, params![next_at_ms, endpoint, open_until]).await? == 1;
                return Ok(Self { count: usize::from(is_probe), is_open: true, next_at_ms, rate: None });
            }
            Gate::Free => {}
        }
        Ok(match ask.rate {
            None => Self { count: ask.limit, ..Self::default() },
            Some(rate) => {
                let pass = rate::pass(rate, paid, now, ask.limit);
                let next_at_ms = (pass.count < ask.limit).then_some(pass.next_at_ms);
                Self { count: pass.count, is_open: false, next_at_ms, rate: Some((rate, paid)) }
            }
        })
    }

    /// Writes down how much of the rate is used up.
    pub(super) async fn pay(
        &self,
        conn: &Conn,
        endpoint: EndpointId,
        now: i64,
        claimed: usize,
    ) -> Result<()> {
        const PAY: &str = "UPDATE endpoint_health SET paid_until_us = $1 WHERE endpoint_id = $2";
        if let Some((rate, paid)) = self.rate
            && claimed > 0
        {
            let paid = rate::pass(rate, paid, now, claimed).paid_until_us;
            conn.execute(PAY, params![paid, endpoint.get()]).await?;
        }
        Ok(())
    }
}
