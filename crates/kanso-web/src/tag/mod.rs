//! Tags: those of a project in its settings, and those of all projects for administrators.

pub(crate) mod edit;
pub(crate) mod global;
pub(crate) mod list;
pub(crate) mod offered;
mod view;
