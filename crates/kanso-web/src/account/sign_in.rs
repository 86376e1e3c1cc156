//! Signing in.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::user::{self, Door};
use kanso_core::{Conflict, Error};
use serde::Deserialize;

use super::enter::{by_proxy, enter, explain};
use super::origin::origin_of;
use super::remembered::recall;
use super::view::SignInPage;
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::require_own_origin;
use crate::reader::{Reader, Visitor};
use crate::respond;
use crate::session::{AtDoor, Remember, Way};
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Whereto {
    #[serde(default)]
    next: String,
    /// What was done just before.
    #[serde(default)]
    done: String,
}

#[derive(Deserialize)]
pub(crate) struct SignInForm {
    username: String,
    password: String,
    #[serde(default)]
    next: String,
    remember: Option<String>,
}

/// `GET /login`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Whereto { next, done }): Query<Whereto>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    reader: Result<Reader, Fault>,
    visitor: Visitor,
) -> Result<Response, Fault> {
    if reader.is_ok() {
        return Ok(Redirect::to(local(&next)).into_response());
    }
    if let Some(vouched) = visitor.vouched.clone() {
        return by_proxy(&web, &visitor, vouched, next, origin_of(&headers, peer)).await;
    }
    if !web.app.sign_on().hides_passwords
        && let Some(known) = recall(&web, &visitor, &headers, (&next, origin_of(&headers, peer))).await?
    {
        return Ok(known);
    }
    let notice = (done == "password").then(|| visitor.page.text("password-changed"));
    respond::page(&SignInPage { notice, ..empty(&web, &visitor.page, next) })
}

/// `POST /login`
pub(crate) async fn sign_in(
    State(web): State<Web>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    visitor: Visitor,
    Form(form): Form<SignInForm>,
) -> Result<Response, Fault> {
    require_own_origin(&headers, &web.app.settings().application_url())?;
    if web.app.sign_on().hides_passwords {
        return Err(Error::Conflict(Conflict::SwitchedOff).into());
    }
    let username = form.username.trim().to_owned();
    let from = Some(peer.ip());
    let known = match user::authenticate(&web.app, &username, &form.password, Door::Page, from).await {
        Ok(Some(known)) => known,
        Ok(None) => {
            let (status, why) = match user::is_shut_out(&web.app, from) {
                true => (StatusCode::TOO_MANY_REQUESTS, "sign-in-shut-out"),
                false => (StatusCode::UNAUTHORIZED, "sign-in-wrong"),
            };
            let told = (status, visitor.page.text(why));
            return refuse(&web, &visitor.page, told, (username, form.next));
        }
        Err(error) => return explain(&web, &visitor, form.next, error),
    };
    let since = web.app.clock().now();
    let remember = if form.remember.is_some() { Remember::Begin } else { Remember::No };
    let arrived = AtDoor { user: known.id.get(), way: Way::Password, remember, next: form.next, since };
    enter(&web, &visitor, arrived, origin_of(&headers, peer)).await
}

/// The page again, with why somebody does not come in, and what they typed: the name, and where they want to go.
pub(super) fn refuse(
    web: &Web,
    page: &Page,
    (status, fault): (StatusCode, String),
    (username, next): (String, String),
) -> Result<Response, Fault> {
    respond::page_with(status, &SignInPage { username, fault: Some(fault), ..empty(web, page, next) })
}

fn empty<'a>(web: &Web, page: &'a Page, next: String) -> SignInPage<'a> {
    let sign_on = web.app.sign_on();
    let there = || {
        let query: String =
            url::form_urlencoded::Serializer::new(String::new()).append_pair("next", local(&next)).finish();
        format!("/login/oidc?{query}")
    };
    SignInPage {
        page,
        username: String::new(),
        fault: None,
        notice: None,
        has_form: !sign_on.hides_passwords,
        provider: sign_on.provider.as_ref().map(|issuer| (issuer.name.clone(), there())),
        may_ask: web.app.settings().get("password_reset") == "1",
        next,
    }
}

/// The address, if it is one of ours: a link to the sign-in page must not lead elsewhere.
pub(super) fn local(next: &str) -> &str {
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
