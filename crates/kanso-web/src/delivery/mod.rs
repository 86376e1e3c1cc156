//! The delivery log, and each delivery with its attempts.

pub(crate) mod build;
pub(crate) mod list;
pub(crate) mod redeliver;
pub(crate) mod show;
pub(crate) mod view;
mod wait;
