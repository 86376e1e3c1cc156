//! The code, once the password was right. Until it is given there is no session.

use std::net::SocketAddr;

use axum::Form;
use axum::extract::{ConnectInfo, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::login::Proof;
use kanso_core::two_factor::{Verdict, verify_code};
use kanso_domain::UserId;
use serde::Deserialize;

use super::enter::begin;
use super::origin::origin_of;
use super::view::CodePage;
use crate::fault::Fault;
use crate::posted::require_own_origin;
use crate::reader::Visitor;
use crate::session::Way;
use crate::web::Web;
use crate::{respond, session};

#[derive(Deserialize)]
pub(crate) struct CodeForm {
    code: String,
}

/// `GET /login/code`
pub(crate) async fn show(State(web): State<Web>, visitor: Visitor) -> Result<Response, Fault> {
    let now = web.app.clock().now();
    match session::at_door(&visitor.session, now).await.map_err(Fault::internal)? {
        Some(_) => respond::page(&CodePage { page: &visitor.page, fault: None }),
        None => Ok(Redirect::to("/login").into_response()),
    }
}

/// `POST /login/code`
pub(crate) async fn check(
    State(web): State<Web>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
    visitor: Visitor,
    Form(form): Form<CodeForm>,
) -> Result<Response, Fault> {
    require_own_origin(&headers, &web.app.settings().application_url())?;
    let now = web.app.clock().now();
    let Some(waiting) = session::at_door(&visitor.session, now).await.map_err(Fault::internal)? else {
        return Ok(Redirect::to("/login").into_response());
    };
    // Whoever the proxy names now is whom the code is asked of.
    if waiting.way == Way::Proxy && visitor.vouched.is_none() {
        return Ok(Redirect::to("/login").into_response());
    }
    let user = UserId::from(waiting.user);
    match verify_code(&web.app, user, form.code).await? {
        Verdict::Right => begin(&web, &visitor, &waiting, origin_of(&headers, peer), Proof::Code).await,
        Verdict::Wrong => refuse(&visitor, "code-wrong"),
        Verdict::Lost => refuse(&visitor, "code-lost"),
        Verdict::Closed => {
            visitor.session.flush().await.map_err(Fault::internal)?;
            refuse(&visitor, "code-locked")
        }
    }
}

fn refuse(visitor: &Visitor, reason: &str) -> Result<Response, Fault> {
    let fault = Some(visitor.page.text(reason));
    respond::page_with(StatusCode::UNAUTHORIZED, &CodePage { page: &visitor.page, fault })
}
