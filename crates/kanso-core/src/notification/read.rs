//! Marking what was read.

use kanso_db::params;
use kanso_domain::TaskId;

use crate::{Actor, App, Error, Kind, Result};

/// Marks something that the actor was told as read, with all that they were told of the same task before, and answers
/// which task that is.
///
/// # Errors
///
/// [`Kind::Notice`] when it is not there, or is somebody else's.
#[crate::use_case]
pub async fn read_notification(app: &App, actor: &Actor, notification: i64) -> Result<TaskId> {
    const FIND: &str = "SELECT task_id FROM notifications WHERE id = $1 AND user_id = $2";
    const READ: &str = "UPDATE notifications SET read_at_ms = $1 \
        WHERE task_id = $2 AND user_id = $3 AND id <= $4 AND read_at_ms IS NULL";
    let (now, user) = (app.clock().now_ms(), actor.user_id());
    let task = app.note(move |conn| {
        Box::pin(async move {
            let found = conn.one::<(i64,)>(FIND, params![notification, user.get()]).await?;
            let (task,) = found.ok_or(Error::NotFound(Kind::Notice))?;
            conn.execute(READ, params![now, task, user.get(), notification]).await?;
            Ok(TaskId::from(task))
        })
    });
    task.await
}

/// Marks all that the actor was told as read, up to the notification `last`: what comes meanwhile stays unread.
#[crate::use_case]
pub async fn read_all_notifications(app: &App, actor: &Actor, last: i64) -> Result<()> {
    const READ: &str =
        "UPDATE notifications SET read_at_ms = $1 WHERE user_id = $2 AND id <= $3 AND read_at_ms IS NULL";
    let (now, user) = (app.clock().now_ms(), actor.user_id());
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(READ, params![now, user.get(), last]).await?;
            Ok(())
        })
    })
    .await
}
