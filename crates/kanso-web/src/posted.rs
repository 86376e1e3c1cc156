//! A form that somebody sent from one of our own pages.

use axum::Form;
use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::{HeaderMap, header};
use serde::de::DeserializeOwned;
use subtle::ConstantTimeEq;

use crate::fault::Fault;
use crate::reader::{Reader, text_of};
use crate::web::Web;

/// A form, and who sent it: somebody signed in, from a page that this session was given.
pub(crate) struct Posted<T> {
    pub(crate) reader: Reader,
    pub(crate) form: T,
}

/// A form of nothing but its token.
#[derive(serde::Deserialize)]
pub(crate) struct Nothing {}

impl<T: DeserializeOwned> FromRequest<Web> for Posted<T> {
    type Rejection = Fault;

    async fn from_request(request: Request, web: &Web) -> Result<Self, Fault> {
        let (mut parts, body) = request.into_parts();
        require_own_origin(&parts.headers, &web.app.settings().application_url())?;
        let reader = Reader::from_request_parts(&mut parts, web).await?;
        let body = Bytes::from_request(Request::new(body), web).await.map_err(|_| Fault::TooLarge)?;
        require_token(&parts.headers, &body, &reader.page.csrf)?;
        let request = Request::from_parts(parts, Body::from(body));
        let Form(form) =
            Form::from_request(request, web).await.map_err(|reason| Fault::Unreadable(reason.to_string()))?;
        Ok(Self { reader, form })
    }
}

/// Refuses what another site's page sends. Programs that are no browsers send no `Origin`; they carry no
/// session that a page could misuse.
pub(crate) fn require_own_origin(headers: &HeaderMap, application_url: &str) -> Result<(), Fault> {
    if text_of(headers, header::HeaderName::from_static("sec-fetch-site")) == "cross-site" {
        return Err(Fault::Forged);
    }
    let Some(origin) = headers.get(header::ORIGIN).and_then(|origin| origin.to_str().ok()) else {
        return Ok(());
    };
    let authority = origin.split_once("://").map(|(_, authority)| authority);
    let is_here = authority == Some(text_of(headers, header::HOST));
    let is_ours = application_url.trim_end_matches('/') == origin
        || application_url.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
    if is_here || is_ours { Ok(()) } else { Err(Fault::Forged) }
}

impl Reader {
    /// Refuses unless this is the token of the reader's session, for forms that are read by hand.
    pub(crate) fn require_token(&self, given: &str) -> Result<(), Fault> {
        let expected = &self.page.csrf;
        let is_right = !expected.is_empty() && bool::from(given.as_bytes().ct_eq(expected.as_bytes()));
        if is_right { Ok(()) } else { Err(Fault::Forged) }
    }
}

/// The token stands in the field `csrf`, or in the header that scripts send.
fn require_token(headers: &HeaderMap, body: &[u8], expected: &str) -> Result<(), Fault> {
    let header = text_of(headers, header::HeaderName::from_static("x-csrf-token"));
    let field = url::form_urlencoded::parse(body).find(|(name, _)| name == "csrf").map(|(_, value)| value);
    if is_token(field.as_deref().unwrap_or(header), expected) { Ok(()) } else { Err(Fault::Forged) }
}

/// Whether this is the session's token. It takes as long whether it is nearly right or not at all.
pub(crate) fn is_token(given: &str, expected: &str) -> bool {
    !expected.is_empty() && bool::from(given.as_bytes().ct_eq(expected.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(header::HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(header::ORIGIN, origin.parse().unwrap());
        }
        require_own_origin(&headers, "https://kanso.example/board/").is_ok()
    }

    #[test]
    fn only_our_own_pages_may_send_forms() {
        assert!(judge("127.0.0.1:8080", Some("http://127.0.0.1:8080")));
        assert!(judge("inner:80", Some("https://kanso.example")));
        assert!(judge("127.0.0.1:8080", None));
        for foreign in
            ["http://127.0.0.1:9090", "https://evil.example", "null", "https://kanso.example.evil.example"]
        {
            assert!(!judge("127.0.0.1:8080", Some(foreign)), "{foreign}");
        }
    }
}
