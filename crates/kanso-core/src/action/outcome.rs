//! What came of an automatic action.

use crate::{Error, Fault};

/// What came of an automatic action that its event set off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was carried out.
    Done,
    /// It was called for, and the task was as it wants already.
    Nothing,
    /// Its condition was not met.
    Unmet,
    /// Something that it names is gone.
    Gone,
    /// It makes no sense as things are.
    Invalid,
    /// Who made it may not do that.
    Refused,
    /// It would have followed from itself, or too much had followed already.
    Cut,
    /// It looked at the open tasks, and none met its condition.
    Idle,
}

impl Outcome {
    /// All of them.
    pub const ALL: [Self; 8] = [
        Self::Done,
        Self::Nothing,
        Self::Unmet,
        Self::Gone,
        Self::Invalid,
        Self::Refused,
        Self::Cut,
        Self::Idle,
    ];

    /// The word in the log.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::Nothing => "nothing",
            Self::Unmet => "unmet",
            Self::Gone => "gone",
            Self::Invalid => "invalid",
            Self::Refused => "refused",
            Self::Cut => "cut",
            Self::Idle => "idle",
        }
    }

    /// What is stored and means nothing did nothing.
    pub(super) fn parse(word: &str) -> Self {
        Self::ALL.into_iter().find(|outcome| outcome.as_str() == word).unwrap_or(Self::Invalid)
    }

    /// What kept an action from being carried out, with what it is about; `None` for what nobody can help.
    pub(crate) fn of(error: &Error) -> Option<(Self, String)> {
        Some(match error {
            Error::NotFound(kind) => (Self::Gone, kind.to_string()),
            Error::Forbidden(_) => (Self::Refused, String::new()),
            Error::Invalid(Fault::NotAssignable) => (Self::Invalid, "assignable".to_owned()),
            Error::Invalid(_) | Error::Conflict(_) => (Self::Invalid, String::new()),
            Error::Overloaded | Error::Database(_) | Error::Stored(_) => return None,
        })
    }
}
