//! A new account.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::user::{NewUser, create_user};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::ApplicationRole;
use serde::Deserialize;

use super::view::NewUserPage;
use super::{role_of, roles};
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::settings::require_admin;
use crate::web::Web;

#[derive(Default, Deserialize)]
pub(crate) struct NewUserForm {
    username: String,
    #[serde(default)]
    name: String,
    #[serde(default)]
    email: String,
    password: String,
    role: String,
}

/// `GET /users/new`
pub(crate) async fn show(reader: Reader) -> Result<Response, Fault> {
    require_admin(&reader.actor)?;
    let role = ApplicationRole::User.as_str().to_owned();
    respond::page(&form(&reader, &NewUserForm { role, ..NewUserForm::default() }, None))
}

/// `POST /users/new`
pub(crate) async fn create(
    State(web): State<Web>,
    Posted { reader, form: typed }: Posted<NewUserForm>,
) -> Result<Response, Fault> {
    let new = NewUser {
        username: typed.username.clone(),
        password: typed.password.clone(),
        name: typed.name.trim().to_owned(),
        email: typed.email.trim().to_owned(),
        role: role_of(&typed.role)?,
    };
    match create_user(&web.app, &reader.actor, new).await {
        Ok(user) => Ok(Redirect::to(&format!("/users/{user}?done=created")).into_response()),
        Err(Error::Invalid(fault)) => {
            respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &form(&reader, &typed, Some(&fault)))
        }
        Err(error) => Err(error.into()),
    }
}

fn form<'a>(reader: &'a Reader, typed: &NewUserForm, fault: Option<&CoreFault>) -> NewUserPage<'a> {
    NewUserPage {
        page: &reader.page,
        section: "settings",
        tab: "users",
        fault: fault.map(|fault| fault_in_words(reader.page.locale, fault)),
        username: typed.username.clone(),
        name: typed.name.clone(),
        email: typed.email.clone(),
        roles: roles(&reader.page, &typed.role),
    }
}
