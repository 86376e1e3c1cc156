//! A copy of another database's rows in a SQLite file, all values as text.

use std::collections::HashSet;

use rusqlite::{Connection, params_from_iter};
use tempfile::TempDir;

use super::{Opened, Shape, folder, quoted};
use crate::{Place, Refusal};

/// The columns by which rows are read again in their order, if they are there: the first of these.
const KEYS: [&str; 3] = ["id", "restriction_id", "role_id"];

/// A copy under way. What fails here is the disk of this machine.
pub(super) struct Copy {
    conn: Connection,
    folder: TempDir,
    shape: Shape,
    others: Vec<(String, u64)>,
}

impl Copy {
    pub(super) fn begin() -> Result<Self, String> {
        let folder = folder()?;
        let conn = Connection::open(folder.path().join("copy.sqlite")).map_err(|error| error.to_string())?;
        // Nobody needs half a copy.
        let begin = "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; BEGIN";
        conn.execute_batch(begin).map_err(|error| error.to_string())?;
        conn.set_prepared_statement_cache_capacity(128);
        Ok(Self { conn, folder, shape: Shape::new(), others: Vec::new() })
    }

    /// A table whose rows follow. Only `columns` are copied.
    pub(super) fn table(&mut self, name: &str, columns: &[String]) -> Result<(), String> {
        let key = KEYS.into_iter().find(|key| columns.iter().any(|column| column == key));
        let declared: Vec<String> = columns
            .iter()
            .map(|column| {
                let kind = if Some(column.as_str()) == key { " INTEGER PRIMARY KEY" } else { "" };
                format!("{}{kind}", quoted(column))
            })
            .collect();
        let create = format!("CREATE TABLE {} ({})", quoted(name), declared.join(", "));
        self.conn.execute_batch(&create).map_err(|error| error.to_string())?;
        self.shape.push((name.to_owned(), columns.iter().cloned().collect::<HashSet<_>>()));
        Ok(())
    }

    /// A row of a table, in the order of its columns.
    pub(super) fn row<T: AsRef<str>>(&self, table: &str, values: &[Option<T>]) -> Result<(), String> {
        let places = vec!["?"; values.len()].join(", ");
        let insert = format!("INSERT INTO {} VALUES ({places})", quoted(table));
        let mut insert = self.conn.prepare_cached(&insert).map_err(|error| error.to_string())?;
        let values = values.iter().map(|value| value.as_ref().map(AsRef::as_ref));
        insert.execute(params_from_iter(values)).map_err(|error| error.to_string())?;
        Ok(())
    }

    /// A table that is not copied.
    pub(super) fn other(&mut self, name: String, rows: u64) {
        self.others.push((name, rows));
    }

    pub(super) fn end(self, place: &Place, version: i64) -> Result<Opened, Refusal> {
        let Self { conn, folder, shape, others } = self;
        let failed = |error: rusqlite::Error| Refusal::Unreachable(place.to_string(), error.to_string());
        conn.execute_batch("COMMIT; BEGIN").map_err(failed)?;
        Ok(Opened { conn, place: place.clone(), version, shape, others, _folder: Some(folder) })
    }
}
