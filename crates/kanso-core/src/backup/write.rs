//! Writing a backup, while all goes on.

use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;

use kanso_domain::Permission;

use super::check::{CheckedBackup, look};
use super::head::End;
use super::pack::Packer;
use super::place::Draft;
use super::rows::{self, Rows, unwritten};
use super::{BackupFault, END, Passphrase, Progress, apart::apart, contents, hold};
use crate::{Actor, App};

/// A backup that is to be written.
#[derive(Clone)]
pub struct Backup {
    /// The file, which appears when it is whole. One that is there is replaced then.
    pub file: PathBuf,
    /// What it is encrypted with; the secret key is in it only then.
    pub passphrase: Option<Passphrase>,
    /// Who is told how far it is.
    pub progress: Option<Progress>,
}

/// What is in a backup that was written, and read again to see that all of it is there.
#[derive(Clone, Debug)]
pub struct Written {
    /// What was read back.
    pub checked: CheckedBackup,
    /// The paths of contents that rows name and the store has lost.
    pub lost: Vec<String>,
}

type Tape = Packer<BufWriter<File>>;

/// Writes all of the installation into one file, as it is at one moment; for administrators. Nobody waits for it: it
/// may take as long as it wants.
///
/// # Errors
///
/// [`BackupFault`]; there is no file then, or the one that was there before.
#[crate::use_case]
pub async fn write_backup(app: &App, actor: &Actor, backup: Backup) -> Result<Written, BackupFault> {
    actor.require(Permission::Administrate)?;
    let (draft, file) =
        Draft::begin(&backup.file).map_err(|error| BackupFault::file(&backup.file, &error))?;
    let packer = Packer::new(BufWriter::new(file), backup.passphrase.as_ref());
    let packer = packer.map_err(|error| unwritten(&error))?;
    let (rows, end) = hold::during(app, fill(app, packer, &backup)).await?;
    let (part, passphrase) = (draft.part().to_owned(), backup.passphrase.clone());
    let checked = apart(move || look(&part, passphrase.as_ref(), |_, _| Ok(()))).await?;
    if checked.rows != rows.head.rows() || checked.files != end.files {
        return Err(BackupFault::Broken("it does not read back as it was written".to_owned()));
    }
    draft.keep().map_err(|error| BackupFault::file(&backup.file, &error))?;
    let path = |number: &u64| rows.paths.get(usize::try_from(*number).ok()?.checked_sub(1)?).cloned();
    Ok(Written { checked, lost: end.lost.iter().filter_map(path).collect() })
}

/// Writes all that belongs into it, and waits until it is on the disk.
async fn fill(app: &App, packer: Tape, backup: &Backup) -> Result<(Rows, End), BackupFault> {
    let key = backup.passphrase.as_ref().filter(|_| !app.has_lost_secrets());
    let key = key.map(|_| app.secrets().text().to_owned());
    let (now, progress) = (app.clock().now_ms(), backup.progress.clone());
    let written = app.snapshot(move |conn| {
        let mut packer = packer;
        Box::pin(async move {
            let rows = rows::write(conn, &mut packer, (key, now), progress.as_ref()).await?;
            Ok::<_, BackupFault>((rows, packer))
        })
    });
    let (rows, mut packer) = written.await?;
    let end = contents::write(app.files(), &rows.paths, &mut packer, backup.progress.as_ref()).await?;
    let text = serde_json::to_vec(&end).unwrap_or_default();
    packer.add(END, &text).map_err(|error| unwritten(&error))?;
    apart(move || {
        let file = packer.finish().map_err(|error| unwritten(&error))?;
        let file = file.into_inner().map_err(|error| unwritten(error.error()))?;
        file.sync_all().map_err(|error| unwritten(&error))
    })
    .await?;
    Ok((rows, end))
}
