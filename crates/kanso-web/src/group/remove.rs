//! Deleting a group.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::group::remove_group;
use kanso_domain::GroupId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /groups/{group}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(group): Path<GroupId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_group(&web.app, &reader.actor, group).await?;
    Ok(Redirect::to("/groups?done=removed"))
}
