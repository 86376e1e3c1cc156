//! What a project holds, as files for programs for tables.

pub(crate) mod file;
mod rows;
pub(crate) mod show;
mod span;
mod summary;
mod what;

pub(crate) use span::{Between, Given};
use what::What;
