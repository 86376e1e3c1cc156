//! Mails that come in: each becomes a task or a comment, once, with the rights of who sent it.
//!
//! What tells a mail from others is its fingerprint, in a row that is written in the same transaction as the task or
//! comment that the mail becomes ([`take_in`]). So whoever brings the same mail again, after a crash or beside another
//! server, changes nothing.

mod address;
mod answer;
mod carry_out;
mod draft;
mod entry;
mod mailbox;
mod place;
mod refusal;
mod sender;
mod take;

use crate::file::NewFile;

pub(crate) use address::reply_address;
pub use address::{MailIn, NotAnAddress, project_address};
pub use answer::RefusedMail;
pub use entry::{IncomingState, ListedIncoming, forget_incoming};
pub use mailbox::{Mailbox, find_mailbox, note_look};
pub use refusal::Refusal;
pub use take::{Outcome, take_in};

/// A mail that came in, as its reader understood it.
#[derive(Clone, Debug, Default)]
pub struct IncomingMail {
    /// What tells it from others: the same for the same mail, whenever and by whomever it is brought.
    pub fingerprint: String,
    /// Its id without brackets, in printable ASCII; empty for none.
    pub message_id: String,
    /// Who it says it is from, in small letters: one address, else nobody is meant.
    pub from: Vec<String>,
    /// Where it was sent to, in small letters, the most certain first.
    pub recipients: Vec<String>,
    /// The ids of the mails it answers, without brackets, the nearest first.
    pub answers: Vec<String>,
    /// What it is about, as it was written.
    pub subject: String,
    /// What it says, as Markdown.
    pub text: String,
    /// What came with it.
    pub files: Vec<NewFile>,
    /// Why it is not judged by where it goes, if something stands against it at once.
    pub objection: Option<Refusal>,
}
