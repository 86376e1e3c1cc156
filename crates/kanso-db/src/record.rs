use crate::{Error, FromColumn, FromRow, Param, Row, Value};

/// A whole row with the names of its columns, to be kept somewhere else as it is, whatever its table has.
#[derive(Clone, Debug, PartialEq)]
pub struct Record(pub Vec<(String, Param<'static>)>);

impl FromRow for Record {
    fn from_row(row: &Row<'_>) -> Result<Record, Error> {
        let named = row.names().into_iter().enumerate();
        named.map(|(index, name)| Ok((name, row.get(index)?))).collect::<Result<_, _>>().map(Record)
    }
}

impl FromColumn for Param<'static> {
    fn from_column(value: Value<'_>) -> Result<Param<'static>, Error> {
        Ok(match value {
            Value::Null => Param::Null,
            Value::Int(value) => Param::Int(value),
            Value::Real(value) => Param::Real(value),
            Value::Text(value) => value.to_owned().into(),
            Value::Blob(value) => value.to_owned().into(),
        })
    }
}
