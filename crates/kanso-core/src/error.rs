//! What a use case answers when it cannot do what was asked.

use kanso_domain::Permission;

use crate::archive::ArchiveFault;
use crate::identity::Denial;

/// The answer of this crate's functions.
pub type Result<T, E = Error> = std::result::Result<T, E>;

/// Why something was not done, by what the caller can do about it. Nothing was changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// It is not there, or the actor may not know that it is.
    #[error("{0} not found")]
    NotFound(Kind),
    /// The actor sees it, but may not do this.
    #[error("not allowed: {0:?}")]
    Forbidden(Permission),
    /// What was sent cannot be accepted.
    #[error("invalid {0}")]
    Invalid(Fault),
    /// It cannot be done as things stand.
    #[error("{0}")]
    Conflict(Conflict),
    /// Too much is waiting to be written; trying again later helps.
    #[error("too many changes are waiting")]
    Overloaded,
    /// The database failed. Not for people's eyes.
    #[error("database: {0}")]
    Database(kanso_db::Error),
    /// What is stored cannot be read or written, or is not what this program writes. Not for people's eyes.
    #[error("stored data: {0}")]
    Stored(String),
}

/// What was not found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Project,
    Column,
    Swimlane,
    Task,
    Comment,
    Category,
    Tag,
    Subtask,
    Label,
    Link,
    ExternalLink,
    File,
    Action,
    Role,
    Description,
    Currency,
    Group,
    User,
    Member,
    Endpoint,
    Delivery,
    Recovery,
    Notice,
    CustomFilter,
    Event,
    Setting,
    Token,
    Session,
    Invitation,
}

