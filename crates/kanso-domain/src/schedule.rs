//! When a delivery is tried again.

use std::time::Duration;

const SECOND: u64 = 1;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;
const DAY: u64 = 24 * HOUR;

/// The wait before each attempt: the first comes at once, the last a day after the one before it.
///
/// The list of the Standard Webhooks specification with one early retry more (30 s), because most outages of
/// a receiver are restarts. The last four are of the long schedule only.
const WAITS: [u64; 15] = [
    0,
    5 * SECOND,
    30 * SECOND,
    5 * MINUTE,
    30 * MINUTE,
    2 * HOUR,
    5 * HOUR,
    10 * HOUR,
    14 * HOUR,
    20 * HOUR,
    DAY,
    DAY,
    DAY,
    DAY,
    DAY,
];

/// How many attempts a delivery gets by the standard schedule before it is given up.
pub const ATTEMPTS: usize = STANDARD.attempts();

/// 11 attempts in a little more than three days.
pub const STANDARD: Schedule = Schedule { attempts: 11 };

/// Four more, a day apart: about a week.
pub const LONG: Schedule = Schedule { attempts: 15 };

/// The longest time that a receiver may ask to be left alone.
pub const LONGEST_ASKED: Duration = Duration::from_secs(DAY);

/// How often, and after which waits, a delivery is tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    attempts: usize,
}

impl Schedule {
    /// How many attempts a delivery gets before it is given up.
    pub const fn attempts(self) -> usize {
        self.attempts
    }

    /// How long to wait after `attempts` failed ones before the next, or `None` to give up.
    ///
    /// `jitter` from 0 to 1 spreads the attempts of many deliveries: the wait is stretched by up to a tenth.
    pub fn wait_after(self, attempts: usize, jitter: f64) -> Option<Duration> {
        let wait = WAITS.get(attempts).filter(|_| attempts < self.attempts)?;
        Some(Duration::from_secs(*wait).mul_f64(1.0 + jitter.clamp(0.0, 1.0) / 10.0))
    }
}

/// How fast waits pass: with 1 they last as long as they are, with less they are shorter.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pace(f64);

impl Default for Pace {
    fn default() -> Self {
        Self(1.0)
    }
}

impl Pace {
    /// Waits take this part of their time, from 0 to 1.
    pub fn of(part: f64) -> Self {
        Self(if part.is_finite() { part.clamp(0.0, 1.0) } else { 1.0 })
    }

    /// How long a wait takes, in milliseconds.
    pub fn take_ms(self, wait: Duration) -> i64 {
        i64::try_from(wait.mul_f64(self.0).as_millis()).unwrap_or(i64::MAX)
    }
}

/// The wait before the next attempt when the receiver asked to be left alone: no shorter than the schedule has it,
/// and what was asked counts up to a day.
pub fn wait_as_asked(scheduled: Duration, asked: Option<Duration>) -> Duration {
    scheduled.max(asked.unwrap_or_default().min(LONGEST_ASKED))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn hours(schedule: Schedule) -> u64 {
        let waits = (0..schedule.attempts()).filter_map(|n| schedule.wait_after(n, 0.0));
        waits.map(|wait| wait.as_secs()).sum::<u64>() / HOUR
    }

    #[test]
    fn the_standard_schedule_takes_three_days_and_the_long_one_a_week() {
        assert_eq!((hours(STANDARD), hours(LONG)), (75, 75 + 4 * 24));
    }

    #[test]
    fn waits_pass_at_their_pace() {
        let wait = Duration::from_secs(5);
        assert_eq!(Pace::default().take_ms(wait), 5_000);
        assert_eq!(Pace::of(0.01).take_ms(wait), 50);
        assert_eq!(Pace::of(f64::NAN), Pace::default());
        assert_eq!(Pace::of(7.0), Pace::default());
    }

    fn schedules() -> impl Strategy<Value = Schedule> {
        prop_oneof![Just(STANDARD), Just(LONG)]
    }

    proptest! {
        #[test]
        fn waits_never_shrink(schedule in schedules(), n in 1..15_usize, jitter in 0.0f64..=1.0) {
            if let Some(wait) = schedule.wait_after(n, jitter) {
                prop_assert!(Some(wait) >= schedule.wait_after(n - 1, 0.0));
            }
        }

        #[test]
        fn jitter_adds_a_tenth_at_most(n in 0..ATTEMPTS, jitter: f64) {
            let (plain, spread) = (LONG.wait_after(n, 0.0).unwrap(), LONG.wait_after(n, jitter).unwrap());
            prop_assert!(spread >= plain && spread <= plain.mul_f64(1.1));
        }

        #[test]
        fn both_begin_alike_and_each_ends(n in 0..40_usize, jitter in 0.0f64..=1.0) {
            let (standard, long) = (STANDARD.wait_after(n, jitter), LONG.wait_after(n, jitter));
            prop_assert_eq!(standard.is_some(), n < STANDARD.attempts());
            prop_assert_eq!(long.is_some(), n < LONG.attempts());
            prop_assert!(standard.is_none() || standard == long);
        }

        #[test]
        fn what_a_receiver_asks_for_counts_between_the_schedule_and_a_day(waits in (0..200_000_u64, 0..200_000_u64)) {
            let (scheduled, asked) = (Duration::from_secs(waits.0), Duration::from_secs(waits.1));
            let wait = wait_as_asked(scheduled, Some(asked));
            prop_assert!(wait >= scheduled);
            prop_assert!(wait >= asked || wait >= LONGEST_ASKED);
            prop_assert!(wait <= scheduled.max(LONGEST_ASKED));
            prop_assert_eq!(wait_as_asked(scheduled, None), scheduled);
        }
    }
}
