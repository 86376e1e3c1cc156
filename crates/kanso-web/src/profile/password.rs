//! Another password.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::Error;
use kanso_core::user::change_password;
use serde::Deserialize;

use super::security;
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::session;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct PasswordForm {
    current: String,
    password: String,
}

/// `POST /profile/password`
pub(crate) async fn save(
    State(web): State<Web>,
    Posted { reader, form }: Posted<PasswordForm>,
) -> Result<Response, Fault> {
    let kept = session::name(&reader.session);
    match change_password(&web.app, &reader.actor, form.current, form.password, kept).await {
        Ok(()) => {
            session::renew(&reader.session).await.map_err(Fault::internal)?;
            Ok(Redirect::to("/profile/security?done=password").into_response())
        }
        Err(Error::Invalid(fault)) => {
            let words = fault_in_words(reader.page.locale, &fault);
            security::refuse(&web, &reader, |page| page.password_fault = Some(words)).await
        }
        Err(error) => Err(error.into()),
    }
}
