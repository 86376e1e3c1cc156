//! Writing results.

use std::fmt::Display;
use std::io;

use serde::{Serialize, Serializer};
use serde_json::ser::{CompactFormatter, Formatter};

/// What every result begins with; the id follows it.
const RESULT: &[u8] = br#"{"jsonrpc":"2.0","result":"#;

/// The beginning of a response, up to the end of its result.
pub(crate) fn result(result: &impl Serialize) -> serde_json::Result<Vec<u8>> {
    let mut response = Vec::with_capacity(1024);
    response.extend_from_slice(RESULT);
    result.serialize(&mut serde_json::Serializer::with_formatter(&mut response, Compact))?;
    Ok(response)
}

/// The same for a result that is JSON already.
pub(crate) fn literal(result: &str) -> Vec<u8> {
    [RESULT, result.as_bytes()].concat()
}

/// Compact JSON in which a whole number has no decimals: 2 hours are `2`, not `2.0`.
struct Compact;

impl Formatter for Compact {
    fn write_f64<W: ?Sized + io::Write>(&mut self, writer: &mut W, value: f64) -> io::Result<()> {
        // Beyond 2^53 every number is whole and its digits mean nothing.
        if value == 0.0 {
            writer.write_all(b"0")
        } else if value.fract() == 0.0 && value.abs() < 9e15 {
            write!(writer, "{value:.0}")
        } else {
            CompactFormatter.write_f64(writer, value)
        }
    }
}

/// An object in the order of its entries, `{}` without any.
pub(crate) struct Dictionary<K, V>(pub(crate) Vec<(K, V)>);

impl<K: Display, V: Serialize> Serialize for Dictionary<K, V> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(key, value)| (key.to_string(), value)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(value: &impl Serialize) -> String {
        let bytes = result(value).unwrap();
        String::from_utf8(bytes).unwrap().split_off(RESULT.len())
    }

    #[test]
    fn whole_hours_are_integers() {
        assert_eq!(written(&[2.0, 1.25, 0.0, -0.0, -3.0, 0.1]), "[2,1.25,0,0,-3,0.1]");
        assert_eq!(written(&[Some(8.0), None]), "[8,null]");
    }

    #[test]
    fn dictionaries_keep_their_order_and_are_objects_when_empty() {
        assert_eq!(written(&Dictionary(vec![(3, "b"), (1, "a")])), r#"{"3":"b","1":"a"}"#);
        assert_eq!(written(&Dictionary(Vec::<(i64, i64)>::new())), "{}");
    }

    #[test]
    fn slashes_and_letters_of_other_scripts_are_not_escaped() {
        assert_eq!(written(&"É日本/<b>"), "\"É日本/<b>\"");
    }
}
