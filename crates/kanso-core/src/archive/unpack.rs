//! Reading the file entry by entry, and not more of it than can be meant.

use std::io::Read;

use flate2::read::GzDecoder;

use super::{ArchiveFault, ArchiveSource};
use crate::{Error, Fault, Result, tape};

const BLOCK: u64 = tape::BLOCK as u64;
/// The longest entry: files are attached in one piece, so none is longer.
const LONGEST: u64 = 256 * 1024 * 1024;
/// How much more may come out of an archive than is in it. What people write shrinks to a twentieth at most; a file
/// made of one letter to a thousandth.
const MOST_SHRUNK: u64 = 200;
/// So much may come out of any.
const ALWAYS: u64 = 64 * 1024 * 1024;

/// An archive that is being read.
pub(super) struct Unpacker {
    from: GzDecoder<Box<dyn Read + Send>>,
    /// How much more may come.
    room: u64,
}

/// What an archive is made of.
pub(super) struct Entry {
    pub(super) name: String,
    pub(super) content: Vec<u8>,
}

impl Unpacker {
    pub(super) fn open(source: &ArchiveSource) -> Result<Self> {
        let room = ALWAYS + source.len().saturating_mul(MOST_SHRUNK);
        Ok(Self { from: GzDecoder::new(source.open()?), room })
    }

    /// The next entry; `None` at the end, which must be marked as one.
    pub(super) fn next(&mut self) -> Result<Option<Entry>> {
        let block = self.read(BLOCK)?;
        if block.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        let (name, size) = tape::read_header(&block).ok_or_else(|| fault(ArchiveFault::NoArchive))?;
        let content = self.read(size)?;
        self.read(tape::padding(size) as u64)?;
        Ok(Some(Entry { name, content }))
    }

    fn read(&mut self, size: u64) -> Result<Vec<u8>> {
        if size > LONGEST || size > self.room {
            return Err(fault(ArchiveFault::TooLarge));
        }
        self.room -= size;
        let mut content = Vec::new();
        // Not more is held than comes, whatever the header says.
        let read = self.from.by_ref().take(size).read_to_end(&mut content);
        let is_whole = read.is_ok() && u64::try_from(content.len()) == Ok(size);
        if is_whole { Ok(content) } else { Err(fault(ArchiveFault::NoArchive)) }
    }
}

pub(super) fn fault(fault: ArchiveFault) -> Error {
    Error::Invalid(Fault::Archive(fault))
}

pub(super) fn damaged(what: impl Into<String>) -> Error {
    fault(ArchiveFault::Damaged(what.into()))
}
