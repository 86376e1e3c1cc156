//! How many attempts a second an endpoint gets. What is over the rate waits; nothing is dropped.

const SECOND_US: f64 = 1_000_000.0;

/// A part of a second's attempts may come at once, so that they need not be counted out one by one.
const BURST_US: i64 = 100_000;

/// What the rate lets pass now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pass {
    /// How many may begin.
    pub count: usize,
    /// Up to when the rate is used up then, in Unix microseconds: to be kept until the next time.
    pub paid_until_us: i64,
    /// When more may begin, in Unix milliseconds.
    pub next_at_ms: i64,
}

/// How many of `wanted` attempts may begin at `now_ms`, at `rate` a second, of which it is used up to
/// `paid_until_us`.
pub fn pass(rate: f64, paid_until_us: i64, now_ms: i64, wanted: usize) -> Pass {
    let cost = interval(rate);
    let now = now_ms.saturating_mul(1000);
    let paid = paid_until_us.max(now);
    // One attempt more than this fits in always, however slow the rate.
    let room = now.saturating_add(burst(cost)).saturating_sub(paid);
    let fits = if room < 0 { 0 } else { room / cost + 1 };
    let count = usize::try_from(fits).unwrap_or_default().min(wanted);
    let paid_until_us = paid.saturating_add(cost.saturating_mul(i64::try_from(count).unwrap_or(i64::MAX)));
    let next_at_us = paid_until_us.saturating_sub(burst(cost)).max(now + 1);
    Pass { count, paid_until_us, next_at_ms: next_at_us.saturating_add(999).div_euclid(1000) }
}

/// What one attempt uses up, in microseconds.
#[expect(clippy::cast_possible_truncation, reason = "from 1 to a day's microseconds")]
fn interval(rate: f64) -> i64 {
    let interval = if rate > 0.0 { SECOND_US / rate } else { f64::INFINITY };
    interval.clamp(1.0, 86_400.0 * SECOND_US).ceil() as i64
}

/// How far ahead may be paid, beyond the one attempt that may always come.
fn burst(cost: i64) -> i64 {
    (BURST_US - cost).max(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn two_a_second_come_half_a_second_apart() {
        let first = pass(2.0, 0, 10_000, 5);
        assert_eq!((first.count, first.next_at_ms), (1, 10_500));
        assert_eq!(pass(2.0, first.paid_until_us, 10_499, 5).count, 0);
        let second = pass(2.0, first.paid_until_us, 10_500, 5);
        assert_eq!((second.count, second.next_at_ms), (1, 11_000));
    }

    #[test]
    fn a_long_rest_is_not_made_up_for() {
        assert_eq!(pass(1000.0, 0, 1_000_000, 5_000).count, 100);
        assert_eq!(pass(2.0, 0, 1_000_000, 5_000).count, 1);
    }

    proptest! {
        #[test]
        fn never_more_than_the_rate_and_a_burst(
            rate in 0.05f64..1000.0,
            asks in prop::collection::vec((0..3_000_i64, 0..300_usize), 1..60),
        ) {
            let (mut now, mut paid, mut begun) = (1_000_000, 0, 0_usize);
            for (wait, wanted) in asks {
                now += wait;
                let passed = pass(rate, paid, now, wanted);
                prop_assert!(passed.count <= wanted);
                paid = passed.paid_until_us;
                begun += passed.count;
                #[expect(clippy::cast_precision_loss, reason = "small numbers")]
                let (seconds, count) = ((now - 1_000_000) as f64 / 1000.0, begun as f64);
                prop_assert!(count <= rate * seconds + (rate / 10.0).max(1.0) + 1e-6, "{count} in {seconds} s");
            }
        }

        #[test]
        fn who_waits_until_the_time_named_gets_on(rate in 0.05f64..1000.0, wanted in 1..300_usize) {
            let (mut now, mut paid) = (1_000_000, 0);
            for _ in 0..50 {
                let passed = pass(rate, paid, now, wanted);
                prop_assert!(passed.count > 0);
                prop_assert!(passed.next_at_ms > now);
                (now, paid) = (passed.next_at_ms, passed.paid_until_us);
            }
        }
    }
}
