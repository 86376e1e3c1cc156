//! A SQLite file, read where it is.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};
use tempfile::TempDir;

use super::{Opened, Shape, folder, is_read, quoted};
use crate::{Place, Refusal};

/// How long Kanboard is waited for that has the file locked.
const BUSY: Duration = Duration::from_secs(10);

/// Opens the file with all that its write-ahead log holds, and keeps reading it as it is now, even while Kanboard goes
/// on.
pub(super) fn open(place: &Place, path: &Path) -> Result<Opened, Refusal> {
    let name = || place.to_string();
    if !path.is_file() {
        return Err(Refusal::Unreachable(name(), "there is no such file".to_owned()));
    }
    let (conn, folder) = match connect(path) {
        Ok(conn) => (conn, None),
        Err(error) if is_damage(&error) => return Err(Refusal::Damaged(name(), error.to_string())),
        // A write-ahead log is read by who may write beside it: else a copy is.
        Err(_) => copied(path).map_err(|error| Refusal::Unreachable(name(), error))?,
    };
    let damaged = |error: rusqlite::Error| Refusal::Damaged(name(), error.to_string());
    let faults = faults(&conn).map_err(damaged)?;
    if !faults.is_empty() {
        return Err(Refusal::Damaged(name(), faults.join("; ")));
    }
    let version = conn.query_row("PRAGMA user_version", [], |row| row.get(0)).map_err(damaged)?;
    let (shape, others) = tables(&conn).map_err(damaged)?;
    Ok(Opened { conn, place: place.clone(), version, shape, others, _folder: folder })
}

fn connect(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let conn = Connection::open_with_flags(path, flags)?;
    conn.busy_timeout(BUSY)?;
    conn.set_prepared_statement_cache_capacity(128);
    // From the first statement on the file is read as it is then.
    conn.execute_batch("BEGIN")?;
    conn.query_row("SELECT COUNT(*) FROM sqlite_master", [], |row| row.get::<_, i64>(0))?;
    Ok(conn)
}

fn is_damage(error: &rusqlite::Error) -> bool {
    matches!(error.sqlite_error_code(), Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase))
}

fn copied(path: &Path) -> Result<(Connection, Option<TempDir>), String> {
    let folder = folder()?;
    let to = folder.path().join("db.sqlite");
    std::fs::copy(path, &to).map_err(|error| error.to_string())?;
    let log = |path: &Path| PathBuf::from(format!("{}-wal", path.display()));
    if log(path).is_file() {
        std::fs::copy(log(path), log(&to)).map_err(|error| error.to_string())?;
    }
    let conn = connect(&to).map_err(|error| error.to_string())?;
    Ok((conn, Some(folder)))
}

/// What is wrong with the file. Rows that a rule of Kanboard's would refuse are no damage.
fn faults(conn: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut check = conn.prepare("PRAGMA integrity_check(10)")?;
    let lines = check.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let is_odd = |line: &String| {
        line == "ok" || line.starts_with("NULL value in ") || line.starts_with("CHECK constraint failed")
    };
    Ok(lines.into_iter().filter(|line| !is_odd(line)).collect())
}

fn tables(conn: &Connection) -> rusqlite::Result<(Shape, Vec<(String, u64)>)> {
    let mut list = conn.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")?;
    let names = list.query_map([], |row| row.get::<_, String>(0))?.collect::<rusqlite::Result<Vec<_>>>()?;
    let (mut shape, mut others) = (Shape::new(), Vec::new());
    for name in names {
        if is_read(&name) {
            let mut columns = conn.prepare("SELECT name FROM pragma_table_info(?1)")?;
            let columns = columns.query_map([&name], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            shape.push((name, columns));
        } else {
            let count = format!("SELECT COUNT(*) FROM {}", quoted(&name));
            let rows = conn.query_row(&count, [], |row| row.get::<_, i64>(0))?;
            others.push((name, u64::try_from(rows).unwrap_or_default()));
        }
    }
    Ok((shape, others))
}
