//! What belongs to the reader: who they are, what they chose, how they come in, and their tokens.

pub(crate) mod avatar;
mod device;
pub(crate) mod edit;
pub(crate) mod notifications;
pub(crate) mod password;
pub(crate) mod security;
pub(crate) mod sessions;
pub(crate) mod tokens;
pub(crate) mod two_factor;
pub(crate) mod view;

pub(crate) use device::device;

/// What was done just before, as the address says it.
#[derive(Default, serde::Deserialize)]
pub(crate) struct Done {
    #[serde(default)]
    pub(crate) done: String,
}
