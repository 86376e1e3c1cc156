//! Writing the file: a tape archive, compressed.

use std::io::Write;

use flate2::Compression;
use flate2::write::GzEncoder;

use crate::tape::{self, BLOCK};
use crate::{Error, Result};

/// An archive in the making. What was written is taken out of it bit by bit.
pub(super) struct Packer(GzEncoder<Vec<u8>>);

impl Packer {
    pub(super) fn new() -> Self {
        Self(GzEncoder::new(Vec::new(), Compression::default()))
    }

    /// Adds an entry. Nothing in it depends on when or by whom it is written.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let size = content.len() as u64;
        let header = tape::header(name, size, 0o644).map_err(failed)?;
        self.0.write_all(header.as_bytes()).map_err(failed)?;
        self.0.write_all(content).map_err(failed)?;
        self.0.write_all(&[0; BLOCK][..tape::padding(size)]).map_err(failed)
    }

    /// What is compressed so far and was not taken yet.
    pub(super) fn take(&mut self) -> Vec<u8> {
        std::mem::take(self.0.get_mut())
    }

    /// The rest.
    pub(super) fn finish(mut self) -> Result<Vec<u8>> {
        self.0.write_all(&[0; 2 * BLOCK]).map_err(failed)?;
        self.0.finish().map_err(failed)
    }
}

// By value, for `map_err`.
#[expect(clippy::needless_pass_by_value, reason = "it is handed over by map_err")]
fn failed(error: std::io::Error) -> Error {
    Error::Stored(format!("archive: {error}"))
}
