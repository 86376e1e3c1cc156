//! Links between tasks, and their labels.

mod create;
mod find;
mod label;
mod remove;
mod update;

use kanso_db::row;
use kanso_domain::{ColumnId, Event, LinkId, ProjectId, TaskId, TaskLinkId, UserId};
use serde::{Deserialize, Serialize};

use crate::Result;
use crate::change::Change;
use crate::event::Snapshot;

pub(crate) use create::create_in;
pub use create::create_task_link;
pub use find::{find_task_link, list_task_links};
pub use label::{
    create_label, find_label, find_label_by_name, list_labels, list_offered_labels, remove_label,
    update_label,
};
pub use remove::remove_task_link;
pub use update::{TaskLinkChange, update_task_link};

row! {
    /// A label that links can have.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct Label {
        pub id: LinkId as i64,
        pub label: String,
        /// The label from the other side, 0 when it is the same.
        pub opposite_id: LinkId as i64,
    }
}

row! {
    /// A link as seen from one of its two tasks.
    #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
    pub struct TaskLinkDetails {
        pub id: TaskLinkId as i64 = "h.id",
        pub opposite_task_id: TaskId as i64 = "h.opposite_task_id",
        pub task_id: TaskId as i64 = "h.task_id",
        pub link_id: LinkId as i64 = "h.link_id",
        pub label: String = "l.label",
        /// The label from the other side, 0 when it is the same.
        pub opposite_link_id: i64 = "l.opposite_id",
    }
}

row! {
    /// What a task is linked to: the label and the task at the other end, with Kanboard's names.
    #[derive(Clone, Debug, PartialEq, Serialize)]
    pub struct LinkedTask {
        pub id: TaskLinkId as i64 = "h.id",
        /// The task at the other end, which all that follows describes.
        pub task_id: TaskId as i64 = "h.opposite_task_id",
        pub label: String = "l.label",
        pub title: String = "t.title",
        pub is_active: i64 = "t.is_active",
        pub project_id: ProjectId as i64 = "t.project_id",
        pub column_id: ColumnId as i64 = "t.column_id",
        pub color_id: String = "t.color_id",
        pub date_completed: Option<i64> = "t.date_completed",
        pub date_started: Option<i64> = "t.date_started",
        pub date_due: Option<i64> = "t.date_due",
        pub task_time_spent: Option<f64> = "t.time_spent",
        pub task_time_estimated: Option<f64> = "t.time_estimated",
        pub task_assignee_id: UserId as i64 = "t.owner_id",
        pub task_assignee_username: Option<String> = "u.username",
        pub task_assignee_name: Option<String> = "u.name",
        pub column_title: String = "c.title",
        pub project_name: String = "p.name",
    }
}

impl Label {
    /// The label that the same link has from the other side.
    pub fn opposite(&self) -> LinkId {
        if self.opposite_id.is_none() { self.id } else { self.opposite_id }
    }
}

/// Enters that one side of a link was made or changed, in the log of its task's project.
async fn record_saved(change: &mut Change<'_>, link: TaskLinkId) -> Result<()> {
    let saved = find::details(change.conn(), link).await?;
    record(change, Event::LinkSaved { task: saved.task_id, link }, saved).await
}

async fn record(change: &mut Change<'_>, event: Event, link: TaskLinkDetails) -> Result<()> {
    let mut snapshot = Snapshot::of_task(change, link.task_id).await?;
    let project = snapshot.task.as_ref().map_or(change.project(), |task| task.project_id.into());
    snapshot.task_link = Some(Box::new(link));
    change.record_in(project, event, &snapshot).await?;
    Ok(())
}
