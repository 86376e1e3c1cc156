//! The subtasks that a person has to do, a page at a time.

use kanso_db::{params, row};
use kanso_domain::{ProjectId, SubtaskId, TaskId};

use crate::access::projects_of;
use crate::{Actor, App, Result};

row! {
    /// A subtask that the actor has to do, with its task.
    #[derive(Clone, Debug, PartialEq)]
    pub struct MySubtask {
        pub id: SubtaskId as i64 = "s.id",
        pub title: String = "s.title",
        /// 0 to do, 1 in progress.
        pub status: i64 = "s.status",
        /// Hours.
        pub time_estimated: f64 = "s.time_estimated",
        /// Hours.
        pub time_spent: f64 = "s.time_spent",
        pub task_id: TaskId as i64 = "t.id",
        pub task_title: String = "t.title",
        pub color_id: String = "t.color_id",
        pub date_due: Option<i64> = "t.date_due",
        pub project_id: ProjectId as i64 = "t.project_id",
        pub project_name: String = "p.name",
    }
}

/// The subtasks that are the actor's and not done, of open tasks in projects that they belong to.
macro_rules! mine {
    () => {
        " FROM subtasks s JOIN tasks t ON t.id = s.task_id JOIN projects p ON p.id = t.project_id \
         JOIN columns c ON c.id = t.column_id WHERE s.user_id = $1 AND s.user_id > 0 AND s.status <> 2 \
         AND t.is_active = 1 AND p.is_active = 1 AND p.removed_at = 0 AND c.hide_in_dashboard <> 1 AND t.project_id IN ("
    };
}

/// The actor's subtasks that are not done, those in progress first, then by the due date of their task: at most
/// `limit` after the first `skip`, and how many there are.
#[crate::use_case]
pub async fn list_my_subtasks(
    app: &App,
    actor: &Actor,
    skip: i64,
    limit: i64,
) -> Result<(Vec<MySubtask>, i64)> {
    let (me, mine) = (actor.user_id(), projects_of(actor));
    let count = format!(concat!("SELECT COUNT(*)", mine!(), "{})"), mine);
    let list = format!(
        concat!(
            "SELECT {}",
            mine!(),
            "{}) ORDER BY s.status DESC, CASE WHEN t.date_due > 0 THEN 0 ELSE 1 END, t.date_due, t.id, \
             s.position, s.id LIMIT $2 OFFSET $3"
        ),
        MySubtask::COLUMNS,
        mine
    );
    app.read(move |conn| {
        Box::pin(async move {
            let (count,) = conn.one::<(i64,)>(&count, params![me.get()]).await?.unwrap_or_default();
            Ok((conn.all(&list, params![me.get(), limit, skip]).await?, count))
        })
    })
    .await
}
