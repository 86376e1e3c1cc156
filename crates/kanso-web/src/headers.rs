//! Headers of every answer: what a page may load, and how its cookies travel.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::Next;
use axum::response::Response;

use crate::account::provider;
use crate::reader::text_of;
use crate::session;
use crate::web::Web;

/// Scripts, styles and requests from here only; nothing inline; nobody may frame us.
const POLICY: &str = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; \
    form-action 'self'; frame-ancestors 'none'";

const ALWAYS: [(HeaderName, &str); 4] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::X_FRAME_OPTIONS, "DENY"),
    (header::REFERRER_POLICY, "same-origin"),
];

/// Cookies that nobody on the way may read.
const SECRET: [&str; 3] = [session::COOKIE, session::REMEMBER, provider::COOKIE];

/// Adds the headers; pages of people are kept by nobody else, and asked for anew.
pub(crate) async fn add(State(web): State<Web>, request: Request, next: Next) -> Response {
    // Only what a trusted proxy says has come this far.
    let by_proxy = text_of(request.headers(), HeaderName::from_static("x-forwarded-proto")) == "https";
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in ALWAYS {
        headers.insert(name, HeaderValue::from_static(value));
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("private, no-cache"));
    if by_proxy || web.app.settings().application_url().starts_with("https://") {
        secure_cookies(&mut response);
    }
    response
}

fn secure_cookies(response: &mut Response) {
    let headers = response.headers_mut();
    let cookies: Vec<HeaderValue> = headers.get_all(header::SET_COOKIE).iter().cloned().collect();
    headers.remove(header::SET_COOKIE);
    for cookie in cookies {
        let text = cookie.to_str().unwrap_or_default();
        let is_secret = SECRET.iter().any(|name| text.starts_with(name));
        let secured = HeaderValue::from_str(&format!("{text}; Secure")).ok().filter(|_| is_secret);
        headers.append(header::SET_COOKIE, secured.unwrap_or(cookie));
    }
}
