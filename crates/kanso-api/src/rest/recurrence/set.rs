//! `PUT /api/v1/tasks/{id}/recurrence`

use axum::Json;
use kanso_core::recurrence::set_recurrence;
use kanso_domain::TaskId;

use super::{NewRecurrence, Recurrence};
use crate::rest::caller::Caller;
use crate::rest::input::{Body, Id};
use crate::rest::problem::{Outcome, Problem};

/// Lets a task come back.
pub(crate) async fn set(
    by: Caller,
    Id(task): Id<TaskId>,
    Body(new): Body<NewRecurrence>,
) -> Outcome<Json<Recurrence>> {
    let rule = new.rule.parse().map_err(|error| Problem::invalid("rule", format!("{error}")))?;
    let begins_on = new.begins_on.parse();
    let begins_on =
        begins_on.map_err(|_| Problem::invalid("begins_on", "this is no day; write it as 2026-11-23"))?;
    Ok(Json(set_recurrence(&by.app, &by.actor, task, rule, begins_on).await?.into()))
}
