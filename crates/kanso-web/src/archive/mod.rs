//! Whole projects in one file: taken out, and put in.

pub(crate) mod download;
pub(crate) mod put;
mod view;
pub(crate) mod words;
