//! `createTask`.

use std::sync::Arc;

use kanso_core::task::{self, NewTask, Recurrence};
use kanso_domain::{ColumnId, ProjectId, SwimlaneId, TaskId, UserId};
use kanso_rpc::lenient::{Date, Given, Hours, Id, Person, Tags};
use serde::Deserialize;

use super::moment;
use crate::error::{Failure, Outcome};
use crate::procedure::Caller;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateTask {
    title: Given<String>,
    project_id: Id<ProjectId>,
    color_id: Given<String>,
    column_id: Given<i64>,
    owner_id: Given<Person>,
    creator_id: Given<Person>,
    date_due: Given<Date>,
    description: Given<String>,
    category_id: Given<i64>,
    score: Given<i64>,
    swimlane_id: Given<i64>,
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

pub(crate) async fn create_task(by: Arc<Caller>, params: CreateTask) -> Outcome<TaskId> {
    // First of all: a list that is none makes the call malformed.
    let tags = params.tags.list()?.unwrap_or_default();
    let creator = person(&params.creator_id)?;
    let new = NewTask {
        project: params.project_id.0,
        title: params.title.required()?,
        description: params.description.or(String::new())?,
        color: params.color_id.optional()?,
        column: params.column_id.optional()?.filter(|id| *id != 0).map(ColumnId::from),
        swimlane: swimlane(params.swimlane_id)?,
        owner: person(&params.owner_id)?,
        creator: (!creator.is_none()).then_some(creator),
        date_due: date(&by, params.date_due)?,
        date_started: date(&by, params.date_started)?,
        category: params.category_id.or(0)?,
        score: params.score.or(0)?,
        priority: params.priority.or(0)?,
        reference: params.reference.or(String::new())?,
        time_spent: params.time_spent.optional()?.map(|hours| hours.0),
        time_estimated: params.time_estimated.optional()?.map(|hours| hours.0),
        recurrence: Recurrence {
            status: params.recurrence_status.or_empty()?,
            trigger: params.recurrence_trigger.or_empty()?,
            factor: params.recurrence_factor.or_empty()?,
            timeframe: params.recurrence_timeframe.or_empty()?,
            basedate: params.recurrence_basedate.or_empty()?,
        },
        tags,
    };
    Ok(task::create_task(&by.app, &by.actor, new).await?)
}

/// Nobody is left out or the number 0. Kanboard refuses the text `"0"` and null here.
fn person(given: &Given<Person>) -> Result<UserId, Failure> {
    match given {
        Given::Absent => Ok(UserId::default()),
        Given::Is(person) if !(person.is_text && person.id.is_none()) => Ok(person.id),
        Given::Is(_) | Given::Null | Given::Wrong => Err(Failure::Refused),
    }
}

/// Unlike a column, 0 is not the first one.
fn swimlane(given: Given<i64>) -> Result<Option<SwimlaneId>, Failure> {
    match given.optional()? {
        Some(..=0) => Err(Failure::Refused),
        swimlane => Ok(swimlane.map(SwimlaneId::from)),
    }
}

/// A date that was left out is stored as 0, an explicit null as null.
fn date(by: &Caller, given: Given<Date>) -> Result<Option<i64>, Failure> {
    let date = given.or(Date(String::new()))?;
    date.map(|date| moment(by, &date)).transpose()
}
