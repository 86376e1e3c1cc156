//! "I forgot my password."

use axum::Form;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::Response;
use kanso_core::password_link::ask_for_password;
use serde::Deserialize;

use super::view::ForgotPage;
use crate::fault::Fault;
use crate::posted::require_own_origin;
use crate::reader::Visitor;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct ForgotForm {
    username: String,
}

/// `GET /login/forgot`
pub(crate) async fn show(State(web): State<Web>, visitor: Visitor) -> Result<Response, Fault> {
    respond::page(&ForgotPage { page: &visitor.page, is_asked: false, sends_mail: web.app.sends_mail() })
}

/// `POST /login/forgot`: the answer is the same whether there is such an account.
pub(crate) async fn ask(
    State(web): State<Web>,
    headers: HeaderMap,
    visitor: Visitor,
    Form(form): Form<ForgotForm>,
) -> Result<Response, Fault> {
    require_own_origin(&headers, &web.app.settings().application_url())?;
    ask_for_password(&web.app, form.username.trim().to_owned()).await?;
    respond::page(&ForgotPage { page: &visitor.page, is_asked: true, sends_mail: web.app.sends_mail() })
}
