//! What a backup says of itself: at its beginning what there should be, at its end that this is all.

use kanso_db::{Shape, Table, dialect};
use serde::{Deserialize, Serialize};

use super::cell::Kind;
use super::{FORMAT, VERSION};

/// The first entry.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Head {
    pub(super) format: String,
    pub(super) version: i64,
    /// Which program wrote it.
    pub(super) program: String,
    /// The database that it was read from.
    pub(super) database: String,
    /// In Unix milliseconds.
    pub(super) created_at_ms: i64,
    /// The newest step of the tables.
    pub(super) schema: i32,
    /// In the order in which their rows follow.
    pub(super) tables: Vec<HeadTable>,
}

/// What is said of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct HeadTable {
    pub(super) name: String,
    pub(super) columns: Vec<(String, Kind)>,
    pub(super) rows: u64,
    /// The highest number that its key was ever given, if the database numbers it.
    pub(super) last_id: Option<i64>,
}

/// The last entry.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct End {
    /// How many contents of files there are.
    pub(super) files: u64,
    /// The numbers of those whose content was not there.
    pub(super) lost: Vec<u64>,
}

impl Head {
    pub(super) fn of(shape: &Shape, kind: kanso_db::Kind, created_at_ms: i64) -> Self {
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            program: concat!("kanso ", env!("CARGO_PKG_VERSION")).to_owned(),
            database: dialect::name(kind).to_owned(),
            created_at_ms,
            schema: shape.version,
            tables: Vec::with_capacity(shape.tables.len()),
        }
    }

    /// How many rows there should be.
    pub(super) fn rows(&self) -> u64 {
        self.tables.iter().fold(0, |sum, table| sum.saturating_add(table.rows))
    }
}

impl HeadTable {
    pub(super) fn of(table: &Table, rows: u64, last_id: Option<i64>) -> Self {
        let columns = table.columns.iter().map(|column| (column.name.clone(), Kind::of(column)));
        Self { name: table.name.clone(), columns: columns.collect(), rows, last_id }
    }
}
