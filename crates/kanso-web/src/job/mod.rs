//! What the server does each day, for administrators.

pub(crate) mod list;
pub(crate) mod run;
mod view;
