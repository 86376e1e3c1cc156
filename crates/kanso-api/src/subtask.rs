//! Subtasks and their timers.

use std::sync::Arc;

use kanso_core::subtask::{self, NewSubtask, Subtask, SubtaskDetails, SubtaskPatch};
use kanso_domain::{SubtaskId, TaskId, UserId};
use kanso_rpc::lenient::{Given, Hours, Id};
use serde::{Deserialize, Serialize};

use crate::error::Outcome;
use crate::procedure::Caller;
use crate::task::OneTask;

/// A subtask as lists show it, with its status in words.
#[derive(Serialize)]
pub(crate) struct ListedSubtask {
    #[serde(flatten)]
    subtask: SubtaskDetails,
    status_name: Option<&'static str>,
    is_timer_started: bool,
}

impl From<SubtaskDetails> for ListedSubtask {
    fn from(subtask: SubtaskDetails) -> Self {
        let (status_name, is_timer_started) = (subtask.status_name(), subtask.is_timer_started());
        Self { subtask, status_name, is_timer_started }
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneSubtask {
    subtask_id: Id<SubtaskId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateSubtask {
    task_id: Id<TaskId>,
    title: Given<String>,
    user_id: Given<i64>,
    time_estimated: Given<Hours>,
    time_spent: Given<Hours>,
    status: Given<i64>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateSubtask {
    id: Id<SubtaskId>,
    task_id: Id<TaskId>,
    title: Given<String>,
    user_id: Given<i64>,
    time_estimated: Given<Hours>,
    time_spent: Given<Hours>,
    status: Given<i64>,
    position: Given<i64>,
}

/// Names somebody's timer on a subtask.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Timer {
    subtask_id: Id<SubtaskId>,
    user_id: Id<UserId>,
}

pub(crate) async fn create_subtask(by: Arc<Caller>, params: CreateSubtask) -> Outcome<SubtaskId> {
    let new = NewSubtask {
        task: params.task_id.0,
        title: params.title.required()?,
        user: params.user_id.or_empty()?.into(),
        time_estimated: params.time_estimated.or_empty()?.0,
        time_spent: params.time_spent.or_empty()?.0,
        status: params.status.or_empty()?,
    };
    Ok(subtask::create_subtask(&by.app, &by.actor, new).await?)
}

pub(crate) async fn get_subtask(by: Arc<Caller>, params: OneSubtask) -> Outcome<Subtask> {
    Ok(subtask::find_subtask(&by.app, &by.actor, params.subtask_id.0).await?)
}

pub(crate) async fn get_all_subtasks(by: Arc<Caller>, params: OneTask) -> Outcome<Vec<ListedSubtask>> {
    let subtasks = subtask::list_subtasks(&by.app, &by.actor, params.task_id.0).await?;
    Ok(subtasks.into_iter().map(ListedSubtask::from).collect())
}

pub(crate) async fn update_subtask(by: Arc<Caller>, params: UpdateSubtask) -> Outcome<bool> {
    let patch = SubtaskPatch {
        title: params.title.optional()?,
        user: params.user_id.optional()?.map(UserId::from),
        time_estimated: params.time_estimated.optional()?.map(|hours| hours.0),
        time_spent: params.time_spent.optional()?.map(|hours| hours.0),
        status: params.status.optional()?,
        position: params.position.optional()?,
    };
    subtask::update_subtask(&by.app, &by.actor, params.task_id.0, params.id.0, patch).await?;
    Ok(true)
}

pub(crate) async fn remove_subtask(by: Arc<Caller>, params: OneSubtask) -> Outcome<bool> {
    subtask::remove_subtask(&by.app, &by.actor, params.subtask_id.0).await?;
    Ok(true)
}

pub(crate) async fn has_subtask_timer(
    by: Arc<Caller>,
    Timer { subtask_id, user_id }: Timer,
) -> Outcome<bool> {
    let running = subtask::find_running_timer(&by.app, &by.actor, subtask_id.0, user_id.0).await?;
    Ok(running.is_some())
}

pub(crate) async fn set_subtask_start_time(
    by: Arc<Caller>,
    Timer { subtask_id, user_id }: Timer,
) -> Outcome<bool> {
    subtask::start_subtask_timer(&by.app, &by.actor, subtask_id.0, user_id.0).await?;
    Ok(true)
}

pub(crate) async fn set_subtask_end_time(
    by: Arc<Caller>,
    Timer { subtask_id, user_id }: Timer,
) -> Outcome<bool> {
    subtask::stop_subtask_timer(&by.app, &by.actor, subtask_id.0, user_id.0).await?;
    Ok(true)
}

/// The hours of the running timer only.
pub(crate) async fn get_subtask_time_spent(
    by: Arc<Caller>,
    Timer { subtask_id, user_id }: Timer,
) -> Outcome<f64> {
    let running = subtask::find_running_timer(&by.app, &by.actor, subtask_id.0, user_id.0).await?;
    Ok(running.unwrap_or_default())
}
