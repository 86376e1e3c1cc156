//! What can go wrong with an attempt.

use std::fmt;

/// Why an attempt failed, or an address is no good.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// At which point.
    pub kind: FailureKind,
    /// In words, for people.
    pub words: String,
}

/// The point at which an attempt failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FailureKind {
    /// Nothing was sent: the address is not allowed, or there is no body.
    Refused,
    /// The name of the host leads nowhere.
    Name,
    /// No connection.
    Connect,
    /// No secure connection.
    Tls,
    /// The time was over.
    Timeout,
    /// The connection ended, or what came was no answer.
    Broken,
    /// The answer was another one than 2xx.
    Status,
}

impl FailureKind {
    /// All there are.
    pub const ALL: [Self; 7] =
        [Self::Refused, Self::Name, Self::Connect, Self::Tls, Self::Timeout, Self::Broken, Self::Status];

    /// The name that metrics tell.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Refused => "refused",
            Self::Name => "dns",
            Self::Connect => "connect",
            Self::Tls => "tls",
            Self::Timeout => "timeout",
            Self::Broken => "broken",
            Self::Status => "status",
        }
    }
}

impl Failure {
    pub(crate) fn new(kind: FailureKind, words: impl Into<String>) -> Self {
        Self { kind, words: words.into() }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.words)
    }
}
