//! Tasks as a table.

pub(crate) mod ask;
mod build;
pub(crate) mod show;
pub(crate) mod view;

pub(crate) use ask::Ask;
