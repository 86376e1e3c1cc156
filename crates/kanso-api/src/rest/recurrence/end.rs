//! `DELETE /api/v1/tasks/{id}/recurrence`

use axum::http::StatusCode;
use kanso_core::recurrence::end_recurrence;
use kanso_domain::TaskId;

use crate::rest::caller::Caller;
use crate::rest::input::Id;
use crate::rest::problem::Outcome;

/// Lets a task come back no more.
pub(crate) async fn end(by: Caller, Id(task): Id<TaskId>) -> Outcome<StatusCode> {
    end_recurrence(&by.app, &by.actor, task).await?;
    Ok(StatusCode::NO_CONTENT)
}
