//! A task opened: in a panel over the board, or as a page.

pub(crate) mod activity;
pub(crate) mod analytics;
pub(crate) mod bulk;
pub(crate) mod check;
pub(crate) mod choices;
pub(crate) mod close;
pub(crate) mod create;
pub(crate) mod duplicate;
mod fields;
mod gather;
pub(crate) mod hours;
pub(crate) mod move_;
pub(crate) mod open;
pub(crate) mod panel;
pub(crate) mod preview;
pub(crate) mod project;
pub(crate) mod recurrence;
pub(crate) mod remove;
pub(crate) mod save;
pub(crate) mod sheet;
pub(crate) mod show;
pub(crate) mod span;
pub(crate) mod suggest;
pub(crate) mod take;
pub(crate) mod times;
pub(crate) mod transitions;
pub(crate) mod view;
