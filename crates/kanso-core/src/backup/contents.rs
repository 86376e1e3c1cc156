//! The contents of files on their way into a backup, and out of one into the store.

use std::io::{Read, Write};

use super::head::End;
use super::pack::Packer;
use super::read::{Piece, Reader};
use super::rows::unwritten;
use super::{BackupFault, Progress};
use crate::file::FileStore;

/// So many bytes of a content are in memory at once.
const PART: u64 = 256 * 1024;

/// Writes contents, each under its number, which is its place among the paths.
pub(super) async fn write<W: Write>(
    files: &FileStore,
    paths: &[String],
    packer: &mut Packer<W>,
    progress: Option<&Progress>,
) -> Result<End, BackupFault> {
    let mut end = End::default();
    for (number, path) in (1..).zip(paths) {
        match files.size(path).await? {
            Some(size) => {
                end.files += 1;
                if !one(files, path, (number, size), packer).await? {
                    end.lost.push(number);
                }
            }
            None => end.lost.push(number),
        }
        if let Some(progress) = progress {
            progress("contents of files", number, paths.len() as u64);
        }
    }
    Ok(end)
}

/// Writes a content, and answers whether all of it was there; what is missing of it is blank.
async fn one<W: Write>(
    files: &FileStore,
    path: &str,
    (number, size): (u64, u64),
    packer: &mut Packer<W>,
) -> Result<bool, BackupFault> {
    let failed = |error: std::io::Error| unwritten(&error);
    packer.begin(&format!("files/{number}"), size).map_err(failed)?;
    let (mut at, mut is_whole) = (0, true);
    while at < size {
        let next = size.min(at.saturating_add(PART));
        let part = files.read_part(path, at..next).await?;
        match part.filter(|part| part.len() as u64 == next - at) {
            Some(part) => packer.write(&part).map_err(failed)?,
            None => {
                is_whole = false;
                let blank = vec![0; usize::try_from(next - at).unwrap_or_default()];
                packer.write(&blank).map_err(failed)?;
            }
        }
        at = next;
    }
    packer.end(size).map_err(failed)?;
    Ok(is_whole)
}

/// Puts the contents of a backup into the store, but for those that were lost. What was put there that was not before
/// is noted in `kept`, also after a failure.
pub(super) async fn put(
    files: &FileStore,
    mut reader: Reader,
    lost: &[u64],
    kept: &mut Vec<String>,
) -> Result<Vec<String>, BackupFault> {
    while let Some(piece) = reader.next()? {
        let Piece::Content(number, size) = piece else { continue };
        if lost.contains(&number) {
            continue;
        }
        let path = reader.path(number)?;
        match files.size(&path).await? {
            Some(known) if known == size && is_same(files, &path, size, &mut reader).await? => {}
            Some(_) => return Err(BackupFault::OtherContent(path)),
            None => {
                kept.push(path.clone());
                let stored = files.write_from(&path, &mut reader.content()).await;
                stored.map_err(|error| BackupFault::File(path, error.to_string()))?;
            }
        }
    }
    Ok(reader.into_paths())
}

/// Whether the store has the content that is read.
async fn is_same(files: &FileStore, path: &str, size: u64, reader: &mut Reader) -> Result<bool, BackupFault> {
    let mut at = 0;
    while at < size {
        let next = size.min(at.saturating_add(PART));
        let mut given = vec![0; usize::try_from(next - at).unwrap_or_default()];
        let read = reader.content().read_exact(&mut given);
        read.map_err(|error| BackupFault::Broken(error.to_string()))?;
        if files.read_part(path, at..next).await?.is_none_or(|known| known != given) {
            return Ok(false);
        }
        at = next;
    }
    Ok(true)
}
