//! Opening Kanboard's database.

mod copy;
mod mysql;
mod postgres;
mod sqlite;

use std::collections::HashSet;

use rusqlite::Connection;
use tempfile::TempDir;

use crate::kanboard::{LEFT, OF_PLUGIN, tables};
use crate::{Place, Refusal};

/// A table with its columns.
pub(crate) type Shape = Vec<(String, HashSet<String>)>;

/// Kanboard's database, found whole and new enough, as it was at one moment.
pub struct Opened {
    pub(crate) conn: Connection,
    pub(crate) place: Place,
    pub(crate) version: i64,
    pub(crate) shape: Shape,
    /// Tables that are not read, and how many rows each has.
    pub(crate) others: Vec<(String, u64)>,
    /// Where a copy is. After the connection, so that it goes last.
    pub(crate) _folder: Option<TempDir>,
}

/// Opens Kanboard's database. A database on a server is copied into the folder for temporary files.
///
/// # Errors
///
/// [`Refusal`], when it cannot be read, is damaged, or is that of an older Kanboard.
pub async fn open(place: &Place) -> Result<Opened, Refusal> {
    let opened = match place {
        Place::Sqlite(path) => sqlite::open(place, path)?,
        Place::Postgres(address) => postgres::copy(place, address).await?,
        Place::MySql(address) => mysql::copy(place, address)?,
    };
    opened.check()?;
    Ok(opened)
}

impl Opened {
    /// The version of Kanboard's tables.
    pub fn version(&self) -> i64 {
        self.version
    }

    /// Refuses what lacks a table or column that is read. The number of the version alone says little: what has all
    /// of them is read, whatever its number.
    fn check(&self) -> Result<(), Refusal> {
        let columns =
            |name: &str| self.shape.iter().find(|(table, _)| table == name).map(|(_, columns)| columns);
        if let Some(missing) = ["projects", "tasks", "users"].into_iter().find(|name| columns(name).is_none())
        {
            return Err(Refusal::NotKanboard(self.place.to_string(), missing));
        }
        let mut missing = Vec::new();
        for (table, wanted) in tables() {
            match columns(table) {
                None => missing.push(format!("the table {table}")),
                Some(there) => missing.extend(
                    wanted
                        .into_iter()
                        .filter(|(column, is_needed)| *is_needed && !there.contains(*column))
                        .map(|(column, _)| format!("{table}.{column}")),
                ),
            }
        }
        if missing.is_empty() && self.version >= self.place.wanted_version() {
            return Ok(());
        }
        if missing.is_empty() {
            missing.push("only steps that change rows".to_owned());
        }
        Err(Refusal::Old {
            place: self.place.to_string(),
            found: self.version,
            wanted: self.place.wanted_version(),
            missing: missing.join(", "),
        })
    }

    /// The tables that stay behind, with how many rows each has, and why.
    pub(crate) fn passed_over(&self) -> Vec<(String, u64, &'static str)> {
        let why = |name: &str| LEFT.iter().find(|(left, _)| *left == name).map_or(OF_PLUGIN, |(_, why)| why);
        self.others.iter().map(|(name, rows)| (name.clone(), *rows, why(name))).collect()
    }
}

/// Whether rows of this table are read.
pub(crate) fn is_read(name: &str) -> bool {
    tables().any(|(table, _)| table == name)
}

/// A folder for a copy, which nobody else may look into: it holds what people sign in with.
fn folder() -> Result<TempDir, String> {
    let mut builder = tempfile::Builder::new();
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.prefix("kanso-import").tempdir().map_err(|error| error.to_string())
}

/// The columns of a table that are read, as far as they are there.
fn wanted(table: &str, there: &[String]) -> Vec<String> {
    let columns = tables().find(|(name, _)| *name == table).map(|(_, columns)| columns).unwrap_or_default();
    let is_wanted = |name: &&String| columns.iter().any(|(column, _)| column == name);
    there.iter().filter(is_wanted).cloned().collect()
}

/// A name in a statement, as standard SQL has it.
pub(crate) fn quoted(name: &str) -> String {
    format!("\"{}\"", name.replace('"', "\"\""))
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    #[test]
    fn nobody_else_may_look_into_a_copy() {
        let folder = super::folder().unwrap();
        let mode = std::fs::metadata(folder.path()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o700);
    }
}
