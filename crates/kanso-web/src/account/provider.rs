//! Signing in at a provider of identities.

use std::net::SocketAddr;

use axum::extract::{ConnectInfo, Query, State};
use axum::http::{HeaderMap, header};
use axum::response::{AppendHeaders, IntoResponse, Redirect, Response};
use kanso_core::identity::{Returned, begin_at_provider, finish_at_provider};
use serde::Deserialize;

use super::enter::{enter, explain};
use super::origin::origin_of;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::{Visitor, cookie};
use crate::session::{AtDoor, Remember, Way};
use crate::web::Web;

/// The cookie that carries what the answer must fit.
pub(crate) const COOKIE: &str = "kanso_oidc";

#[derive(Deserialize)]
pub(crate) struct Whereto {
    #[serde(default)]
    next: String,
}

/// `GET /login/oidc`
pub(crate) async fn begin(
    State(web): State<Web>,
    Query(Whereto { next }): Query<Whereto>,
    visitor: Visitor,
) -> Result<Response, Fault> {
    match begin_at_provider(&web.app, &back(&visitor.page), next.clone()).await {
        Ok((there, sealed)) => {
            let kept = format!("{COOKIE}={sealed}; Path=/login/oidc; Max-Age=900; HttpOnly; SameSite=Lax");
            Ok((AppendHeaders([(header::SET_COOKIE, kept)]), Redirect::to(&there)).into_response())
        }
        Err(error) => explain(&web, &visitor, next, error),
    }
}

/// `GET /login/oidc/callback`
pub(crate) async fn finish(
    State(web): State<Web>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    Query(returned): Query<Returned>,
    headers: HeaderMap,
    visitor: Visitor,
) -> Result<Response, Fault> {
    let sealed = cookie(&headers, COOKIE).unwrap_or_default();
    let answer = match finish_at_provider(&web.app, &back(&visitor.page), sealed, returned).await {
        Ok((known, next)) => {
            let since = web.app.clock().now();
            let arrived =
                AtDoor { user: known.id.get(), way: Way::Provider, remember: Remember::No, next, since };
            enter(&web, &visitor, arrived, origin_of(&headers, peer)).await?
        }
        Err(error) => explain(&web, &visitor, String::new(), error)?,
    };
    // What was answered is asked no more, however it ended.
    let spent = format!("{COOKIE}=; Path=/login/oidc; Max-Age=0; HttpOnly; SameSite=Lax");
    Ok((AppendHeaders([(header::SET_COOKIE, spent)]), answer).into_response())
}

/// Where people come back to.
fn back(page: &Page) -> String {
    format!("{}login/oidc/callback", page.root)
}
