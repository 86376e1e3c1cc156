use crate::{Error, postgres, sqlite};

/// One row of an answer, read by position.
pub struct Row<'r>(Source<'r>);

enum Source<'r> {
    Sqlite(&'r rusqlite::Row<'r>),
    Postgres(&'r tokio_postgres::Row),
}

/// What is stored in one column, before it becomes a Rust type.
#[derive(Clone, Debug, PartialEq)]
pub enum Value<'r> {
    Null,
    Int(i64),
    Real(f64),
    Text(&'r str),
    Blob(&'r [u8]),
}

/// A type that one column can be read as.
pub trait FromColumn: Sized {
    /// Reads the stored value, or says that it is of another type.
    fn from_column(value: Value<'_>) -> Result<Self, Error>;
}

/// A type that a row can be read as; [`row!`](crate::row!) declares one together with its columns.
pub trait FromRow: Sized {
    /// Reads the columns by position.
    fn from_row(row: &Row<'_>) -> Result<Self, Error>;
}

/// What takes rows as they come.
pub(crate) type Take<'t> = &'t mut (dyn FnMut(&Row<'_>) + Send);

impl<'r> Row<'r> {
    /// Reads the column at `index`, counted from 0.
    pub fn get<T: FromColumn>(&self, index: usize) -> Result<T, Error> {
        self.value(index).and_then(|value| T::from_column(value).map_err(|error| at(index, error)))
    }

    /// What is stored in the column at `index`.
    pub fn value(&self, index: usize) -> Result<Value<'r>, Error> {
        let value = match self.0 {
            Source::Sqlite(row) => sqlite::column(row, index),
            Source::Postgres(row) => postgres::column(row, index),
        };
        value.map_err(|error| at(index, error))
    }

    /// The names of the columns, in their order.
    pub(crate) fn names(&self) -> Vec<String> {
        match self.0 {
            Source::Sqlite(row) => row.as_ref().column_names().map(str::to_owned).collect(),
            Source::Postgres(row) => row.columns().iter().map(|column| column.name().to_owned()).collect(),
        }
    }

    pub(crate) fn sqlite(row: &'r rusqlite::Row<'r>) -> Row<'r> {
        Row(Source::Sqlite(row))
    }

    pub(crate) fn postgres(row: &'r tokio_postgres::Row) -> Row<'r> {
        Row(Source::Postgres(row))
    }
}

fn at(index: usize, error: Error) -> Error {
    if let Error::Type { message } = error {
        return Error::mismatch(format!("column {index}: {message}"));
    }
    error
}

impl FromColumn for i64 {
    fn from_column(value: Value<'_>) -> Result<i64, Error> {
        if let Value::Int(value) = value {
            return Ok(value);
        }
        Err(unexpected("an integer", &value))
    }
}

impl FromColumn for i32 {
    fn from_column(value: Value<'_>) -> Result<i32, Error> {
        let wide = i64::from_column(value)?;
        i32::try_from(wide).map_err(|_| Error::mismatch(format!("{wide} does not fit into 32 bits")))
    }
}

impl FromColumn for f64 {
    // SQLite stores a whole number as an integer wherever it can, and a sum may be one.
    #[expect(clippy::cast_precision_loss, reason = "a float was asked for")]
    fn from_column(value: Value<'_>) -> Result<f64, Error> {
        match value {
            Value::Real(value) => Ok(value),
            Value::Int(value) => Ok(value as f64),
            Value::Null | Value::Text(_) | Value::Blob(_) => Err(unexpected("a number", &value)),
        }
    }
}

impl FromColumn for String {
    fn from_column(value: Value<'_>) -> Result<String, Error> {
        if let Value::Text(value) = value {
            return Ok(value.to_owned());
        }
        Err(unexpected("text", &value))
    }
}

impl FromColumn for Vec<u8> {
    fn from_column(value: Value<'_>) -> Result<Vec<u8>, Error> {
        if let Value::Blob(value) = value {
            return Ok(value.to_owned());
        }
        Err(unexpected("bytes", &value))
    }
}

impl<T: FromColumn> FromColumn for Option<T> {
    fn from_column(value: Value<'_>) -> Result<Option<T>, Error> {
        if value == Value::Null {
            return Ok(None);
        }
        T::from_column(value).map(Some)
    }
}

fn unexpected(wanted: &str, found: &Value<'_>) -> Error {
    // The content stays out of messages, which end in logs.
    let found = match found {
        Value::Null => "null",
        Value::Int(_) => "an integer",
        Value::Real(_) => "a float",
        Value::Text(_) => "text",
        Value::Blob(_) => "bytes",
    };
    Error::mismatch(format!("{wanted} expected, {found} found"))
}

macro_rules! tuples {
    ($(($($type:ident $index:tt),+))*) => {$(
        impl<$($type: FromColumn),+> FromRow for ($($type,)+) {
            fn from_row(row: &Row<'_>) -> Result<Self, Error> {
                Ok(($(row.get::<$type>($index)?,)+))
            }
        }
    )*};
}

tuples! {
    (A 0)
    (A 0, B 1)
    (A 0, B 1, C 2)
    (A 0, B 1, C 2, D 3)
    (A 0, B 1, C 2, D 3, E 4)
    (A 0, B 1, C 2, D 3, E 4, F 5)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6)
    (A 0, B 1, C 2, D 3, E 4, F 5, G 6, H 7)
}
