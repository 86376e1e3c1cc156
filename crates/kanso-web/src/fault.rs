//! What a handler answers when it cannot do what was asked, and the page that says so.
//!
//! A handler knows neither the language nor the form that its caller wants; so a fault travels in the response,
//! and [`show`] words it for pages and for scripts.

use std::fmt::Display;
use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kanso_core::Error;
use serde_json::json;

use crate::page::Page;
use crate::reader::{Spoken, Wants, page_of};
use crate::session::random_token;
use crate::web::Web;

mod words;

pub(crate) use words::{conflict_in_words, fault_in_words};

/// Why something was not done.
#[derive(Clone, Debug)]
pub(crate) enum Fault {
    /// A use case refused or failed.
    Core(Error),
    /// Nobody is signed in. `next` is where they wanted to go.
    SignIn { next: Option<String> },
    /// The form does not come from a page of this session.
    Forged,
    /// The form lacks a field, or a field is none of what it can be.
    Unreadable(String),
    /// More was sent than is accepted.
    TooLarge,
    /// Something failed that should not. Not for people's eyes.
    Internal(String),
    /// There is no such page, or it takes no such request.
    Routing(StatusCode),
}

#[derive(Template)]
#[template(path = "fault.html")]
struct FaultPage<'a> {
    page: &'a Page,
    section: &'a str,
    status: u16,
    title: String,
    advice: String,
    /// The number of the request, for what went wrong here.
    request: Option<String>,
}

impl Fault {
    pub(crate) fn internal(reason: impl Display) -> Self {
        Self::Internal(reason.to_string())
    }

    pub(crate) fn status(&self) -> StatusCode {
        match self {
            Self::Core(Error::NotFound(_)) => StatusCode::NOT_FOUND,
            Self::Core(Error::Forbidden(_)) | Self::Forged => StatusCode::FORBIDDEN,
            Self::Core(Error::Invalid(_)) | Self::Unreadable(_) => StatusCode::UNPROCESSABLE_ENTITY,
            Self::Core(Error::Conflict(_)) => StatusCode::CONFLICT,
            Self::Core(Error::Overloaded) => StatusCode::SERVICE_UNAVAILABLE,
            Self::Core(Error::Database(_) | Error::Stored(_)) | Self::Internal(_) => {
                StatusCode::INTERNAL_SERVER_ERROR
            }
            Self::SignIn { .. } => StatusCode::UNAUTHORIZED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Routing(status) => *status,
        }
    }
}

impl From<Error> for Fault {
    fn from(error: Error) -> Self {
        Self::Core(error)
    }
}

impl IntoResponse for Fault {
    fn into_response(self) -> Response {
        let mut response = self.status().into_response();
        response.extensions_mut().insert(Arc::new(self));
        response
    }
}

/// Words the fault that a response carries, for who asked.
pub(crate) async fn show(State(web): State<Web>, mut request: Request, next: Next) -> Response {
    let wants = Wants::of(request.headers(), request.uri().query());
    let headers = request.headers().clone();
    let spoken = Spoken::default();
    request.extensions_mut().insert(spoken.clone());
    let response = next.run(request).await;
    let Some(fault) = fault_of(&response) else { return response };
    if let Fault::Unreadable(reason) = &*fault {
        tracing::debug!(reason, "a form could not be read");
    }
    let mut page = page_of(&headers, &web, "");
    page.locale = spoken.0.get().copied().unwrap_or(page.locale);
    match (&*fault, wants) {
        (Fault::SignIn { next }, Wants::Page) => to_sign_in(next.as_deref()),
        (_, Wants::Page) => as_page(&page, &fault),
        (_, Wants::Fragment | Wants::Data) => as_problem(&page, &fault),
    }
}

/// The fault of a handler, or the bare refusal of the router.
fn fault_of(response: &Response) -> Option<Arc<Fault>> {
    if let Some(fault) = response.extensions().get::<Arc<Fault>>() {
        return Some(Arc::clone(fault));
    }
    let kind = response.headers().get(header::CONTENT_TYPE);
    let is_bare = kind.is_none_or(|kind| kind.as_bytes().starts_with(b"text/plain"));
    match response.status() {
        StatusCode::BAD_REQUEST | StatusCode::NOT_FOUND if is_bare => {
            Some(Arc::new(Fault::Routing(StatusCode::NOT_FOUND)))
        }
        StatusCode::METHOD_NOT_ALLOWED if is_bare => {
            Some(Arc::new(Fault::Routing(StatusCode::METHOD_NOT_ALLOWED)))
        }
        _ => None,
    }
}

fn to_sign_in(next: Option<&str>) -> Response {
    let address = match next {
        Some(next) if next != "/" => {
            let query: String =
                url::form_urlencoded::Serializer::new(String::new()).append_pair("next", next).finish();
            format!("/login?{query}")
        }
        _ => "/login".to_owned(),
    };
    Redirect::to(&address).into_response()
}

fn as_page(page: &Page, fault: &Fault) -> Response {
    let status = fault.status();
    let (title, advice) = words::title_and_advice(page, fault);
    let request = logged(fault);
    let html = FaultPage { page, section: "", status: status.as_u16(), title, advice, request }.render();
    (status, Html(html.unwrap_or_default())).into_response()
}

fn as_problem(page: &Page, fault: &Fault) -> Response {
    let status = fault.status();
    let (title, advice) = words::title_and_advice(page, fault);
    let detail = match logged(fault) {
        Some(request) => format!("{advice} {request}"),
        None => advice,
    };
    let body = json!({ "type": "about:blank", "title": title, "status": status.as_u16(), "detail": detail });
    let mut response = (status, Json(body)).into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
    response
}

/// Writes down what went wrong here, and answers the number under which it is found in the log.
fn logged(fault: &Fault) -> Option<String> {
    if fault.status() != StatusCode::INTERNAL_SERVER_ERROR {
        return None;
    }
    let reason = match fault {
        Fault::Internal(reason) => reason.clone(),
        Fault::Core(error) => error.to_string(),
        Fault::SignIn { .. } | Fault::Forged | Fault::Unreadable(_) | Fault::TooLarge | Fault::Routing(_) => {
            String::new()
        }
    };
    let mut request = random_token();
    request.truncate(12);
    tracing::error!(request, reason, "a page could not be made");
    Some(request)
}
