//! Whether the newest comments come first, as each reader wants it.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::user::{ProfilePatch, update_profile};
use kanso_domain::TaskId;
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::Posted;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct OrderForm {
    /// `newest` or `oldest`.
    order: String,
}

/// `POST /task/{task}/comments/order`
pub(crate) async fn choose(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<OrderForm>,
) -> Result<Redirect, Fault> {
    let newest_first = form.order == "newest";
    let patch = ProfilePatch { newest_comments_first: Some(newest_first), ..ProfilePatch::default() };
    update_profile(&web.app, &reader.actor, reader.profile.id, patch).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}
