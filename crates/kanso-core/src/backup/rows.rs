//! Writing the rows, all as they were at one moment.

use std::io::Write;

use kanso_db::{Conn, Table, dialect};

use super::head::{Head, HeadTable};
use super::hold::OTHERS;
use super::lines::Lines;
use super::named::contents_named;
use super::pack::Packer;
use super::target::own_shape;
use super::{BackupFault, HEAD, KEY, Progress};

/// How many paths an entry names.
const PATHS: usize = 1_000;
/// After how many rows it is told how far it is.
const TOLD: u64 = 1_000;

/// Tables that are not in a backup, and why.
pub(super) const LEFT: &[(&str, &str)] =
    &[("sessions", "who restores does not bring sessions back that were ended since")];

/// What was written, and the contents that are to follow.
pub(super) struct Rows {
    pub(super) head: Head,
    pub(super) paths: Vec<String>,
}

/// Writes all but the contents of files.
pub(super) async fn write<W: Write + Send>(
    conn: &Conn,
    packer: &mut Packer<W>,
    (key, now_ms): (Option<String>, i64),
    progress: Option<&Progress>,
) -> Result<Rows, BackupFault> {
    let mut shape = own_shape(conn).await?;
    shape.tables.retain(|table| LEFT.iter().all(|(left, _)| *left != table.name));
    let mut head = Head::of(&shape, conn.kind(), now_ms);
    for table in &shape.tables {
        head.tables.push(look(conn, table).await?);
    }
    packer
        .add(HEAD, &serde_json::to_vec_pretty(&head).unwrap_or_default())
        .map_err(|error| unwritten(&error))?;
    if let Some(key) = key {
        packer.add(KEY, key.as_bytes()).map_err(|error| unwritten(&error))?;
    }
    let mut done = Done { rows: 0, total: head.rows(), progress };
    for (table, counted) in shape.tables.iter().zip(&head.tables) {
        whole(conn, table, counted, packer, &mut done).await?;
    }
    let paths: Vec<String> = contents_named(conn, &shape).await?.into_iter().collect();
    for (number, paths) in (1..).zip(paths.chunks(PATHS)) {
        let list = serde_json::to_vec(paths).unwrap_or_default();
        packer.add(&format!("names/{number}.json"), &list).map_err(|error| unwritten(&error))?;
    }
    Ok(Rows { head, paths })
}

/// How far it is.
struct Done<'p> {
    rows: u64,
    total: u64,
    progress: Option<&'p Progress>,
}

impl Done<'_> {
    fn one_more(&mut self, table: &str) {
        self.rows += 1;
        if let Some(progress) = self.progress
            && (self.rows.is_multiple_of(TOLD) || self.rows == self.total)
        {
            progress(table, self.rows, self.total);
        }
    }
}

async fn look(conn: &Conn, table: &Table) -> Result<HeadTable, BackupFault> {
    let count = format!("SELECT COUNT(*) FROM {}{}", quoted(&table.name), condition(table));
    let (rows,) = conn.one::<(i64,)>(&count, &[]).await?.unwrap_or_default();
    let last_id = match &table.numbered {
        Some(key) => {
            let last = dialect::last_id(conn.kind(), &table.name, key);
            conn.one::<(i64,)>(&last, &[]).await?.map(|(last,)| last)
        }
        None => None,
    };
    Ok(HeadTable::of(table, u64::try_from(rows).unwrap_or_default(), last_id))
}

fn condition(table: &Table) -> String {
    if table.name == "jobs" { format!(" WHERE {OTHERS}") } else { String::new() }
}

/// Writes a table. Its rows come one by one, so that it may be of any size.
async fn whole<W: Write + Send>(
    conn: &Conn,
    table: &Table,
    counted: &HeadTable,
    packer: &mut Packer<W>,
    done: &mut Done<'_>,
) -> Result<(), BackupFault> {
    let mut lines = Lines::of(&table.name);
    conn.each(&select(table), &[], |row| {
        lines.add(row, counted)?;
        done.one_more(&table.name);
        if lines.are_many() { lines.write(packer) } else { Ok(()) }
    })
    .await?;
    lines.write(packer)?;
    if lines.rows == counted.rows {
        return Ok(());
    }
    Err(BackupFault::Miscounted { table: table.name.clone(), expected: counted.rows, found: lines.rows })
}

fn select(table: &Table) -> String {
    let columns: Vec<String> = table.columns.iter().map(|column| quoted(&column.name)).collect();
    let key: Vec<String> = table.key.iter().map(|column| quoted(column)).collect();
    let order = if key.is_empty() { String::new() } else { format!(" ORDER BY {}", key.join(", ")) };
    format!("SELECT {} FROM {}{}{order}", columns.join(", "), quoted(&table.name), condition(table))
}

/// A name as both databases take it, whatever it is.
pub(super) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

pub(super) fn unwritten(error: &std::io::Error) -> BackupFault {
    BackupFault::File("the backup cannot be written".to_owned(), error.to_string())
}
