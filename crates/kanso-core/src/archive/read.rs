//! An archive piece by piece, in the order in which they must come.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::{Map, Value};

use super::shape::{Part, part_of};
use super::unpack::{Unpacker, damaged, fault};
use super::{ArchiveFault, ArchiveSource, FORMAT, HEAD, NAMES, VERSION};
use crate::Result;

/// A row as an archive holds it.
pub(super) type Row = Map<String, Value>;

/// What the archive says of itself.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Head {
    format: String,
    version: i64,
    pub(super) project: String,
    pub(super) exported_at: i64,
}

/// Who and what the rows name.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Names {
    pub(super) people: BTreeMap<String, Known>,
    /// Each label with what it is called from the other side.
    pub(super) labels: BTreeMap<String, String>,
    /// The contents that were lost before the archive was written.
    pub(super) lost: Vec<i64>,
    /// How many rows stayed behind.
    pub(super) left: i64,
}

/// Somebody.
#[derive(Clone, Debug, Deserialize)]
pub(super) struct Known {
    pub(super) name: String,
    pub(super) email: String,
}

pub(super) enum Piece {
    Rows(&'static Part, Vec<Row>),
    Names(Names),
    /// The content with this number.
    Content(i64, Vec<u8>),
}

pub(super) struct Reader {
    unpacker: Unpacker,
    pub(super) head: Head,
    /// The part that rows may be of still; none after the names.
    at: Option<usize>,
    number: i64,
}

impl Reader {
    pub(super) fn open(source: &ArchiveSource) -> Result<Self> {
        let mut unpacker = Unpacker::open(source)?;
        let first = unpacker.next()?.filter(|entry| entry.name == HEAD);
        let first = first.ok_or_else(|| fault(ArchiveFault::NoArchive))?;
        let head: Head =
            serde_json::from_slice(&first.content).map_err(|_| fault(ArchiveFault::NoArchive))?;
        if head.format != FORMAT {
            return Err(fault(ArchiveFault::NoArchive));
        }
        if head.version != VERSION {
            return Err(fault(ArchiveFault::Version(head.version)));
        }
        Ok(Self { unpacker, head, at: Some(0), number: 0 })
    }

    /// The next piece; `None` at the end.
    pub(super) fn next(&mut self) -> Result<Option<Piece>> {
        let Some(entry) = self.unpacker.next()? else {
            let is_whole = self.at.is_none();
            return if is_whole { Ok(None) } else { Err(fault(ArchiveFault::NoArchive)) };
        };
        let odd = || damaged(entry.name.clone());
        let path: Vec<&str> = entry.name.split('/').collect();
        match (self.at, path.as_slice()) {
            (Some(at), ["rows", table, _]) => {
                let (place, part) = part_of(table).filter(|(place, _)| *place >= at).ok_or_else(odd)?;
                self.at = Some(place);
                let rows: Vec<Row> = serde_json::from_slice(&entry.content).map_err(|_| odd())?;
                if rows.is_empty() {
                    return Err(odd());
                }
                Ok(Some(Piece::Rows(part, rows)))
            }
            (Some(_), [name]) if *name == NAMES => {
                self.at = None;
                Ok(Some(Piece::Names(serde_json::from_slice(&entry.content).map_err(|_| odd())?)))
            }
            (None, ["files", number]) => {
                let number: i64 = number.parse().map_err(|_| odd())?;
                // Each once.
                if number <= self.number {
                    return Err(odd());
                }
                self.number = number;
                Ok(Some(Piece::Content(number, entry.content)))
            }
            _ => Err(odd()),
        }
    }
}
