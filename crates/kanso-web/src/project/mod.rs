//! Projects.

pub(crate) mod copy;
pub(crate) mod create;
pub(crate) mod end;
pub(crate) mod frame;
pub(crate) mod overview;
mod parts;
pub(crate) mod publish;
pub(crate) mod removed;
pub(crate) mod settings;
pub(crate) mod tabs;
pub(crate) mod task_import;
mod task_list;
pub(crate) mod view;
