//! What went wrong, as `application/problem+json` (RFC 9457).

use axum::http::header::{CONTENT_TYPE, RETRY_AFTER, WWW_AUTHENTICATE};
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use kanso_core::{Conflict, Error, Fault, Kind};
use serde::Serialize;
use utoipa::ToSchema;

use crate::cause::Refused;
use crate::error::log_unforeseen;

/// The media type of every error.
pub(crate) const MEDIA_TYPE: &str = "application/problem+json";

/// Why a request was not carried out. Nothing was changed.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Problem {
    /// Which kind of problem it is, the same for all of its kind.
    #[serde(rename = "type")]
    #[schema(example = "urn:kanso:problem:invalid")]
    kind: &'static str,
    /// The kind in words.
    title: &'static str,
    /// The HTTP status.
    #[schema(example = 422)]
    status: u16,
    /// What is wrong here, and what can be done about it.
    detail: String,
    /// The field or parameter whose value is refused.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(example = "url")]
    field: Option<String>,
    /// What the server's log explains the problem under.
    #[serde(skip_serializing_if = "Option::is_none")]
    request: Option<String>,
}

/// The answer of a handler.
pub(crate) type Outcome<T> = Result<T, Problem>;

impl Problem {
    fn new(status: StatusCode, kind: &'static str, title: &'static str, detail: impl Into<String>) -> Self {
        Self { kind, title, status: status.as_u16(), detail: detail.into(), field: None, request: None }
    }

    /// The request cannot be read.
    pub(crate) fn malformed(detail: impl Into<String>) -> Self {
        let title = "The request cannot be read";
        Self::new(StatusCode::BAD_REQUEST, "urn:kanso:problem:malformed", title, detail)
    }

    /// A value is not accepted.
    pub(crate) fn invalid(field: impl Into<String>, detail: impl Into<String>) -> Self {
        let (status, title) = (StatusCode::UNPROCESSABLE_ENTITY, "A value is not accepted");
        let problem = Self::new(status, "urn:kanso:problem:invalid", title, detail);
        Self { field: Some(field.into()).filter(|field| !field.is_empty()), ..problem }
    }

    /// It is not there, or nobody may know that it is.
    pub(crate) fn not_found(what: &str) -> Self {
        let detail = format!("There is no such {what}, or you may not see it.");
        Self::new(StatusCode::NOT_FOUND, "urn:kanso:problem:not-found", "Not found", detail)
    }

    /// The request does not say who sends it.
    pub(crate) fn unauthorized() -> Self {
        let detail = "Send a user name and a password or personal access token by HTTP Basic, or a personal \
            access token as a bearer token.";
        let title = "Credentials are missing or wrong";
        Self::new(StatusCode::UNAUTHORIZED, "urn:kanso:problem:unauthorized", title, detail)
    }

    /// The path is known, the method is not.
    pub(crate) fn method_not_allowed() -> Self {
        let (status, title) = (StatusCode::METHOD_NOT_ALLOWED, "The method is not allowed");
        let detail = "The header Allow names the methods of this address.";
        Self::new(status, "urn:kanso:problem:method-not-allowed", title, detail)
    }

    /// The body is longer than `limit` bytes.
    pub(crate) fn too_large(limit: usize) -> Self {
        let (status, title) = (StatusCode::PAYLOAD_TOO_LARGE, "The body is too large");
        let detail = format!("The body may have {limit} bytes.");
        Self::new(status, "urn:kanso:problem:too-large", title, detail)
    }

    /// The body is something else than JSON.
    pub(crate) fn not_json() -> Self {
        let (status, title) = (StatusCode::UNSUPPORTED_MEDIA_TYPE, "The body is not JSON");
        let detail = "Send JSON with the header Content-Type: application/json.";
        Self::new(status, "urn:kanso:problem:not-json", title, detail)
    }

    /// What the caller cannot help; the log has the rest.
    pub(crate) fn unforeseen(error: &dyn std::fmt::Display) -> Self {
        let request = log_unforeseen(error, "REST");
        let (status, title) = (StatusCode::INTERNAL_SERVER_ERROR, "Something went wrong in the server");
        let detail = format!("The server's log says more about it, under {request}.");
        Self { request: Some(request), ..Self::new(status, "urn:kanso:problem:internal", title, detail) }
    }

