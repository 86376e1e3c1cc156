//! Links between tasks, and their labels.

use std::sync::Arc;

use kanso_core::link::{self, Label, LinkedTask, TaskLinkChange, TaskLinkDetails};
use kanso_core::{Error, Kind};
use kanso_domain::{LinkId, TaskId, TaskLinkId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use crate::application::Nothing;
use crate::error::{Failure, Outcome};
use crate::procedure::Caller;
use crate::task::OneTask;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneLabel {
    link_id: Id<LinkId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct NamedLabel {
    label: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateLabel {
    label: Given<String>,
    opposite_label: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateLabel {
    link_id: Id<LinkId>,
    opposite_link_id: Given<i64>,
    label: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneLink {
    task_link_id: Id<TaskLinkId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateLink {
    task_id: Id<TaskId>,
    opposite_task_id: Id<TaskId>,
    link_id: Id<LinkId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateLink {
    task_link_id: Id<TaskLinkId>,
    task_id: Id<TaskId>,
    opposite_task_id: Id<TaskId>,
    link_id: Id<LinkId>,
}

pub(crate) async fn get_all_links(by: Arc<Caller>, _: Nothing) -> Outcome<Vec<Label>> {
    Ok(link::list_labels(&by.app, &by.actor).await?)
}

pub(crate) async fn get_link_by_id(by: Arc<Caller>, params: OneLabel) -> Outcome<Label> {
    Ok(link::find_label(&by.app, &by.actor, params.link_id.0).await?)
}

pub(crate) async fn get_link_by_label(by: Arc<Caller>, params: NamedLabel) -> Outcome<Label> {
    let name = params.label.or_empty()?;
    Ok(link::find_label_by_name(&by.app, &by.actor, name).await?)
}

/// Of what is no label, the opposite is itself, as in Kanboard.
pub(crate) async fn get_opposite_link_id(by: Arc<Caller>, params: OneLabel) -> Outcome<LinkId> {
    match link::find_label(&by.app, &by.actor, params.link_id.0).await {
        Ok(label) => Ok(label.opposite()),
        Err(Error::NotFound(Kind::Label)) => Ok(params.link_id.0),
        Err(error) => Err(Failure::Core(error)),
    }
}

pub(crate) async fn create_link(by: Arc<Caller>, params: CreateLabel) -> Outcome<LinkId> {
    let (label, opposite) = (params.label.required()?, params.opposite_label.or_empty()?);
    Ok(link::create_label(&by.app, &by.actor, label, opposite).await?)
}

pub(crate) async fn update_link(by: Arc<Caller>, params: UpdateLabel) -> Outcome<bool> {
    let (opposite, label) = (params.opposite_link_id.required()?.into(), params.label.required()?);
    link::update_label(&by.app, &by.actor, params.link_id.0, opposite, label).await?;
    Ok(true)
}

pub(crate) async fn remove_link(by: Arc<Caller>, params: OneLabel) -> Outcome<bool> {
    link::remove_label(&by.app, &by.actor, params.link_id.0).await?;
    Ok(true)
}

pub(crate) async fn create_task_link(by: Arc<Caller>, params: CreateLink) -> Outcome<TaskLinkId> {
    let (task, opposite, label) = (params.task_id.0, params.opposite_task_id.0, params.link_id.0);
    Ok(link::create_task_link(&by.app, &by.actor, task, opposite, label).await?)
}

pub(crate) async fn update_task_link(by: Arc<Caller>, params: UpdateLink) -> Outcome<bool> {
    let to = TaskLinkChange {
        link: params.task_link_id.0,
        task: params.task_id.0,
        opposite: params.opposite_task_id.0,
        label: params.link_id.0,
    };
    link::update_task_link(&by.app, &by.actor, to).await?;
    Ok(true)
}

pub(crate) async fn get_task_link_by_id(by: Arc<Caller>, params: OneLink) -> Outcome<TaskLinkDetails> {
    Ok(link::find_task_link(&by.app, &by.actor, params.task_link_id.0).await?)
}

pub(crate) async fn get_all_task_links(by: Arc<Caller>, params: OneTask) -> Outcome<Vec<LinkedTask>> {
    Ok(link::list_task_links(&by.app, &by.actor, params.task_id.0).await?)
}

pub(crate) async fn remove_task_link(by: Arc<Caller>, params: OneLink) -> Outcome<bool> {
    link::remove_task_link(&by.app, &by.actor, params.task_link_id.0).await?;
    Ok(true)
}
