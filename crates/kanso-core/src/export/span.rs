//! From when until when.

/// A time from one moment up to another, in Unix seconds; the end is not in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    pub from: i64,
    pub until: i64,
}

impl Span {
    /// All time.
    pub const ALL: Self = Self { from: 0, until: i64::MAX };
}
