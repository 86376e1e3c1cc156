//! Signing in.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::login::{Proof, note_login};
use kanso_core::user::{self, Door};
use serde::Deserialize;

use super::origin::origin_of;
use super::view::SignInPage;
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::require_own_origin;
use crate::reader::Visitor;
use crate::session::AtDoor;
use crate::web::Web;
use crate::{respond, session};

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
    visitor: Visitor,
) -> Result<Response, Fault> {
    let known = session::read(&visitor.session, web.app.clock().now()).await.map_err(Fault::internal)?;
    if let Some((user, _)) = known
        && user::find_active(&web.app, user).await?.is_some()
    {
        return Ok(Redirect::to(local(&next)).into_response());
    }
    let notice = (done == "password").then(|| visitor.page.text("password-changed"));
    respond::page(&SignInPage { notice, next, ..empty(&web, &visitor.page) })
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
    let username = form.username.trim().to_owned();
    let from = Some(peer.ip());
    let Some(known) = user::authenticate(&web.app, &username, &form.password, Door::Page, from).await? else {
        let (status, why) = match user::is_shut_out(&web.app, from) {
            true => (StatusCode::TOO_MANY_REQUESTS, "sign-in-shut-out"),
            false => (StatusCode::UNAUTHORIZED, "sign-in-wrong"),
        };
        let fault = Some(visitor.page.text(why));
        let page = SignInPage { username, next: form.next, fault, ..empty(&web, &visitor.page) };
        return respond::page_with(status, &page);
    };
    let (now, remember) = (web.app.clock().now(), form.remember.is_some());
    if user::has_two_factor(&web.app, known.id).await? {
        let waiting = AtDoor::new(known.id, remember, form.next, now);
        session::wait_at_door(&visitor.session, waiting).await.map_err(Fault::internal)?;
        return Ok(Redirect::to("/login/code").into_response());
    }
    let origin = origin_of(&headers, peer);
    session::begin(&visitor.session, known.id, origin.clone(), remember, now)
        .await
        .map_err(Fault::internal)?;
    note_login(&web.app, known.id, Proof::Password, origin).await?;
    Ok(Redirect::to(local(&form.next)).into_response())
}

fn empty<'a>(web: &Web, page: &'a Page) -> SignInPage<'a> {
    SignInPage {
        page,
        username: String::new(),
        next: String::new(),
        fault: None,
        notice: None,
        may_ask: web.app.settings().get("password_reset") == "1",
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
