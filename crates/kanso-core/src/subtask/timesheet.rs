//! Who worked on a task for how long.

use kanso_db::{params, row};
use kanso_domain::{Permission, SubtaskId, TaskId, UserId};

use crate::{Actor, App, Result};

row! {
    /// A timer that ran, or runs while `ended_at` is 0. Times are Unix seconds.
    #[derive(Clone, Debug, PartialEq)]
    pub struct TimerEntry {
        pub id: i64 = "r.id",
        pub subtask_id: SubtaskId as i64 = "r.subtask_id",
        pub subtask_title: String = "s.title",
        pub user_id: UserId as i64 = "r.user_id",
        pub username: Option<String> = "u.username",
        pub name: Option<String> = "u.name",
        pub started_at: i64 = "r.started_at",
        pub ended_at: i64 = "r.ended_at",
        /// Hours; 0 while it runs.
        pub time_spent: f64 = "r.time_spent",
    }
}

/// The timers on the subtasks of a task, newest first.
#[crate::use_case]
pub async fn list_timers(app: &App, actor: &Actor, task: TaskId) -> Result<Vec<TimerEntry>> {
    let list = format!(
        "SELECT {} FROM subtask_timers r JOIN subtasks s ON s.id = r.subtask_id \
         LEFT JOIN users u ON u.id = r.user_id WHERE s.task_id = $1 ORDER BY r.started_at DESC, r.id DESC",
        TimerEntry::COLUMNS
    );
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move { Ok(conn.all(&list, params![task.get()]).await?) })
    })
    .await
}
