//! Links from a task to others.

pub(crate) mod add;
mod other;
pub(crate) mod remove;
pub(crate) mod save;
pub(crate) mod view;
