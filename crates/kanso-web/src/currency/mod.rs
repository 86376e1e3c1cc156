//! What money of other currencies is worth, for administrators.

pub(crate) mod list;
