//! What the reader was told of what others did.

pub(crate) mod list;
pub(crate) mod read;
pub(crate) mod unsubscribe;
pub(crate) mod view;
