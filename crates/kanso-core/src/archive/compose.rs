//! An archive of a project that was never here, in rows that somebody else has put into its words.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::pack::Packer;
use super::shape::PARTS;
use super::{FORMAT, HEAD, NAMES, VERSION};
use crate::Result;

/// How many rows an entry holds at most.
const ROWS: usize = 500;

/// A project from somewhere else, as `docs/archive.md` describes its rows.
#[derive(Clone, Debug, Default)]
pub struct Composition {
    /// The name of the project.
    pub name: String,
    /// When it was taken out there, in Unix seconds.
    pub exported_at: i64,
    /// The rows of each table. Tables that no archive has are not written.
    pub rows: BTreeMap<&'static str, Vec<Map<String, Value>>>,
    /// Who the rows name: their user name, and what they are called.
    pub people: BTreeMap<String, String>,
}

/// The archive, to be looked at and put in like any other.
///
/// # Errors
///
/// When a value cannot be written as JSON.
pub fn compose_archive(composition: &Composition) -> Result<Vec<u8>> {
    let mut packer = Packer::new();
    let head = json!({
        "format": FORMAT, "version": VERSION, "project": composition.name,
        "exported_at": composition.exported_at, "program": concat!("kanso ", env!("CARGO_PKG_VERSION")),
    });
    packer.add(HEAD, &serde_json::to_vec(&head)?)?;
    for part in PARTS {
        let rows = composition.rows.get(part.table).map(Vec::as_slice).unwrap_or_default();
        for (number, rows) in (1..).zip(rows.chunks(ROWS)) {
            let name: String = format!("rows/{}/{number}.json", part.table);
            packer.add(&name, &serde_json::to_vec(rows)?)?;
        }
    }
    let people = composition.people.iter().map(|(user, name)| (user, json!({"name": name, "email": ""})));
    let people: BTreeMap<&String, Value> = people.collect();
    let names = json!({"people": people, "labels": {}, "lost": [], "left": 0});
    packer.add(NAMES, &serde_json::to_vec(&names)?)?;
    packer.finish()
}
