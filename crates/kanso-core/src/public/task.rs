//! A task that everybody may see.

use kanso_db::params;
use kanso_domain::{ApplicationRole, TaskId};

use super::project::by_token;
use crate::board::{FullTask, TASKS};
use crate::comment::{CommentDetails, list_comments};
use crate::link::{LinkedTask, list_task_links};
use crate::subtask::{SubtaskDetails, list_subtasks};
use crate::{Actor, App, Error, Kind, Result};

/// A task as everybody sees it.
#[derive(Clone, Debug)]
pub struct PublicTask {
    /// The task itself.
    pub task: FullTask,
    /// The names of its tags.
    pub tags: Vec<String>,
    /// By position.
    pub subtasks: Vec<SubtaskDetails>,
    /// What it is linked to in the same project; what is in others is not public.
    pub links: Vec<LinkedTask>,
    /// Those that every member may read, oldest first.
    pub comments: Vec<CommentDetails>,
}

/// A task of the project that was opened to everybody under this token.
///
/// # Errors
///
/// [`Error::NotFound`] also when the task is of another project.
#[crate::use_case]
pub async fn find_public_task(app: &App, token: &str, task: TaskId) -> Result<PublicTask> {
    const TAGS: &str = "SELECT g.name FROM task_has_tags h JOIN tags g ON g.id = h.tag_id \
        WHERE h.task_id = $1 ORDER BY g.name, g.id";
    let find = FullTask::select(TASKS, "t.id = $1 AND t.project_id = $2");
    let token = token.to_owned();
    let (found, tags) = app
        .read(move |conn| {
            Box::pin(async move {
                let project = by_token(conn, &token).await?;
                let found = conn.one::<FullTask>(&find, params![task.get(), project.id.get()]).await?;
                let found = found.ok_or(Error::NotFound(Kind::Task))?;
                Ok((found, conn.all::<(String,)>(TAGS, params![task.get()]).await?))
            })
        })
        .await?;
    let everything = &Actor::Application;
    let mut links = list_task_links(app, everything, task).await?;
    links.retain(|link| link.project_id == found.project_id);
    let mut comments = list_comments(app, everything, task).await?;
    comments.retain(|comment| comment.is_visible_to(ApplicationRole::User));
    Ok(PublicTask {
        tags: tags.into_iter().map(|(name,)| name).collect(),
        subtasks: list_subtasks(app, everything, task).await?,
        task: found,
        links,
        comments,
    })
}
