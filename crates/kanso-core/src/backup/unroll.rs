//! The tape of a backup: entry by entry, and what is in them. No more of it is in memory than one entry of rows.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use flate2::bufread::GzDecoder;

use super::BackupFault;
use super::crypt::{Passphrase, decrypted};
use super::seal::Unsealing;
use crate::tape::{self, BLOCK};

/// The longest entry that is taken into memory: a row holds less.
const LONGEST: u64 = 256 * 1024 * 1024;

/// A tape that is being read.
pub(super) struct Unroller {
    tape: GzDecoder<BufReader<Unsealing<Box<dyn Read + Send>>>>,
    pub(super) is_encrypted: bool,
    /// How many bytes came out so far.
    pub(super) unpacked: u64,
    /// What is left of the content that is being read, and what follows it.
    left: u64,
    padding: usize,
    /// The header of an entry that was read too early.
    ahead: Option<(String, u64)>,
}

impl Unroller {
    pub(super) fn open(path: &Path, passphrase: Option<&Passphrase>) -> Result<Self, BackupFault> {
        let file = File::open(path).map_err(|error| BackupFault::file(path, &error))?;
        let (from, is_encrypted) = decrypted(BufReader::with_capacity(64 * 1024, file), passphrase)?;
        let tape = GzDecoder::new(BufReader::new(Unsealing::new(from)));
        Ok(Self { tape, is_encrypted, unpacked: 0, left: 0, padding: 0, ahead: None })
    }

    /// The header of the next entry, behind what is left of the last one; `None` where the tape ends.
    pub(super) fn header(&mut self) -> Result<Option<(String, u64)>, BackupFault> {
        if let Some(ahead) = self.ahead.take() {
            return Ok(Some(ahead));
        }
        io::copy(&mut self.content(), &mut io::sink()).map_err(broken)?;
        let padding = std::mem::take(&mut self.padding);
        self.exactly(padding)?;
        let block = self.exactly(BLOCK)?;
        if block.iter().all(|byte| *byte == 0) {
            return Ok(None);
        }
        let header = tape::read_header(&block);
        header.map(Some).ok_or_else(|| BackupFault::Broken("an entry has no header".to_owned()))
    }

    /// The size of the next entry if it has this name; else that one is still to come.
    pub(super) fn header_of(&mut self, name: &str) -> Result<Option<u64>, BackupFault> {
        self.ahead = self.header()?;
        Ok(self.ahead.take_if(|(next, _)| next == name).map(|(_, size)| size))
    }

    /// An entry that is short enough for memory.
    pub(super) fn entry(&mut self, size: u64) -> Result<Vec<u8>, BackupFault> {
        let size = usize::try_from(size).ok().filter(|size| *size as u64 <= LONGEST);
        let size = size.ok_or_else(|| BackupFault::damaged("an entry of more than 256 MB"))?;
        let content = self.exactly(size)?;
        self.padding = tape::padding(size as u64);
        Ok(content)
    }

    /// Begins an entry of any length, which [`Unroller::content`] reads.
    pub(super) fn begin(&mut self, size: u64) {
        (self.left, self.padding) = (size, tape::padding(size));
    }

    /// The content that was begun last, as far as it is not read yet.
    pub(super) fn content(&mut self) -> Content<'_> {
        Content(self)
    }

    /// Two blank blocks are the end of a tape, of which one was read; nothing follows but the seal, which must fit.
    pub(super) fn over(&mut self) -> Result<(), BackupFault> {
        if self.exactly(BLOCK)?.iter().any(|byte| *byte != 0) {
            return Err(early());
        }
        let rest = self.tape.read(&mut [0]).map_err(broken)?;
        let after = self.tape.get_mut().read(&mut [0]).map_err(broken)?;
        if rest > 0 || after > 0 || !self.tape.get_mut().get_mut().is_whole() {
            return Err(BackupFault::Broken("its digest is another one".to_owned()));
        }
        Ok(())
    }

    fn exactly(&mut self, size: usize) -> Result<Vec<u8>, BackupFault> {
        let mut content = Vec::new();
        // Not more is held than comes, whatever the header says.
        self.tape.by_ref().take(size as u64).read_to_end(&mut content).map_err(broken)?;
        self.unpacked += content.len() as u64;
        if content.len() == size { Ok(content) } else { Err(early()) }
    }
}

/// A content that is being read. That it ends early is an error.
pub(super) struct Content<'r>(&'r mut Unroller);

impl Read for Content<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.0.left == 0 || into.is_empty() {
            return Ok(0);
        }
        let most = usize::try_from(self.0.left).unwrap_or(usize::MAX).min(into.len());
        let read = self.0.tape.read(into.get_mut(..most).unwrap_or_default())?;
        if read == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
        self.0.left -= read as u64;
        self.0.unpacked += read as u64;
        Ok(read)
    }
}

pub(super) fn early() -> BackupFault {
    BackupFault::Broken("it ends early".to_owned())
}

// By value, for `map_err`.
#[expect(clippy::needless_pass_by_value, reason = "it is handed over by map_err")]
fn broken(error: io::Error) -> BackupFault {
    BackupFault::Broken(error.to_string())
}
