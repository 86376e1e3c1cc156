//! Spans of time in words.

use crate::page::Page;

/// A number of seconds as people say it: the two largest units, down to minutes.
pub(crate) fn in_words(page: &Page, seconds: i64) -> String {
    const UNITS: [(i64, &str); 3] = [(86_400, "span-days"), (3_600, "span-hours"), (60, "span-minutes")];
    let mut rest = seconds.max(0);
    let mut parts = Vec::new();
    for (unit, key) in UNITS {
        let many = rest / unit;
        if many > 0 || (unit == 60 && parts.is_empty()) {
            parts.push(in_unit(page, key, many));
            rest %= unit;
        }
        if parts.len() == 2 {
            break;
        }
    }
    parts.join(" ")
}

fn in_unit(page: &Page, key: &str, many: i64) -> String {
    match key {
        "span-days" => page.count("span-days", many),
        "span-hours" => page.count("span-hours", many),
        _ => page.count("span-minutes", many),
    }
}
