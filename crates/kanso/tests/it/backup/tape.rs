//! The file as programs that know nothing of Kanso see it: a tape archive in gzip, with a seal at its end.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

/// The entries by their names.
pub(super) type Entries = Vec<(String, Vec<u8>)>;

pub(super) fn unpack(file: &Path) -> Entries {
    let bytes = std::fs::read(file).expect("the backup");
    let mut archive = tar::Archive::new(MultiGzDecoder::new(bytes.as_slice()));
    let entries = archive.entries().expect("entries").map(|entry| {
        let mut entry = entry.expect("an entry");
        let mut content = Vec::new();
        entry.read_to_end(&mut content).expect("its content");
        (entry.path().expect("a name").display().to_string(), content)
    });
    entries.collect()
}

/// Packs entries as Kanso does, with a seal that fits.
pub(super) fn pack(file: &Path, entries: &Entries) {
    let mut archive = GzEncoder::new(Vec::new(), Compression::fast());
    for (name, content) in entries {
        let mut header = tar::Header::new_ustar();
        // Names that climb are refused by `set_path`.
        header.as_old_mut().name[..name.len()].copy_from_slice(name.as_bytes());
        header.set_entry_type(tar::EntryType::Regular);
        header.set_size(content.len() as u64);
        header.set_cksum();
        archive.write_all(header.as_bytes()).expect("memory");
        archive.write_all(content).expect("memory");
        let padding = content.len().next_multiple_of(512) - content.len();
        archive.write_all(&vec![0; padding]).expect("memory");
    }
    archive.write_all(&[0; 1024]).expect("memory");
    std::fs::write(file, sealed(archive.finish().expect("memory"))).expect("the backup");
}

fn sealed(mut bytes: Vec<u8>) -> Vec<u8> {
    let digest = Sha256::digest(&bytes).iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    bytes.extend([0x1f, 0x8b, 8, 0x10, 0, 0, 0, 0, 0, 0xff]);
    bytes.extend(format!("sha256:{digest}").bytes());
    bytes.extend([0, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    bytes
}

/// All rows and contents, without what the head says of when and where from.
pub(super) fn contents(file: &Path) -> BTreeMap<String, String> {
    let mut all = BTreeMap::<String, String>::new();
    for (name, content) in unpack(file).into_iter().filter(|(name, _)| name != "backup.json") {
        // Rows of a table may be cut into entries at any place.
        let name = match name.strip_prefix("rows/") {
            Some(rest) => rest.split('/').next().unwrap_or_default().to_owned(),
            None => name,
        };
        all.entry(name).or_default().push_str(&String::from_utf8_lossy(&content));
    }
    all
}
