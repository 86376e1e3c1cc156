//! What is too much for one request is cut short.

use serde_json::Value;

use super::Error;

/// The largest body that is sent whole, in bytes.
pub(super) const LARGEST: usize = 256 * 1024;

/// What is left of a text, in characters, and of a list. With the number of fields that there are, a body of
/// these stays below [`LARGEST`] whatever the characters.
const TEXT: usize = 500;
const LIST: usize = 50;

pub(super) fn is_too_large(value: &Value) -> Result<bool, Error> {
    Ok(serde_json::to_string(value)?.len() > LARGEST)
}

/// Cuts all long texts and lists.
pub(super) fn cut(value: &mut Value) {
    match value {
        Value::String(text) => {
            if let Some((end, _)) = text.char_indices().nth(TEXT) {
                text.truncate(end);
                text.push('…');
            }
        }
        Value::Array(list) => {
            list.truncate(LIST);
            list.iter_mut().for_each(cut);
        }
        Value::Object(fields) => fields.values_mut().for_each(cut),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
