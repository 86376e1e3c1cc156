//! The search through all of the reader's projects.

mod columns;
pub(crate) mod show;
mod view;
