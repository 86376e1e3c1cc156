//! What `kanso backup`, `kanso restore` and `kanso doctor` take.

use std::path::PathBuf;

use clap::Args;

use super::ServeOptions;

/// What a backup takes.
#[derive(Clone, Debug, Args)]
pub struct BackupOptions {
    /// The file. It appears when it is whole and was read back; one that is there is replaced then
    pub file: PathBuf,
    /// Writes nothing: reads the file to its end, and says what is in it and whether all of it is there
    #[arg(long)]
    pub verify: bool,
    /// Asks for a passphrase to encrypt with, where none is given
    #[arg(long)]
    pub encrypt: bool,
}

/// What a restore takes.
#[derive(Clone, Debug, Args)]
pub struct RestoreOptions {
    /// The backup
    pub file: PathBuf,
    /// Deletes all that is in the database and puts the backup in its place
    #[arg(long)]
    pub replace: bool,
    /// Does not ask first
    #[arg(long)]
    pub yes: bool,
}

/// What a look whether all is well takes.
#[derive(Clone, Debug, Args)]
pub struct DoctorOptions {
    /// What the server is given: give it to this, too
    #[command(flatten)]
    pub server: ServeOptions,
    /// Tells it as JSON
    #[arg(long)]
    pub json: bool,
}
