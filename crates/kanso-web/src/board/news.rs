//! What happened on a board since it was last looked at, for pages that cannot be told as it happens.

use axum::Json;
use axum::extract::{Path, Query, State};
use kanso_core::Actor;
use kanso_core::event::{latest_event, list_news};
use kanso_domain::{EventId, ProjectId, TaskId};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::fault::Fault;
use crate::reader::Reader;
use crate::web::Web;

/// More events than this are not told one by one: the board is drawn anew.
const BATCH: i64 = 200;

/// What is new.
pub(super) struct News {
    /// Where to go on.
    pub(super) last: EventId,
    /// Whether the board itself changed, or too much to tell: it is drawn anew with all its tasks.
    pub(super) is_of_board: bool,
    /// Which event changed which task.
    pub(super) tasks: Vec<(EventId, TaskId)>,
}

#[derive(Deserialize)]
pub(crate) struct Since {
    after: i64,
}

/// `GET /board/{project}/news`
pub(crate) async fn list(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(since): Query<Since>,
    reader: Reader,
) -> Result<Json<Value>, Fault> {
    let news = News::read(&web, &reader.actor, project, since.after.into()).await?;
    let tasks: Vec<TaskId> = news.tasks.into_iter().map(|(_, task)| task).collect();
    Ok(Json(json!({ "last": news.last, "board": news.is_of_board, "tasks": tasks })))
}

impl News {
    /// Reads what happened in a project after an event.
    pub(super) async fn read(
        web: &Web,
        actor: &Actor,
        project: ProjectId,
        after: EventId,
    ) -> Result<Self, Fault> {
        let events = list_news(&web.app, actor, project, after, BATCH).await?;
        let is_far_behind = i64::try_from(events.len()).is_ok_and(|count| count >= BATCH);
        let last = match events.last() {
            _ if is_far_behind => latest_event(&web.app, actor, project).await?,
            Some((last, _)) => *last,
            None => after,
        };
        // What is about no task is about the board itself.
        let is_of_board = is_far_behind || events.iter().any(|(_, task)| task.is_none());
        Ok(Self { last, is_of_board, tasks: if is_of_board { Vec::new() } else { events } })
    }
}
