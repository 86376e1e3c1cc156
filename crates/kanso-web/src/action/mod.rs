//! The automatic actions of a project: each in a sentence, with what it did.

pub(crate) mod compose;
pub(crate) mod create;
mod deeds;
pub(crate) mod edit;
mod fields;
pub(crate) mod list;
pub(crate) mod log;
mod names;
mod outcome;
mod sentence;
pub(crate) mod show;
mod view;
