//! Reading a backup to its end, to see that all of it is there and makes sense.

use std::path::{Path, PathBuf};

use kanso_db::Param;
use serde_json::Value;

use super::apart::apart;
use super::cell;
use super::crypt::Passphrase;
use super::head::{End, Head, HeadTable};
use super::read::{Piece, Reader};
use super::{BackupFault, Progress};

/// What is in a backup.
#[derive(Clone, Debug)]
pub struct CheckedBackup {
    /// Which program wrote it.
    pub program: String,
    /// The database that it was read from.
    pub database: String,
    /// When, in Unix milliseconds.
    pub created_at_ms: i64,
    /// The newest step of its tables.
    pub schema: i32,
    /// How many rows each table has.
    pub tables: Vec<(String, u64)>,
    /// How many rows all have together.
    pub rows: u64,
    /// How many contents of files there are.
    pub files: u64,
    /// How many contents rows name that were lost.
    pub lost: u64,
    /// Whether the secret key is in it.
    pub has_key: bool,
    /// Whether a passphrase is needed to read it.
    pub is_encrypted: bool,
    /// How long it is, in bytes.
    pub bytes: u64,
    /// How much comes out of it, and how much of that are contents, in bytes.
    pub(super) unpacked: u64,
    pub(super) of_contents: u64,
    pub(super) head: Head,
    pub(super) end: End,
    pub(super) key: Option<String>,
}

/// Reads a backup to its end, and answers what is in it.
///
/// # Errors
///
/// [`BackupFault`] with what is wrong with it.
#[crate::use_case]
pub async fn check_backup(
    file: PathBuf,
    passphrase: Option<Passphrase>,
    progress: Option<Progress>,
) -> Result<CheckedBackup, BackupFault> {
    apart(move || {
        look(&file, passphrase.as_ref(), |done, total| {
            if let Some(progress) = &progress {
                progress("reading", done, total);
            }
            Ok(())
        })
    })
    .await
}

/// Reads all of it. `tell` hears how many of the rows were read.
pub(super) fn look(
    path: &Path,
    passphrase: Option<&Passphrase>,
    tell: impl Fn(u64, u64) -> Result<(), BackupFault>,
) -> Result<CheckedBackup, BackupFault> {
    let bytes = std::fs::metadata(path).map_err(|error| BackupFault::file(path, &error))?.len();
    let mut reader = Reader::open(path, passphrase)?;
    let mut counts = vec![0_u64; reader.head.tables.len()];
    let (total, mut done, mut of_contents, mut ended) = (reader.head.rows(), 0_u64, 0_u64, None);
    while let Some(piece) = reader.next()? {
        match piece {
            Piece::Rows(place, lines) => {
                let table = reader.head.tables.get(place).ok_or(BackupFault::NoBackup)?;
                let found = rows_of(table, &lines).try_fold(0_u64, |sum, row| row.map(|_| sum + 1))?;
                *counts.get_mut(place).ok_or(BackupFault::NoBackup)? += found;
                done += found;
                tell(done, total)?;
            }
            Piece::Content(_, size) => of_contents = of_contents.saturating_add(size),
            Piece::End(end) => ended = Some(end),
        }
    }
    for (table, found) in reader.head.tables.iter().zip(counts) {
        if table.rows != found {
            let (table, expected) = (table.name.clone(), table.rows);
            return Err(BackupFault::Miscounted { table, expected, found });
        }
    }
    let end = ended.ok_or_else(|| BackupFault::Broken("it ends early".to_owned()))?;
    let head = reader.head.clone();
    Ok(CheckedBackup {
        program: head.program.clone(),
        database: head.database.clone(),
        created_at_ms: head.created_at_ms,
        schema: head.schema,
        tables: head.tables.iter().map(|table| (table.name.clone(), table.rows)).collect(),
        rows: head.rows(),
        files: end.files,
        lost: end.lost.len() as u64,
        has_key: reader.key.is_some(),
        is_encrypted: reader.is_encrypted(),
        bytes,
        unpacked: reader.unpacked(),
        of_contents,
        key: reader.key.clone(),
        head,
        end,
    })
}

/// The rows of an entry, each with a value for every column of the table.
pub(super) fn rows_of<'l>(
    table: &'l HeadTable,
    lines: &'l [u8],
) -> impl Iterator<Item = Result<Vec<Param<'static>>, BackupFault>> + 'l {
    let lines = lines.strip_suffix(b"\n").unwrap_or(lines);
    lines.split(|byte| *byte == b'\n').map(|line| {
        let odd = || BackupFault::Damaged(format!("a row of {}", table.name));
        let values: Vec<Value> = serde_json::from_slice(line).map_err(|_| odd())?;
        if values.len() != table.columns.len() {
            return Err(odd());
        }
        let values = values.into_iter().zip(&table.columns);
        values.map(|(value, (_, kind))| cell::read(*kind, value).ok_or_else(odd)).collect()
    })
}
