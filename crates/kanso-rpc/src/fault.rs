//! Errors as JSON-RPC tells them.

use http::StatusCode;
use serde::Serialize;

/// An error object of JSON-RPC, and the HTTP status it comes with.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Fault {
    code: i32,
    message: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<String>,
    #[serde(skip)]
    status: StatusCode,
}

impl Fault {
    /// What was sent is no JSON, or no call.
    pub const PARSE_ERROR: Self = Self::new(-32700, "Parse error");
    /// A call without version or method, or with neither a list nor an object of parameters.
    pub const INVALID_REQUEST: Self = Self::new(-32600, "Invalid Request");
    /// The cause that a request names is unknown: no call of it is carried out.
    pub const UNKNOWN_CAUSE: Self = Self::new(-32600, "Invalid Request").with(StatusCode::BAD_REQUEST);
    /// There is no such procedure.
    pub const METHOD_NOT_FOUND: Self = Self::new(-32601, "Method not found");
    /// The parameters do not fit the procedure.
    pub const INVALID_PARAMS: Self = Self::new(-32602, "Invalid params");
    /// Nobody has these credentials.
    pub const UNAUTHORIZED: Self = Self::new(401, "Unauthorized").with(StatusCode::UNAUTHORIZED);
    /// Whoever calls may not.
    pub const FORBIDDEN: Self = Self::new(403, "Forbidden").with(StatusCode::FORBIDDEN);
    /// Nothing was done, since too much waits to be done.
    pub const OVERLOADED: Self =
        Self::new(-32000, "Too many changes are waiting, try again").with(StatusCode::SERVICE_UNAVAILABLE);
    /// Whether the password is right cannot be found out now.
    pub const DIRECTORY_AWAY: Self =
        Self::new(-32000, "The directory with the passwords does not answer, try again")
            .with(StatusCode::SERVICE_UNAVAILABLE);
    /// The body is longer than a request may be.
    pub const TOO_LARGE: Self =
        Self::new(-32600, "The request is too large").with(StatusCode::PAYLOAD_TOO_LARGE);
    /// The program failed.
    pub const INTERNAL: Self = Self::new(-32603, "Internal error");

    /// What Kanboard calls an exception.
    pub const fn exception(message: &'static str) -> Self {
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
    pub fn about(self, data: impl Into<String>) -> Self {
        Self { data: Some(data.into()), ..self }
    }

    /// The HTTP status of a response that consists of this.
    pub fn status(&self) -> StatusCode {
        self.status
    }

    /// Whether it answers a whole batch, of which nothing more is run.
    pub fn ends_batch(&self) -> bool {
        matches!(self.status, StatusCode::BAD_REQUEST | StatusCode::UNAUTHORIZED | StatusCode::FORBIDDEN)
    }

    /// Whether even a notification is told. JSON-RPC errors are not, what HTTP knows is.
    pub fn answers_notification(&self) -> bool {
        self.status != StatusCode::OK
    }
}
