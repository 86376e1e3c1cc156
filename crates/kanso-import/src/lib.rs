//! Reads what Kanboard stored, so that `kanso_core::import` can take it over.
//!
//! This crate alone knows Kanboard's tables. Begin with [`open`]: a SQLite file is read where it is, another database
//! is copied into a SQLite file first (`source/`), so that all the rest reads one kind of database and nothing far away
//! is waited for later. [`Reader`] goes through the tables once and hands over rows in this program's words (`map/`);
//! what stays behind, and why, is in its [`Report`].
//!
//! [`from_trello`] makes an archive of a project out of a board that Trello exported.

mod kanboard;
mod map;
mod place;
mod reader;
mod refusal;
mod report;
mod source;
mod trello;

pub use place::Place;
pub use reader::{Looked, Options, Progress, Reader};
pub use refusal::Refusal;
pub use report::{Few, Report, Tally};
pub use source::{Opened, open};
pub use trello::{FromTrello, NoTrello, as_archive, from_trello};
