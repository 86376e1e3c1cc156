//! Rows on their way into entries.

use std::io::Write;

use kanso_db::Row;

use super::BackupFault;
use super::cell::{self, Kind};
use super::head::HeadTable;
use super::pack::Packer;
use super::rows::unwritten;

/// So many bytes of rows make an entry; one row more than that is an entry of its own.
const ENTRY: usize = 256 * 1024;

/// Rows on their way into an entry.
pub(super) struct Lines<'t> {
    name: &'t str,
    number: u64,
    /// How many there were so far.
    pub(super) rows: u64,
    bytes: Vec<u8>,
}

impl<'t> Lines<'t> {
    pub(super) fn of(name: &'t str) -> Self {
        Self { name, number: 0, rows: 0, bytes: Vec::with_capacity(ENTRY + ENTRY / 4) }
    }

    /// Whether there are enough for an entry.
    pub(super) fn are_many(&self) -> bool {
        self.bytes.len() >= ENTRY
    }

    pub(super) fn add(&mut self, row: &Row<'_>, table: &HeadTable) -> Result<(), BackupFault> {
        for (index, (column, kind)) in table.columns.iter().enumerate() {
            self.bytes.push(if index == 0 { b'[' } else { b',' });
            self.cell(row, index, *kind).ok_or_else(|| {
                BackupFault::Refused(table.name.clone(), format!("{column} is of no such kind"))
            })?;
        }
        self.bytes.extend(b"]\n");
        self.rows += 1;
        Ok(())
    }

    fn cell(&mut self, row: &Row<'_>, index: usize, kind: Kind) -> Option<()> {
        cell::write(&mut self.bytes, kind, &row.value(index).ok()?)
    }

    /// Writes an entry of what there is, if there is anything.
    pub(super) fn write<W: Write>(&mut self, packer: &mut Packer<W>) -> Result<(), BackupFault> {
        if self.bytes.is_empty() {
            return Ok(());
        }
        self.number += 1;
        let name = format!("rows/{}/{}.jsonl", self.name, self.number);
        packer.add(&name, &self.bytes).map_err(|error| unwritten(&error))?;
        self.bytes.clear();
        Ok(())
    }
}
