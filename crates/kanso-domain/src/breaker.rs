//! The circuit breaker of an endpoint: when too much fails, nothing is sent but a probe now and then, until one
//! succeeds. Hammering a receiver that is down helps nobody, and uses up the attempts of all that waits.

mod recent;

use std::time::Duration;

pub use recent::{NotRecent, Recent};

/// So many attempts must have ended before their failures say anything.
pub const FEWEST: u32 = 10;

/// The share of failures that opens it, in percent.
pub const SHARE: u32 = 70;

/// How long an attempt counts. It is remembered by the minute, so that this is never more, and may be up to a
/// minute less.
pub const WINDOW: Duration = Duration::from_secs(5 * 60);

/// How long nothing is sent before a probe, and between two of them.
pub const PAUSE: Duration = Duration::from_secs(30);

/// What is known of the last minutes, and whether it is open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Breaker {
    recent: Recent,
    open_until_ms: Option<i64>,
}

/// What may be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gate {
    /// As much as there is.
    Free,
    /// One attempt, after [`Breaker::probe`].
    Probe,
    /// Nothing before this time (Unix milliseconds).
    Shut(i64),
}

/// What a batch of attempts did to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It was closed and is open now.
    Opened,
    /// It was open and is closed now.
    Closed,
}

impl Breaker {
    /// One that was stored.
    pub fn stored(recent: Recent, open_until_ms: Option<i64>) -> Self {
        Self { recent, open_until_ms }
    }

    /// What may be sent at `now_ms`.
    pub fn gate(&self, now_ms: i64) -> Gate {
        match self.open_until_ms {
            None => Gate::Free,
            Some(until) if until <= now_ms => Gate::Probe,
            Some(until) => Gate::Shut(until),
        }
    }

    /// A probe begins: there is no other for `pause_ms`.
    pub fn probe(&mut self, now_ms: i64, pause_ms: i64) {
        self.open_until_ms = Some(now_ms.saturating_add(pause_ms));
    }

    /// Attempts have ended. Any success closes it; while it is open, failures keep it so.
    pub fn settle(&mut self, now_ms: i64, succeeded: u32, failed: u32, pause_ms: i64) -> Option<Turn> {
        match self.open_until_ms {
            Some(_) if succeeded > 0 => {
                *self = Self::default();
                Some(Turn::Closed)
            }
            Some(until) => {
                if failed > 0 {
                    self.open_until_ms = Some(until.max(now_ms.saturating_add(pause_ms)));
                }
                None
            }
            None => {
                self.recent.add(now_ms, succeeded.saturating_add(failed), failed);
                self.recent.is_bad().then(|| {
                    *self = Self { recent: Recent::default(), open_until_ms: None };
                    self.probe(now_ms, pause_ms);
                    Turn::Opened
                })
            }
        }
    }

    /// Until when nothing is sent, in Unix milliseconds; `None` while it is closed.
    pub fn open_until_ms(&self) -> Option<i64> {
        self.open_until_ms
    }

    /// The attempts it remembers, to be stored.
    pub fn recent(&self) -> &Recent {
        &self.recent
    }
}

#[cfg(test)]
mod tests {
    use super::recent::{MINUTE_MS, MINUTES};
    use super::*;
    use proptest::prelude::*;

    const PAUSE_MS: i64 = 30_000;

    #[test]
    fn ten_failures_open_it_a_probe_at_a_time_tries_and_a_success_closes_it() {
        let mut breaker = Breaker::default();
        assert_eq!(breaker.settle(0, 0, 9, PAUSE_MS), None);
        assert_eq!(breaker.gate(0), Gate::Free);
        assert_eq!(breaker.settle(0, 0, 1, PAUSE_MS), Some(Turn::Opened));
        assert_eq!(breaker.gate(29_999), Gate::Shut(PAUSE_MS));
        assert_eq!(breaker.gate(PAUSE_MS), Gate::Probe);
        breaker.probe(PAUSE_MS, PAUSE_MS);
        assert_eq!(breaker.gate(PAUSE_MS), Gate::Shut(2 * PAUSE_MS));
        assert_eq!(breaker.settle(40_000, 0, 1, PAUSE_MS), None);
        assert_eq!(breaker.gate(60_000), Gate::Shut(70_000));
        assert_eq!(breaker.settle(70_000, 1, 0, PAUSE_MS), Some(Turn::Closed));
        assert_eq!(breaker, Breaker::default());
    }

    #[test]
    fn what_was_long_ago_counts_no_more() {
        let mut breaker = Breaker::default();
        assert_eq!(breaker.settle(0, 0, 9, PAUSE_MS), None);
        assert_eq!(breaker.settle(5 * MINUTE_MS, 0, 9, PAUSE_MS), None);
        assert_eq!(breaker.settle(9 * MINUTE_MS, 0, 1, PAUSE_MS), Some(Turn::Opened));
    }

    type Step = (i64, u32, u32);

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        prop::collection::vec((0..400_000_i64, 0..6_u32, 0..6_u32), 0..60)
    }

    proptest! {
        /// The rule said in another way: over the list of all attempts.
        #[test]
        fn it_opens_exactly_when_most_of_the_last_minutes_failed(steps in steps()) {
            let (mut breaker, mut now) = (Breaker::default(), 0);
            let mut since_closed: Vec<Step> = Vec::new();
            for (pass, succeeded, failed) in steps {
                now += pass;
                let was_open = breaker.open_until_ms().is_some();
                let turn = breaker.settle(now, succeeded, failed, PAUSE_MS);
                if was_open {
                    prop_assert_eq!(turn, (succeeded > 0).then_some(Turn::Closed));
                    continue;
                }
                since_closed.push((now, succeeded, failed));
                let minute = |at: i64| at / MINUTE_MS;
                let counted = since_closed.iter().filter(|(at, ..)| minute(*at) > minute(now) - MINUTES);
                let (good, bad) = counted.fold((0, 0), |(good, bad), (_, s, f)| (good + s, bad + f));
                let opens = good + bad >= FEWEST && bad * 100 >= (good + bad) * SHARE;
                prop_assert_eq!(turn, opens.then_some(Turn::Opened));
                if opens {
                    since_closed.clear();
                }
            }
        }

        #[test]
        fn while_it_is_open_there_is_a_pause_before_each_attempt(steps in steps()) {
            let (mut breaker, mut now, mut last_probe) = (Breaker::default(), 0, None);
            breaker.settle(now, 0, FEWEST, PAUSE_MS);
            for (pass, _, failed) in steps {
                now += pass;
                match breaker.gate(now) {
                    Gate::Free => prop_assert!(false, "nothing succeeded"),
                    Gate::Shut(until) => prop_assert!(until > now && until <= now + PAUSE_MS),
                    Gate::Probe => {
                        prop_assert!(last_probe.is_none_or(|last| now - last >= PAUSE_MS));
                        breaker.probe(now, PAUSE_MS);
                        last_probe = Some(now);
                        breaker.settle(now, 0, failed, PAUSE_MS);
                    }
                }
            }
        }

        #[test]
        fn it_is_read_as_it_was_stored(steps in steps()) {
            let (mut breaker, mut now) = (Breaker::default(), 0);
            for (pass, succeeded, failed) in steps {
                now += pass;
                breaker.settle(now, succeeded, failed, PAUSE_MS);
                let recent = breaker.recent().to_string().parse().unwrap();
                prop_assert_eq!(&Breaker::stored(recent, breaker.open_until_ms()), &breaker);
                prop_assert!(breaker.recent().to_string().len() < 200);
            }
        }
    }
}
