//! Values of Kanboard's database, whatever it made of their types.

use rusqlite::types::Value;

/// A whole number. Databases tell flags as numbers, as `t` and `f`, or as text.
pub(crate) fn int(value: &Value) -> Option<i64> {
    match value {
        Value::Null | Value::Blob(_) => None,
        Value::Integer(number) => Some(*number),
        Value::Real(number) => whole(*number),
        Value::Text(text) => match text.trim() {
            "t" | "true" => Some(1),
            "f" | "false" => Some(0),
            text => text.parse().ok().or_else(|| whole(text.parse().ok()?)),
        },
    }
}

#[expect(clippy::cast_possible_truncation, reason = "what does not fit is at the end of what does")]
fn whole(number: f64) -> Option<i64> {
    number.is_finite().then_some(number as i64)
}

/// A number with decimals.
#[expect(clippy::cast_precision_loss, reason = "hours are small")]
pub(crate) fn real(value: &Value) -> Option<f64> {
    match value {
        Value::Null | Value::Blob(_) => None,
        Value::Integer(number) => Some(*number as f64),
        Value::Real(number) => Some(*number).filter(|number| number.is_finite()),
        Value::Text(text) => text.trim().parse().ok().filter(|number: &f64| number.is_finite()),
    }
}

/// A text. No database but SQLite keeps the character NUL, so it goes.
pub(crate) fn text(value: &Value) -> Option<String> {
    let text = match value {
        Value::Null => return None,
        Value::Integer(number) => number.to_string(),
        Value::Real(number) => number.to_string(),
        Value::Text(text) => text.clone(),
        Value::Blob(bytes) => String::from_utf8_lossy(bytes).into_owned(),
    };
    Some(if text.contains('\0') { text.replace('\0', "") } else { text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_and_numbers_are_read_however_they_are_told() {
        for (value, expected) in
            [("t", Some(1)), ("false", Some(0)), (" 12", Some(12)), ("3.0", Some(3)), ("", None)]
        {
            assert_eq!(int(&Value::Text(value.to_owned())), expected, "{value:?}");
        }
        assert_eq!(int(&Value::Real(7.0)), Some(7));
        assert_eq!(int(&Value::Real(f64::NAN)), None);
        assert_eq!(real(&Value::Text("1.25".to_owned())), Some(1.25));
        assert_eq!(text(&Value::Text("a\0b".to_owned())), Some("ab".to_owned()));
        assert_eq!(text(&Value::Integer(5)), Some("5".to_owned()));
    }
}
