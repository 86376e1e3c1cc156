//! Dates as people and API clients write them.
//!
//! The accepted forms, and their order, are Kanboard's: the date of the setting, `YYYY-MM-DD`, `YYYY_MM_DD`,
//! date and time of the settings, `YYYY-MM-DD HH:MM`, `YYYY_MM_DD HH:MM`. Nothing else is guessed.

use jiff::civil::{Date, DateTime, Time};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

/// The order of day, month and year, and their separator, in the setting `application_date_format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateOrder {
    /// `m/d/Y`
    MonthDayYear,
    /// `d/m/Y`
    DayMonthYear,
    /// `Y/m/d`
    YearMonthDay,
    /// `d.m.Y`
    DayMonthYearDots,
    /// `Y-m-d`
    Iso,
}

/// How the application writes times of day, the setting `application_time_format`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clock {
    /// `H:i`, 15:30
    Hours24,
    /// `g:i a`, 3:30 pm
    Hours12,
}

/// What the settings say about reading dates.
#[derive(Clone, Debug)]
pub struct DateInput {
    /// The first form tried.
    pub order: DateOrder,
    /// The form of times behind a date in that order.
    pub clock: Clock,
    /// Where the times are.
    pub zone: TimeZone,
}

impl DateOrder {
    /// The order that the setting's text names; Kanboard's default for any other text.
    pub fn from_setting(text: &str) -> Self {
        match text {
            "d/m/Y" => Self::DayMonthYear,
            "Y/m/d" => Self::YearMonthDay,
            "d.m.Y" => Self::DayMonthYearDots,
            "Y-m-d" => Self::Iso,
            _ => Self::MonthDayYear,
        }
    }

    fn pattern(self) -> &'static str {
        match self {
            Self::MonthDayYear => "%m/%d/%Y",
            Self::DayMonthYear => "%d/%m/%Y",
            Self::YearMonthDay => "%Y/%m/%d",
            Self::DayMonthYearDots => "%d.%m.%Y",
            Self::Iso => "%Y-%m-%d",
        }
    }

    fn date(self, text: &str) -> Option<Date> {
        let parts = |separator| split_numbers(text, separator);
        match self {
            Self::MonthDayYear => parts('/').and_then(|[m, d, y]| civil(y, m, d)),
            Self::DayMonthYear => parts('/').and_then(|[d, m, y]| civil(y, m, d)),
            Self::YearMonthDay => parts('/').and_then(|[y, m, d]| civil(y, m, d)),
            Self::DayMonthYearDots => parts('.').and_then(|[d, m, y]| civil(y, m, d)),
            Self::Iso => parts('-').and_then(|[y, m, d]| civil(y, m, d)),
        }
    }
}

impl Clock {
    /// The clock that the setting's text names; 24 hours for any other text.
    pub fn from_setting(text: &str) -> Self {
        if text == "g:i a" { Self::Hours12 } else { Self::Hours24 }
    }

    fn pattern(self) -> &'static str {
        match self {
            Self::Hours24 => "%H:%M",
            Self::Hours12 => "%-I:%M %P",
        }
    }

    fn time(self, text: &str) -> Option<Time> {
        match self {
            Self::Hours24 => hours_minutes(text),
            Self::Hours12 => {
                let (clock, half) = text.split_once(' ')?;
                let time = hours_minutes(clock).filter(|time| (1..=12).contains(&time.hour()))?;
                let hour = time.hour() % 12
                    + match half.to_ascii_lowercase().as_str() {
                        "am" => 0,
                        "pm" => 12,
                        _ => return None,
                    };
                Time::new(hour, time.minute(), 0, 0).ok()
            }
        }
    }
}

impl DateInput {
    /// The moment that `text` names, in Unix seconds; a date without a time means that day at the time of day
    /// that `now` has. `None` for anything else, also for days that do not exist and those before 1970.
    pub fn parse(&self, text: &str, now: i64) -> Option<i64> {
        let (date, time) = match text.split_once(' ') {
            None => (self.order.date(text).or_else(|| iso(text))?, None),
            Some((date, time)) => self.date_and_time(date, time)?,
        };
        let time = time.unwrap_or_else(|| {
            self.local(now).time().with().subsec_nanosecond(0).build().unwrap_or_default()
        });
        let moment =
            DateTime::from_parts(date, time).to_zoned(self.zone.clone()).ok()?.timestamp().as_second();
        (moment >= 0).then_some(moment)
    }

