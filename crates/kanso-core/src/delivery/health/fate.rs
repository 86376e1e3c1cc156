//! What a batch of attempts means for the endpoint: its breaker, its outage, what its owner is told.

use kanso_db::Conn;
use kanso_domain::EndpointId;
use kanso_domain::breaker::{self, Breaker};
use kanso_domain::outage::Outage;
use kanso_domain::schedule::Pace;

use super::{Ended, Stored};
use crate::delivery::Outcome;
use crate::endpoint::notice::{self, NoticeKind};
use crate::{Error, Result};

/// What a batch of attempts leads to.
pub(super) struct Fate {
    now: i64,
    pause: i64,
    pub(super) breaker: Breaker,
    pub(super) outage: Outage,
    was_open: bool,
    has_recovered: bool,
}

impl Fate {
    pub(super) fn of(stored: &Stored, now: i64, pace: Pace) -> Result<Self> {
        let recent = stored.recent.parse().map_err(|error| Error::Stored(format!("{error}")))?;
        Ok(Self {
            now,
            pause: pace.take_ms(breaker::PAUSE),
            breaker: Breaker::stored(recent, stored.open_until_ms),
            outage: Outage {
                since_ms: stored.failing_since_ms,
                failures: stored.failures,
                strikes: stored.strikes,
                struck_at_ms: stored.struck_at_ms,
            },
            was_open: stored.open_until_ms.is_some(),
            has_recovered: false,
        })
    }

    pub(super) fn count(&mut self, stored: &mut Stored, attempt: &Ended<'_>) {
        stored.last_status = attempt.status;
        if attempt.outcome == Outcome::Delivered {
            stored.last_success_ms = Some(self.now);
            self.outage.end();
            self.breaker.settle(self.now, 1, 0, self.pause);
            self.has_recovered = true;
            return;
        }
        stored.last_failure_ms = Some(self.now);
        stored.last_error = attempt.error.map(ToOwned::to_owned);
        self.outage.fail(self.now, 1);
        self.breaker.settle(self.now, 0, 1, self.pause);
        if attempt.outcome == Outcome::Gone {
            "the receiver answered 410: it wants nothing more".clone_into(&mut stored.doomed);
        } else if self.outage.is_hopeless(self.now) {
            let error = stored.last_error.as_deref().unwrap_or("no reason is known");
            stored.doomed = format!("nothing but failure for five days; the last: {error}");
        }
    }

    /// Tells the owner, once in an outage, that it began, and that it is over.
    pub(super) async fn tell(&self, conn: &Conn, endpoint: EndpointId, stored: &mut Stored) -> Result<()> {
        let error = stored.last_error.as_deref().unwrap_or_default();
        if self.has_recovered && stored.told == 1 {
            notice::tell(conn, endpoint, NoticeKind::Recovered, "takes webhooks again", self.now).await?;
            stored.told = 0;
        }
        if stored.told == 0 && self.outage.is_worth_telling() {
            let text = format!("failed {} times in a row: {error}", self.outage.failures);
            let is_told = notice::tell(conn, endpoint, NoticeKind::Failing, &text, self.now).await?;
            stored.told = i64::from(is_told);
        }
        if !self.was_open && self.breaker.open_until_ms().is_some() {
            let text = format!(
                "fails so often that one delivery is tried every {} seconds, until one succeeds: {error}",
                breaker::PAUSE.as_secs()
            );
            let is_told = notice::tell(conn, endpoint, NoticeKind::Opened, &text, self.now).await?;
            stored.told = stored.told.max(i64::from(is_told));
        }
        Ok(())
    }
}
