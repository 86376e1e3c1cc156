//! The days that a page of the calendar shows.

use jiff::ToSpan;
use jiff::civil::{Date, Weekday};
use jiff::tz::TimeZone;

/// A month or a week, in whole weeks from Monday to Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    Month,
    Week,
}

/// The days of a page, around one that it was opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Days {
    pub(crate) mode: Mode,
    pub(crate) day: Date,
}

/// The calendar knows no days before or after these, and nobody has tasks there.
const FIRST: Date = jiff::civil::date(1900, 1, 1);
const LAST: Date = jiff::civil::date(9000, 1, 1);

impl Mode {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::Month => "month",
            Self::Week => "week",
        }
    }
}

impl Days {
    /// The days around a day, which is brought to where the calendar goes.
    pub(crate) fn around(mode: Mode, day: Date) -> Self {
        Self { mode, day: day.clamp(FIRST, LAST) }
    }

    /// The Monday that the page begins with.
    pub(crate) fn first(self) -> Date {
        monday_of(match self.mode {
            Mode::Month => self.day.first_of_month(),
            Mode::Week => self.day,
        })
    }

    /// The weeks of the page, by their Mondays.
    pub(crate) fn weeks(self) -> Vec<Date> {
        let last = match self.mode {
            Mode::Month => self.day.last_of_month(),
            Mode::Week => self.first(),
        };
        self.first().series(1.week()).take_while(|monday| *monday <= last).collect()
    }

    /// The day after the last one.
    pub(crate) fn end(self) -> Date {
        let last = self.weeks().last().copied().unwrap_or(self.day);
        last.saturating_add(1.week())
    }

    /// The page before, or after.
    pub(crate) fn next(self, is_later: bool) -> Self {
        let step = match self.mode {
            Mode::Month => 1.month(),
            Mode::Week => 1.week(),
        };
        let step = if is_later { step } else { -step };
        // From the 31st of January a month later is in February.
        Self::around(self.mode, self.day.saturating_add(step))
    }

    /// Whether the page is about this day, rather than showing it to fill a week.
    pub(crate) fn is_about(self, day: Date) -> bool {
        self.mode == Mode::Week || (day.month() == self.day.month() && day.year() == self.day.year())
    }

    /// From the first moment of the page to the first one after it, in Unix seconds.
    pub(crate) fn moments(self, zone: &TimeZone) -> (i64, i64) {
        (begin_of(self.first(), zone), begin_of(self.end(), zone))
    }
}

fn monday_of(day: Date) -> Date {
    let behind = i64::from(day.weekday().since(Weekday::Monday));
    day.saturating_sub(behind.days())
}

/// The first moment of the day: not always midnight.
fn begin_of(day: Date, zone: &TimeZone) -> i64 {
    let begin = day.to_zoned(zone.clone()).and_then(|midnight| midnight.start_of_day());
    begin.map_or(0, |begin| begin.timestamp().as_second())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_month_is_shown_in_whole_weeks() {
        let november = Days::around(Mode::Month, date(2026, 11, 22));
        assert_eq!((november.first(), november.end()), (date(2026, 10, 26), date(2026, 12, 7)));
        assert_eq!(november.weeks().len(), 6);
        assert!(november.is_about(date(2026, 11, 30)) && !november.is_about(date(2026, 12, 1)));
        // February 2027 begins on a Monday and ends on a Sunday.
        assert_eq!(Days::around(Mode::Month, date(2027, 2, 10)).weeks().len(), 4);
    }

    #[test]
    fn a_week_is_shown_from_monday_to_sunday() {
        let week = Days::around(Mode::Week, date(2026, 11, 22));
        assert_eq!((week.first(), week.end()), (date(2026, 11, 16), date(2026, 11, 23)));
        assert_eq!(week.next(true).first(), date(2026, 11, 23));
    }

    #[test]
    fn months_of_different_length_follow_each_other() {
        let january = Days::around(Mode::Month, date(2027, 1, 31));
        assert_eq!(january.next(true).day, date(2027, 2, 28));
        assert_eq!(january.next(false).day, date(2026, 12, 31));
    }

    #[test]
    fn days_that_nobody_has_are_not_shown() {
        for far in [date(-9999, 1, 1), date(9999, 12, 31)] {
            let days = Days::around(Mode::Month, far);
            assert!(!days.next(true).weeks().is_empty() && !days.next(false).weeks().is_empty());
        }
    }
}
