//! The event log, what became of each event, and the catalogue of events.

mod cause;
pub(crate) mod list;
pub(crate) mod show;
pub(crate) mod types;
pub(crate) mod view;
mod why;

pub(crate) use cause::causes;
