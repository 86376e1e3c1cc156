//! What the owners of webhooks are told: that one fails, was switched off, or works again.

pub(crate) mod list;
pub(crate) mod read;
pub(crate) mod view;
