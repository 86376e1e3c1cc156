//! The subtasks of a project.

use kanso_db::{params, row};
use kanso_domain::{Permission, ProjectId, SubtaskId, TaskId};

use super::{ROWS, Span};
use crate::{Actor, App, Result};

row! {
    /// A subtask with the names beside its ids. Hours are numbers.
    #[derive(Clone, Debug, PartialEq)]
    pub struct ExportedSubtask {
        pub id: SubtaskId as i64 = "b.id",
        pub title: String = "b.title",
        /// 0 to do, 1 in progress, 2 done.
        pub status: i64 = "b.status",
        pub assignee_username: Option<String> = "u.username",
        pub assignee_name: Option<String> = "u.name",
        pub time_estimated: f64 = "b.time_estimated",
        pub time_spent: f64 = "b.time_spent",
        pub task_id: TaskId as i64 = "t.id",
        pub task_title: String = "t.title",
    }
}

/// Subtasks of the tasks of a project that were created in the span, by id after `after`: some of them, none when
/// there are no more. For who manages the project.
#[crate::use_case]
pub async fn export_subtasks(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    span: Span,
    after: SubtaskId,
) -> Result<Vec<ExportedSubtask>> {
    let list = format!(
        "SELECT {} FROM tasks t JOIN subtasks b ON b.task_id = t.id LEFT JOIN users u ON u.id = b.user_id \
         WHERE t.project_id = $1 AND b.id > $2 AND t.date_creation >= $3 AND t.date_creation < $4 \
         ORDER BY b.id LIMIT $5",
        ExportedSubtask::COLUMNS
    );
    app.read_in(actor, project, Permission::ManageProject, move |conn, project| {
        Box::pin(async move {
            let values = params![project.get(), after.get(), span.from, span.until, ROWS];
            Ok(conn.all(&list, values).await?)
        })
    })
    .await
}
