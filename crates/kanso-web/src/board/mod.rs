//! The board.

pub(crate) mod add;
mod build;
pub(crate) mod bulk;
pub(crate) mod edit;
pub(crate) mod live;
pub(crate) mod menu;
pub(crate) mod news;
pub(crate) mod place;
pub(crate) mod selection;
pub(crate) mod show;
pub(crate) mod task;
pub(crate) mod view;
