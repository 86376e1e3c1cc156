//! Subtasks of a task.

pub(crate) mod add;
pub(crate) mod convert;
pub(crate) mod move_;
pub(crate) mod remove;
pub(crate) mod save;
pub(crate) mod timer;
pub(crate) mod turn;
pub(crate) mod view;
