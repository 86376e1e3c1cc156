//! What goes wrong, and how it is told.

use kanso_rpc::Fault;
use kanso_rpc::lenient::Unfit;

/// Why a procedure did not do what was asked.
#[derive(Debug)]
pub(crate) enum Failure {
    /// A value makes no sense. Kanboard answers `false`.
    Refused,
    /// A parameter has a shape that nothing can be read from.
    Malformed,
    /// Kanboard answers an error of its own, which says this.
    Exception(&'static str),
    /// The use case says why.
    Core(kanso_core::Error),
}

impl From<kanso_core::Error> for Failure {
    fn from(error: kanso_core::Error) -> Self {
        Self::Core(error)
    }
}

impl From<Unfit> for Failure {
    fn from(unfit: Unfit) -> Self {
        match unfit {
            Unfit::Refused => Self::Refused,
            Unfit::Malformed => Self::Malformed,
        }
    }
}

/// The answer of a procedure.
pub(crate) type Outcome<T> = Result<T, Failure>;

/// What the caller cannot help. Inner details go to the log, under an id that the caller is told.
pub(crate) fn unforeseen(error: &kanso_core::Error, what: &str) -> Fault {
    if matches!(error, kanso_core::Error::Overloaded) {
        return Fault::OVERLOADED;
    }
    if matches!(error, kanso_core::Error::Conflict(kanso_core::Conflict::DirectoryAway)) {
        return Fault::DIRECTORY_AWAY;
    }
    let id = log_unforeseen(error, what);
    Fault::INTERNAL.about(format!("request {id}"))
}

/// Logs what nobody foresaw, and answers the id that it stands in the log under.
pub(crate) fn log_unforeseen(error: &dyn std::fmt::Display, what: &str) -> String {
    let mut random = [0; 8];
    // Without randomness the log's time has to do.
    let _ = getrandom::fill(&mut random);
    let id = format!("{:016x}", u64::from_be_bytes(random));
    tracing::error!(request = %id, call = what, %error, "call failed");
    id
}