    /// The field that is refused, and why, in words.
    pub(crate) fn refusal(self) -> (Option<String>, String) {
        (self.field, self.detail)
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        match error {
            Error::NotFound(kind) => Self::not_found(noun(kind)),
            Error::Forbidden(_) => {
                let detail = "Your role does not allow this.";
                Self::new(StatusCode::FORBIDDEN, "urn:kanso:problem:forbidden", "Not allowed", detail)
            }
            Error::Invalid(fault) => Self::from(fault),
            Error::Conflict(Conflict::DirectoryAway) => {
                let (status, title) = (StatusCode::SERVICE_UNAVAILABLE, "The directory does not answer");
                let detail = "Passwords are kept in a directory that does not answer. Try again in a moment.";
                Self::new(status, "urn:kanso:problem:directory", title, detail)
            }
            Error::Conflict(conflict) => {
                let title = "It cannot be done as things stand";
                let detail = explain(&conflict);
                Self::new(StatusCode::CONFLICT, "urn:kanso:problem:conflict", title, detail)
            }
            Error::Overloaded => {
                let (status, title) = (StatusCode::SERVICE_UNAVAILABLE, "Too many changes are waiting");
                Self::new(status, "urn:kanso:problem:overloaded", title, "Try again in a moment.")
            }
            Error::Database(_) | Error::Stored(_) => Self::unforeseen(&error),
        }
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::Missing(field) => Self::invalid(field, format!("Give a value for {field}.")),
            Fault::TooLong(field, limit) => {
                Self::invalid(field, format!("{field} may have {limit} characters."))
            }
            Fault::TooShort(field, limit) => {
                Self::invalid(field, format!("{field} must have {limit} characters or more."))
            }
            Fault::Unknown(field) => Self::invalid(field, format!("There is nothing of this {field}.")),
            Fault::Wrong(field) => Self::invalid(field, format!("This {field} is wrong.")),
            Fault::Taken(field) => Self::invalid(field, format!("Another one has this {field} already.")),
            Fault::OutOfRange(field, range) => Self::invalid(field, format!("{field} must be {range}.")),
            Fault::TooMany("endpoints", limit) => {
                Self::invalid("project_id", format!("There are {limit} webhooks already; remove one first."))
            }
            Fault::TooMany(field, limit) => Self::invalid(field, format!("There may be {limit} {field}.")),
            Fault::Url(reason) => Self::invalid("url", format!("Webhooks cannot be sent there: {reason}")),
            Fault::Header(name, reason) => Self::invalid("headers", format!("The header {name:?} {reason}.")),
            Fault::Filter(reason) => Self::invalid("filter", format!("The filter cannot be read: {reason}")),
            Fault::Template(reason) => Self::invalid("template", format!("The template fails: {reason}")),
            Fault::Event(name) => Self::invalid("events", format!("No event is called {name:?}.")),
            fault @ (Fault::StartsAfterDue | Fault::NotAssignable | Fault::Archive(_)) => {
                Self::invalid("", fault.to_string())
            }
        }
    }
}

impl From<Refused> for Problem {
    fn from(refused: Refused) -> Self {
        match refused {
            Refused::Unknown => Self::malformed(Refused::WORDS),
            Refused::Core(error) => error.into(),
        }
    }
}

/// What people call it.
fn noun(kind: Kind) -> &'static str {
    match kind {
        Kind::Endpoint => "webhook",
        Kind::Delivery => "delivery",
        Kind::Recovery => "recovery",
        Kind::Event => "event",
        Kind::Project => "project",
        Kind::Action => "rule",
        Kind::Column
        | Kind::Swimlane
        | Kind::Task
        | Kind::Comment
        | Kind::Category
        | Kind::Tag
        | Kind::Subtask
        | Kind::Label
        | Kind::Link
        | Kind::ExternalLink
        | Kind::File
        | Kind::Group
        | Kind::User
        | Kind::Member
        | Kind::Notice
        | Kind::Setting
        | Kind::CustomFilter
        | Kind::Role
        | Kind::Description
        | Kind::Currency
        | Kind::Token
        | Kind::Session
        | Kind::Invitation => "thing",
    }
}

fn explain(conflict: &Conflict) -> String {
    if *conflict == Conflict::OfSettings {
        return "The settings describe this webhook: change webhook_url, webhook_token or webhook_format instead."
            .to_owned();
    }
    format!("It cannot be done now: {conflict}.")
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let body = serde_json::to_vec(&self).unwrap_or_default();
        let mut response = (status, body).into_response();
        let headers = response.headers_mut();
        headers.insert(CONTENT_TYPE, HeaderValue::from_static(MEDIA_TYPE));
        match status {
            StatusCode::UNAUTHORIZED => {
                headers.append(WWW_AUTHENTICATE, HeaderValue::from_static("Basic realm=\"Kanso\""));
                headers.append(WWW_AUTHENTICATE, HeaderValue::from_static("Bearer realm=\"Kanso\""));
            }
            StatusCode::SERVICE_UNAVAILABLE => {
                headers.insert(RETRY_AFTER, HeaderValue::from_static("1"));
            }
            _ => {}
        }
        response
    }
}
