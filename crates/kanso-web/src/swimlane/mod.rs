//! The swimlanes of a board, in the settings of its project.

pub(crate) mod edit;
pub(crate) mod list;
mod view;
