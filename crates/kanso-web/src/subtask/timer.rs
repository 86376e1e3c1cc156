//! Starting and stopping one's own timer.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::subtask::{find_running_timer, find_subtask, start_subtask_timer, stop_subtask_timer};
use kanso_domain::SubtaskId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /subtask/{subtask}/timer`: stops the timer if it runs, else starts it.
pub(crate) async fn turn(
    State(web): State<Web>,
    Path(subtask): Path<SubtaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let (app, actor, me) = (&web.app, &reader.actor, reader.actor.user_id());
    let task = find_subtask(app, actor, subtask).await?.task_id;
    match find_running_timer(app, actor, subtask, me).await? {
        Some(_) => stop_subtask_timer(app, actor, subtask, me).await?,
        None => start_subtask_timer(app, actor, subtask, me).await?,
    }
    Ok(Redirect::to(&format!("/task/{task}")))
}
