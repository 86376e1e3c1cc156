//! What people did, in sentences: on the pages of a task and a project, on the dashboard, in feeds.

pub(crate) mod show;
pub(crate) mod view;
pub(crate) mod words;
