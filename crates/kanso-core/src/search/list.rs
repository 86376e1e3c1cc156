//! The tasks that a search finds, in an order and part by part.

use std::collections::HashMap;

use kanso_db::{Conn, Param};
use kanso_domain::TaskId;
use kanso_domain::search::Query;

use super::{Area, Order, Reader, clauses, read};
use crate::board::{FullTask, TagsOfTasks, tags_of_tasks};
use crate::subtask::{SubtaskDetails, list_of_tasks};
use crate::{Actor, App, Result};

/// Which of the tasks found are wanted.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Wanted {
    /// In this order.
    pub order: Order,
    /// Without so many at the beginning.
    pub after: i64,
    /// At most so many.
    pub limit: i64,
    /// Whether their subtasks are wanted too.
    pub with_subtasks: bool,
}

/// Some of the tasks that a search finds.
#[derive(Clone, Debug, Default)]
pub struct Listed {
    pub tasks: Vec<FullTask>,
    /// Their tags.
    pub tags: TagsOfTasks,
    /// Their subtasks by place, if these are wanted.
    pub subtasks: HashMap<TaskId, Vec<SubtaskDetails>>,
    /// How many tasks the search finds.
    pub total: i64,
}

/// The tasks, open and closed, that `query` asks for: all of them for an empty one.
///
/// # Errors
///
/// [`Fault::TooLong`](crate::Fault::TooLong) for a query of more than 10,000 characters.
#[crate::use_case]
pub async fn list_found_tasks(
    app: &App,
    actor: &Actor,
    area: Area,
    query: &str,
    wanted: Wanted,
) -> Result<Listed> {
    let (query, actor) = (read(app, actor, query)?, actor.clone());
    app.read(move |conn| Box::pin(async move { list(conn, &actor, area, &query, wanted).await })).await
}

async fn list(conn: &Conn, actor: &Actor, area: Area, query: &Query, wanted: Wanted) -> Result<Listed> {
    let projects = area.projects(conn, actor).await?;
    if projects.is_empty() {
        return Ok(Listed::default());
    }
    let mut found = clauses(conn, &projects, Reader::of(actor), query);
    let count = format!(
        "SELECT COUNT(*) FROM {} LEFT JOIN projects p ON p.id = t.project_id WHERE {}",
        found.tasks, found.which
    );
    let (total,) = conn.one::<(i64,)>(&count, &found.values).await?.unwrap_or_default();
    let order = wanted.order.sql(conn.kind());
    let (limit, after) = (found.value(wanted.limit), found.value(wanted.after));
    let which = format!("{} ORDER BY {order} LIMIT {limit} OFFSET {after}", found.which);
    let tasks: Vec<FullTask> = conn.all(&FullTask::select(&found.tasks, &which), &found.values).await?;
    if tasks.is_empty() {
        return Ok(Listed { total, ..Listed::default() });
    }
    let ids: Vec<TaskId> = tasks.iter().map(|task| task.id).collect();
    let subtasks = match wanted.with_subtasks {
        true => list_of_tasks(conn, actor.user_id(), &ids).await?,
        false => HashMap::new(),
    };
    Ok(Listed { tags: tags(conn, &ids).await?, subtasks, tasks, total })
}

async fn tags(conn: &Conn, tasks: &[TaskId]) -> Result<TagsOfTasks> {
    let values: Vec<Param<'_>> = tasks.iter().map(|task| task.get().into()).collect();
    let places: Vec<String> = (1..=values.len()).map(|n| format!("${n}")).collect();
    tags_of_tasks(conn, &format!("t.id IN ({})", places.join(", ")), &values).await
}
