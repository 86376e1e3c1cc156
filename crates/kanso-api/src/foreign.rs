//! Pages of other sites.

use axum::extract::Request;
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Refuses what a page of another site makes a browser send, with the name and password that the browser remembers.
///
/// A browser sends forms anywhere without asking, and says in `Sec-Fetch-Site` whose page it was. JSON it sends
/// elsewhere only after the server allowed it, which this one never does.
pub(crate) async fn refuse(request: Request, next: Next) -> Response {
    if is_safe(request.method()) || !is_foreign(request.headers()) || is_json(request.headers()) {
        return next.run(request).await;
    }
    let words =
        "This was sent by a page of another site. Programs send JSON: Content-Type: application/json\n";
    (StatusCode::FORBIDDEN, words).into_response()
}

fn is_safe(method: &Method) -> bool {
    [Method::GET, Method::HEAD, Method::OPTIONS].contains(method)
}

fn is_foreign(headers: &HeaderMap) -> bool {
    headers.get("sec-fetch-site").is_some_and(|site| site == "cross-site" || site == "same-site")
}

fn is_json(headers: &HeaderMap) -> bool {
    let sent = headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    sent.split(';').next().is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
}
