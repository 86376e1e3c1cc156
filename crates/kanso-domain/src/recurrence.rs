//! When a recurring task is due next.
//!
//! Days, months and years are those of a calendar in a time zone: the time of day stays what it is there. A day
//! that a month does not have runs over into the next one, as in Kanboard: a month after 31 January is 3 March.

pub mod calendar;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Span, Timestamp};

/// What a recurrence counts in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Timeframe {
    Days,
    Months,
    Years,
}

impl Timeframe {
    /// By Kanboard's number; days for any that is none.
    pub fn from_number(number: i64) -> Self {
        match number {
            1 => Self::Months,
            2 => Self::Years,
            _ => Self::Days,
        }
    }
}

/// The moment so many timeframes after `at` (before it when negative), both in Unix seconds, at the same time of
/// day in `zone`. `None` beyond the years of the calendar.
pub fn shift(at: i64, timeframe: Timeframe, factor: i64, zone: &TimeZone) -> Option<i64> {
    let local = Timestamp::from_second(at).ok()?.to_zoned(zone.clone()).datetime();
    let date = match timeframe {
        Timeframe::Days => add_days(local.date(), factor)?,
        Timeframe::Months => add_months(local.date(), factor)?,
        Timeframe::Years => add_months(local.date(), factor.checked_mul(12)?)?,
    };
    Some(date.to_datetime(local.time()).to_zoned(zone.clone()).ok()?.timestamp().as_second())
}

fn add_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(Span::new().try_days(days).ok()?).ok()
}

/// The same day number in another month, counted on from its first day.
fn add_months(date: Date, months: i64) -> Option<Date> {
    let first = date.first_of_month().checked_add(Span::new().try_months(months).ok()?).ok()?;
    add_days(first, i64::from(date.day()) - 1)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::date::{Clock, DateInput, DateOrder};

    fn input(zone: &str) -> DateInput {
        let zone = TimeZone::get(zone).unwrap();
        DateInput { order: DateOrder::Iso, clock: Clock::Hours24, zone }
    }

    fn shifted(zone: &str, from: &str, timeframe: Timeframe, factor: i64) -> String {
        let input = input(zone);
        let at = shift(input.parse(from, 0).unwrap(), timeframe, factor, &input.zone).unwrap();
        input.local(at).strftime("%F %H:%M").to_string()
    }

    #[test]
    fn the_examples_of_the_contract() {
        use Timeframe::{Days, Months, Years};
        for (timeframe, factor, expected) in [
            (Days, 1, "2026-02-01 10:00"),
            (Months, 1, "2026-03-03 10:00"),
            (Months, -1, "2025-12-31 10:00"),
            (Months, 13, "2027-03-03 10:00"),
            (Years, 1, "2027-01-31 10:00"),
            (Days, -3, "2026-01-28 10:00"),
        ] {
            assert_eq!(shifted("UTC", "2026-01-31 10:00", timeframe, factor), expected);
        }
        assert_eq!(shifted("UTC", "2028-01-31 10:00", Months, 1), "2028-03-02 10:00", "a leap year");
        assert_eq!(shifted("UTC", "2028-02-29 10:00", Years, 1), "2029-03-01 10:00");
        assert_eq!(shifted("UTC", "2026-03-31 10:00", Months, -1), "2026-03-03 10:00");
    }

    #[test]
    fn the_time_of_day_stays_when_the_clocks_change() {
        let after = shifted("Europe/Berlin", "2026-03-28 10:00", Timeframe::Days, 1);
        assert_eq!(after, "2026-03-29 10:00");
        let utc = TimeZone::UTC;
        assert_eq!(shift(0, Timeframe::Days, i64::MAX, &utc), None);
        assert_eq!(shift(0, Timeframe::Years, i64::MIN, &utc), None);
    }

    proptest! {
        #[test]
        fn days_forward_and_back_lead_to_the_same_moment(
            at in 0i64..4_000_000_000, days in -20_000i64..20_000
        ) {
            let there = shift(at, Timeframe::Days, days, &TimeZone::UTC).unwrap();
            prop_assert_eq!(there - at, days * 86_400);
            prop_assert_eq!(shift(there, Timeframe::Days, -days, &TimeZone::UTC), Some(at));
        }

        #[test]
        fn months_keep_the_day_or_run_over_by_three_at_most(
            at in 0i64..4_000_000_000, months in -600i64..600
        ) {
            let zone = input("Europe/Berlin").zone;
            let local = |at| Timestamp::from_second(at).unwrap().to_zoned(zone.clone());
            let (before, after) = (local(at), local(shift(at, Timeframe::Months, months, &zone).unwrap()));
            prop_assert!(before.day() == after.day() || (before.day() > 28 && after.day() <= 3));
        }

        #[test]
        fn nothing_panics(at: i64, factor: i64, number: i64) {
            let _ = shift(at, Timeframe::from_number(number), factor, &TimeZone::UTC);
        }
    }
}
