//! Putting the rows of a backup into the tables, all in one transaction.

use kanso_db::{Conn, Param};

use super::check::rows_of;
use super::head::HeadTable;
use super::read::{Piece, Reader};
use super::rows::quoted;
use super::{BackupFault, Progress};
use crate::rows::places;

/// So many values go into one statement: SQLite takes 32,766, and more at once is hardly quicker.
const VALUES: usize = 1_000;

/// Puts all rows in; the contents of files are not read any more.
pub(super) async fn put(
    conn: &Conn,
    mut reader: Reader,
    progress: Option<&Progress>,
) -> Result<(), BackupFault> {
    let (total, mut done) = (reader.head.rows(), 0_u64);
    while let Some(Piece::Rows(place, lines)) = reader.next()? {
        let table = reader.head.tables.get(place).ok_or(BackupFault::NoBackup)?;
        done += insert(conn, table, &lines).await?;
        if let Some(progress) = progress {
            progress(&table.name, done, total);
        }
    }
    for table in &reader.head.tables {
        let count = format!("SELECT COUNT(*) FROM {}", quoted(&table.name));
        let (found,) = conn.one::<(i64,)>(&count, &[]).await?.unwrap_or_default();
        let found = u64::try_from(found).unwrap_or_default();
        if found != table.rows {
            let (table, expected) = (table.name.clone(), table.rows);
            return Err(BackupFault::Miscounted { table, expected, found });
        }
    }
    Ok(())
}

async fn insert(conn: &Conn, table: &HeadTable, lines: &[u8]) -> Result<u64, BackupFault> {
    let most = (VALUES / table.columns.len().max(1)).max(1);
    let (mut values, mut waiting, mut done) = (Vec::new(), 0, 0);
    for row in rows_of(table, lines) {
        values.extend(row?);
        waiting += 1;
        if waiting == most {
            store(conn, table, waiting, &values).await?;
            done += waiting as u64;
            (waiting, values) = (0, Vec::new());
        }
    }
    if waiting > 0 {
        store(conn, table, waiting, &values).await?;
    }
    Ok(done + waiting as u64)
}

async fn store(conn: &Conn, table: &HeadTable, rows: usize, values: &[Param<'_>]) -> Result<(), BackupFault> {
    let stored = conn.execute(&statement(table, rows), values).await;
    stored.map(drop).map_err(|error| refused(table, error))
}

fn statement(table: &HeadTable, rows: usize) -> String {
    let columns: Vec<String> = table.columns.iter().map(|(name, _)| quoted(name)).collect();
    let width = columns.len();
    let mut statement = format!("INSERT INTO {} ({}) VALUES ", quoted(&table.name), columns.join(", "));
    statement.push_str(&places(rows, width));
    statement
}

/// What the database does not take is told with its table. That it is out of reach is another thing.
fn refused(table: &HeadTable, error: kanso_db::Error) -> BackupFault {
    if let kanso_db::Error::Constraint { name } = error {
        return BackupFault::Refused(table.name.clone(), format!("two rows are the same in {name}"));
    }
    if let kanso_db::Error::Sql { message } = error {
        // Without the statement.
        let reason = message.split(" (in: ").next().unwrap_or_default();
        return BackupFault::Refused(table.name.clone(), reason.to_owned());
    }
    error.into()
}
