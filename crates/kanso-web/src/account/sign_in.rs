//! Signing in.

use axum::Form;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::user::{self, Door};
use serde::Deserialize;

use super::view::SignInPage;
use crate::fault::Fault;
use crate::posted::require_own_origin;
use crate::reader::Visitor;
use crate::web::Web;
use crate::{respond, session};

#[derive(Deserialize)]
pub(crate) struct Whereto {
    #[serde(default)]
    next: String,
}

#[derive(Deserialize)]
pub(crate) struct SignInForm {
    username: String,
    password: String,
    #[serde(default)]
    next: String,
}

/// `GET /login`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Whereto { next }): Query<Whereto>,
    visitor: Visitor,
) -> Result<Response, Fault> {
    let known = session::read(&visitor.session, web.app.clock().now()).await.map_err(Fault::internal)?;
    if let Some((user, _)) = known
        && user::find_active(&web.app, user).await?.is_some()
    {
        return Ok(Redirect::to(local(&next)).into_response());
    }
    respond::page(&SignInPage { page: &visitor.page, username: String::new(), next, fault: None })
}

/// `POST /login`
pub(crate) async fn sign_in(
    State(web): State<Web>,
    headers: HeaderMap,
    visitor: Visitor,
    Form(form): Form<SignInForm>,
) -> Result<Response, Fault> {
    require_own_origin(&headers, &web.app.settings().application_url())?;
    let username = form.username.trim().to_owned();
    let Some(known) = user::authenticate(&web.app, &username, &form.password, Door::Page).await? else {
        let fault = Some(visitor.page.text("sign-in-wrong"));
        let page = SignInPage { page: &visitor.page, username, next: form.next, fault };
        return respond::page_with(StatusCode::UNAUTHORIZED, &page);
    };
    session::begin(&visitor.session, known.id, web.app.clock().now()).await.map_err(Fault::internal)?;
    Ok(Redirect::to(local(&form.next)).into_response())
}

/// The address, if it is one of ours: a link to the sign-in page must not lead elsewhere.
fn local(next: &str) -> &str {
    let is_path =
        next.starts_with('/') && !next.starts_with("//") && !next.contains(['\\', '\r', '\n', '\t']);
    if is_path { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::local;

    #[test]
    fn nobody_is_led_elsewhere_after_signing_in() {
        assert_eq!(local("/board/1?a=b"), "/board/1?a=b");
        for foreign in [
            "",
            "//evil.example",
            "/\\evil.example",
            "https://evil.example",
            "/\t/evil.example",
            "javascript:x",
        ] {
            assert_eq!(local(foreign), "/", "{foreign:?}");
        }
    }
}
