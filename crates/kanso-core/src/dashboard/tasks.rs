//! The open tasks that a person has, a page at a time.

use kanso_db::{params, row};
use kanso_domain::{ProjectId, TaskId};

use crate::access::projects_of;
use crate::{Actor, App, Result};

row! {
    /// A task that the actor has, as a list of them shows it.
    #[derive(Clone, Debug, PartialEq)]
    pub struct MyTask {
        pub id: TaskId as i64 = "t.id",
        pub title: String = "t.title",
        pub color_id: String = "t.color_id",
        pub project_id: ProjectId as i64 = "t.project_id",
        pub project_name: String = "p.name",
        pub column_title: String = "c.title",
        /// Unix seconds; none or 0 without a due date.
        pub date_due: Option<i64> = "t.date_due",
        pub priority: Option<i64> = "t.priority",
        pub nb_subtasks: i64 = "(SELECT COUNT(*) FROM subtasks n WHERE n.task_id = t.id)",
        pub nb_completed_subtasks: i64 =
            "(SELECT COUNT(*) FROM subtasks n WHERE n.task_id = t.id AND n.status = 2)",
    }
}

/// What a list of one's tasks is sorted by.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TaskOrder {
    /// The next due date first, those without one last.
    #[default]
    Due,
    /// The highest priority first.
    Priority,
    /// By the name of the project.
    Project,
    /// By title.
    Title,
    /// The newest first.
    Newest,
}

impl TaskOrder {
    const fn sql(self) -> &'static str {
        const NEXT_DUE: &str = "CASE WHEN t.date_due > 0 THEN 0 ELSE 1 END, t.date_due, t.id";
        match self {
            Self::Due => NEXT_DUE,
            Self::Priority => {
                "COALESCE(t.priority, 0) DESC, CASE WHEN t.date_due > 0 THEN 0 ELSE 1 END, t.date_due, t.id"
            }
            Self::Project => {
                "lower(p.name), p.id, CASE WHEN t.date_due > 0 THEN 0 ELSE 1 END, t.date_due, t.id"
            }
            Self::Title => "lower(t.title), t.id",
            Self::Newest => "t.id DESC",
        }
    }
}

/// The tasks, which are the actor's, in projects that they belong to.
macro_rules! mine {
    () => {
        " FROM tasks t JOIN projects p ON p.id = t.project_id JOIN columns c ON c.id = t.column_id \
         WHERE t.owner_id = $1 AND t.owner_id > 0 AND t.is_active = 1 AND p.is_active = 1 AND p.removed_at = 0 \
         AND c.hide_in_dashboard <> 1 AND t.project_id IN ("
    };
}

/// The open tasks of active projects that the actor has, at most `limit` after the first `skip`, and how many there
/// are. Columns may be kept out of it.
#[crate::use_case]
pub async fn list_my_tasks(
    app: &App,
    actor: &Actor,
    order: TaskOrder,
    skip: i64,
    limit: i64,
) -> Result<(Vec<MyTask>, i64)> {
    let (me, mine) = (actor.user_id(), projects_of(actor));
    let count = format!(concat!("SELECT COUNT(*)", mine!(), "{})"), mine);
    let list = format!(
        concat!("SELECT {}", mine!(), "{}) ORDER BY {} LIMIT $2 OFFSET $3"),
        MyTask::COLUMNS,
        mine,
        order.sql()
    );
    app.read(move |conn| {
        Box::pin(async move {
            let (count,) = conn.one::<(i64,)>(&count, params![me.get()]).await?.unwrap_or_default();
            Ok((conn.all(&list, params![me.get(), limit, skip]).await?, count))
        })
    })
    .await
}
