use super::*;
use crate::date::{Clock, DateInput, DateOrder};
use jiff::tz::TimeZone;
use proptest::prelude::*;

/// Monday, 2026-09-21 14:13:20 UTC
const NOW: i64 = 1_790_000_000;

fn in_zone(zone: TimeZone) -> DateInput {
    DateInput { order: DateOrder::MonthDayYear, clock: Clock::Hours24, zone }
}

fn day(text: &str) -> Option<String> {
    read(text, &in_zone(TimeZone::UTC), NOW).map(|day| day.to_string())
}

fn all_name(day_meant: &str, texts: &[&str]) {
    for text in texts {
        assert_eq!(day(text).as_deref(), Some(day_meant), "{text}");
    }
}

#[test]
fn dates_in_figures() {
    all_name(
        "2026-12-24",
        &[
            "2026-12-24",
            "2026_12_24",
            "2026/12/24",
            "12/24/2026",
            "12/24",
            "24.12.2026",
            "24-12-2026",
            "2026-12-24 10:00",
            "2026-12-24T10:00:00",
            "2026-12-24 10:00:30",
            "@1798106400",
        ],
    );
}

#[test]
fn days_near_today() {
    all_name(
        "2026-09-21",
        &["today", "now", "Midnight", "this week", "monday", "this monday", "5 hours ago"],
    );
    all_name(
        "2026-09-20",
        &["yesterday", "-1 day", "1 day ago", "15 hours ago", "yesterday noon", "last day"],
    );
    all_name("2026-09-22", &["tomorrow", "+1 day", "1day", "next day", "tue", "next tuesday", "24 hours"]);
    all_name("2026-09-18", &["-3 days", "3 days ago", "-3days", "last friday", "2 days 24 hours ago"]);
    all_name(
        "2026-09-28",
        &["next week", "+1 week", "a week", "next monday", "monday next week", "next week monday"],
    );
    all_name("2026-09-14", &["last week", "-1 week", "last monday", "previous monday", "monday last week"]);
    all_name("2026-09-27", &["sunday this week", "sunday"]);
    all_name("2026-10-05", &["a fortnight", "2 weeks"]);
}

#[test]
fn months_and_years() {
    all_name("2026-10-21", &["next month", "+1 month"]);
    all_name("2026-08-21", &["last month", "1 month ago", "-1 months"]);
    all_name("2025-09-21", &["last year", "12 months ago", "a year ago"]);
    all_name("2026-12-24", &["24 December", "24th december 2026", "Dec 24", "dec 24th, 2026", "24dec 2026"]);
    all_name("2027-01-01", &["january 2027", "first day of january 2027", "first day of next year january"]);
    all_name("2026-10-01", &["first day of next month", "first day of october", "october"]);
    all_name("2026-08-31", &["last day of last month", "Last day of august 2026"]);
    all_name("2026-10-05", &["first monday of october", "first monday of next month"]);
    all_name("2026-10-30", &["last friday of october 2026"]);
    all_name("2027-03-03", &["2027-01-31 +1 month", "31 january 2027 +1 month"]);
}

#[test]
fn other_texts_name_no_day() {
    for text in [
        "",
        " ",
        "foo",
        "monday foo",
        "next",
        "3",
        "days",
        "ago days",
        "99999999999 days",
        "32 january",
        "fifth monday of february 2027",
        "2026-02-30",
        "13/13/2026",
        "999999999 years",
        "of",
        "@",
        "@99999999999999999",
        "+",
        "12 12 12",
        "é",
        "3é",
        "recently",
    ] {
        assert_eq!(day(text), None, "{text}");
    }
}

#[test]
fn today_depends_on_the_time_zone() {
    let auckland = in_zone(TimeZone::get("Pacific/Auckland").unwrap());
    assert_eq!(read("today", &auckland, NOW).unwrap().to_string(), "2026-09-22");
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "\\PC{0,40}") {
        let _ = day(&text);
    }

    #[test]
    fn any_words_are_read_or_refused_without_a_panic(words in prop::collection::vec(prop_oneof![
        Just("next"), Just("last"), Just("this"), Just("first"), Just("day"), Just("of"), Just("month"),
        Just("weeks"), Just("ago"), Just("-3"), Just("999999999"), Just("years"), Just("monday"), Just("may"),
        Just("2026"), Just("31"), Just("tomorrow"), Just("9999-12-31"), Just("second"), Just("3pm"),
    ], 0..8)) {
        let _ = day(&words.join(" "));
    }

    #[test]
    fn days_are_counted_both_ways(days in 0_i64..20_000) {
        let today = read("today", &in_zone(TimeZone::UTC), NOW).unwrap();
        let ahead = read(&format!("+{days} days"), &in_zone(TimeZone::UTC), NOW).unwrap();
        let back = read(&format!("{ahead} {days} days ago"), &in_zone(TimeZone::UTC), NOW).unwrap();
        prop_assert_eq!(back, today);
    }
}
