//! A task opened: in a dialog over the board, or as a page.

mod activity;
pub(crate) mod close;
mod fields;
pub(crate) mod move_;
pub(crate) mod open;
pub(crate) mod remove;
pub(crate) mod save;
pub(crate) mod sheet;
pub(crate) mod show;
pub(crate) mod view;
