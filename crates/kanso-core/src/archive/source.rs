//! Where an archive is read from, from the beginning as often as needed.

use std::fs::File;
use std::io::{BufReader, Cursor, Read};
use std::path::PathBuf;

use bytes::Bytes;

use super::ArchiveFault;
use crate::{Error, Fault, Result};

/// An archive that is to be read.
#[derive(Clone, Debug)]
pub enum ArchiveSource {
    /// In memory.
    Bytes(Bytes),
    /// A file of this machine.
    File(PathBuf),
}

impl ArchiveSource {
    pub(super) fn open(&self) -> Result<Box<dyn Read + Send>> {
        match self {
            Self::Bytes(bytes) => Ok(Box::new(Cursor::new(bytes.clone()))),
            Self::File(path) => {
                let file =
                    File::open(path).map_err(|_| Error::Invalid(Fault::Archive(ArchiveFault::NoArchive)))?;
                Ok(Box::new(BufReader::new(file)))
            }
        }
    }

    /// How long it is, in bytes.
    pub(super) fn len(&self) -> u64 {
        match self {
            Self::Bytes(bytes) => u64::try_from(bytes.len()).unwrap_or(u64::MAX),
            Self::File(path) => std::fs::metadata(path).map_or(0, |found| found.len()),
        }
    }
}
