//! The day that a search names: a date in figures, or an English phrase such as `3 days ago` or
//! `first day of next month`.

mod phrase;
mod pieces;

use jiff::civil::{Date, DateTime, Weekday};

use crate::date::DateInput;
use phrase::Phrase;

/// The day, in the time zone of `dates`; `None` for a text that names none.
pub(super) fn read(text: &str, dates: &DateInput, now: i64) -> Option<Date> {
    let text = text.trim();
    if let Some(at) = dates.parse(text, now) {
        return Some(dates.local(at).date());
    }
    if let Some(at) = text.strip_prefix('@') {
        let at = at.parse::<i64>().ok().filter(|at| jiff::Timestamp::from_second(*at).is_ok())?;
        return Some(dates.local(at).date());
    }
    let now = dates.local(now).datetime();
    Phrase::read(&pieces::read(text, now.date())?, now.date())?.said_at(now)
}

/// Which weekday a phrase ends at, seen from the day that the rest of it names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Towards {
    /// That day itself, or the next such one.
    OnOrAfter,
    After,
    Before,
}

/// A day of the month that the rest of the phrase names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum OfMonth {
    First,
    Last,
    /// The first such weekday is 1.
    Nth(i8, Weekday),
    LastWeekday(Weekday),
}

impl Phrase {
    /// The day that it names when it is said at `now`.
    fn said_at(&self, now: DateTime) -> Option<Date> {
        let base = self.date.unwrap_or(now.date());
        let mut day = add_months(base, self.months)?;
        day = match self.of_month {
            None => day,
            Some(OfMonth::First) => day.first_of_month(),
            Some(OfMonth::Last) => day.last_of_month(),
            Some(OfMonth::Nth(n, weekday)) => day.nth_weekday_of_month(n, weekday).ok()?,
            Some(OfMonth::LastWeekday(weekday)) => day.nth_weekday_of_month(-1, weekday).ok()?,
        };
        let at = day.to_datetime(now.time());
        let at = at.checked_add(jiff::Span::new().try_seconds(self.seconds).ok()?).ok()?;
        let day = add_days(at.date(), self.days)?;
        let Some((weekday, towards)) = self.weekday else { return Some(day) };
        let ahead = i64::from(day.weekday().until(weekday));
        let behind = i64::from(day.weekday().since(weekday));
        match towards {
            // "Monday next week" is the Monday of the week that the phrase leads into.
            Towards::OnOrAfter if self.names_week => {
                let monday = add_days(day, -i64::from(day.weekday().to_monday_zero_offset()))?;
                add_days(monday, i64::from(weekday.to_monday_zero_offset()))
            }
            Towards::OnOrAfter => add_days(day, ahead),
            Towards::After => add_days(day, if ahead == 0 { 7 } else { ahead }),
            Towards::Before => add_days(day, -(if behind == 0 { 7 } else { behind })),
        }
    }
}

fn add_days(day: Date, days: i64) -> Option<Date> {
    day.checked_add(jiff::Span::new().try_days(days).ok()?).ok()
}

/// A day that the month does not have runs over into the next one: January 31st and a month are March 3rd.
fn add_months(day: Date, months: i64) -> Option<Date> {
    if months == 0 {
        return Some(day);
    }
    let months = (i64::from(day.year()) * 12 + i64::from(day.month()) - 1).checked_add(months)?;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) + 1);
    let first = Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, 1).ok()?;
    add_days(first, i64::from(day.day()) - 1)
}

#[cfg(test)]
mod tests;
