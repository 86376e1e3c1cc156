//! Days as numbers.

use jiff::Timestamp;
use jiff::civil::{Date, date};
use jiff::tz::TimeZone;

const FIRST: Date = date(1970, 1, 1);

/// The number of a day: days since 1970-01-01.
pub(super) fn number(day: Date) -> i64 {
    day.since(FIRST).map_or(0, |span| i64::from(span.get_days()))
}

/// The day of a number.
pub(super) fn day(number: i64) -> Date {
    let days = jiff::Span::new().try_days(number);
    days.and_then(|days| FIRST.checked_add(days)).unwrap_or(FIRST)
}

/// Which day a moment is in. It remembers the day of the last one, which most others are in too.
pub(super) struct Calendar {
    zone: TimeZone,
    day: i64,
    from: i64,
    until: i64,
}

impl Calendar {
    pub(super) fn new(zone: TimeZone) -> Self {
        Self { zone, day: 0, from: 0, until: 0 }
    }

    /// The number of the day that a moment (Unix seconds) is in.
    pub(super) fn number(&mut self, at: i64) -> i64 {
        if !(self.from..self.until).contains(&at) {
            let local = Timestamp::from_second(at).unwrap_or_default().to_zoned(self.zone.clone()).date();
            let begin = |day: Date| {
                day.to_zoned(self.zone.clone()).map_or(i64::MAX, |begin| begin.timestamp().as_second())
            };
            (self.from, self.until) = (begin(local), local.tomorrow().map_or(i64::MAX, begin));
            self.day = number(local);
        }
        self.day
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_the_same() {
        for (text, expected) in [("1970-01-01", 0), ("2026-11-22", 20_779), ("1969-12-31", -1)] {
            let parsed: Date = text.parse().unwrap();
            assert_eq!((number(parsed), day(expected)), (expected, parsed));
        }
    }

    #[test]
    fn a_day_is_the_time_zones() {
        let mut calendar = Calendar::new(TimeZone::get("Asia/Tokyo").unwrap());
        let midnight = 20_779 * 86_400 - 9 * 3_600;
        assert_eq!(calendar.number(midnight), 20_779);
        assert_eq!(calendar.number(midnight - 1), 20_778);
        assert_eq!(calendar.number(midnight + 86_399), 20_779);
        assert_eq!(calendar.number(midnight + 86_400), 20_780);
    }
}
