//! The end of the file, by which any byte that is not as it was written is noticed: an empty piece of gzip, which other
//! programs pass over, with the digest of all before it as its comment.

use std::fmt::Write as _;
use std::io::{self, Read, Write};

use sha2::{Digest, Sha256};

/// How long that end is, in bytes.
const LENGTH: usize = 92;

/// Passes on what is written, and knows its digest.
pub(super) struct Sealing<W: Write> {
    out: W,
    digest: Sha256,
}

impl<W: Write> Sealing<W> {
    pub(super) fn new(out: W) -> Self {
        Self { out, digest: Sha256::new() }
    }

    pub(super) fn finish(mut self) -> io::Result<W> {
        let seal = seal(self.digest);
        self.out.write_all(&seal)?;
        Ok(self.out)
    }
}

impl<W: Write> Write for Sealing<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let written = self.out.write(bytes)?;
        self.digest.update(bytes.get(..written).unwrap_or(bytes));
        Ok(written)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Passes on what is read but for the end, which it looks at.
pub(super) struct Unsealing<R: Read> {
    from: R,
    digest: Sha256,
    /// What may be the end.
    held: Vec<u8>,
    is_over: bool,
}

impl<R: Read> Unsealing<R> {
    pub(super) fn new(from: R) -> Self {
        Self { from, digest: Sha256::new(), held: Vec::new(), is_over: false }
    }

    /// Whether all was read and is as it was written.
    pub(super) fn is_whole(&mut self) -> bool {
        let is_read = self.is_over && self.held.len() == LENGTH;
        is_read && self.held == seal(std::mem::take(&mut self.digest))
    }
}

impl<R: Read> Read for Unsealing<R> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if into.is_empty() {
            return Ok(0);
        }
        while !self.is_over && self.held.len() <= LENGTH {
            let mut more = [0; 16 * 1024];
            let read = self.from.read(&mut more)?;
            self.is_over = read == 0;
            self.held.extend(more.iter().take(read));
        }
        let room = self.held.len().saturating_sub(LENGTH).min(into.len());
        for (place, byte) in into.iter_mut().zip(self.held.drain(..room)) {
            *place = byte;
        }
        self.digest.update(into.get(..room).unwrap_or_default());
        Ok(room)
    }
}

/// The header of a gzip piece with a comment, no bytes, and their sum and count.
fn seal(digest: Sha256) -> Vec<u8> {
    let mut comment = String::from("sha256:");
    for byte in digest.finalize() {
        let _ = write!(comment, "{byte:02x}");
    }
    let mut piece = vec![0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 0xff];
    piece.extend(comment.bytes());
    piece.extend([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    piece
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sealed(content: &[u8]) -> Vec<u8> {
        let mut sealing = Sealing::new(Vec::new());
        sealing.write_all(content).unwrap();
        sealing.finish().unwrap()
    }

    fn read(sealed: &[u8]) -> (Vec<u8>, bool) {
        let mut unsealing = Unsealing::new(sealed);
        let mut content = Vec::new();
        unsealing.read_to_end(&mut content).unwrap();
        let is_whole = unsealing.is_whole();
        (content, is_whole)
    }

    #[test]
    fn what_was_sealed_reads_back_and_any_other_byte_is_noticed() {
        for length in [0, 1, 91, 92, 93, 40_000] {
            let content = vec![7; length];
            let good = sealed(&content);
            assert_eq!(read(&good), (content, true), "{length}");
            for at in (0..good.len()).step_by(good.len() / 50 + 1) {
                let mut bad = good.clone();
                bad[at] ^= 0x10;
                assert!(!read(&bad).1, "{length}, byte {at}");
            }
            assert!(!read(&good[..good.len() - 1]).1);
            assert!(!read(&[good.as_slice(), b"x"].concat()).1);
        }
    }

    #[test]
    fn other_programs_pass_over_the_seal() {
        let mut piece = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
        piece.write_all(b"content").unwrap();
        let file = sealed(&piece.finish().unwrap());
        let mut content = String::new();
        flate2::read::MultiGzDecoder::new(file.as_slice()).read_to_string(&mut content).unwrap();
        assert_eq!(content, "content");
    }
}
