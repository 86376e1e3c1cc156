//! Who has which role in a project.

pub(crate) mod change;
pub(crate) mod list;
pub(crate) mod view;
