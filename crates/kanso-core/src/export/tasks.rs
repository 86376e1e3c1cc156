//! The tasks of a project.

use kanso_db::{params, row};
use kanso_domain::{Permission, ProjectId, TaskId};

use super::{ROWS, Span};
use crate::board::tags_of_tasks;
use crate::{Actor, App, Result};

row! {
    /// What a task is, by names. Times are Unix seconds, hours are numbers.
    #[derive(Clone, Debug, PartialEq)]
    pub struct TaskRow {
        pub id: TaskId as i64 = "t.id",
        pub reference: Option<String> = "t.reference",
        pub project_name: String = "p.name",
        pub is_active: i64 = "t.is_active",
        pub category_name: Option<String> = "k.name",
        pub swimlane_name: Option<String> = "s.name",
        pub column_title: String = "c.title",
        pub position: i64 = "t.position",
        pub color_id: String = "t.color_id",
        pub date_due: Option<i64> = "t.date_due",
        pub creator_username: Option<String> = "m.username",
        pub creator_name: Option<String> = "m.name",
        pub assignee_username: Option<String> = "o.username",
        pub assignee_name: Option<String> = "o.name",
        pub score: Option<i64> = "t.score",
        pub title: String = "t.title",
        pub date_creation: i64 = "t.date_creation",
        pub date_modification: i64 = "t.date_modification",
        pub date_completed: Option<i64> = "t.date_completed",
        pub date_started: Option<i64> = "t.date_started",
        pub time_estimated: Option<f64> = "t.time_estimated",
        pub time_spent: Option<f64> = "t.time_spent",
        pub priority: Option<i64> = "t.priority",
    }
}

/// A task with the names of its tags.
#[derive(Clone, Debug, PartialEq)]
pub struct ExportedTask {
    pub task: TaskRow,
    pub tags: Vec<String>,
}

/// Tasks of a project, open and closed, that were created in the span, by id after `after`: some of them, none when
/// there are no more. For who manages the project.
#[crate::use_case]
pub async fn export_tasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    span: Span,
    after: TaskId,
) -> Result<Vec<ExportedTask>> {
    const TAGS: &str = "t.project_id = $1 AND t.id > $2 AND t.id <= $3";
    // The keys are joined as if they might lead nowhere, so that the tasks are looked for first.
    let list = format!(
        "SELECT {} FROM tasks t LEFT JOIN projects p ON p.id = t.project_id \
         LEFT JOIN columns c ON c.id = t.column_id LEFT JOIN swimlanes s ON s.id = t.swimlane_id \
         LEFT JOIN categories k ON k.id = t.category_id LEFT JOIN users o ON o.id = t.owner_id \
         LEFT JOIN users m ON m.id = t.creator_id WHERE t.project_id = $1 AND t.id > $2 \
         AND t.date_creation >= $3 AND t.date_creation < $4 ORDER BY t.id LIMIT $5",
        TaskRow::COLUMNS
    );
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let values = params![project.get(), after.get(), span.from, span.until, ROWS];
            let rows: Vec<TaskRow> = conn.all(&list, values).await?;
            let Some(last) = rows.last().map(|row| row.id) else { return Ok(Vec::new()) };
            let tags = tags_of_tasks(conn, TAGS, params![project.get(), after.get(), last.get()]).await?;
            let named = |task: TaskRow| ExportedTask {
                tags: tags.of(task.id).iter().map(|tag| tag.name.clone()).collect(),
                task,
            };
            Ok(rows.into_iter().map(named).collect())
        })
    })
    .await
}
