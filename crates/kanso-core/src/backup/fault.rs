//! Why there is no backup, or why one was not put in.

use crate::Error;

/// What went wrong with a backup. Nothing was changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum BackupFault {
    /// It is something else.
    #[error("this is no backup of Kanso")]
    NoBackup,
    /// It does not read to its end, or not as it was written.
    #[error("the backup is damaged or cut off: {0}")]
    Broken(String),
    /// It holds something that no backup holds, or something that cannot be meant so.
    #[error("the backup holds what no backup holds: {0}")]
    Damaged(String),
    /// It was written by a later program, in another form.
    #[error("the backup has version {0} of the format, which is not known here: take a newer Kanso")]
    Version(i64),
    /// Its tables are newer than this program.
    #[error(
        "the backup has tables of version {backup}, and this program knows version {known} at most: take the Kanso \
         that wrote it, or a newer one"
    )]
    Newer { backup: i32, known: i32 },
    /// It is encrypted, and nobody said the passphrase.
    #[error(
        "the backup is encrypted: give its passphrase in KANSO_BACKUP_PASSPHRASE or in a file named by \
         --passphrase-file"
    )]
    NeedsPassphrase,
    /// That is not the passphrase.
    #[error("the passphrase is not that of the backup, or the beginning of the file is damaged")]
    WrongPassphrase,
    /// There is something in the database already, and what.
    #[error(
        "there is something here already: {0}. Name an empty database with --database-url or --data, or say --replace \
         to delete all that is in this one"
    )]
    NotEmpty(String),
    /// Another program has the database open.
    #[error("another program has this database open: stop the server first")]
    InUse,
    /// Another secret key is given than the one in the backup.
    #[error(
        "KANSO_SECRET_KEY is another key than that of the backup. Start without it: the key of the backup is then put \
         into secret.key; or give that one"
    )]
    OtherKey,
    /// There is another content where one is to be put.
    #[error(
        "the store of files holds something else at {0}: move the folder `files` away, or remove that file"
    )]
    OtherContent(String),
    /// It would not fit onto the disk.
    #[error("the backup unpacks into {needs} bytes, and {free} are free")]
    NoRoom { needs: u64, free: u64 },
    /// A row was refused: the table, and why.
    #[error("a row of {0} was refused: {1}")]
    Refused(String, String),
    /// Fewer or more rows are there than there should be.
    #[error("{table} has {found} rows and should have {expected}")]
    Miscounted { table: String, expected: u64, found: u64 },
    /// A file cannot be read or written, and why.
    #[error("{0}: {1}")]
    File(String, String),
    /// Something else failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<kanso_db::Error> for BackupFault {
    fn from(error: kanso_db::Error) -> Self {
        Self::Failed(error.into())
    }
}

impl BackupFault {
    /// A file of the machine that cannot be read or written.
    pub(super) fn file(path: &std::path::Path, error: &std::io::Error) -> Self {
        Self::File(path.display().to_string(), error.to_string())
    }

    /// What the tape says and cannot mean.
    pub(super) fn damaged(what: impl Into<String>) -> Self {
        Self::Damaged(what.into())
    }
}
