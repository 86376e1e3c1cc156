//! Tasks by the days on which they are due.

mod build;
pub(crate) mod due;
pub(crate) mod show;
mod span;
pub(crate) mod view;
