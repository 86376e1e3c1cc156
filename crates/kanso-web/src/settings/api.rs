//! The application's own access to the API.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::setting::reset_api_token;
use serde::Deserialize;

use super::require_admin;
use super::view::ApiPage;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::profile::Done;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct TokenForm {
    /// `show` or `reset`.
    act: String,
}

/// `GET /settings/api`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let mut page = ApiPage::new(&web, &reader)?;
    page.notice = (done == "reset").then(|| reader.page.text("api-token-reset"));
    respond::page(&page)
}

/// `POST /settings/api`: shows the token, or gives it another value.
pub(crate) async fn act(
    State(web): State<Web>,
    Posted { reader, form }: Posted<TokenForm>,
) -> Result<Response, Fault> {
    if form.act == "reset" {
        reset_api_token(&web.app, &reader.actor).await?;
        return Ok(Redirect::to("/settings/api?done=reset").into_response());
    }
    let mut page = ApiPage::new(&web, &reader)?;
    page.token = Some(web.app.settings().get("api_token").to_owned());
    respond::secret_page(&page)
}

impl<'a> ApiPage<'a> {
    fn new(web: &Web, reader: &'a Reader) -> Result<Self, Fault> {
        require_admin(&reader.actor)?;
        let settings = web.app.settings();
        let token = settings.get("api_token");
        Ok(Self {
            page: &reader.page,
            section: "settings",
            tab: "api",
            notice: None,
            rpc: format!("{}jsonrpc.php", reader.page.root),
            rest: format!("{}api/v1", reader.page.root),
            ending: token.get(token.len().saturating_sub(4)..).unwrap_or_default().to_owned(),
            token: None,
        })
    }
}
