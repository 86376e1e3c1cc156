//! What concerns a person, in all their projects.

mod subtasks;
mod tasks;

use std::collections::HashMap;

use kanso_db::{Conn, params};
use kanso_domain::{TaskId, UserId};

use crate::board::{FullTask, TASKS, TagsOfTasks, tags_of_tasks};
use crate::subtask::SubtaskDetails;
use crate::{Actor, App, Result};

pub use subtasks::{MySubtask, list_my_subtasks};
pub use tasks::{MyTask, TaskOrder, list_my_tasks};

/// The open tasks that concern a person.
#[derive(Clone, Debug, Default)]
pub struct Dashboard {
    /// By id.
    pub tasks: Vec<FullTask>,
    /// Their tags.
    pub tags: TagsOfTasks,
    /// The person's own subtasks of them, by position.
    pub subtasks: HashMap<TaskId, Vec<SubtaskDetails>>,
}

/// The open tasks of active projects that the actor has, or has a subtask of. Columns may be kept out of it.
/// The application has none.
#[crate::use_case]
pub async fn find_my_dashboard(app: &App, actor: &Actor) -> Result<Dashboard> {
    let me = actor.user_id();
    if me.is_none() {
        return Ok(Dashboard::default());
    }
    app.read(move |conn| Box::pin(async move { load(conn, me).await })).await
}

/// Tasks that the person has or has a subtask of.
const MINE: &str = "t.is_active = 1 AND t.id IN (\
    SELECT o.id FROM tasks o WHERE o.owner_id = $1 AND o.owner_id > 0 AND o.is_active = 1 \
    UNION SELECT b.task_id FROM subtasks b WHERE b.user_id = $1 AND b.user_id > 0)";

async fn load(conn: &Conn, me: UserId) -> Result<Dashboard> {
    let shown =
        format!("{MINE} AND p.is_active = 1 AND p.removed_at = 0 AND c.hide_in_dashboard <> 1 ORDER BY t.id");
    let subtasks = format!(
        "SELECT {} FROM subtasks s JOIN tasks t ON t.id = s.task_id LEFT JOIN users u ON u.id = s.user_id \
         LEFT JOIN subtask_timers r ON r.subtask_id = s.id AND r.user_id = $1 AND r.ended_at = 0 \
         WHERE s.user_id = $1 AND s.user_id > 0 AND t.is_active = 1 ORDER BY s.position, s.id",
        SubtaskDetails::COLUMNS
    );
    let mut dashboard = Dashboard {
        tasks: conn.all(&FullTask::select(TASKS, &shown), params![me.get()]).await?,
        tags: tags_of_tasks(conn, MINE, params![me.get()]).await?,
        subtasks: HashMap::new(),
    };
    for subtask in conn.all::<SubtaskDetails>(&subtasks, params![me.get()]).await? {
        dashboard.subtasks.entry(subtask.task_id).or_default().push(subtask);
    }
    Ok(dashboard)
}
