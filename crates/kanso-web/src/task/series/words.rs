//! A rule in a sentence.

use jiff::civil::Weekday;
use kanso_core::recurrence::Recurrence;
use kanso_domain::recurrence::calendar::{End, Every};

use crate::page::Page;

/// The weekdays of a month there are to choose from.
pub(super) const NTHS: [i8; 5] = [1, 2, 3, 4, -1];

/// On which days a task comes back, since when, and for how long.
pub(super) fn sentence(page: &Page, stored: &Recurrence) -> String {
    let rule = every(page, stored.rule.every(), stored.rule.interval().into());
    let from = page.day(stored.begins_on);
    let says = page.locale.with("recur-sentence", &[("rule", &rule), ("day", &from)]);
    let end = match stored.rule.end() {
        End::Never => return says,
        End::After(count) => page.count("recur-times", i64::from(count)),
        End::Until(day) => page.say("recur-until", "day", page.day(day)),
    };
    format!("{says}, {end}")
}

fn every(page: &Page, every: &Every, interval: i64) -> String {
    match every {
        Every::Day => page.count("recur-every-day", interval),
        Every::Week(days) => {
            let days: Vec<String> = days.iter().map(|day| weekday_name(page, *day)).collect();
            on(page, "recur-on-weekdays", &page.count("recur-every-week", interval), &days.join(", "))
        }
        Every::MonthDay(day) => {
            on(page, "recur-on-day", &page.count("recur-every-month", interval), &day.to_string())
        }
        Every::MonthWeekday(nth, day) => {
            let (every, nth) = (page.count("recur-every-month", interval), nth_name(page, *nth));
            let day = weekday_name(page, *day);
            page.locale.with("recur-on-nth", &[("every", &every), ("nth", &nth), ("day", &day)])
        }
        Every::Year(month, day) => {
            let month = page.text(&format!("month-{month}"));
            let day = page.locale.with("date-day", &[("day", day), ("month", &month)]);
            on(page, "recur-on-date", &page.count("recur-every-year", interval), &day)
        }
    }
}

fn on(page: &Page, key: &'static str, every: &str, day: &str) -> String {
    page.locale.with(key, &[("every", &every), ("day", &day)])
}

/// What the day is called, written out.
pub(super) fn weekday_name(page: &Page, day: Weekday) -> String {
    page.text(match day {
        Weekday::Monday => "recur-monday",
        Weekday::Tuesday => "recur-tuesday",
        Weekday::Wednesday => "recur-wednesday",
        Weekday::Thursday => "recur-thursday",
        Weekday::Friday => "recur-friday",
        Weekday::Saturday => "recur-saturday",
        Weekday::Sunday => "recur-sunday",
    })
}

/// Which one of the month.
pub(super) fn nth_name(page: &Page, nth: i8) -> String {
    page.text(match nth {
        1 => "recur-first-of-month",
        2 => "recur-second-of-month",
        3 => "recur-third-of-month",
        4 => "recur-fourth-of-month",
        _ => "recur-last-of-month",
    })
}
