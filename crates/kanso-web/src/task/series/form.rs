//! The form: numbers and days as they are typed.

use jiff::civil::{Date, Weekday};
use kanso_core::recurrence::Recurrence;
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::recurrence::calendar::{CalendarRule, End, Every, MOST, WEEK};

use super::words::{NTHS, nth_name, weekday_name};
use super::{Form, SeriesView};
use crate::page::Page;
use crate::profile::view::Choice;

/// The value of a field; empty when it has none.
fn value<'f>(form: &'f Form, name: &str) -> &'f str {
    form.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value.trim())
}

/// What is meant, if it can be; the days that are not named are those of the beginning.
pub(super) fn read(form: &Form, today: Date) -> Result<(CalendarRule, Date), Error> {
    let begins_on = day(form, "begins_on")?.unwrap_or(today);
    let every = every(form, begins_on)?;
    let end = match value(form, "ends") {
        "after" => End::After(number(form, "count")?),
        "until" => End::Until(day(form, "until")?.ok_or(Error::Invalid(CoreFault::Missing("until")))?),
        _ => End::Never,
    };
    let rule = CalendarRule::new(every, number(form, "interval")?, end);
    Ok((rule.ok_or(Error::Invalid(CoreFault::Unknown("recurrence")))?, begins_on))
}

fn every(form: &Form, begins_on: Date) -> Result<Every, Error> {
    Ok(match value(form, "unit") {
        "day" => Every::Day,
        "week" => {
            let chosen = form.iter().filter(|(name, _)| name == "weekday");
            let days: Vec<Weekday> = chosen.filter_map(|(_, day)| weekday(day)).collect();
            Every::Week(if days.is_empty() { vec![begins_on.weekday()] } else { days })
        }
        "month-day" => Every::MonthDay(match value(form, "month_day") {
            "" => begins_on.day(),
            day => day.parse().map_err(|_| unknown("recurrence"))?,
        }),
        "month-weekday" => {
            let nth = value(form, "nth").parse().map_err(|_| unknown("recurrence"))?;
            Every::MonthWeekday(nth, weekday(value(form, "month_weekday")).ok_or(unknown("recurrence"))?)
        }
        "year" => Every::Year(begins_on.month(), begins_on.day()),
        _ => return Err(unknown("recurrence")),
    })
}

fn unknown(what: &'static str) -> Error {
    Error::Invalid(CoreFault::Unknown(what))
}

/// By its number, Monday being 1.
fn weekday(text: &str) -> Option<Weekday> {
    WEEK.get(text.parse::<usize>().ok()?.checked_sub(1)?).copied()
}

fn day(form: &Form, name: &'static str) -> Result<Option<Date>, Error> {
    match value(form, name) {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| unknown(name)),
    }
}

fn number(form: &Form, name: &'static str) -> Result<u32, Error> {
    let number = value(form, name).parse().ok().filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| Error::Invalid(CoreFault::OutOfRange(name, format!("1 … {MOST}"))))
}

/// What the form says before anybody filled it in: every week on this day.
pub(super) fn usual(today: Date) -> Form {
    let pair = |name: &str, value: String| (name.to_owned(), value);
    vec![
        pair("interval", "1".to_owned()),
        pair("unit", "week".to_owned()),
        pair("weekday", today.weekday().to_monday_one_offset().to_string()),
        pair("begins_on", today.to_string()),
        pair("ends", "never".to_owned()),
    ]
}

/// What the form says of what is stored.
pub(super) fn filled(stored: &Recurrence) -> Form {
    let mut form = Form::new();
    let mut add = |name: &str, value: String| form.push((name.to_owned(), value));
    add("interval", stored.rule.interval().to_string());
    add("begins_on", stored.begins_on.to_string());
    match stored.rule.every() {
        Every::Day => add("unit", "day".to_owned()),
        Every::Week(days) => {
            add("unit", "week".to_owned());
            days.iter().for_each(|day| add("weekday", day.to_monday_one_offset().to_string()));
        }
        Every::MonthDay(day) => {
            add("unit", "month-day".to_owned());
            add("month_day", day.to_string());
        }
        Every::MonthWeekday(nth, day) => {
            add("unit", "month-weekday".to_owned());
            add("nth", nth.to_string());
            add("month_weekday", day.to_monday_one_offset().to_string());
        }
        Every::Year(..) => add("unit", "year".to_owned()),
    }
    match stored.rule.end() {
        End::Never => add("ends", "never".to_owned()),
        End::After(count) => {
            add("ends", "after".to_owned());
            add("count", count.to_string());
        }
        End::Until(day) => {
            add("ends", "until".to_owned());
            add("until", day.to_string());
        }
    }
    form
}

/// The fields as they were filled in.
pub(super) fn view(page: &Page, form: &Form) -> SeriesView {
    let units = [
        ("day", page.text("recur-days")),
        ("week", page.text("recur-weeks")),
        ("month-day", page.text("recur-month-days")),
        ("month-weekday", page.text("recur-month-weekdays")),
        ("year", page.text("recur-years")),
    ];
    let ends = [
        ("never", page.text("recur-never")),
        ("after", page.text("recur-after")),
        ("until", page.text("recur-until-day")),
    ];
    let all = |known: &[(&str, String)], chosen: &str| {
        known.iter().map(|(id, name)| Choice::new(*id, name.as_str(), chosen)).collect::<Vec<_>>()
    };
    let is_ticked = |number: &str| form.iter().any(|(name, value)| name == "weekday" && value == number);
    let weekdays: Vec<(String, String)> = (1..)
        .zip(WEEK)
        .map(|(number, day): (i32, _)| (number.to_string(), weekday_name(page, day)))
        .collect();
    let ticked = |(number, name): &(String, String)| Choice {
        is_chosen: is_ticked(number),
        value: number.clone(),
        label: name.clone(),
    };
    let chosen_day = value(form, "month_weekday");
    SeriesView {
        sentence: None,
        next: Vec::new(),
        fault: None,
        interval: value(form, "interval").to_owned(),
        units: all(&units, value(form, "unit")),
        weekdays: weekdays.iter().map(ticked).collect(),
        month_day: value(form, "month_day").to_owned(),
        nths: NTHS.map(|nth| Choice::new(nth.to_string(), nth_name(page, nth), value(form, "nth"))).into(),
        month_weekdays: weekdays.iter().map(|(id, name)| Choice::new(id, name, chosen_day)).collect(),
        begins: value(form, "begins_on").to_owned(),
        ends: all(&ends, value(form, "ends")),
        count: value(form, "count").to_owned(),
        until: value(form, "until").to_owned(),
    }
}
