//! Rules against days counted one by one.

use jiff::ToSpan;
use jiff::civil::date;
use proptest::prelude::*;

use super::*;

fn rule(text: &str) -> CalendarRule {
    text.parse().unwrap()
}

fn days(text: &str, begin: Date, count: usize) -> Vec<String> {
    rule(text).days(begin).take(count).map(|day| day.strftime("%a %F").to_string()).collect()
}

#[test]
fn every_second_monday() {
    let monday = date(2026, 9, 21);
    let expected = ["Mon 2026-09-21", "Mon 2026-10-05", "Mon 2026-10-19"];
    assert_eq!(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", monday, 3), expected);
    // Weeks are counted from that of the beginning, whichever day that is.
    let expected = ["Mon 2026-10-05", "Mon 2026-10-19"];
    assert_eq!(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", date(2026, 9, 23), 2), expected);
    let expected = ["Fri 2026-09-25", "Sun 2026-09-27", "Tue 2026-10-06"];
    assert_eq!(days("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,FR,SU", date(2026, 9, 23), 3), expected);
}

#[test]
fn days_that_a_month_does_not_have_are_left_out() {
    let expected = ["Sat 2026-01-31", "Tue 2026-03-31", "Sun 2026-05-31"];
    assert_eq!(days("FREQ=MONTHLY;BYMONTHDAY=31", date(2026, 1, 1), 3), expected);
    let expected = ["Tue 2028-02-29", "Sun 2032-02-29"];
    assert_eq!(days("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", date(2026, 1, 1), 2), expected);
    let expected = ["Fri 2026-09-25", "Fri 2026-10-30", "Fri 2026-11-27"];
    assert_eq!(days("FREQ=MONTHLY;BYDAY=-1FR", date(2026, 9, 1), 3), expected);
    let expected = ["Tue 2026-10-13", "Tue 2027-01-12"];
    assert_eq!(days("FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU", date(2026, 10, 1), 2), expected);
}

#[test]
fn it_ends() {
    let begin = date(2026, 9, 21);
    assert_eq!(days("FREQ=DAILY;INTERVAL=3;COUNT=2", begin, 9), ["Mon 2026-09-21", "Thu 2026-09-24"]);
    assert_eq!(days("FREQ=DAILY;UNTIL=20260922", begin, 9), ["Mon 2026-09-21", "Tue 2026-09-22"]);
    assert_eq!(rule("FREQ=DAILY;COUNT=2").next_after(begin, date(2026, 9, 22)), None);
    let never = "FREQ=YEARLY;INTERVAL=999;BYMONTH=2;BYMONTHDAY=29";
    assert!(rule(never).days(date(2027, 1, 1)).count() <= 8, "the calendar ends, and so does the search");
}

#[test]
fn what_is_no_rule_is_refused() {
    for odd in [
        "",
        "FREQ",
        "FREQ=HOURLY",
        "FREQ=WEEKLY",
        "FREQ=WEEKLY;BYDAY=",
        "FREQ=WEEKLY;BYDAY=XX",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;INTERVAL=1000",
        "FREQ=DAILY;COUNT=0",
        "FREQ=DAILY;COUNT=1;UNTIL=20260101",
        "FREQ=DAILY;BYSETPOS=1",
        "FREQ=MONTHLY;BYMONTHDAY=32",
        "FREQ=MONTHLY;BYDAY=5MO",
        "FREQ=MONTHLY;BYDAY=é",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=DAILY;FREQ=DAILY",
    ] {
        assert!(odd.parse::<CalendarRule>().is_err(), "{odd}");
    }
}

fn every() -> impl Strategy<Value = Every> {
    let weekday = || (0usize..7).prop_map(|at| WEEK[at]);
    prop_oneof![
        Just(Every::Day),
        prop::collection::vec(weekday(), 1..7).prop_map(Every::Week),
        (1i8..=31).prop_map(Every::MonthDay),
        (prop_oneof![1i8..=4, Just(-1)], weekday()).prop_map(|(nth, day)| Every::MonthWeekday(nth, day)),
        (1i8..=12, 1i8..=28).prop_map(|(month, day)| Every::Year(month, day)),
    ]
}

fn day() -> impl Strategy<Value = Date> {
    (0i64..20_000).prop_map(|days| date(2000, 1, 1).checked_add(days.days()).unwrap())
}

fn any_rule() -> impl Strategy<Value = CalendarRule> {
    let end = prop_oneof![Just(End::Never), (1u32..50).prop_map(End::After), day().prop_map(End::Until)];
    (every(), 1u32..6, end)
        .prop_filter_map("a rule", |(every, interval, end)| CalendarRule::new(every, interval, end))
}

/// Whether the day is one of the rule's, not looking at its end: each day is judged by itself.
fn is_of(rule: &CalendarRule, begin: Date, day: Date) -> bool {
    let interval = i64::from(rule.interval());
    let days_between = |from: Date, to: Date| i64::from((to - from).get_days());
    let monday =
        |day: Date| day.checked_sub(i64::from(day.weekday().to_monday_zero_offset()).days()).unwrap();
    let months = |day: Date| i64::from(day.year()) * 12 + i64::from(day.month());
    let (steps, fits) = match rule.every() {
        Every::Day => (days_between(begin, day), true),
        Every::Week(known) => (days_between(monday(begin), monday(day)) / 7, known.contains(&day.weekday())),
        Every::MonthDay(number) => (months(day) - months(begin), day.day() == *number),
        Every::MonthWeekday(-1, weekday) => {
            let is_last = day.day() > day.days_in_month() - 7;
            (months(day) - months(begin), is_last && day.weekday() == *weekday)
        }
        Every::MonthWeekday(nth, weekday) => {
            (months(day) - months(begin), (day.day() - 1) / 7 + 1 == *nth && day.weekday() == *weekday)
        }
        Every::Year(month, number) => {
            (i64::from(day.year() - begin.year()), (day.month(), day.day()) == (*month, *number))
        }
    };
    day >= begin && fits && steps % interval == 0
}

proptest! {
    #[test]
    fn a_rule_reads_back(rule in any_rule()) {
        prop_assert_eq!(rule.to_string().parse::<CalendarRule>().unwrap(), rule);
    }

    #[test]
    fn its_days_are_those_that_each_by_itself_is_one_of(rule in any_rule(), begin in day()) {
        let all = (0..1_500i64).filter_map(|days| begin.checked_add(days.days()).ok());
        let mut expected: Vec<Date> = all.filter(|day| is_of(&rule, begin, *day)).collect();
        match rule.end() {
            End::Never => {}
            End::After(count) => expected.truncate(usize::try_from(count).unwrap()),
            End::Until(last) => expected.retain(|day| *day <= last),
        }
        let limit = begin.checked_add(1_500.days()).unwrap();
        let found: Vec<Date> = rule.days(begin).take_while(|day| *day < limit).collect();
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn the_next_one_comes_after_the_last_one_with_none_between(rule in any_rule(), begin in day(), today in day()) {
        let (last, next) = (rule.last_until(begin, today), rule.next_after(begin, today));
        prop_assert!(last.is_none_or(|last| last <= today));
        prop_assert!(next.is_none_or(|next| next > today));
        let from = last.unwrap_or(begin);
        let between = rule.days(begin).take_while(|day| next.is_none_or(|next| *day < next));
        prop_assert!(between.filter(|day| *day > from).count() == 0 || last.is_none());
    }

    #[test]
    fn no_text_breaks_it(text in ".{0,60}") {
        let _ = text.parse::<CalendarRule>();
    }
}
