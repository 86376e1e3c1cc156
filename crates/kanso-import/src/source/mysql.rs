//! Copying from MySQL or MariaDB.

use mysql::prelude::Queryable;
use mysql::{Conn, Opts, OptsBuilder, Value};

use super::copy::Copy;
use super::{Opened, is_read, wanted};
use crate::{Place, Refusal};

/// Copies all that is read, as it is at one moment. Values come as text, whatever their types.
pub(super) fn copy(place: &Place, address: &str) -> Result<Opened, Refusal> {
    let unreachable = |error: String| Refusal::Unreachable(place.to_string(), error);
    let opts = Opts::from_url(address).map_err(|error| unreachable(error.to_string()))?;
    // By the way that was named, and no other.
    let opts = OptsBuilder::from_opts(opts).prefer_socket(false);
    let mut conn = Conn::new(opts).map_err(|error| unreachable(error.to_string()))?;
    let (copied, version) =
        read(&mut conn).map_err(|error| Refusal::Interrupted(place.to_string(), error))?;
    copied.end(place, version)
}

fn read(conn: &mut Conn) -> Result<(Copy, i64), String> {
    let mut copy = Copy::begin()?;
    for statement in [
        "SET NAMES utf8mb4",
        "SET SESSION TRANSACTION ISOLATION LEVEL REPEATABLE READ",
        "START TRANSACTION WITH CONSISTENT SNAPSHOT",
    ] {
        conn.query_drop(statement).map_err(|error| error.to_string())?;
    }
    let list = "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = DATABASE() \
        ORDER BY table_name, ordinal_position";
    let mut there = Vec::<(String, Vec<String>)>::new();
    for (table, column) in conn.query::<(String, String), _>(list).map_err(|error| error.to_string())? {
        match there.last_mut() {
            Some((last, columns)) if *last == table => columns.push(column),
            _ => there.push((table, vec![column])),
        }
    }
    for (table, columns) in &there {
        if is_read(table) {
            read_table(conn, &mut copy, table, columns)?;
        } else {
            let rows = number(conn, &format!("SELECT COUNT(*) FROM {}", quoted(table)))?;
            copy.other(table.clone(), u64::try_from(rows).unwrap_or_default());
        }
    }
    let has_version = there.iter().any(|(table, _)| table == "schema_version");
    let version = if has_version { number(conn, "SELECT version FROM schema_version")? } else { 0 };
    Ok((copy, version))
}

fn read_table(conn: &mut Conn, copy: &mut Copy, table: &str, there: &[String]) -> Result<(), String> {
    let columns = wanted(table, there);
    copy.table(table, &columns)?;
    let names: Vec<String> = columns.iter().map(|column| quoted(column)).collect();
    let order = if columns.iter().any(|column| column == "id") { " ORDER BY id" } else { "" };
    let select = format!("SELECT {} FROM {}{order}", names.join(", "), quoted(table));
    // Row by row as they come: they are never in memory all together.
    for row in conn.query_iter(select).map_err(|error| error.to_string())? {
        let row = row.map_err(|error| error.to_string())?;
        let values: Vec<Option<String>> = row.unwrap().into_iter().map(text).collect();
        copy.row(table, &values)?;
    }
    Ok(())
}

fn number(conn: &mut Conn, select: &str) -> Result<i64, String> {
    let first = conn.query_first::<i64, _>(select).map_err(|error| error.to_string())?;
    Ok(first.unwrap_or_default())
}

/// What is asked for without parameters is answered as text.
fn text(value: Value) -> Option<String> {
    match value {
        Value::NULL => None,
        Value::Bytes(bytes) => Some(String::from_utf8_lossy(&bytes).into_owned()),
        Value::Int(value) => Some(value.to_string()),
        Value::UInt(value) => Some(value.to_string()),
        Value::Float(value) => Some(value.to_string()),
        Value::Double(value) => Some(value.to_string()),
        Value::Date(..) | Value::Time(..) => Some(value.as_sql(true).trim_matches('\'').to_owned()),
    }
}

fn quoted(name: &str) -> String {
    format!("`{}`", name.replace('`', "``"))
}
