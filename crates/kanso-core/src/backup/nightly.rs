//! A backup of each night, of which the last ones are kept.

use std::fs;
use std::path::{Path, PathBuf};

use jiff::Timestamp;

use super::place::part_of;
use super::write::{Backup, write_backup};
use super::{BackupFault, Passphrase};
use crate::{Actor, App, Error, Result};

/// Where backups of each night are kept, and what they are encrypted with.
#[derive(Clone, Debug)]
pub struct Nightly {
    /// The folder, which is created when it is needed.
    pub folder: PathBuf,
    /// Without one they are not encrypted, and the secret key is not in them.
    pub passphrase: Option<Passphrase>,
}

/// What the names begin and end with; between them is the time.
const BEGIN: &str = "kanso-nightly-";
const PLAIN: &str = ".tar.gz";
const ENCRYPTED: &str = ".tar.gz.age";
/// The time in a name, by which names sort.
const TIME: &str = "%Y%m%dT%H%M%SZ";

/// Writes the backup of this night if the settings ask for any, and forgets those that are more than they ask for.
/// Answers how many were written.
pub(crate) async fn keep_nightly(app: &App) -> Result<i64> {
    let keep = app.settings().nightly_backups();
    let Some(nightly) = app.nightly().filter(|_| keep > 0) else { return Ok(0) };
    let folder = &nightly.folder;
    let failed = |error: std::io::Error| Error::Stored(format!("folder {}: {error}", folder.display()));
    create(folder).map_err(failed)?;
    let now = Timestamp::from_millisecond(app.clock().now_ms()).unwrap_or_default();
    let end = if nightly.passphrase.is_some() { ENCRYPTED } else { PLAIN };
    let file = folder.join(format!("{BEGIN}{}{end}", now.strftime(TIME)));
    let backup = Backup { file, passphrase: nightly.passphrase.clone(), progress: None };
    let written = write_backup(app, &Actor::Application, backup).await;
    let written = written.map_err(|fault| {
        if let BackupFault::Failed(error) = fault { error } else { Error::Stored(fault.to_string()) }
    })?;
    if !written.lost.is_empty() {
        tracing::warn!(files = written.lost.len(), "the backup lacks contents of files that were lost");
    }
    // Only now that there is one more.
    prune(folder, keep).map_err(failed)?;
    Ok(1)
}

/// The newest backup of a night in a folder, and when it was written, in Unix seconds.
pub fn find_newest_backup(folder: &Path) -> Option<(PathBuf, i64)> {
    let (at, path) = list(folder).ok()?.pop()?;
    Some((path, at.as_second()))
}

fn create(folder: &Path) -> std::io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Deletes the oldest, of those that are named as only this file names them.
fn prune(folder: &Path, keep: usize) -> std::io::Result<()> {
    let all = list(folder)?;
    for (_, path) in all.iter().take(all.len().saturating_sub(keep)) {
        fs::remove_file(path)?;
    }
    // What was left half written by a program that was killed.
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let whole = name.strip_prefix('.').and_then(|name| name.strip_suffix(".part"));
        if whole.is_some_and(|whole| moment(whole).is_some() && part_of(&folder.join(whole)) == path) {
            fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// The backups of nights, the oldest first.
fn list(folder: &Path) -> std::io::Result<Vec<(Timestamp, PathBuf)>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if let Some(at) = moment(&entry.file_name().to_string_lossy())
            && entry.file_type()?.is_file()
        {
            found.push((at, entry.path()));
        }
    }
    found.sort();
    Ok(found)
}

/// When the backup of this name was written; `None` for a name that is no such.
fn moment(name: &str) -> Option<Timestamp> {
    let rest = name.strip_prefix(BEGIN)?;
    let time = rest.strip_suffix(ENCRYPTED).or_else(|| rest.strip_suffix(PLAIN))?;
    let at = jiff::civil::DateTime::strptime(TIME, time).ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()?;
    (at.timestamp().strftime(TIME).to_string() == time).then(|| at.timestamp())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_its_own_names_are_known() {
        let at = |name| moment(name).map(|at| at.to_string());
        assert_eq!(at("kanso-nightly-20260921T141320Z.tar.gz").as_deref(), Some("2026-09-21T14:13:20Z"));
        assert_eq!(at("kanso-nightly-20260921T141320Z.tar.gz.age").as_deref(), Some("2026-09-21T14:13:20Z"));
        for other in [
            "kanso.tar.gz",
            "kanso-nightly-.tar.gz",
            "kanso-nightly-20260921.tar.gz",
            "kanso-nightly-20260921T141320Z.tar",
            "kanso-nightly-20260921T141320Z-kept.tar.gz",
            "kanso-nightly-20269921T141320Z.tar.gz",
            ".kanso-nightly-20260921T141320Z.tar.gz.part",
        ] {
            assert_eq!(moment(other), None, "{other}");
        }
    }
}
