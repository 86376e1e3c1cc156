//! Copying subtasks to another task.

use kanso_db::params;
use kanso_domain::TaskId;

use crate::Result;
use crate::change::Change;

/// Gives `to` the subtasks of `from`, to be done anew: nothing spent, no timers. Neither the times of the task
/// change nor is anything recorded.
pub(crate) async fn copy(change: &mut Change<'_>, from: TaskId, to: TaskId) -> Result<()> {
    const COPY: &str = "INSERT INTO subtasks (title, time_estimated, task_id, user_id, position) \
        SELECT title, time_estimated, CAST($2 AS BIGINT), user_id, position FROM subtasks \
        WHERE task_id = $1 ORDER BY position, id";
    change.conn().execute(COPY, params![from.get(), to.get()]).await?;
    Ok(())
}
