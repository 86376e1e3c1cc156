//! Reading the values of options.

use clap::builder::{PossibleValuesParser, TypedValueParser};
use kanso_core::delivery::State;
use kanso_core::endpoint::{Format, KeyKind, Ordering, Retries};
use kanso_domain::EventName;

pub(super) fn format() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::as_str)).try_map(|name| name.parse::<Format>())
}

pub(super) fn ordering() -> impl TypedValueParser<Value = Ordering> {
    let names = Ordering::ALL.iter().map(|choice| choice.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Ordering>())
}

pub(super) fn retries() -> impl TypedValueParser<Value = Retries> {
    let names = Retries::ALL.iter().map(|choice| choice.as_str());
    PossibleValuesParser::new(names).try_map(|name| name.parse::<Retries>())
}

pub(super) fn state() -> impl TypedValueParser<Value = State> {
    let unknown = |name: String| State::parse(&name).ok_or("no such state");
    PossibleValuesParser::new(State::ALL.map(State::as_str)).try_map(unknown)
}

pub(super) fn key_kind() -> impl TypedValueParser<Value = KeyKind> {
    let kinds = [KeyKind::V1, KeyKind::V1a];
    let find = move |name: String| kinds.into_iter().find(|kind| kind.as_str() == name).ok_or("no such kind");
    PossibleValuesParser::new(kinds.map(KeyKind::as_str)).try_map(find)
}

/// Reads `task.create`.
pub(super) fn event_name(text: &str) -> Result<EventName, String> {
    EventName::parse(text).ok_or_else(|| format!("no event is called {text:?}"))
}

/// Reads `Name: value`.
pub(super) fn header(text: &str) -> Result<(String, String), String> {
    let (name, value) = text.split_once(':').ok_or("write it as \"Name: value\"")?;
    Ok((name.trim().to_owned(), value.trim().to_owned()))
}
