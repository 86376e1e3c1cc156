//! What values can be made into. Each result has a bound, since filters can be put one after the other.

use minijinja::{Environment, Error, ErrorKind, Value, tests};
use url::form_urlencoded::byte_serialize;

use super::output::{invalid, text};
use crate::body::thin::LARGEST;

/// What there is.
pub(super) const NAMES: [&str; 14] = [
    "capitalize",
    "date",
    "default",
    "first",
    "join",
    "last",
    "length",
    "lower",
    "replace",
    "tojson",
    "trim",
    "truncate",
    "upper",
    "urlencode",
];

pub(super) fn add_all(environment: &mut Environment<'_>) {
    environment
        .add_filter("capitalize", |value: &Value| text(value).and_then(|text| bounded(capitalize(&text))));
    environment.add_filter("date", |value: &Value| {
        text(value).map(|time| time.chars().take(10).collect::<String>())
    });
    environment.add_filter("default", default);
    environment.add_filter("first", |value: &Value| end_of(value, |mut items| items.next()));
    environment.add_filter("last", |value: &Value| end_of(value, Iterator::last));
    environment.add_filter("join", join);
    environment.add_filter("length", length);
    environment
        .add_filter("lower", |value: &Value| text(value).and_then(|text| bounded(text.to_lowercase())));
    environment.add_filter("replace", replace);
    environment.add_filter("tojson", to_json);
    environment.add_filter("trim", |value: &Value| text(value).map(|text| text.trim().to_owned()));
    environment.add_filter("truncate", truncate);
    environment
        .add_filter("upper", |value: &Value| text(value).and_then(|text| bounded(text.to_uppercase())));
    environment.add_filter("urlencode", |value: &Value| {
        text(value).and_then(|text| bounded(byte_serialize(text.as_bytes()).collect()))
    });
    environment.add_test("defined", tests::is_defined);
    environment.add_test("undefined", tests::is_undefined);
    environment.add_test("none", tests::is_none);
    environment.add_test("string", tests::is_string);
    environment.add_test("number", tests::is_number);
}

fn bounded(text: String) -> Result<String, Error> {
    if text.len() > LARGEST { Err(too_long()) } else { Ok(text) }
}

fn too_long() -> Error {
    Error::new(ErrorKind::InvalidOperation, format!("a text is longer than {} kB", LARGEST / 1024))
}

fn capitalize(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}

/// Another value for what is missing, null, or an empty text.
fn default(value: &Value, other: Value) -> Value {
    let is_empty = value.is_undefined() || value.is_none() || value.as_str() == Some("");
    if is_empty { other } else { value.clone() }
}

fn end_of(
    value: &Value,
    choose: impl FnOnce(minijinja::value::ValueIter) -> Option<Value>,
) -> Result<Value, Error> {
    if value.is_undefined() || value.is_none() {
        return Ok(Value::UNDEFINED);
    }
    Ok(choose(value.try_iter()?).unwrap_or(Value::UNDEFINED))
}

fn join(list: &Value, between: Option<String>) -> Result<String, Error> {
    let (between, mut joined) = (between.unwrap_or_default(), String::new());
    if list.is_undefined() || list.is_none() {
        return Ok(joined);
    }
    for (number, item) in list.try_iter()?.enumerate() {
        if number > 0 {
            joined.push_str(&between);
        }
        joined.push_str(&text(&item)?);
        if joined.len() > LARGEST {
            return Err(too_long());
        }
    }
    Ok(joined)
}

fn length(value: &Value) -> usize {
    value.len().unwrap_or_default()
}

fn replace(value: &Value, from: &str, to: &str) -> Result<String, Error> {
    let text = text(value)?;
    let longest = text.len().saturating_add(text.matches(from).count().saturating_mul(to.len()));
    if longest > LARGEST { Err(too_long()) } else { Ok(text.replace(from, to)) }
}

/// A whole value of JSON.
fn to_json(value: &Value) -> Result<Value, Error> {
    let written = if value.is_undefined() {
        "null".to_owned()
    } else {
        serde_json::to_string(value).map_err(invalid)?
    };
    bounded(written).map(Value::from_safe_string)
}

/// The beginning of a text, with a sign that there was more.
fn truncate(value: &Value, most: Option<usize>) -> Result<String, Error> {
    const USUAL: usize = 255;
    let mut text = text(value)?;
    if let Some((end, _)) = text.char_indices().nth(most.unwrap_or(USUAL)) {
        text.truncate(end);
        text.push('…');
    }
    Ok(text)
}
