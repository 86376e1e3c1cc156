//! A whole project in one file, to be kept or to be taken to another installation, and back from it.
//!
//! `docs/archive.md` describes the format.

mod check;
mod compose;
mod inward;
mod json;
mod outward;
mod pack;
mod preview;
mod put;
mod read;
mod settle;
mod shape;
mod source;
mod unpack;
mod waiting;
mod write;

pub use check::check_archive;
pub use compose::{Composition, compose_archive};
pub use preview::{Left, Preview};
pub use put::import_archive;
pub use source::ArchiveSource;
pub use waiting::{drop_waiting_archive, find_waiting_archive, forget_archives, keep_archive};
pub use write::{Exported, export_archive};

/// What the first entry calls itself.
const FORMAT: &str = "kanso-project";
/// Which version of it this program writes, and the latest that it reads.
const VERSION: i64 = 1;

/// The first entry, which tells what this is.
const HEAD: &str = "archive.json";
/// The last entry before the contents: who and what the rows name.
const NAMES: &str = "names.json";

/// What is wrong with an archive.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ArchiveFault {
    /// It is something else, or cut off.
    #[error("this is no archive of a project, or not all of it")]
    NoArchive,
    /// It was written by a later program.
    #[error("version {0} of the format is not known here")]
    Version(i64),
    /// It holds something that no archive holds, or something that cannot be meant so.
    #[error("it is damaged: {0}")]
    Damaged(String),
    /// The content of a file is not in it.
    #[error("the content of the file {0} is missing")]
    MissingContent(String),
    /// It unpacks into more than can be meant.
    #[error("it unpacks into too much")]
    TooLarge,
}
