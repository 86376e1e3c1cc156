//! Who belongs to a project.

use std::sync::Arc;

use kanso_core::project;
use kanso_domain::{ProjectId, ProjectRole, UserId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use crate::error::Outcome;
use crate::json::Dictionary;
use crate::procedure::Caller;
use crate::project::OneProject;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Assignable {
    project_id: Id<ProjectId>,
    prepend_unassigned: Given<bool>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Member {
    project_id: Id<ProjectId>,
    user_id: Id<UserId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct MemberAs {
    project_id: Id<ProjectId>,
    user_id: Id<UserId>,
    role: Given<String>,
}

/// Names by user id.
type Names = Dictionary<UserId, String>;

pub(crate) async fn get_project_users(by: Arc<Caller>, params: OneProject) -> Outcome<Names> {
    Ok(Dictionary(project::list_members(&by.app, &by.actor, params.project_id.0).await?))
}

pub(crate) async fn get_assignable_users(by: Arc<Caller>, params: Assignable) -> Outcome<Names> {
    let mut users = project::list_assignable_users(&by.app, &by.actor, params.project_id.0).await?;
    if params.prepend_unassigned.or_empty()? {
        users.insert(0, (UserId::default(), "Unassigned".to_owned()));
    }
    Ok(Dictionary(users))
}

pub(crate) async fn add_project_user(by: Arc<Caller>, params: MemberAs) -> Outcome<bool> {
    let role = params.role.optional()?.unwrap_or_else(|| ProjectRole::Member.as_str().to_owned());
    project::add_member(&by.app, &by.actor, params.project_id.0, params.user_id.0, role).await?;
    Ok(true)
}

pub(crate) async fn remove_project_user(by: Arc<Caller>, params: Member) -> Outcome<bool> {
    project::remove_member(&by.app, &by.actor, params.project_id.0, params.user_id.0).await?;
    Ok(true)
}

pub(crate) async fn change_project_user_role(by: Arc<Caller>, params: MemberAs) -> Outcome<bool> {
    let role = params.role.required()?;
    project::change_member_role(&by.app, &by.actor, params.project_id.0, params.user_id.0, role).await?;
    Ok(true)
}

pub(crate) async fn get_project_user_role(by: Arc<Caller>, params: Member) -> Outcome<String> {
    let role = project::find_member_role(&by.app, &by.actor, params.project_id.0, params.user_id.0);
    Ok(role.await?.unwrap_or_default())
}
