//! From which day to which, as forms ask for it.

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use kanso_core::export::Span;
use kanso_core::{Error, Fault as CoreFault};
use serde::Deserialize;

/// The days of an address, as they were written.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Given {
    /// As `2026-11-22`; empty for the first there is.
    pub(crate) from: String,
    /// The last day, which is in it; empty for the last there is.
    pub(crate) until: String,
}

/// Days that were asked for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Between {
    pub(crate) from: Option<Date>,
    pub(crate) until: Option<Date>,
}

impl Given {
    /// The days, unless one is none or the last is before the first.
    pub(crate) fn read(&self) -> Result<Between, Error> {
        let day = |text: &str, name| match text.trim() {
            "" => Ok(None),
            text => text.parse().map(Some).map_err(|_| Error::Invalid(CoreFault::Unknown(name))),
        };
        let between = Between { from: day(&self.from, "from")?, until: day(&self.until, "until")? };
        match between {
            Between { from: Some(from), until: Some(until) } if from > until => {
                Err(Error::Invalid(CoreFault::Unknown("until")))
            }
            _ => Ok(between),
        }
    }
}

impl Between {
    /// The moments of these days in a time zone.
    pub(crate) fn moments(self, zone: &TimeZone) -> Span {
        let begin = |day: Date| Some(day.to_zoned(zone.clone()).ok()?.timestamp().as_second());
        let end = self.until.and_then(|day| begin(day.checked_add(1.day()).ok()?));
        Span {
            from: self.from.and_then(begin).unwrap_or(Span::ALL.from),
            until: end.unwrap_or(Span::ALL.until),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(from: &str, until: &str) -> Result<Span, Error> {
        let given = Given { from: from.to_owned(), until: until.to_owned() };
        Ok(given.read()?.moments(&TimeZone::UTC))
    }

    #[test]
    fn both_days_are_in_it() {
        let day = read("2026-11-22", "2026-11-22").unwrap();
        assert_eq!((day.from, day.until - day.from), (1_795_305_600, 86_400));
        assert_eq!(read("", " ").unwrap(), Span::ALL);
    }

    #[test]
    fn what_is_no_day_is_refused() {
        for (from, until) in [("tomorrow", ""), ("", "2026-02-30"), ("2026-11-23", "2026-11-22")] {
            assert!(read(from, until).is_err(), "{from} {until}");
        }
    }
}
