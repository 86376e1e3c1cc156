//! Groups, who is in them, and their roles in projects.

use std::sync::Arc;

use kanso_core::group::{self, Group, GroupPatch, GroupSummary};
use kanso_core::project;
use kanso_core::user::User;
use kanso_domain::{GroupId, ProjectId, ProjectRole, UserId};
use kanso_rpc::lenient::{Given, Id};
use serde::{Deserialize, Serialize};

use crate::application::Nothing;
use crate::error::Outcome;
use crate::procedure::Caller;
use crate::user::OneUser;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneGroup {
    group_id: Id<GroupId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateGroup {
    name: Given<String>,
    external_id: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateGroup {
    group_id: Id<GroupId>,
    name: Given<String>,
    external_id: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Membership {
    group_id: Id<GroupId>,
    user_id: Id<UserId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Grant {
    project_id: Id<ProjectId>,
    group_id: Id<GroupId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct GrantAs {
    project_id: Id<ProjectId>,
    group_id: Id<GroupId>,
    role: Given<String>,
}

/// An account in a group.
#[derive(Serialize)]
pub(crate) struct GroupMember {
    group_id: GroupId,
    user_id: UserId,
    #[serde(flatten)]
    user: User,
}

pub(crate) async fn create_group(by: Arc<Caller>, params: CreateGroup) -> Outcome<GroupId> {
    let (name, external_id) = (params.name.required()?, params.external_id.or_empty()?);
    Ok(group::create_group(&by.app, &by.actor, name, external_id).await?)
}

pub(crate) async fn update_group(by: Arc<Caller>, params: UpdateGroup) -> Outcome<bool> {
    let patch = GroupPatch { name: params.name.optional()?, external_id: params.external_id.optional()? };
    group::update_group(&by.app, &by.actor, params.group_id.0, patch).await?;
    Ok(true)
}

pub(crate) async fn remove_group(by: Arc<Caller>, params: OneGroup) -> Outcome<bool> {
    group::remove_group(&by.app, &by.actor, params.group_id.0).await?;
    Ok(true)
}

pub(crate) async fn get_group(by: Arc<Caller>, params: OneGroup) -> Outcome<Group> {
    Ok(group::find_group(&by.app, &by.actor, params.group_id.0).await?)
}

pub(crate) async fn get_all_groups(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<GroupSummary>> {
    Ok(group::list_groups(&by.app, &by.actor).await?)
}

pub(crate) async fn get_member_groups(by: Arc<Caller>, params: OneUser) -> Outcome<Vec<Group>> {
    Ok(group::list_groups_of_user(&by.app, &by.actor, params.user_id.0).await?)
}

pub(crate) async fn get_group_members(by: Arc<Caller>, params: OneGroup) -> Outcome<Vec<GroupMember>> {
    let group_id = params.group_id.0;
    let users = group::list_group_members(&by.app, &by.actor, group_id).await?;
    Ok(users.into_iter().map(|user| GroupMember { group_id, user_id: user.id, user }).collect())
}

pub(crate) async fn add_group_member(by: Arc<Caller>, params: Membership) -> Outcome<bool> {
    group::add_group_member(&by.app, &by.actor, params.group_id.0, params.user_id.0).await?;
    Ok(true)
}

pub(crate) async fn remove_group_member(by: Arc<Caller>, params: Membership) -> Outcome<bool> {
    group::remove_group_member(&by.app, &by.actor, params.group_id.0, params.user_id.0).await?;
    Ok(true)
}

pub(crate) async fn is_group_member(by: Arc<Caller>, params: Membership) -> Outcome<bool> {
    Ok(group::is_group_member(&by.app, &by.actor, params.group_id.0, params.user_id.0).await?)
}

pub(crate) async fn add_project_group(by: Arc<Caller>, params: GrantAs) -> Outcome<bool> {
    let role = params.role.optional()?.unwrap_or_else(|| ProjectRole::Member.as_str().to_owned());
    project::add_group(&by.app, &by.actor, params.project_id.0, params.group_id.0, role).await?;
    Ok(true)
}

pub(crate) async fn remove_project_group(by: Arc<Caller>, params: Grant) -> Outcome<bool> {
    project::remove_group(&by.app, &by.actor, params.project_id.0, params.group_id.0).await?;
    Ok(true)
}

pub(crate) async fn change_project_group_role(by: Arc<Caller>, params: GrantAs) -> Outcome<bool> {
    let role = params.role.required()?;
    project::change_group_role(&by.app, &by.actor, params.project_id.0, params.group_id.0, role).await?;
    Ok(true)
}
