//! Why the folder cannot be looked into.

/// How much of what a server complains of is told, in characters: it may repeat a mail.
const LONGEST: usize = 200;

/// Why the folder cannot be looked into.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// There is no way to the server.
    #[error("cannot reach {0}: {1}")]
    Way(String, std::io::Error),
    /// Its certificate cannot be checked, for the host has no such name.
    #[error("{0} is no name of a host")]
    Name(String),
    /// It does not answer.
    #[error("the mail server does not answer")]
    Silence,
    /// It does not let this account in.
    #[error("the mail server does not let the account in: {0}")]
    Account(String),
    /// There is no such folder, or it cannot be read.
    #[error("the folder {0} cannot be opened: {1}")]
    Folder(String, String),
    /// Something else went wrong.
    #[error("the mail server: {0}")]
    Server(String),
}

/// What somebody complains of, in short.
pub(super) fn short(error: &impl ToString) -> String {
    error.to_string().chars().take(LONGEST).collect()
}
