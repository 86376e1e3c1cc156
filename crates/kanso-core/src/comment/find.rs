//! Reading comments.

use kanso_db::{Conn, params};
use kanso_domain::{CommentId, Permission, TaskId};

use super::CommentDetails;
use crate::{Actor, App, Error, Kind, Result};

const FROM: &str = "FROM comments c LEFT JOIN users u ON u.id = c.user_id";

/// The comment, if the actor may read it.
#[crate::use_case]
pub async fn find_comment(app: &App, actor: &Actor, comment: CommentId) -> Result<CommentDetails> {
    let role = actor.application_role();
    app.read_in(actor, comment, Permission::ViewProject, move |conn, _| {
        Box::pin(async move {
            let found = details(conn, comment).await?;
            found.is_visible_to(role).then_some(found).ok_or(Error::NotFound(Kind::Comment))
        })
    })
    .await
}

/// The comments of a task that the actor may read, oldest first.
#[crate::use_case]
pub async fn list_comments(app: &App, actor: &Actor, task: TaskId) -> Result<Vec<CommentDetails>> {
    let role = actor.application_role();
    let list = format!(
        "SELECT {} {FROM} WHERE c.task_id = $1 ORDER BY c.date_creation, c.id",
        CommentDetails::COLUMNS
    );
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move {
            let mut comments: Vec<CommentDetails> = conn.all(&list, params![task.get()]).await?;
            comments.retain(|comment| comment.is_visible_to(role));
            Ok(comments)
        })
    })
    .await
}

pub(super) async fn details(conn: &Conn, comment: CommentId) -> Result<CommentDetails> {
    let find = format!("SELECT {} {FROM} WHERE c.id = $1", CommentDetails::COLUMNS);
    conn.one(&find, params![comment.get()]).await?.ok_or(Error::NotFound(Kind::Comment))
}
