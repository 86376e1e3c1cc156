//! A file that has its name only when it is whole.

use std::fs::{self, File, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// A file in the making, beside the one that it becomes. It goes when it is dropped before.
pub(super) struct Draft {
    part: PathBuf,
    path: PathBuf,
    is_kept: bool,
}

impl Draft {
    /// Begins one, which nobody reads but the account that runs the program.
    pub(super) fn begin(path: &Path) -> io::Result<(Self, File)> {
        let part = part_of(path);
        // One that was left by a program that was killed.
        match fs::remove_file(&part) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        let mut options = OpenOptions::new();
        options.write(true).create_new(true);
        #[cfg(unix)]
        std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
        let file = options.open(&part)?;
        Ok((Self { part, path: path.to_owned(), is_kept: false }, file))
    }

    /// Where it is meanwhile.
    pub(super) fn part(&self) -> &Path {
        &self.part
    }

    /// Gives it its name.
    pub(super) fn keep(mut self) -> io::Result<()> {
        fs::rename(&self.part, &self.path)?;
        self.is_kept = true;
        // The name is on the disk when the folder is.
        File::open(folder_of(&self.path))?.sync_all()
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_kept {
            let _ = fs::remove_file(&self.part);
        }
    }
}

fn folder_of(path: &Path) -> &Path {
    path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// What a file is called until it is whole.
pub(super) fn part_of(path: &Path) -> PathBuf {
    folder_of(path).join(format!(".{}.part", path.file_name().unwrap_or_default().display()))
}
