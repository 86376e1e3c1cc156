//! The texts that a project keeps ready.

pub(crate) mod edit;
pub(crate) mod list;
mod view;
