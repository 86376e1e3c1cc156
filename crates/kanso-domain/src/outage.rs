//! A time in which an endpoint only fails: when its owner is told, and when it is given up.

use std::time::Duration;

/// After so many failures in a row the owner is told.
pub const TOLD_AFTER: i64 = 4;

/// An endpoint is switched off when nothing but failure came from it for so long.
pub const HOPELESS_AFTER: Duration = Duration::from_secs(5 * 24 * 3600);

/// Failures that are closer to each other count as one.
pub const APART: Duration = Duration::from_secs(12 * 3600);

/// So many failures, that far apart, must have come in that time: one today and one next week say little.
pub const STRIKES: i64 = 3;

/// What is known of an outage.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Outage {
    /// The first failure since the last success, in Unix milliseconds; `None` while there was none.
    pub since_ms: Option<i64>,
    /// How many attempts failed since then.
    pub failures: i64,
    /// How many of them were far apart.
    pub strikes: i64,
    /// The last of those, in Unix milliseconds.
    pub struck_at_ms: i64,
}

impl Outage {
    /// So many more attempts failed.
    pub fn fail(&mut self, now_ms: i64, failures: i64) {
        if failures <= 0 {
            return;
        }
        let is_first = self.since_ms.is_none();
        self.since_ms.get_or_insert(now_ms);
        self.failures = self.failures.saturating_add(failures);
        if is_first || now_ms.saturating_sub(self.struck_at_ms) >= milliseconds(APART) {
            self.strikes += 1;
            self.struck_at_ms = now_ms;
        }
    }

    /// An attempt succeeded: it is over.
    pub fn end(&mut self) {
        *self = Self::default();
    }

    /// Whether the owner should know of it.
    pub fn is_worth_telling(&self) -> bool {
        self.failures >= TOLD_AFTER
    }

    /// Whether the endpoint is to be switched off, asked after a failure.
    pub fn is_hopeless(&self, now_ms: i64) -> bool {
        let lasts =
            self.since_ms.is_some_and(|since| now_ms.saturating_sub(since) >= milliseconds(HOPELESS_AFTER));
        lasts && self.strikes >= STRIKES
    }
}

fn milliseconds(time: Duration) -> i64 {
    i64::try_from(time.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOUR_MS: i64 = 3_600_000;

    fn after(failures_at: impl IntoIterator<Item = i64>) -> Outage {
        let mut outage = Outage::default();
        failures_at.into_iter().for_each(|hour| outage.fail(hour * HOUR_MS, 1));
        outage
    }

    #[test]
    fn five_days_of_failure_are_hopeless() {
        assert!(after([0, 24, 48, 72, 96, 120]).is_hopeless(120 * HOUR_MS));
        assert!(!after([0, 24, 48, 72, 96, 119]).is_hopeless(119 * HOUR_MS));
    }

    #[test]
    fn two_failures_a_week_apart_are_not() {
        assert!(!after([0, 1, 2, 168]).is_hopeless(168 * HOUR_MS));
        assert!(after([0, 1, 12, 168]).is_hopeless(168 * HOUR_MS));
    }

    proptest! {
        #[test]
        fn a_success_is_the_end_of_it(hours in prop::collection::vec(0..500_i64, 0..30)) {
            let mut outage = after(hours);
            outage.end();
            prop_assert!(!outage.is_worth_telling() && !outage.is_hopeless(i64::MAX));
        }

        #[test]
        fn strikes_are_far_apart(passes in prop::collection::vec(0..40_i64, 1..60)) {
            let (mut outage, mut hour, mut struck) = (Outage::default(), 0, Vec::new());
            for pass in passes {
                hour += pass;
                let before = outage.strikes;
                outage.fail(hour * HOUR_MS, 1);
                if outage.strikes > before {
                    struck.push(hour);
                }
                let is_hopeless = outage.is_hopeless(hour * HOUR_MS);
                prop_assert_eq!(is_hopeless, hour - struck[0] >= 120 && struck.len() >= 3);
            }
            prop_assert!(struck.windows(2).all(|two| two[1] - two[0] >= 12));
        }
    }
}