    fn date_and_time(&self, date: &str, time: &str) -> Option<(Date, Option<Time>)> {
        let by_setting = || Some((self.order.date(date)?, Some(self.clock.time(time)?)));
        let by_iso = || Some((iso(date)?, Some(hours_minutes(time)?)));
        by_setting().or_else(by_iso)
    }

    /// The moment `at` (Unix seconds) in the form that is tried first: what [`parse`](Self::parse) reads as the same
    /// minute.
    pub fn write(&self, at: i64) -> String {
        self.local(at).strftime(&format!("{} {}", self.order.pattern(), self.clock.pattern())).to_string()
    }

    /// The moment `at` (Unix seconds) as the people of this time zone see it.
    pub fn local(&self, at: i64) -> Zoned {
        Timestamp::from_second(at).unwrap_or_default().to_zoned(self.zone.clone())
    }
}

fn iso(text: &str) -> Option<Date> {
    let [y, m, d] = split_numbers(text, '-').or_else(|| split_numbers(text, '_'))?;
    civil(y, m, d)
}

/// Three whole numbers of one to four digits.
fn split_numbers(text: &str, separator: char) -> Option<[i16; 3]> {
    let mut parts = text.split(separator).map(|part| {
        let digits = (1..=4).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        digits.then(|| part.parse().ok()).flatten()
    });
    let numbers = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(numbers)
}

fn civil(year: i16, month: i16, day: i16) -> Option<Date> {
    let year = (year >= 1000).then_some(year)?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

fn hours_minutes(text: &str) -> Option<Time> {
    let (hours, minutes) = text.split_once(':')?;
    let digits = |part: &str| (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let valid = digits(hours) && digits(minutes) && minutes.len() == 2;
    valid.then(|| Time::new(hours.parse().ok()?, minutes.parse().ok()?, 0, 0).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const AFTERNOON: i64 = 1_790_000_000; // 2026-09-21 14:13:20 UTC

    fn read(order: &str, clock: &str, text: &str) -> Option<String> {
        let input = DateInput {
            order: DateOrder::from_setting(order),
            clock: Clock::from_setting(clock),
            zone: TimeZone::UTC,
        };
        input.parse(text, AFTERNOON).map(|at| input.local(at).strftime("%F %T").to_string())
    }

    #[test]
    fn the_forms_of_the_contract() {
        let day = Some("2026-12-24 14:13:20".to_owned());
        for text in ["2026-12-24", "2026_12_24", "12/24/2026"] {
            assert_eq!(read("m/d/Y", "H:i", text), day, "{text}");
        }
        for text in ["2026-12-24 10:00", "2026_12_24 10:00", "12/24/2026 10:00"] {
            assert_eq!(read("m/d/Y", "H:i", text).as_deref(), Some("2026-12-24 10:00:00"), "{text}");
        }
        assert_eq!(read("m/d/Y", "H:i", "2026-1-5").as_deref(), Some("2026-01-05 14:13:20"));
        assert_eq!(read("m/d/Y", "H:i", "2026-12-24 9:05").as_deref(), Some("2026-12-24 09:05:00"));
        assert_eq!(read("d/m/Y", "H:i", "24/12/2026"), day);
        assert_eq!(read("m/d/Y", "g:i a", "12/24/2026 3:30 pm").as_deref(), Some("2026-12-24 15:30:00"));
        assert_eq!(read("m/d/Y", "g:i a", "12/24/2026 15:30"), None);
    }

    #[test]
    fn nothing_else_is_a_date() {
        for text in [
            "0",
            "1790000000",
            "true",
            "2026-02-30",
            "24.12.2026",
            "2026-12-24T10:00",
            "2026-12-24 10:00:00",
            "1969-12-31",
            "24/12/2026",
            "2026-12-24 10:00Z",
            "26-12-24",
            " ",
            "tomorrow",
        ] {
            assert_eq!(read("m/d/Y", "H:i", text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back(at in 0..4_000_000_000_i64, order in 0..5_usize, is_short: bool) {
            let input = DateInput {
                order: DateOrder::from_setting(["m/d/Y", "d/m/Y", "Y/m/d", "d.m.Y", "Y-m-d"][order]),
                clock: if is_short { Clock::Hours12 } else { Clock::Hours24 },
                zone: TimeZone::UTC,
            };
            prop_assert_eq!(input.parse(&input.write(at), AFTERNOON), Some(at - at % 60));
        }

        #[test]
        fn any_text_is_read_or_refused_without_a_panic(text in "\\PC{0,24}") {
            let _ = read("m/d/Y", "g:i a", &text);
        }
    }
}