/// What is wrong with what was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A value that must be given is missing or empty.
    Missing(&'static str),
    /// A text is longer than allowed (characters).
    TooLong(&'static str, usize),
    /// A text is shorter than allowed (characters).
    TooShort(&'static str, usize),
    /// A value that is none of those allowed.
    Unknown(&'static str),
    /// A secret that is not the right one.
    Wrong(&'static str),
    /// A name that another one of the same kind has.
    Taken(&'static str),
    /// The start is later than the due date.
    StartsAfterDue,
    /// The person cannot be given tasks of this project.
    NotAssignable,
    /// An address that webhooks may not be sent to, and why, in words.
    Url(String),
    /// A number outside of what is allowed, and what is.
    OutOfRange(&'static str, String),
    /// More of something than there may be, and how many there may be.
    TooMany(&'static str, usize),
    /// A header of this name that webhooks cannot carry, and why, in words.
    Header(String, &'static str),
    /// A template that makes no body, and why, in words.
    Template(String),
    /// An event that there is none of, as it was written.
    Event(String),
    /// A filter in the search language that cannot be meant so, and why, in words.
    Filter(String),
    /// An archive of a project that cannot be taken, and why.
    Archive(ArchiveFault),
}

/// What stands in the way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Conflict {
    /// The task is where it should go.
    AlreadyThere,
    /// The column or swimlane holds tasks.
    HoldsTasks,
    /// The member has a role already.
    AlreadyMember,
    /// Somebody changed it since it was read.
    ChangedMeanwhile,
    /// Somebody else wrote it.
    NotTheAuthor,
    /// The setting forbids it.
    SwitchedOff,
    /// No address is set to send to.
    NothingToSendTo,
    /// The content of the file is not in the store.
    ContentMissing,
    /// The settings say what this is: it changes with them.
    OfSettings,
    /// The same is being done already.
    AlreadyRunning,
    /// The task recurs when something happens to it.
    RecursAlready,
    /// The task comes back on days of the calendar.
    RecursByDay,
    /// The secret key is not the one that the database was used with, so no secret can be kept.
    SecretsLost,
    /// They proved elsewhere who they are, and stay out.
    NotLetIn(Denial),
    /// The directory where the password is kept does not answer.
    DirectoryAway,
    /// The provider of identities does not answer, or says what cannot be believed.
    ProviderAway,
    /// What somebody brought from the provider of identities is not the answer to what they were sent with.
    NotAnAnswer,
    /// The provider of identities did not let them sign in, or they went back.
    RefusedThere,
    /// The person's password is kept elsewhere.
    PasswordElsewhere,
}

impl From<kanso_db::Error> for Error {
    fn from(error: kanso_db::Error) -> Self {
        if matches!(error, kanso_db::Error::Overloaded) { Self::Overloaded } else { Self::Database(error) }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Self::Stored(error.to_string())
    }
}

impl Error {
    /// Turns the violation of a unique rule into [`Fault::Taken`] of the field that the statement is about.
    pub(crate) fn taken(self, field: &'static str) -> Self {
        let violated = matches!(self, Self::Database(kanso_db::Error::Constraint { .. }));
        if violated { Self::Invalid(Fault::Taken(field)) } else { self }
    }

    /// Turns what is not there into [`Fault::Unknown`] of the field that named it.
    pub(crate) fn unknown(self, field: &'static str) -> Self {
        if matches!(self, Self::NotFound(_)) { Self::Invalid(Fault::Unknown(field)) } else { self }
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&format!("{self:?}").to_lowercase())
    }
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing(field) => write!(f, "{field}: missing"),
            Self::TooLong(field, limit) => write!(f, "{field}: more than {limit} characters"),
            Self::TooShort(field, limit) => write!(f, "{field}: fewer than {limit} characters"),
            Self::Unknown(field) => write!(f, "{field}: not one of those allowed"),
            Self::Wrong(field) => write!(f, "{field}: wrong"),
            Self::Taken(field) => write!(f, "{field}: taken"),
            Self::StartsAfterDue => f.write_str("start date: later than the due date"),
            Self::NotAssignable => f.write_str("assignee: cannot be given tasks of this project"),
            Self::Url(reason) => write!(f, "url: {reason}"),
            Self::OutOfRange(field, range) => write!(f, "{field}: must be {range}"),
            Self::TooMany(what, limit) => write!(f, "{what}: more than {limit}"),
            Self::Header(name, reason) => write!(f, "header {name:?} {reason}"),
            Self::Template(reason) => write!(f, "template: {reason}"),
            Self::Event(name) => write!(f, "events: no event is called {name:?}"),
            Self::Filter(reason) => write!(f, "filter: {reason}"),
            Self::Archive(fault) => write!(f, "archive: {fault}"),
        }
    }
}

impl std::fmt::Display for Conflict {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::AlreadyThere => "it is there already",
            Self::HoldsTasks => "it holds tasks",
            Self::AlreadyMember => "already a member",
            Self::ChangedMeanwhile => "changed meanwhile",
            Self::NotTheAuthor => "somebody else wrote it",
            Self::SwitchedOff => "switched off in the settings",
            Self::NothingToSendTo => "no address is set",
            Self::OfSettings => "the settings say this; change webhook_url, webhook_token or webhook_format",
            Self::ContentMissing => "the content is missing",
            Self::AlreadyRunning => "it is under way already; wait until it is done",
            Self::NotLetIn(denial) => return denial.fmt(f),
            Self::DirectoryAway => "the directory in which passwords are looked up does not answer",
            Self::ProviderAway => "the provider of identities does not answer, or says what cannot be believed",
            Self::NotAnAnswer => "this does not answer what was asked of the provider of identities; sign in again",
            Self::RefusedThere => "the provider of identities did not let them sign in",
            Self::PasswordElsewhere => "the password of this account is kept elsewhere",
            Self::RecursByDay => "the task comes back on days of the calendar; end that first",
            Self::RecursAlready => "the task recurs already, when something happens to it; switch that off first",
            Self::SecretsLost => {
                "the secret key is not the one that the database was used with; put the old one back and start again, \
                 or run `kanso secrets forget`"
            }
        })
    }
}
