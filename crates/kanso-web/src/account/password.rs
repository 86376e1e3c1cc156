//! Choosing a new password by a link.

use axum::Form;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::password_link::{find_by_link, set_password_by_link};
use kanso_core::{Error, Kind};
use serde::Deserialize;

use super::view::{NewPasswordPage, StalePage};
use crate::fault::{Fault, fault_in_words};
use crate::posted::require_own_origin;
use crate::reader::Visitor;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct NewPasswordForm {
    password: String,
}

/// `GET /password/{secret}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(secret): Path<String>,
    visitor: Visitor,
) -> Result<Response, Fault> {
    form(&web, &visitor, &secret, None).await
}

/// `POST /password/{secret}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(secret): Path<String>,
    headers: HeaderMap,
    visitor: Visitor,
    Form(new): Form<NewPasswordForm>,
) -> Result<Response, Fault> {
    require_own_origin(&headers, &web.app.settings().application_url())?;
    match set_password_by_link(&web.app, &secret, new.password).await {
        Ok(()) => Ok(Redirect::to("/login?done=password").into_response()),
        Err(Error::Invalid(fault)) => {
            let words = fault_in_words(visitor.page.locale, &fault);
            form(&web, &visitor, &secret, Some(words)).await
        }
        Err(Error::NotFound(Kind::Invitation)) => stale(&visitor),
        Err(error) => Err(error.into()),
    }
}

async fn form(web: &Web, visitor: &Visitor, secret: &str, fault: Option<String>) -> Result<Response, Fault> {
    let Some(username) = find_by_link(&web.app, secret).await? else { return stale(visitor) };
    let status = if fault.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let action = format!("/password/{secret}");
    respond::page_with(status, &NewPasswordPage { page: &visitor.page, action, username, fault })
}

/// The link is good no more.
pub(super) fn stale(visitor: &Visitor) -> Result<Response, Fault> {
    respond::page_with(StatusCode::NOT_FOUND, &StalePage { page: &visitor.page })
}
