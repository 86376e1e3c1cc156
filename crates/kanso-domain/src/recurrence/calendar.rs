//! Recurrence on days of the calendar: what of RFC 5545's `RRULE` the pages offer, and no more.
//!
//! Rules are about days, not moments, so that no time zone and no clock that is put forward plays a part. A day that
//! a month or year does not have is left out, as the RFC says: the 31st comes seven times a year.

mod days;
mod text;

use jiff::civil::{Date, Weekday};

pub use days::Days;
pub use text::NoRule;

/// The greatest interval, and the most occurrences.
pub const MOST: u32 = 999;

/// On which days a task comes again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRule {
    every: Every,
    interval: u32,
    end: End,
}

/// On which days of its days, weeks, months or years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Every {
    /// Each day.
    Day,
    /// These days of the week, Monday first; at least one.
    Week(Vec<Weekday>),
    /// This day of the month, from 1 to 31.
    MonthDay(i8),
    /// A weekday of the month: the first to the fourth, or the last as -1.
    MonthWeekday(i8, Weekday),
    /// This month and day.
    Year(i8, i8),
}

/// When it ends.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum End {
    #[default]
    Never,
    /// After so many days, the first of them among these.
    After(u32),
    /// On this day, which may be the last one.
    Until(Date),
}

/// The days of the week, Monday first.
pub const WEEK: [Weekday; 7] = [
    Weekday::Monday,
    Weekday::Tuesday,
    Weekday::Wednesday,
    Weekday::Thursday,
    Weekday::Friday,
    Weekday::Saturday,
    Weekday::Sunday,
];

impl CalendarRule {
    /// The rule that comes every `interval`th time; `None` when it can never be meant so.
    pub fn new(mut every: Every, interval: u32, end: End) -> Option<Self> {
        if let Every::Week(days) = &mut every {
            days.sort_by_key(|day| day.to_monday_zero_offset());
            days.dedup();
        }
        let is_sound = match &every {
            Every::Day => true,
            Every::Week(days) => !days.is_empty(),
            Every::MonthDay(day) => (1..=31).contains(day),
            Every::MonthWeekday(nth, _) => matches!(nth, 1..=4 | -1),
            // 2028 has all days there are.
            Every::Year(month, day) => Date::new(2028, *month, *day).is_ok(),
        };
        let ends = !matches!(end, End::After(count) if !(1..=MOST).contains(&count));
        (is_sound && ends && (1..=MOST).contains(&interval)).then_some(Self { every, interval, end })
    }

    /// On which days of its days, weeks, months or years.
    pub fn every(&self) -> &Every {
        &self.every
    }

    /// Every how many of them.
    pub fn interval(&self) -> u32 {
        self.interval
    }

    /// When it ends.
    pub fn end(&self) -> End {
        self.end
    }

    /// Its days from `begin` on, which it is counted from, earliest first.
    pub fn days(&self, begin: Date) -> Days<'_> {
        Days::new(self, begin)
    }

    /// The first of its days after `day`.
    pub fn next_after(&self, begin: Date, day: Date) -> Option<Date> {
        self.days(begin).find(|found| *found > day)
    }

    /// The last of its days that is not after `day`.
    pub fn last_until(&self, begin: Date, day: Date) -> Option<Date> {
        self.days(begin).take_while(|found| *found <= day).last()
    }
}

#[cfg(test)]
mod tests;
