//! Putting a key in place that comes from elsewhere, with a backup.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::{FILE, SecretKey, write_own};
use crate::random;

/// A key on its way into a folder: written beside, until [`GivenKey::keep`].
pub(crate) struct GivenKey {
    draft: PathBuf,
    file: PathBuf,
    kept: bool,
}

impl GivenKey {
    /// Writes the key beside the one that is there; `None` when that is the same.
    pub(crate) fn prepare(folder: &Path, key: &SecretKey) -> io::Result<Option<Self>> {
        let file = folder.join(FILE);
        match fs::read_to_string(&file) {
            Ok(text) if text.trim() == key.text() => return Ok(None),
            Ok(_) => {}
            Err(error) if error.kind() == io::ErrorKind::NotFound => {}
            Err(error) => return Err(error),
        }
        fs::create_dir_all(folder)?;
        let draft = folder.join(format!("{FILE}.restored-{}", random::hex(4)));
        write_own(&draft, key.text())?;
        Ok(Some(Self { draft, file, kept: false }))
    }

    /// Puts the key in place. One that was there stays beside it, under the name that is answered.
    pub(crate) fn keep(mut self) -> io::Result<Option<PathBuf>> {
        let before = self.file.with_file_name(format!("{FILE}.before-{}", random::hex(4)));
        let moved = match fs::rename(&self.file, &before) {
            Ok(()) => Some(before),
            Err(error) if error.kind() == io::ErrorKind::NotFound => None,
            Err(error) => return Err(error),
        };
        fs::rename(&self.draft, &self.file)?;
        self.kept = true;
        Ok(moved)
    }
}

impl Drop for GivenKey {
    fn drop(&mut self) {
        if !self.kept {
            let _ = fs::remove_file(&self.draft);
        }
    }
}
