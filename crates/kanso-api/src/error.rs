//! What goes wrong, and how it is told.

use axum::http::StatusCode;
use serde::Serialize;

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

/// The answer of a procedure.
pub(crate) type Outcome<T> = Result<T, Failure>;

/// An error object of JSON-RPC, and the HTTP status it comes with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub(crate) struct Fault {
    code: i32,
    message: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
    #[serde(skip)]
    status: StatusCode,
}

impl Fault {
    pub(crate) const PARSE_ERROR: Self = Self::new(-32700, "Parse error");
    pub(crate) const INVALID_REQUEST: Self = Self::new(-32600, "Invalid Request");
    /// No call of the request is carried out.
    pub(crate) const UNKNOWN_CAUSE: Self = Self::new(-32600, "Invalid Request").with(StatusCode::BAD_REQUEST);
    pub(crate) const METHOD_NOT_FOUND: Self = Self::new(-32601, "Method not found");
    pub(crate) const INVALID_PARAMS: Self = Self::new(-32602, "Invalid params");
    pub(crate) const UNAUTHORIZED: Self = Self::new(401, "Unauthorized").with(StatusCode::UNAUTHORIZED);
    pub(crate) const FORBIDDEN: Self = Self::new(403, "Forbidden").with(StatusCode::FORBIDDEN);
    pub(crate) const OVERLOADED: Self =
        Self::new(-32000, "Too many changes are waiting, try again").with(StatusCode::SERVICE_UNAVAILABLE);
    pub(crate) const DIRECTORY_AWAY: Self =
        Self::new(-32000, "The directory with the passwords does not answer, try again")
            .with(StatusCode::SERVICE_UNAVAILABLE);
    pub(crate) const TOO_LARGE: Self =
        Self::new(-32600, "The request is too large").with(StatusCode::PAYLOAD_TOO_LARGE);
    pub(crate) const INTERNAL: Self = Self::new(-32603, "Internal error");

    /// What Kanboard calls an exception.
    pub(crate) const fn exception(message: &'static str) -> Self {
        Self::new(0, message)
    }

    const fn new(code: i32, message: &'static str) -> Self {
        Self { code, message, data: None, status: StatusCode::OK }
    }

    const fn with(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The same with a word about what exactly is wrong.
    pub(crate) fn about(self, data: impl Into<String>) -> Self {
        Self { data: Some(data.into()), ..self }
    }

    /// The HTTP status of a response that consists of this.
    pub(crate) fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether it answers a whole batch, of which nothing more is run.
    pub(crate) fn ends_batch(&self) -> bool {
        matches!(self.status, StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN)
    }

    /// Whether even a notification is told. JSON-RPC errors are not, what HTTP knows is.
    pub(crate) fn answers_notification(&self) -> bool {
        self.status != StatusCode::OK
    }
}

impl Fault {
    /// What the caller cannot help. Inner details go to the log, under an id that the caller is told.
    pub(crate) fn unforeseen(error: &kanso_core::Error, what: &str) -> Self {
        if matches!(error, kanso_core::Error::Overloaded) {
            return Self::OVERLOADED;
        }
        if matches!(error, kanso_core::Error::Conflict(kanso_core::Conflict::DirectoryAway)) {
            return Self::DIRECTORY_AWAY;
        }
        let id = log_unforeseen(error, what);
        Self::INTERNAL.about(format!("request {id}"))
    }
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
