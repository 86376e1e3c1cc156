//! Rules as RFC 5545 writes them, which is how they are stored.

use std::fmt;
use std::str::FromStr;

use jiff::civil::{Date, Weekday};

use super::{CalendarRule, End, Every, WEEK};

/// Text that is no rule of those there are.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("no rule of recurrence: {0:?}")]
pub struct NoRule(pub String);

const NAMES: [&str; 7] = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"];

fn name_of(day: Weekday) -> &'static str {
    let at = WEEK.iter().position(|known| *known == day).unwrap_or_default();
    NAMES.get(at).copied().unwrap_or("MO")
}

fn day_of(name: &str) -> Option<Weekday> {
    WEEK.get(NAMES.iter().position(|known| *known == name)?).copied()
}

impl fmt::Display for CalendarRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let frequency = match self.every {
            Every::Day => "DAILY",
            Every::Week(_) => "WEEKLY",
            Every::MonthDay(_) | Every::MonthWeekday(..) => "MONTHLY",
            Every::Year(..) => "YEARLY",
        };
        write!(f, "FREQ={frequency}")?;
        if self.interval > 1 {
            write!(f, ";INTERVAL={}", self.interval)?;
        }
        match &self.every {
            Every::Day => {}
            Every::Week(days) => {
                let names: Vec<&str> = days.iter().map(|day| name_of(*day)).collect();
                write!(f, ";BYDAY={}", names.join(","))?;
            }
            Every::MonthDay(day) => write!(f, ";BYMONTHDAY={day}")?,
            Every::MonthWeekday(nth, day) => write!(f, ";BYDAY={nth}{}", name_of(*day))?,
            Every::Year(month, day) => write!(f, ";BYMONTH={month};BYMONTHDAY={day}")?,
        }
        match self.end {
            End::Never => Ok(()),
            End::After(count) => write!(f, ";COUNT={count}"),
            End::Until(day) => write!(f, ";UNTIL={}", day.strftime("%Y%m%d")),
        }
    }
}

impl FromStr for CalendarRule {
    type Err = NoRule;

    fn from_str(text: &str) -> Result<Self, NoRule> {
        read(text).ok_or_else(|| NoRule(text.to_owned()))
    }
}

fn read(text: &str) -> Option<CalendarRule> {
    let mut parts = text.split(';').map(|part| part.split_once('=')).collect::<Option<Vec<_>>>()?;
    let mut take = |name: &str| {
        let at = parts.iter().position(|(known, _)| *known == name)?;
        Some(parts.remove(at).1)
    };
    let frequency = take("FREQ")?;
    let interval = take("INTERVAL").map_or(Some(1), |text| text.parse().ok())?;
    let (days, month_day, month) = (take("BYDAY"), take("BYMONTHDAY"), take("BYMONTH"));
    let end = match (take("COUNT"), take("UNTIL")) {
        (None, None) => End::Never,
        (Some(count), None) => End::After(count.parse().ok()?),
        (None, Some(until)) => End::Until(Date::strptime("%Y%m%d", until).ok()?),
        (Some(_), Some(_)) => return None,
    };
    let every = match (frequency, days, month_day, month) {
        ("DAILY", None, None, None) => Every::Day,
        ("WEEKLY", Some(days), None, None) => {
            Every::Week(days.split(',').map(day_of).collect::<Option<_>>()?)
        }
        ("MONTHLY", None, Some(day), None) => Every::MonthDay(day.parse().ok()?),
        ("MONTHLY", Some(day), None, None) => {
            let (nth, name) = day.split_at_checked(day.len().checked_sub(2)?)?;
            Every::MonthWeekday(nth.parse().ok()?, day_of(name)?)
        }
        ("YEARLY", None, Some(day), Some(month)) => Every::Year(month.parse().ok()?, day.parse().ok()?),
        _ => return None,
    };
    // What is not known would be left out without a word.
    if parts.is_empty() { CalendarRule::new(every, interval, end) } else { None }
}
