//! Making a task or a comment of a mail.

use kanso_db::BoxFuture;
use kanso_domain::{ApplicationRole, Permission, TaskId};

use super::Outcome;
use super::draft::Draft;
use super::entry::{Entry, IncomingState, name_task};
use super::place::Place;
use crate::change::{Change, Target};
use crate::comment::{self, NewComment};
use crate::file::{self, NewFile};
use crate::task::{self, NewTask};
use crate::{Actor, App, Result, Scope};

/// Makes of the mail what it becomes at this place, with all that came with it, in one transaction.
///
/// # Errors
///
/// Those of who creates tasks, comments and files.
pub(super) async fn carry_out(
    app: &App,
    actor: &Actor,
    draft: Draft,
    place: Place,
    entry: Entry,
) -> Result<Outcome> {
    let Draft { title, text, files } = draft;
    match place {
        Place::NewTask(project) => {
            let new = NewTask { project, title, description: Some(text), ..NewTask::default() };
            let made = write(app, actor, project.into(), (entry, IncomingState::Task), files, |change| {
                Box::pin(async move { task::create_in(change, &new).await })
            });
            Ok(made.await?.map_or(Outcome::Known, Outcome::Task))
        }
        Place::Comment(task) => {
            let made =
                write(app, actor, task.into(), (entry, IncomingState::Comment), files, move |change| {
                    Box::pin(create_comment(change, task, text))
                });
            Ok(made.await?.map_or(Outcome::Known, Outcome::Comment))
        }
    }
}

/// Enters the mail, does what `act` does, and attaches the files to the task that it answers; `None` when the mail
/// became something meanwhile.
async fn write<F>(
    app: &App,
    actor: &Actor,
    scope: Scope,
    (entry, state): (Entry, IncomingState),
    files: Vec<NewFile>,
    act: F,
) -> Result<Option<TaskId>>
where
    F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<TaskId>> + Send + 'static,
{
    // Asked before anything is stored, and again when it counts.
    app.require(actor, scope, Permission::WorkInProject).await?;
    let stored = file::store_all(app, files).await?;
    let kept = stored.clone();
    let target = if state == IncomingState::Task { scope.touched() } else { Target::from(scope) };
    let written = app.change(actor, target, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let Some(entry) = entry.write(change.conn(), state, None, change.now_ms()).await? else {
                return Ok(None);
            };
            let task = act(change).await?;
            file::attach(change, task, kept).await?;
            name_task(change.conn(), entry, task).await?;
            Ok(Some(task))
        })
    });
    let written = written.await;
    file::settle_all(app, stored, written.as_ref().map(Option::is_some)).await;
    written
}

/// Writes the comment, unless the mail brings nothing but files.
async fn create_comment(change: &mut Change<'_>, task: TaskId, text: String) -> Result<TaskId> {
    let author = change.actor().user_id();
    if !text.is_empty() {
        let (reference, visibility) = (String::new(), ApplicationRole::User);
        comment::create_in(change, &NewComment { task, author, text, reference, visibility }).await?;
    }
    Ok(task)
}
