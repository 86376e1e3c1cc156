//! Who is in a group.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::group::{add_group_member, remove_group_member};
use kanso_domain::{GroupId, UserId};
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct MemberForm {
    user: i64,
}

/// `POST /groups/{group}/members`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(group): Path<GroupId>,
    Posted { reader, form }: Posted<MemberForm>,
) -> Result<Redirect, Fault> {
    add_group_member(&web.app, &reader.actor, group, form.user.into()).await?;
    Ok(back(group))
}

/// `POST /groups/{group}/members/{user}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path((group, user)): Path<(GroupId, UserId)>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_group_member(&web.app, &reader.actor, group, user).await?;
    Ok(back(group))
}

fn back(group: GroupId) -> Redirect {
    Redirect::to(&format!("/groups/{group}?done=saved"))
}
