//! Keeping a task that is about to be deleted.

use kanso_db::{Record, params};
use serde_json::Value;

use super::parts::PARTS;
use super::row::pack;
use crate::Result;
use crate::change::Change;
use crate::task::Task;

/// Puts all rows of the task into the trash, inside the change. Afterwards they may be deleted.
pub(crate) async fn keep(change: &Change<'_>, task: &Task) -> Result<()> {
    const ENTER: &str = "INSERT INTO trash (task_id, project_id, title, color_id, removed_by, removed_at) \
        VALUES ($1, $2, $3, $4, $5, $6)";
    const KEEP: &str = "INSERT INTO trash_rows (task_id, source, content, path) VALUES ($1, $2, $3, $4)";
    let (conn, id) = (change.conn(), task.id.get());
    let by = change.actor().user_id().get();
    let project = task.project_id.get();
    conn.execute(ENTER, params![id, project, &task.title, &task.color_id, by, change.now()]).await?;
    for part in PARTS {
        let rows = format!("SELECT * FROM {} WHERE {}", part.table, part.of_task);
        for row in conn.all::<Record>(&rows, params![id]).await? {
            let row = pack(row)?;
            let path = row.get("path").and_then(Value::as_str);
            conn.execute(KEEP, params![id, part.table, row.to_string(), path]).await?;
        }
    }
    Ok(())
}
