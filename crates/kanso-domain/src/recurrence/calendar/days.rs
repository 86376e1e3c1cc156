//! The days of a rule, one after the other.

use std::collections::VecDeque;

use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

use super::{CalendarRule, End, Every};

/// After so many periods without a day there is none any more: the longest wait is that of 29 February in every 999th
/// year, which the calendar of this program does not last for.
const PATIENCE: u32 = 10_000;

/// The days of a rule from a beginning on, earliest first.
#[derive(Clone, Debug)]
pub struct Days<'r> {
    rule: &'r CalendarRule,
    begin: Date,
    /// How many periods were looked at: days, weeks, months or years.
    period: u32,
    found: VecDeque<Date>,
    /// How many days there were.
    count: u32,
}

impl<'r> Days<'r> {
    pub(super) fn new(rule: &'r CalendarRule, begin: Date) -> Self {
        Self { rule, begin, period: 0, found: VecDeque::new(), count: 0 }
    }

    /// The days of the next period that has any; nothing beyond the last year of the calendar.
    fn look(&mut self) -> Option<()> {
        for _ in 0..PATIENCE {
            let steps = i64::from(self.period.checked_mul(self.rule.interval)?);
            self.period += 1;
            let days = self.period_days(steps)?;
            self.found.extend(days.into_iter().filter(|day| *day >= self.begin));
            if !self.found.is_empty() {
                return Some(());
            }
        }
        None
    }

    /// The days of the period that comes so many steps after the one of the beginning.
    fn period_days(&self, steps: i64) -> Option<Vec<Date>> {
        Some(match &self.rule.every {
            Every::Day => vec![later(self.begin, Span::new().try_days(steps).ok()?)?],
            Every::Week(weekdays) => {
                let since_monday = i64::from(self.begin.weekday().to_monday_zero_offset());
                let monday = later(self.begin, Span::new().try_days(steps * 7 - since_monday).ok()?)?;
                let day =
                    |weekday: &Weekday| later(monday, i64::from(weekday.to_monday_zero_offset()).days());
                weekdays.iter().filter_map(day).collect()
            }
            Every::MonthDay(day) => {
                let first = self.month(steps)?;
                first.with().day(*day).build().into_iter().collect()
            }
            Every::MonthWeekday(nth, weekday) => {
                self.month(steps)?.nth_weekday_of_month(*nth, *weekday).into_iter().collect()
            }
            Every::Year(month, day) => {
                let year = i16::try_from(i64::from(self.begin.year()).checked_add(steps)?).ok()?;
                Date::new(year, 1, 1).ok()?;
                Date::new(year, *month, *day).into_iter().collect()
            }
        })
    }

    /// The first day of the month so many months after the beginning.
    fn month(&self, steps: i64) -> Option<Date> {
        later(self.begin.first_of_month(), Span::new().try_months(steps).ok()?)
    }
}

fn later(day: Date, span: Span) -> Option<Date> {
    day.checked_add(span).ok()
}

impl Iterator for Days<'_> {
    type Item = Date;

    fn next(&mut self) -> Option<Date> {
        if matches!(self.rule.end, End::After(most) if self.count >= most) {
            return None;
        }
        if self.found.is_empty() {
            self.look()?;
        }
        let day = self.found.pop_front()?;
        if matches!(self.rule.end, End::Until(last) if day > last) {
            return None;
        }
        self.count += 1;
        Some(day)
    }
}
