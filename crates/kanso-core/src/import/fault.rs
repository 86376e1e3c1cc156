//! Why nothing was taken over.

use crate::Error;

/// Why an installation was not taken over. Nothing was changed.
#[derive(Clone, Debug, thiserror::Error)]
pub enum ImportFault {
    /// There is something here already, and what.
    #[error(
        "there is something here already: {0}. An import wants a fresh database; name another with --database-url or \
         --data, or remove this one if nobody needs it"
    )]
    NotFresh(String),
    /// The other installation cannot be read to its end, and why.
    #[error("the source cannot be read: {0}")]
    Source(String),
    /// The content of a file cannot be copied, and why.
    #[error("the file {0} cannot be copied: {1}")]
    File(String, String),
    /// A row was refused: the table, and why.
    #[error("a row of {0} was refused: {1}")]
    Refused(&'static str, String),
    /// Fewer or more rows are here than were handed over.
    #[error("{table} has {stored} rows and should have {given}")]
    Miscounted { table: &'static str, given: u64, stored: u64 },
    /// Something else failed.
    #[error(transparent)]
    Failed(#[from] Error),
}

impl From<kanso_db::Error> for ImportFault {
    fn from(error: kanso_db::Error) -> Self {
        Self::Failed(error.into())
    }
}
