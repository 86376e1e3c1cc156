//! `updateTask`.

use std::sync::Arc;

use kanso_core::task::{self, TaskPatch};
use kanso_domain::TaskId;
use kanso_rpc::lenient::{Date, Given, Hours, Id, Person, Tags};
use serde::Deserialize;

use super::moment;
use crate::error::{Failure, Outcome};
use crate::procedure::Caller;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateTask {
    id: Id<TaskId>,
    title: Given<String>,
    color_id: Given<String>,
    owner_id: Given<Person>,
    date_due: Given<Date>,
    description: Given<String>,
    category_id: Given<i64>,
    score: Given<i64>,
    priority: Given<i64>,
    recurrence_status: Given<i64>,
    recurrence_trigger: Given<i64>,
    recurrence_factor: Given<i64>,
    recurrence_timeframe: Given<i64>,
    recurrence_basedate: Given<i64>,
    reference: Given<String>,
    tags: Given<Tags>,
    date_started: Given<Date>,
    time_spent: Given<Hours>,
    time_estimated: Given<Hours>,
}

pub(crate) async fn update_task(by: Arc<Caller>, params: UpdateTask) -> Outcome<bool> {
    let tags = params.tags.list()?;
    let patch = TaskPatch {
        title: params.title.optional()?,
        description: params.description.optional()?,
        color: params.color_id.optional()?,
        owner: params.owner_id.optional()?.map(|person| person.id),
        date_due: date(&by, params.date_due)?,
        date_started: date(&by, params.date_started)?,
        category: params.category_id.optional()?,
        score: params.score.optional()?,
        priority: params.priority.optional()?,
        reference: params.reference.optional()?,
        time_spent: params.time_spent.optional()?.map(|hours| hours.0),
        time_estimated: params.time_estimated.optional()?.map(|hours| hours.0),
        recurrence_status: params.recurrence_status.optional()?,
        recurrence_trigger: params.recurrence_trigger.optional()?,
        recurrence_factor: params.recurrence_factor.optional()?,
        recurrence_timeframe: params.recurrence_timeframe.optional()?,
        recurrence_basedate: params.recurrence_basedate.optional()?,
        tags,
        seen: None,
    };
    task::update_task(&by.app, &by.actor, params.id.0, patch).await?;
    Ok(true)
}

fn date(by: &Caller, given: Given<Date>) -> Result<Option<i64>, Failure> {
    given.optional()?.map(|date| moment(by, &date)).transpose()
}
