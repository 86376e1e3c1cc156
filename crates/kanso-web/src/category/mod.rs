//! The categories of a project, in its settings.

pub(crate) mod edit;
pub(crate) mod list;
mod view;
