//! Projects.

pub(crate) mod create;
pub(crate) mod list;
pub(crate) mod tabs;
pub(crate) mod view;
