//! Mails: rows that are written with what they tell of, and sent by whoever claims them.

mod claim;
mod enqueue;
mod letter;
mod list;
mod settle;
mod test;
mod unsubscribe;

use std::str::FromStr;

use crate::{Error, Result};

pub use claim::claim_mail;
pub(crate) use enqueue::{NewMail, enqueue};
pub use letter::{Compose, Item, Letter, Parcel, Recipient};
pub use list::{ListedMail, MailState, list_mails, retry_mail};
pub use settle::{Outcome, drop_stale_mails, forget_mails, next_mail_due, settle_mail};
pub use test::send_test_mail;
pub use unsubscribe::{unsubscribe, unsubscribe_token};

/// Why a mail is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MailKind {
    /// Something happened that somebody wants to be told.
    Event,
    /// Somebody was mentioned.
    Mention,
    /// A task should have been done.
    Overdue,
    /// An automatic action says so.
    Action,
    /// Somebody forgot their password.
    Password,
    /// Somebody is invited.
    Invitation,
    /// A mail that came in was refused.
    Refused,
}

impl MailKind {
    /// All there are.
    pub const ALL: [Self; 7] = [
        Self::Event,
        Self::Mention,
        Self::Overdue,
        Self::Action,
        Self::Password,
        Self::Invitation,
        Self::Refused,
    ];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Mention => "mention",
            Self::Overdue => "overdue",
            Self::Action => "action",
            Self::Password => "password",
            Self::Invitation => "invitation",
            Self::Refused => "refused",
        }
    }

    /// Whether several to the same person go out as one.
    const fn is_gathered(self) -> bool {
        matches!(self, Self::Event | Self::Mention | Self::Overdue)
    }
}

impl FromStr for MailKind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| Error::Stored(format!("no kind of mail {text:?}")))
    }
}
