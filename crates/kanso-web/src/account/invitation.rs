//! Accepting an invitation.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::invitation::{NewAccount, accept_invitation, find_invitation};
use kanso_core::{Error, Kind};
use serde::Deserialize;

use super::password::stale;
use super::view::InvitationPage;
use crate::fault::{Fault, fault_in_words};
use crate::posted::require_own_origin;
use crate::reader::Visitor;
use crate::respond;
use crate::web::Web;

#[derive(Default, Deserialize)]
pub(crate) struct AccountForm {
    username: String,
    password: String,
    #[serde(default)]
    name: String,
}

/// `GET /invitation/{secret}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(secret): Path<String>,
    visitor: Visitor,
) -> Result<Response, Fault> {
    form(&web, &visitor, &secret, AccountForm::default(), None).await
}

/// `POST /invitation/{secret}`
pub(crate) async fn accept(
    State(web): State<Web>,
    Path(secret): Path<String>,
    headers: HeaderMap,
    visitor: Visitor,
    Form(typed): Form<AccountForm>,
) -> Result<Response, Fault> {
    require_own_origin(&headers, &web.app.settings().application_url())?;
    let (username, name) = (typed.username.clone(), typed.name.clone());
    let new = NewAccount { username, password: typed.password.clone(), name };
    match accept_invitation(&web.app, &secret, new).await {
        Ok(_) => Ok(Redirect::to("/login").into_response()),
        Err(Error::Invalid(fault)) => {
            let words = fault_in_words(visitor.page.locale, &fault);
            form(&web, &visitor, &secret, typed, Some(words)).await
        }
        Err(Error::NotFound(Kind::Invitation)) => stale(&visitor),
        Err(error) => Err(error.into()),
    }
}

async fn form(
    web: &Web,
    visitor: &Visitor,
    secret: &str,
    typed: AccountForm,
    fault: Option<String>,
) -> Result<Response, Fault> {
    let Some(email) = find_invitation(&web.app, secret).await? else { return stale(visitor) };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let page = InvitationPage {
        page: &visitor.page,
        action: format!("/invitation/{secret}"),
        email,
        username: typed.username,
        name: typed.name,
        fault,
    };
    respond::page_with(status, &page)
}
