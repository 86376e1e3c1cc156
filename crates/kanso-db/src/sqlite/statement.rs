use parking_lot::Mutex;
use rusqlite::{
    CachedStatement, Connection, StatementStatus, ToSql,
    ffi::{SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID, SQLITE_CONSTRAINT_UNIQUE},
    types::{ToSqlOutput, ValueRef},
};

use crate::{Error, Param, Row, Value, row::Take};

pub(crate) fn execute(connection: &Mutex<Connection>, sql: &str, params: &[Param<'_>]) -> Result<u64, Error> {
    let connection = connection.lock();
    let changed = bound(&connection, sql, params)?.raw_execute().map_err(|error| refused(&error, sql))?;
    Ok(changed as u64)
}

pub(crate) fn insert(connection: &Mutex<Connection>, sql: &str, params: &[Param<'_>]) -> Result<i64, Error> {
    let connection = connection.lock();
    bound(&connection, sql, params)?.raw_execute().map_err(|error| refused(&error, sql))?;
    Ok(connection.last_insert_rowid())
}

/// Hands the first row to `take`, if there is one. A statement that writes has written all of its rows, and checked
/// them, before it gives the first.
pub(crate) fn first(
    connection: &Mutex<Connection>,
    sql: &str,
    params: &[Param<'_>],
    take: Take<'_>,
) -> Result<(), Error> {
    each(connection, sql, params, &mut |row| {
        take(row);
        false
    })
}

/// Hands all rows to `take`.
pub(crate) fn all(
    connection: &Mutex<Connection>,
    sql: &str,
    params: &[Param<'_>],
    take: Take<'_>,
) -> Result<(), Error> {
    each(connection, sql, params, &mut |row| {
        take(row);
        true
    })
}

pub(crate) fn each(
    connection: &Mutex<Connection>,
    sql: &str,
    params: &[Param<'_>],
    take: &mut (dyn FnMut(&Row<'_>) -> bool + Send),
) -> Result<(), Error> {
    let connection = connection.lock();
    let mut statement = bound(&connection, sql, params)?;
    let mut rows = statement.raw_query();
    while let Some(row) = rows.next().map_err(|error| refused(&error, sql))? {
        if !take(&Row::sqlite(row)) {
            break;
        }
    }
    Ok(())
}

pub(crate) fn batch(connection: &Mutex<Connection>, sql: &str) -> Result<(), Error> {
    connection.lock().execute_batch(sql).map_err(|error| refused(&error, sql))
}

pub(crate) fn prepare(connection: &Mutex<Connection>, sql: &str) -> Result<(), Error> {
    connection.lock().prepare_cached(sql).map(drop).map_err(|error| refused(&error, sql))
}

pub(crate) fn replanned(connection: &Mutex<Connection>, sql: &str) -> Result<i32, Error> {
    let connection = connection.lock();
    let statement = connection.prepare_cached(sql).map_err(|error| refused(&error, sql))?;
    Ok(statement.get_status(StatementStatus::RePrepare))
}

pub(crate) fn steps(connection: &Mutex<Connection>, sql: &str) -> Result<i32, Error> {
    let connection = connection.lock();
    let statement = connection.prepare_cached(sql).map_err(|error| refused(&error, sql))?;
    Ok(statement.get_status(StatementStatus::VmStep))
}

pub(crate) fn column<'r>(row: &'r rusqlite::Row<'r>, index: usize) -> Result<Value<'r>, Error> {
    let value = row.get_ref(index).map_err(|error| Error::mismatch(error.to_string()))?;
    Ok(match value {
        ValueRef::Null => Value::Null,
        ValueRef::Integer(value) => Value::Int(value),
        ValueRef::Real(value) => Value::Real(value),
        ValueRef::Text(value) => {
            Value::Text(std::str::from_utf8(value).map_err(|error| Error::mismatch(error.to_string()))?)
        }
        ValueRef::Blob(value) => Value::Blob(value),
    })
}

/// The cached statement with its parameters.
///
/// `$2` is a name to SQLite, which numbers names by first appearance: so each is looked up.
fn bound<'c>(
    connection: &'c Connection,
    sql: &str,
    params: &[Param<'_>],
) -> Result<CachedStatement<'c>, Error> {
    let mut statement = connection.prepare_cached(sql).map_err(|error| refused(&error, sql))?;
    let count = statement.parameter_count();
    if count != params.len() {
        return Err(mistaken(&format!("{count} parameters in it, {} given", params.len()), sql));
    }
    for position in 1..=count {
        let number = statement.parameter_name(position).and_then(|name| name.strip_prefix('$')?.parse().ok());
        let param = number.and_then(|number: usize| params.get(number.checked_sub(1)?));
        let param = param.ok_or_else(|| mistaken("parameters must be $1, $2 and so on", sql))?;
        statement.raw_bind_parameter(position, param).map_err(|error| refused(&error, sql))?;
    }
    Ok(statement)
}

impl ToSql for Param<'_> {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Param::Null => ValueRef::Null,
            Param::Int(value) => ValueRef::Integer(*value),
            Param::Real(value) => ValueRef::Real(*value),
            Param::Text(value) => ValueRef::Text(value.as_bytes()),
            Param::Blob(value) => ValueRef::Blob(value),
        }))
    }
}

fn refused(error: &rusqlite::Error, sql: &str) -> Error {
    const UNIQUE: [i32; 3] =
        [SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY, SQLITE_CONSTRAINT_ROWID];
    let rusqlite::Error::SqliteFailure(code, Some(message)) = error else {
        return mistaken(&error.to_string(), sql);
    };
    if !UNIQUE.contains(&code.extended_code) {
        return mistaken(message, sql);
    }
    let name = message.rsplit_once(": ").map_or(message.as_str(), |(_, name)| name);
    // "index 'name'" where the index is over an expression.
    let name = name.strip_prefix("index '").map_or(name, |name| name.trim_end_matches('\''));
    Error::Constraint { name: name.to_owned() }
}

fn mistaken(message: &str, sql: &str) -> Error {
    Error::Sql { message: format!("{message} (in: {sql})") }
}
