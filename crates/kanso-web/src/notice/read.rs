//! "Understood".

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::endpoint::notice::read_notice;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /webhooks/notices/{notice}/read`
pub(crate) async fn read(
    State(web): State<Web>,
    Path(notice): Path<i64>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    read_notice(&web.app, &reader.actor, notice).await?;
    Ok(Redirect::to("/webhooks/notices"))
}
