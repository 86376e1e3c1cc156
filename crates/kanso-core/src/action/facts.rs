//! What automatic actions ask about a task.

use kanso_db::{Conn, params, row};
use kanso_domain::{ProjectId, SwimlaneId, TaskId, UserId};

use crate::task::TaskDetails;
use crate::{Error, Kind, Result};

row! {
    /// A task as it was when something happened. 0 is none throughout; times are Unix seconds.
    #[derive(Clone, Debug)]
    pub(crate) struct Facts {
        pub(crate) id: TaskId as i64 = "t.id",
        pub(crate) project: ProjectId as i64 = "t.project_id",
        pub(crate) column: i64 = "t.column_id",
        pub(crate) swimlane: SwimlaneId as i64 = "t.swimlane_id",
        pub(crate) position: i64 = "t.position",
        pub(crate) owner: UserId as i64 = "t.owner_id",
        pub(crate) creator: UserId as i64 = "t.creator_id",
        pub(crate) category: i64 = "COALESCE(t.category_id, 0)",
        pub(crate) color: String = "t.color_id",
        pub(crate) priority: i64 = "COALESCE(t.priority, 0)",
        pub(crate) due: i64 = "COALESCE(t.date_due, 0)",
        pub(crate) started: i64 = "COALESCE(t.date_started, 0)",
        pub(crate) modified: i64 = "t.date_modification",
        pub(crate) moved: i64 = "t.date_moved",
    }
}

impl From<&TaskDetails> for Facts {
    fn from(task: &TaskDetails) -> Self {
        Self {
            id: task.id.into(),
            project: task.project_id.into(),
            column: task.column_id,
            swimlane: task.swimlane_id.into(),
            position: task.position,
            owner: task.owner_id.into(),
            creator: task.creator_id.into(),
            category: task.category_id.unwrap_or_default(),
            color: task.color_id.clone(),
            priority: task.priority.unwrap_or_default(),
            due: task.date_due.unwrap_or_default(),
            started: task.date_started.unwrap_or_default(),
            modified: task.date_modification,
            moved: task.date_moved,
        }
    }
}

/// The open tasks of a project, lane by lane: however many it has closed, none of those is looked at.
pub(crate) async fn open_tasks(conn: &Conn, project: ProjectId) -> Result<Vec<Facts>> {
    let list = format!(
        "SELECT {} FROM swimlanes s JOIN columns c ON c.project_id = s.project_id \
         JOIN tasks t ON t.project_id = s.project_id AND t.swimlane_id = s.id AND t.column_id = c.id \
         AND t.is_active = 1 WHERE s.project_id = $1 ORDER BY t.id",
        Facts::COLUMNS
    );
    Ok(conn.all(&list, params![project.get()]).await?)
}

/// A task as it is now.
pub(crate) async fn task_facts(conn: &Conn, task: TaskId) -> Result<Facts> {
    let find = format!("SELECT {} FROM tasks t WHERE t.id = $1", Facts::COLUMNS);
    conn.one(&find, params![task.get()]).await?.ok_or(Error::NotFound(Kind::Task))
}
