//! The board.

pub(crate) mod add;
mod build;
pub(crate) mod live;
pub(crate) mod show;
pub(crate) mod task;
pub(crate) mod view;
