//! All of an installation in one file, to be kept or to be put into another database, and back from it.
//!
//! `docs/backup.md` describes the format. Writing begins in [`write`](write_backup), where one reader sees the same
//! from the first row to the last; putting in begins in [`restore`](restore_backup).

mod apart;
mod build;
mod cell;
mod check;
mod contents;
mod crypt;
mod fault;
mod head;
mod hold;
mod lines;
mod named;
mod nightly;
mod pack;
mod place;
mod put;
mod read;
mod restore;
mod rows;
mod seal;
mod target;
mod unroll;
mod write;

use std::sync::Arc;

pub use check::{CheckedBackup, check_backup};
pub use crypt::Passphrase;
pub use fault::BackupFault;
pub(crate) use hold::is_under_way;
pub(crate) use named::contents_named;
pub(crate) use nightly::keep_nightly;
pub use nightly::{Nightly, find_newest_backup};
pub use restore::{KeyFate, Restore, Restored, restore_backup};
pub use write::{Backup, Written, write_backup};

/// Is told what is being done, how much of it is done, and how much there is.
pub type Progress = Arc<dyn Fn(&str, u64, u64) + Send + Sync>;

/// What the first entry calls itself.
const FORMAT: &str = "kanso-backup";
/// Which version of it this program writes, and the latest that it reads.
const VERSION: i64 = 1;

/// The first entry, which tells what this is.
const HEAD: &str = "backup.json";
/// The key of the installation; only where a passphrase is needed to read it.
const KEY: &str = "secret.key";
/// The last entry, which tells that this is all.
const END: &str = "end.json";
