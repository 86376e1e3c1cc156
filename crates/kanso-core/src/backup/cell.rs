//! A value of a row, as a backup holds it: whole numbers are numbers, all else is a text. Reals are written so that they
//! read back to the last bit, which numbers of JSON do not promise.

use std::io::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso_db::{Column, ColumnKind, Param, Value};
use serde::{Deserialize, Serialize};
use serde_json::Value as Json;

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Kind {
    Int,
    Real,
    Text,
    Bytes,
}

impl Kind {
    pub(super) fn of(column: &Column) -> Self {
        match column.kind {
            ColumnKind::Int => Self::Int,
            ColumnKind::Real => Self::Real,
            ColumnKind::Text => Self::Text,
            ColumnKind::Bytes => Self::Bytes,
        }
    }
}

/// Writes a value; `None` when it is of another kind than its column.
pub(super) fn write(line: &mut Vec<u8>, kind: Kind, value: &Value<'_>) -> Option<()> {
    match (kind, value) {
        (_, Value::Null) => line.extend(b"null"),
        (Kind::Int, Value::Int(value)) => write!(line, "{value}").ok()?,
        (Kind::Real, Value::Real(value)) => write!(line, "\"{value:?}\"").ok()?,
        (Kind::Real, Value::Int(value)) => write!(line, "\"{value}\"").ok()?,
        (Kind::Text, Value::Text(text)) => serde_json::to_writer(line, text).ok()?,
        (Kind::Bytes, Value::Blob(bytes)) => {
            serde_json::to_writer(line, &STANDARD.encode(bytes)).ok()?;
        }
        (Kind::Int | Kind::Real | Kind::Text | Kind::Bytes, _) => return None,
    }
    Some(())
}

/// Reads a value; `None` when it is of another kind than its column.
pub(super) fn read(kind: Kind, value: Json) -> Option<Param<'static>> {
    Some(match (kind, value) {
        (_, Json::Null) => Param::Null,
        (Kind::Int, value) => value.as_i64()?.into(),
        (Kind::Real, Json::String(text)) => text.parse::<f64>().ok()?.into(),
        (Kind::Text, Json::String(text)) => text.into(),
        (Kind::Bytes, Json::String(text)) => STANDARD.decode(text).ok()?.into(),
        (Kind::Real | Kind::Text | Kind::Bytes, _) => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn back(kind: Kind, value: &Value<'_>) -> Option<Param<'static>> {
        let mut line = Vec::new();
        write(&mut line, kind, value)?;
        read(kind, serde_json::from_slice(&line).unwrap())
    }

    proptest! {
        #[test]
        fn every_value_reads_back(whole: i64, real: f64, text: String, bytes: Vec<u8>) {
            prop_assert_eq!(back(Kind::Int, &Value::Int(whole)), Some(Param::Int(whole)));
            prop_assert_eq!(back(Kind::Real, &Value::Real(real)), Some(Param::Real(real)));
            prop_assert_eq!(back(Kind::Text, &Value::Text(&text)), Some(text.clone().into()));
            prop_assert_eq!(back(Kind::Bytes, &Value::Blob(&bytes)), Some(bytes.clone().into()));
            prop_assert_eq!(back(Kind::Text, &Value::Null), Some(Param::Null));
        }
    }

    #[test]
    fn a_value_of_another_kind_is_refused() {
        assert_eq!(back(Kind::Int, &Value::Text("1")), None);
        assert_eq!(back(Kind::Int, &Value::Real(1.5)), None);
        assert_eq!(back(Kind::Text, &Value::Int(1)), None);
        assert_eq!(back(Kind::Real, &Value::Int(2)), Some(Param::Real(2.0)));
        assert_eq!(read(Kind::Int, Json::String("1".to_owned())), None);
        assert_eq!(read(Kind::Real, Json::String("much".to_owned())), None);
        assert_eq!(back(Kind::Real, &Value::Real(f64::INFINITY)), Some(Param::Real(f64::INFINITY)));
    }
}
