//! Tags, and which tasks have them.

use std::sync::Arc;

use kanso_core::tag::{self, Tag};
use kanso_rpc::lenient::{Given, Id, Tags};

use kanso_domain::{ProjectId, TagId, TaskId};
use serde::Deserialize;

use crate::application::Nothing;
use crate::error::{Failure, Outcome};
use crate::json::Dictionary;
use crate::procedure::Caller;
use crate::project::OneProject;
use crate::task::OneTask;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneTag {
    tag_id: Id<TagId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateTag {
    project_id: Id<ProjectId>,
    tag: Given<String>,
    color_id: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateTag {
    tag_id: Id<TagId>,
    tag: Given<String>,
    color_id: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct SetTaskTags {
    project_id: Id<ProjectId>,
    task_id: Id<TaskId>,
    tags: Given<Tags>,
}

pub(crate) async fn get_all_tags(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<Tag>> {
    Ok(tag::list_tags(&by.app, &by.actor).await?)
}

pub(crate) async fn get_tags_by_project(by: Arc<Caller>, params: OneProject) -> Outcome<Vec<Tag>> {
    Ok(tag::list_project_tags(&by.app, &by.actor, params.project_id.0).await?)
}

pub(crate) async fn create_tag(by: Arc<Caller>, params: CreateTag) -> Outcome<TagId> {
    let (name, color) = (params.tag.required()?, params.color_id.optional()?);
    Ok(tag::create_tag(&by.app, &by.actor, params.project_id.0, name, color).await?)
}

pub(crate) async fn update_tag(by: Arc<Caller>, params: UpdateTag) -> Outcome<bool> {
    let (name, color) = (params.tag.required()?, params.color_id.optional()?);
    tag::update_tag(&by.app, &by.actor, params.tag_id.0, name, color).await?;
    Ok(true)
}

pub(crate) async fn remove_tag(by: Arc<Caller>, params: OneTag) -> Outcome<bool> {
    tag::remove_tag(&by.app, &by.actor, params.tag_id.0).await?;
    Ok(true)
}

pub(crate) async fn set_task_tags(by: Arc<Caller>, params: SetTaskTags) -> Outcome<bool> {
    let names = params.tags.list()?.ok_or(Failure::Malformed)?;
    tag::set_task_tags(&by.app, &by.actor, params.project_id.0, params.task_id.0, names).await?;
    Ok(true)
}

pub(crate) async fn get_task_tags(by: Arc<Caller>, params: OneTask) -> Outcome<Dictionary<TagId, String>> {
    let tags = tag::list_task_tags(&by.app, &by.actor, params.task_id.0).await?;
    Ok(Dictionary(tags.into_iter().map(|tag| (tag.id, tag.name)).collect()))
}
