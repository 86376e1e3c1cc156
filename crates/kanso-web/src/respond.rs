//! Turning templates into answers.

use askama::Template;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};

use crate::fault::Fault;

/// A page, with 200.
pub(crate) fn page(template: &impl Template) -> Result<Response, Fault> {
    page_with(StatusCode::OK, template)
}

/// A page, with another status.
pub(crate) fn page_with(status: StatusCode, template: &impl Template) -> Result<Response, Fault> {
    let html = template.render().map_err(Fault::internal)?;
    Ok((status, Html(html)).into_response())
}

/// A page that holds a secret which is shown this once: no browser keeps it.
pub(crate) fn secret_page(template: &impl Template) -> Result<Response, Fault> {
    secret_page_with(StatusCode::OK, template)
}

/// The same with another status.
pub(crate) fn secret_page_with(status: StatusCode, template: &impl Template) -> Result<Response, Fault> {
    let mut response = page_with(status, template)?;
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    Ok(response)
}
