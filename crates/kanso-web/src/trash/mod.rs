//! Removed tasks, and bringing them back.

pub(crate) mod list;
pub(crate) mod purge;
pub(crate) mod restore;
mod view;
