//! Putting a backup in: all of it, or nothing.

use std::collections::BTreeSet;
use std::path::PathBuf;

use kanso_db::{Conn, Db};

use super::check::CheckedBackup;
use super::named::contents_named;
use super::read::Reader;
use super::{BackupFault, Passphrase, Progress, build, contents, put, target};
use crate::file::{self, FileStore};
use crate::secret::{self, GivenKey};
use crate::{BoxFuture, Config, DatabaseUrl, MIGRATIONS, SecretKey, disk};

/// A backup that is to be put in, and where.
pub struct Restore {
    /// The backup.
    pub file: PathBuf,
    /// What was found when it was read to its end.
    pub backup: CheckedBackup,
    /// What it is encrypted with, if it is.
    pub passphrase: Option<Passphrase>,
    /// The database, which may not be there yet.
    pub database: Config,
    /// Where the contents of files go.
    pub files: FileStore,
    /// The secret key that the server is going to be given; without one it takes that of the folder.
    pub given_key: Option<SecretKey>,
    /// The folder in which a secret key is kept.
    pub key_folder: PathBuf,
    /// Whether what is in the database goes.
    pub replace: bool,
    /// Who is told how far it is.
    pub progress: Option<Progress>,
}

/// What was put in.
#[derive(Clone, Debug)]
pub struct Restored {
    /// Whether the secrets in it can be opened here.
    pub key: KeyFate,
}

/// What opens the secrets of what was put in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyFate {
    /// The key that is here.
    Fits,
    /// The key of the backup, which is kept here now; and where the one is that was there before.
    Brought(Option<PathBuf>),
    /// Nothing that is here: the key of the other installation must be brought along.
    Missing,
}

/// Puts a backup in, with the ids that its rows have: all of it, or nothing. It was read to its end before, by
/// [`check_backup`](super::check_backup). No server may use the database.
///
/// # Errors
///
/// [`BackupFault`]; the database and the store of files are as before then.
#[crate::use_case]
pub async fn restore_backup(restore: Restore) -> Result<Restored, BackupFault> {
    let backup = &restore.backup;
    require_place(&restore, backup).await?;
    let brought = prepare_key(&restore, backup)?;
    let db = Db::open(restore.database.clone(), MIGRATIONS).await?;
    let mut kept = Vec::new();
    let done = fill(&restore, backup, &db, &mut kept).await;
    db.close().await;
    let fits = match done {
        Ok((fits, before, now)) => {
            for gone in before.difference(&now) {
                discard(&restore.files, gone).await;
            }
            fits
        }
        Err(fault) => {
            // After a failure that leaves open whether the rows are there, the contents stay.
            if !matches!(fault, BackupFault::Failed(_)) {
                for path in kept {
                    discard(&restore.files, &path).await;
                }
            }
            return Err(fault);
        }
    };
    let key = match brought {
        Some(given) => {
            let before = given.keep().map_err(|error| BackupFault::file(&restore.key_folder, &error))?;
            KeyFate::Brought(before)
        }
        None if fits || backup.has_key => KeyFate::Fits,
        None => KeyFate::Missing,
    };
    Ok(Restored { key })
}

/// Refuses what cannot be put in here, before anything is changed.
async fn require_place(restore: &Restore, backup: &CheckedBackup) -> Result<(), BackupFault> {
    let known = target::newest();
    if backup.schema > known {
        return Err(BackupFault::Newer { backup: backup.schema, known });
    }
    if !restore.replace
        && let Some(what) = target::find_what_is_there(&restore.database).await?
    {
        return Err(BackupFault::NotEmpty(what));
    }
    if restore.database.url.is_used().await? {
        return Err(BackupFault::InUse);
    }
    // A file of a few bytes may unpack into anything.
    let is_here = matches!(restore.database.url, DatabaseUrl::Sqlite(_));
    let needs = if is_here { backup.unpacked } else { backup.of_contents };
    match disk::free(restore.files.folder()) {
        Some(free) if free < needs => Err(BackupFault::NoRoom { needs, free }),
        _ => Ok(()),
    }
}

/// Writes the key of the backup beside the one that is there.
fn prepare_key(restore: &Restore, backup: &CheckedBackup) -> Result<Option<GivenKey>, BackupFault> {
    let Some(text) = &backup.key else { return Ok(None) };
    let key = SecretKey::parse(text).map_err(|_| BackupFault::damaged(super::KEY))?;
    match &restore.given_key {
        Some(given) if given.text() == key.text() => Ok(None),
        Some(_) => Err(BackupFault::OtherKey),
        None => {
            let failed = |error| BackupFault::file(&restore.key_folder, &error);
            GivenKey::prepare(&restore.key_folder, &key).map_err(failed)
        }
    }
}

type Filled = (bool, BTreeSet<String>, BTreeSet<String>);

/// Puts the contents into the store, then the rows into the database. Answers whether the key that is here opens what
/// is sealed, which contents were named before, and which are now.
async fn fill(
    restore: &Restore,
    backup: &CheckedBackup,
    db: &Db,
    kept: &mut Vec<String>,
) -> Result<Filled, BackupFault> {
    let open = || Reader::open(&restore.file, restore.passphrase.as_ref());
    let paths = match backup.files + backup.lost {
        0 => Vec::new(),
        _ => contents::put(&restore.files, open()?, &backup.end.lost, kept).await?,
    };
    let (reader, head, replace) = (open()?, backup.head.clone(), restore.replace);
    let progress = restore.progress.clone();
    let key = match &restore.given_key {
        Some(key) => Some(key.clone()),
        None => SecretKey::find_in(&restore.key_folder)
            .map_err(|error| BackupFault::file(&restore.key_folder, &error))?,
    };
    let done = db.write(move |conn: &Conn| -> BoxFuture<'_, Result<(bool, BTreeSet<String>), BackupFault>> {
        Box::pin(async move {
            if !replace && let Some(what) = target::what_is_there(conn).await? {
                return Err(BackupFault::NotEmpty(what));
            }
            let before = contents_named(conn, &target::own_shape(conn).await?).await?;
            build::begin(conn, &head).await?;
            put::put(conn, reader, progress.as_ref()).await?;
            build::finish(conn, &head).await?;
            Ok((secret::opens(conn, key.as_ref()).await?, before))
        })
    });
    let (fits, before) = done.await?;
    Ok((fits, before, paths.into_iter().collect()))
}

async fn discard(files: &FileStore, path: &str) {
    if let Err(error) = file::discard(files, path).await {
        tracing::warn!(%error, path, "content that nobody names stays");
    }
}
