//! Entries of tape archives: the one kind that this program writes and reads.

use std::io;

use tar::{EntryType, Header};

/// Headers and contents begin at multiples of it.
pub(crate) const BLOCK: usize = 512;

/// The header of an entry. Nothing in it depends on when or by whom it is written.
pub(crate) fn header(name: &str, size: u64, mode: u32) -> io::Result<Header> {
    let mut header = Header::new_ustar();
    header.set_path(name)?;
    header.set_entry_type(EntryType::Regular);
    header.set_mode(mode);
    header.set_size(size);
    header.set_cksum();
    Ok(header)
}

/// The name and the size that a header says; `None` when it is none, or one of something else than a file.
pub(crate) fn read_header(block: &[u8]) -> Option<(String, u64)> {
    if block.len() != BLOCK {
        return None;
    }
    let header = Header::from_byte_slice(block);
    if header.cksum().ok() != Some(sum(block)) || header.entry_type() != EntryType::Regular {
        return None;
    }
    Some((String::from_utf8(header.path_bytes().into_owned()).ok()?, header.entry_size().ok()?))
}

/// How much follows a content of this size before the next header.
pub(crate) fn padding(size: u64) -> usize {
    let over = usize::try_from(size % BLOCK as u64).unwrap_or_default();
    (BLOCK - over) % BLOCK
}

/// The checksum of a header, in which its own place counts as blanks.
fn sum(block: &[u8]) -> u32 {
    let byte = |(at, byte): (usize, &u8)| u32::from(if (148..156).contains(&at) { b' ' } else { *byte });
    block.iter().enumerate().map(byte).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_reads_back_and_a_changed_one_does_not() {
        let header = header("rows/tasks/1.jsonl", 513, 0o600).unwrap();
        let mut block = header.as_bytes().to_vec();
        assert_eq!(read_header(&block), Some(("rows/tasks/1.jsonl".to_owned(), 513)));
        assert_eq!([0, 1, 511, 512, 513].map(padding), [0, 511, 1, 0, 511]);
        block[3] ^= 1;
        assert_eq!(read_header(&block), None);
        assert_eq!(read_header(&[]), None);
    }
}
