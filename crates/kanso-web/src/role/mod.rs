//! The roles that a project made up.

pub(crate) mod edit;
mod form;
pub(crate) mod list;
mod view;
