use std::{path::Path, thread, time::Duration};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};

use crate::Error;

/// How long another process is waited for that has the database locked.
const BUSY: Duration = Duration::from_secs(5);
const PAUSE: Duration = Duration::from_millis(5);

/// The connection that writes. The file is created if it is not there.
pub(super) fn writer(path: &Path) -> Result<Connection, Error> {
    let connection = open(path)?;
    write_ahead(&connection).map_err(Error::connection)?;
    // An acknowledged change survives the loss of power: group commit makes that cheap.
    connection.pragma_update(None, "synchronous", "FULL").map_err(Error::connection)?;
    connection.pragma_update(None, "wal_autocheckpoint", 4000).map_err(Error::connection)?;
    // A savepoint keeps the pages as they were before it: in memory, not in a file beside each busy batch.
    connection.pragma_update(None, "temp_store", "MEMORY").map_err(Error::connection)?;
    Ok(connection)
}

/// Switches to the write-ahead log. Of programs that do so together SQLite refuses all but one at once,
/// whatever the busy timeout says (waiting for one another they would never end): it is asked again.
fn write_ahead(connection: &Connection) -> rusqlite::Result<()> {
    let mut left = BUSY.as_millis() / PAUSE.as_millis();
    loop {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error) if left > 0 && error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => left -= 1,
            done => return done,
        }
        thread::sleep(PAUSE);
    }
}

/// A connection that only reads.
pub(super) fn reader(path: &Path) -> Result<Connection, Error> {
    let connection = open(path)?;
    connection.pragma_update(None, "query_only", true).map_err(Error::connection)?;
    Ok(connection)
}

/// Whether anybody else has the database open: then it does not leave the write-ahead log.
pub(crate) fn is_used(path: &Path) -> Result<bool, Error> {
    let connection = open(path)?;
    connection.busy_timeout(Duration::ZERO).map_err(Error::connection)?;
    match connection.pragma_update(None, "journal_mode", "DELETE") {
        Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) => Ok(true),
        Err(error) => Err(Error::connection(error)),
        Ok(()) => write_ahead(&connection).map(|()| false).map_err(Error::connection),
    }
}

fn open(path: &Path) -> Result<Connection, Error> {
    let flags =
        OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)
        .map_err(|error| Error::connection(format!("{}: {error}", path.display())))?;
    set_up(&connection).map_err(Error::connection)?;
    Ok(connection)
}

fn set_up(connection: &Connection) -> rusqlite::Result<()> {
    // First, so that the rest waits for another process (the command line beside the server), too.
    connection.busy_timeout(BUSY)?;
    connection.pragma_update(None, "foreign_keys", true)?;
    connection.set_prepared_statement_cache_capacity(256);
    // Without it a cached statement is planned anew at each use, which costs more than the query.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // A name in double quotes that is not there is an error, as on PostgreSQL, and not a text.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    Ok(())
}
