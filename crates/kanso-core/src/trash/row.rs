//! A row on its way into the trash and back.

use kanso_db::{Conn, Param, Record, params};
use serde_json::{Map, Number, Value};

use crate::{Error, Result};

/// The row as it is kept: a JSON object, column to value.
pub(super) fn pack(record: Record) -> Result<Value> {
    let packed = record.0.into_iter().map(|(name, value)| {
        let value = match value {
            Param::Null => Value::Null,
            Param::Int(value) => value.into(),
            Param::Real(value) => Number::from_f64(value).map_or(Value::Null, Value::Number),
            Param::Text(value) => value.into_owned().into(),
            Param::Blob(_) => return Err(Error::Stored(format!("{name} holds bytes, which are not kept"))),
        };
        Ok((name, value))
    });
    packed.collect::<Result<Map<_, _>>>().map(Value::Object)
}

/// A kept row.
#[derive(Debug)]
pub(super) struct Row(Map<String, Value>);

impl Row {
    pub(super) fn read(content: &str) -> Result<Self> {
        Ok(Self(serde_json::from_str(content)?))
    }

    /// A whole number; 0 when it is none.
    pub(super) fn int(&self, column: &str) -> i64 {
        self.0.get(column).and_then(Value::as_i64).unwrap_or_default()
    }

    pub(super) fn set(&mut self, column: &str, value: i64) {
        self.0.insert(column.to_owned(), value.into());
    }

    /// Whether the row that the column names is there. None named is there always.
    pub(super) async fn finds(&self, conn: &Conn, column: &str, table: &str) -> Result<bool> {
        let id = self.int(column);
        let find = format!("SELECT id FROM {table} WHERE id = $1");
        Ok(id == 0 || conn.one::<(i64,)>(&find, params![id]).await?.is_some())
    }

    /// Puts it back into its table.
    pub(super) async fn insert(&self, conn: &Conn, table: &str) -> Result<()> {
        let names: Vec<&str> = self.0.keys().map(String::as_str).collect();
        let places: Vec<String> = (1..=names.len()).map(|number| format!("${number}")).collect();
        let insert = format!("INSERT INTO {table} ({}) VALUES ({})", names.join(", "), places.join(", "));
        let values = self.0.values().map(param).collect::<Result<Vec<_>>>()?;
        conn.execute(&insert, &values).await?;
        Ok(())
    }
}

fn param(value: &Value) -> Result<Param<'_>> {
    Ok(match value {
        Value::Null => Param::Null,
        Value::String(text) => text.into(),
        Value::Number(number) => match number.as_i64() {
            Some(int) => int.into(),
            None => number.as_f64().into(),
        },
        Value::Bool(_) | Value::Array(_) | Value::Object(_) => {
            return Err(Error::Stored("a kept row has a value that no column holds".to_owned()));
        }
    })
}
