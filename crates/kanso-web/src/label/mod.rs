//! The labels of links between tasks, for administrators.

pub(crate) mod edit;
pub(crate) mod list;
mod view;
