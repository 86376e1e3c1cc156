//! The tags of many tasks at once.

use std::collections::HashMap;

use kanso_db::{Conn, Param, row};
use kanso_domain::{TagId, TaskId};

use crate::Result;

row! {
    /// A tag as it is on a task.
    #[derive(Clone, Debug, PartialEq, serde::Serialize)]
    pub struct TaskTag {
        pub id: TagId as i64 = "g.id",
        pub name: String = "g.name",
        pub color_id: Option<String> = "g.color_id",
        pub task_id: TaskId as i64 = "h.task_id",
    }
}

/// Tags by the task that they are on, sorted by name.
#[derive(Clone, Debug, Default)]
pub struct TagsOfTasks(HashMap<TaskId, Vec<TaskTag>>);

impl TagsOfTasks {
    /// The tags of one task.
    pub fn of(&self, task: TaskId) -> &[TaskTag] {
        self.0.get(&task).map_or(&[], Vec::as_slice)
    }
}

/// The tags of the tasks `t` that meet a condition.
pub(crate) async fn of_tasks(conn: &Conn, which: &str, values: &[Param<'_>]) -> Result<TagsOfTasks> {
    let list = format!(
        "SELECT {} FROM tasks t CROSS JOIN task_has_tags h JOIN tags g ON g.id = h.tag_id \
         WHERE h.task_id = t.id AND {which}",
        TaskTag::COLUMNS
    );
    let mut tags = HashMap::<TaskId, Vec<TaskTag>>::new();
    for tag in conn.all::<TaskTag>(&list, values).await? {
        tags.entry(tag.task_id).or_default().push(tag);
    }
    // Sorted here, so that it is the same order on each database, whatever its collation.
    for own in tags.values_mut() {
        own.sort_by(|a, b| a.name.cmp(&b.name).then(a.id.cmp(&b.id)));
    }
    Ok(TagsOfTasks(tags))
}
