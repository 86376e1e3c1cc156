//! `GET /api/v1/tasks/{id}/recurrence`

use axum::Json;
use kanso_core::recurrence::find_recurrence;
use kanso_domain::TaskId;

use super::Recurrence;
use crate::rest::caller::Caller;
use crate::rest::input::Id;
use crate::rest::problem::Outcome;

/// Shows how a task comes back.
pub(crate) async fn show(by: Caller, Id(task): Id<TaskId>) -> Outcome<Json<Recurrence>> {
    let found = find_recurrence(&by.app, &by.actor, task).await?;
    Ok(Json(found.map(Recurrence::from).unwrap_or_default()))
}
