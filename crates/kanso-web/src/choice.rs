//! Lists to choose from that several forms have.

use jiff::tz;

use crate::locale::LANGUAGES;
use crate::profile::view::Choice;

/// The languages there are, by their own names; before them none, in these words, where that is a choice.
pub(crate) fn languages(none: Option<String>, chosen: &str) -> Vec<Choice> {
    let none = none.map(|label| Choice::new("", label, chosen));
    let tag = |text: &str| text.split(['_', '-']).next().unwrap_or_default().to_owned();
    let known = LANGUAGES.iter().map(|(value, label)| Choice {
        is_chosen: tag(value) == tag(chosen),
        ..Choice::new(*value, *label, chosen)
    });
    none.into_iter().chain(known).collect()
}

/// The time zones there are; before them none, in these words, where that is a choice.
pub(crate) fn zones(none: Option<String>, chosen: &str) -> Vec<Choice> {
    let none = none.map(|label| Choice::new("", label, chosen));
    let mut names: Vec<String> =
        tz::db().available().map(|name| name.as_str().to_owned()).filter(|name| is_place(name)).collect();
    names.push("UTC".to_owned());
    if !chosen.is_empty() && !names.iter().any(|name| name == chosen) {
        names.push(chosen.to_owned());
    }
    names.sort();
    none.into_iter().chain(names.into_iter().map(|name| Choice::new(name.clone(), name, chosen))).collect()
}

/// Whether a zone is named after a place: the others are old names and rules of single countries.
fn is_place(name: &str) -> bool {
    const PARTS: [&str; 10] = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Arctic/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    PARTS.iter().any(|part| name.starts_with(part))
}
