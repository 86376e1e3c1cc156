//! Groups of accounts, for administrators.

pub(crate) mod list;
pub(crate) mod members;
pub(crate) mod remove;
pub(crate) mod show;
pub(crate) mod view;
