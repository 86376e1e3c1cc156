//! Where the content of files is kept.

use std::io::{self, Read};
use std::ops::Range;
use std::path::PathBuf;
use std::sync::Arc;

use bytes::Bytes;
use object_store::local::LocalFileSystem;
use object_store::path::Path;
use object_store::{MultipartUpload, ObjectStoreExt};
use tokio::sync::OnceCell;

use crate::{Error, Result};

/// So many bytes of large content are in memory at once.
const PART: u64 = 4 * 1024 * 1024;

/// A folder with the content of files, by path. Cheap to clone.
///
/// What was written is on the disk, whole, before the writer goes on; a reader never sees half of it.
#[derive(Clone, Debug)]
pub struct FileStore(Arc<Folder>);

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// Opened at the first use: most commands need no file, and should leave no folder behind.
    opened: OnceCell<LocalFileSystem>,
}

impl FileStore {
    /// A store in this folder, which is created when it is first needed.
    pub fn in_folder(path: impl Into<PathBuf>) -> Self {
        Self(Arc::new(Folder { path: path.into(), opened: OnceCell::new() }))
    }

    /// Creates the folder now, so that one that cannot be used is noticed at the start.
    ///
    /// # Errors
    ///
    /// [`Error::Stored`] when the folder cannot be created or opened.
    pub async fn prepare(&self) -> Result<()> {
        self.opened().await.map(drop)
    }

    pub(crate) async fn write(&self, path: &str, content: Bytes) -> Result<()> {
        self.opened().await?.put(&parse(path)?, content.into()).await.map_err(failed)?;
        Ok(())
    }

    /// The same for content that need not fit into memory.
    pub(crate) async fn write_from(&self, path: &str, content: &mut impl Read) -> Result<()> {
        let failed_reading = |error: io::Error| Error::Stored(format!("content of a file: {error}"));
        let mut upload = self.opened().await?.put_multipart(&parse(path)?).await.map_err(failed)?;
        loop {
            let mut part = Vec::new();
            let read = content.by_ref().take(PART).read_to_end(&mut part);
            let done = match read {
                Ok(0) => break,
                Ok(_) => upload.put_part(part.into()).await.map_err(failed),
                Err(error) => Err(failed_reading(error)),
            };
            if let Err(error) = done {
                // It is the first failure that is told; what is half there has no name yet.
                let _ = upload.abort().await;
                return Err(error);
            }
        }
        upload.complete().await.map_err(failed)?;
        Ok(())
    }

    /// The content, if it is there.
    pub(crate) async fn read(&self, path: &str) -> Result<Option<Bytes>> {
        match self.opened().await?.get(&parse(path)?).await {
            Ok(found) => Ok(Some(found.bytes().await.map_err(failed)?)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// How long the content is, in bytes, if it is there.
    pub(crate) async fn size(&self, path: &str) -> Result<Option<u64>> {
        match self.opened().await?.head(&parse(path)?).await {
            Ok(found) => Ok(Some(found.size)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// Some bytes of the content, if it is there.
    pub(crate) async fn read_part(&self, path: &str, part: Range<u64>) -> Result<Option<Bytes>> {
        match self.opened().await?.get_range(&parse(path)?, part).await {
            Ok(found) => Ok(Some(found)),
            Err(object_store::Error::NotFound { .. }) => Ok(None),
            Err(error) => Err(failed(error)),
        }
    }

    /// The folder, as it was named.
    pub(crate) fn folder(&self) -> &std::path::Path {
        &self.0.path
    }

    /// Whether content may be put at this path.
    pub(crate) fn takes(path: &str) -> bool {
        Path::parse(path).is_ok_and(|parsed| !path.is_empty() && parsed.as_ref() == path)
    }

    /// Whether the content is there.
    pub(crate) async fn has(&self, path: &str) -> Result<bool> {
        match self.opened().await?.head(&parse(path)?).await {
            Ok(_) => Ok(true),
            Err(object_store::Error::NotFound { .. }) => Ok(false),
            Err(error) => Err(failed(error)),
        }
    }

    /// Deletes the content, if it is there.
    pub(crate) async fn remove(&self, path: &str) -> Result<()> {
        match self.opened().await?.delete(&parse(path)?).await {
            Ok(()) | Err(object_store::Error::NotFound { .. }) => Ok(()),
            Err(error) => Err(failed(error)),
        }
    }

    async fn opened(&self) -> Result<&LocalFileSystem> {
        let Folder { path, opened } = &*self.0;
        let open = async || {
            let stored = |error| Error::Stored(format!("folder {}: {error}", path.display()));
            std::fs::create_dir_all(path).map_err(stored)?;
            let folder = LocalFileSystem::new_with_prefix(path).map_err(failed)?;
            Ok(folder.with_fsync(true).with_automatic_cleanup(true))
        };
        opened.get_or_try_init(open).await
    }
}

/// Refuses what would lead out of the folder, should the database ever say so.
fn parse(path: &str) -> Result<Path> {
    Path::parse(path).map_err(|error| Error::Stored(format!("path of a file: {error}")))
}

// By value, for `map_err`.
#[expect(clippy::needless_pass_by_value, reason = "it is handed over by map_err")]
fn failed(error: object_store::Error) -> Error {
    Error::Stored(format!("store of files: {error}"))
}
