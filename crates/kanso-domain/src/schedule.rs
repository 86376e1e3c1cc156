//! When a delivery is tried again.

use std::time::Duration;

const SECOND: u64 = 1;
const MINUTE: u64 = 60 * SECOND;
const HOUR: u64 = 60 * MINUTE;

/// The wait before each attempt: the first comes at once, the last a day after the one before it.
///
/// The list of the Standard Webhooks specification with one early retry more (30 s), because most outages of
/// a receiver are restarts.
const WAITS: [u64; 11] = [
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
    24 * HOUR,
];

/// How many attempts a delivery gets before it is given up.
pub const ATTEMPTS: usize = WAITS.len();

/// How long to wait after `attempts` failed ones before the next, or `None` to give up.
///
/// `jitter` from 0 to 1 spreads the attempts of many deliveries: the wait is stretched by up to a tenth.
pub fn wait_after(attempts: usize, jitter: f64) -> Option<Duration> {
    let wait = Duration::from_secs(*WAITS.get(attempts)?);
    Some(wait.mul_f64(1.0 + jitter.clamp(0.0, 1.0) / 10.0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_whole_schedule_takes_three_days() {
        let hours: u64 =
            (0..ATTEMPTS).filter_map(|n| wait_after(n, 0.0)).map(|wait| wait.as_secs()).sum::<u64>() / HOUR;
        assert_eq!(hours, 75);
        assert_eq!(wait_after(ATTEMPTS, 0.0), None);
    }

    proptest! {
        #[test]
        fn waits_grow_whatever_the_jitter(n in 1..ATTEMPTS, jitter in 0.0f64..=1.0) {
            prop_assert!(wait_after(n, 0.0) > wait_after(n - 1, jitter));
        }

        #[test]
        fn jitter_adds_a_tenth_at_most(n in 0..ATTEMPTS, jitter: f64) {
            let (plain, spread) = (wait_after(n, 0.0).unwrap(), wait_after(n, jitter).unwrap());
            prop_assert!(spread >= plain && spread <= plain.mul_f64(1.1));
        }
    }
}
