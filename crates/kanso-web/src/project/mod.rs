//! Projects.

pub(crate) mod create;
pub(crate) mod tabs;
pub(crate) mod view;
