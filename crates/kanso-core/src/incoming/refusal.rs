//! Why a mail became nothing.

use std::str::FromStr;

use crate::{Error, Result};

/// Why a mail became neither a task nor a comment.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Refusal {
    /// A program wrote it, or a mailing list passed it on.
    Automatic,
    /// Nothing shows that it is from whom it says.
    Unproven,
    /// Its sender is nobody who may sign in, or more than one.
    Sender,
    /// Nothing it was sent to is a place that its sender may know of.
    Address,
    /// Its sender may not do this there.
    Rights,
    /// It answers a mail about several tasks.
    SeveralTasks,
    /// It says nothing.
    Empty,
    /// It is larger than allowed.
    TooLarge,
    /// It is not what a mail should be.
    Unreadable,
    /// What it says is not accepted.
    Unacceptable,
}

impl Refusal {
    /// All there are.
    pub const ALL: [Self; 10] = [
        Self::Automatic,
        Self::Unproven,
        Self::Sender,
        Self::Address,
        Self::Rights,
        Self::SeveralTasks,
        Self::Empty,
        Self::TooLarge,
        Self::Unreadable,
        Self::Unacceptable,
    ];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Automatic => "automatic",
            Self::Unproven => "unproven",
            Self::Sender => "sender",
            Self::Address => "address",
            Self::Rights => "rights",
            Self::SeveralTasks => "several-tasks",
            Self::Empty => "empty",
            Self::TooLarge => "too-large",
            Self::Unreadable => "unreadable",
            Self::Unacceptable => "unacceptable",
        }
    }

    /// Whether its sender is told: not a program, and not who may be somebody else.
    pub(super) const fn is_told(self) -> bool {
        !matches!(self, Self::Automatic | Self::Unproven | Self::Sender)
    }
}

impl FromStr for Refusal {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|refusal| refusal.as_str() == text);
        found.ok_or_else(|| Error::Stored(format!("no reason to refuse a mail {text:?}")))
    }
}
