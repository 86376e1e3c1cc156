//! What is claimed, and what is made of it.

use jiff::tz::TimeZone;
use kanso_domain::{ProjectId, TaskId, UserId};

use super::MailKind;
use crate::event::Logged;
use crate::incoming::RefusedMail;

/// Who a mail goes to.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recipient {
    /// Nobody for an address without an account.
    pub user: UserId,
    /// The address.
    pub address: String,
    /// The name to show.
    pub name: String,
    /// A language such as `fr_FR`; empty for the application's.
    pub language: String,
    /// Where they live, if they said so.
    pub zone: Option<TimeZone>,
}

/// One thing that a mail tells.
#[derive(Clone, Debug)]
pub struct Item {
    /// The row of the mail.
    pub id: i64,
    /// Why.
    pub kind: MailKind,
    /// In which project; none for what is about none.
    pub project: ProjectId,
    /// The task it is about; none for what is about none.
    pub task: TaskId,
    /// The name of the project, and the title of the task, now.
    pub project_name: String,
    /// The title of the task now; `None` when it is gone.
    pub task_title: Option<String>,
    /// When the task is due, in Unix seconds; 0 for no day.
    pub task_due: i64,
    /// What happened, if it tells of an event.
    pub logged: Option<Logged>,
    /// The name to show of who did it.
    pub author: Option<String>,
    /// What an automatic action says.
    pub subject: String,
    /// The link that only the recipient may see.
    pub link: Option<String>,
    /// The recipient's mail that was refused.
    pub refused: Option<RefusedMail>,
}

/// What goes out as one mail: at least one item.
#[derive(Clone, Debug)]
pub struct Parcel {
    /// What it is called: the same each time it is tried.
    pub message_id: String,
    /// Who it goes to.
    pub recipient: Recipient,
    /// What it tells, oldest first.
    pub items: Vec<Item>,
    /// How often it was tried before.
    pub attempts: i64,
    /// What stops further mails: only for what people can do without.
    pub unsubscribe: Option<String>,
    /// Where answers to it become comments.
    pub reply_to: Option<String>,
}

/// A mail in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letter {
    /// The subject.
    pub subject: String,
    /// The text, for whoever reads no HTML.
    pub text: String,
    /// The same in HTML.
    pub html: String,
    /// What mails about the same thing have in common: the message they all answer.
    pub thread: Option<String>,
    /// The id of the mail that this one answers, without brackets.
    pub answers: Option<String>,
    /// The page that stops further mails.
    pub unsubscribe: Option<String>,
}

/// What puts mails into words, in the recipient's language.
pub trait Compose: Send + Sync {
    /// The words of a mail.
    fn compose(&self, parcel: &Parcel) -> Letter;

    /// What a task is called whose mail was about nothing, in this language.
    fn untitled(&self, language: &str) -> String;
}
