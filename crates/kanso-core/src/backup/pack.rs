//! Writing the file: a tape archive, compressed, sealed, and encrypted if there is a passphrase.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

use super::crypt::{Encrypted, Passphrase};
use super::seal::Sealing;
use crate::tape::{self, BLOCK};

/// A backup in the making.
pub(super) struct Packer<W: Write>(GzEncoder<Sealing<Encrypted<W>>>);

impl<W: Write> Packer<W> {
    pub(super) fn new(out: W, passphrase: Option<&Passphrase>) -> io::Result<Self> {
        let sealing = Sealing::new(Encrypted::new(out, passphrase)?);
        // Rows shrink to a tenth at any rate; taking longer for it would keep a server busy.
        Ok(Self(GzEncoder::new(sealing, Compression::fast())))
    }

    /// Adds an entry.
    pub(super) fn add(&mut self, name: &str, content: &[u8]) -> io::Result<()> {
        let size = content.len() as u64;
        self.begin(name, size)?;
        self.write(content)?;
        self.end(size)
    }

    /// Begins an entry, of which exactly so many bytes follow.
    pub(super) fn begin(&mut self, name: &str, size: u64) -> io::Result<()> {
        self.0.write_all(tape::header(name, size, 0o600)?.as_bytes())
    }

    pub(super) fn write(&mut self, part: &[u8]) -> io::Result<()> {
        self.0.write_all(part)
    }

    pub(super) fn end(&mut self, size: u64) -> io::Result<()> {
        self.0.write_all(&[0; BLOCK][..tape::padding(size)])
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        self.0.write_all(&[0; 2 * BLOCK])?;
        self.0.finish()?.finish()?.finish()
    }
}
