//! Any text is a search, and none has a group without conditions.
#![no_main]

use jiff::tz::TimeZone;
use kanso_domain::date::{Clock, DateInput, DateOrder};
use libfuzzer_sys::fuzz_target;

/// 2026-09-21 14:13:20 UTC.
const NOW: i64 = 1_790_000_000;

fuzz_target!(|text: &str| {
    let dates = DateInput { order: DateOrder::MonthDayYear, clock: Clock::Hours24, zone: TimeZone::UTC };
    let query = kanso_domain::search::parse(text, &dates, NOW);
    assert!(query.groups.iter().all(|group| !group.is_empty()), "no group is empty");
});
