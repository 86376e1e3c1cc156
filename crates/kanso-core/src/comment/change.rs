//! Writing, changing and removing a comment.

use kanso_db::params;
use kanso_domain::{ApplicationRole, CommentId, Event, Permission, TaskId, UserId, text};

use super::CommentDetails;
use super::find::details;
use crate::change::Change;
use crate::event::Snapshot;
use crate::{Actor, App, Conflict, Door, Error, Fault, Kind, Result};

/// A comment to write.
#[derive(Clone, Debug)]
pub struct NewComment {
    /// The task it is about.
    pub task: TaskId,
    /// Who writes it; a person can write for themselves only.
    pub author: UserId,
    /// Markdown, not empty.
    pub text: String,
    /// A name in another system; at most 191 characters.
    pub reference: String,
    /// The lowest application role that may read it.
    pub visibility: ApplicationRole,
}

/// Writes a comment.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused; [`Conflict::NotTheAuthor`] when a person writes for another.
#[crate::use_case]
pub async fn create_comment(app: &App, actor: &Actor, new: NewComment) -> Result<CommentId> {
    app.change(actor, new.task, Permission::WorkInProject, move |change| {
        Box::pin(async move { create_in(change, &new).await })
    })
    .await
}

/// The same inside a change.
pub(crate) async fn create_in(change: &mut Change<'_>, new: &NewComment) -> Result<CommentId> {
    const INSERT: &str = "INSERT INTO comments (task_id, user_id, date_creation, date_modification, comment, \
        reference, visibility) VALUES ($1, $2, $3, $3, $4, $5, $6) RETURNING id";
    new.check(change.actor())?;
    let visibility = new.visibility.as_str();
    let values =
        params![new.task.get(), new.author.get(), change.now(), &new.text, &new.reference, visibility];
    let (id,) = change.conn().one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
    let comment = CommentId::from(id);
    let written = details(change.conn(), comment).await?;
    record(change, Event::CommentCreated { task: new.task, comment }, written).await?;
    Ok(comment)
}

/// Changes the text of a comment. `seen` is the text that the person saw, if they saw one.
///
/// # Errors
///
/// [`Conflict::NotTheAuthor`] for a person who may not change what others wrote; [`Conflict::ChangedMeanwhile`] when the stored
/// text is not the one they saw.
#[crate::use_case]
pub async fn update_comment(
    app: &App,
    actor: &Actor,
    comment: CommentId,
    text: String,
    seen: Option<String>,
    door: Door,
) -> Result<()> {
    const UPDATE: &str = "UPDATE comments SET comment = $1, date_modification = $2 WHERE id = $3";
    app.change(actor, comment, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            // Before the text: who may not read the comment learns nothing of it.
            let before = load_own(change, comment, door).await?;
            check(&text)?;
            if seen.is_some_and(|seen| seen != before.comment && text != before.comment) {
                return Err(Error::Conflict(Conflict::ChangedMeanwhile));
            }
            change.conn().execute(UPDATE, params![text, change.now(), comment.get()]).await?;
            let after = details(change.conn(), comment).await?;
            let event = Event::CommentUpdated { task: after.task_id, comment, before: before.comment };
            record(change, event, after).await
        })
    })
    .await
}

/// Removes a comment.
///
/// # Errors
///
/// [`Conflict::NotTheAuthor`] for a person who may not remove what others wrote.
#[crate::use_case]
pub async fn remove_comment(app: &App, actor: &Actor, comment: CommentId, door: Door) -> Result<()> {
    const REMOVE: &str = "DELETE FROM comments WHERE id = $1";
    app.change(actor, comment, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let removed = load_own(change, comment, door).await?;
            change.conn().execute(REMOVE, params![comment.get()]).await?;
            record(change, Event::CommentRemoved { task: removed.task_id, comment }, removed).await
        })
    })
    .await
}

impl NewComment {
    fn check(&self, actor: &Actor) -> Result<()> {
        check(&self.text)?;
        if !text::fits(&self.reference, text::NAME) {
            return Err(Error::Invalid(Fault::TooLong("reference", text::NAME)));
        }
        if self.visibility > actor.application_role() {
            return Err(Error::Invalid(Fault::Unknown("visibility")));
        }
        require_author(actor, self.author)
    }
}

fn check(text: &str) -> Result<()> {
    (!text.is_empty()).then_some(()).ok_or(Error::Invalid(Fault::Missing("comment")))
}

/// The comment, if the actor may read and change it.
async fn load_own(change: &Change<'_>, comment: CommentId, door: Door) -> Result<CommentDetails> {
    let found = details(change.conn(), comment).await?;
    if !found.is_visible_to(change.actor().application_role()) {
        return Err(Error::NotFound(Kind::Comment));
    }
    if !(door == Door::Pages && change.actor().is_admin()) {
        require_author(change.actor(), found.user_id)?;
    }
    Ok(found)
}

fn require_author(actor: &Actor, author: UserId) -> Result<()> {
    match actor {
        Actor::User(user) if user.id != author => Err(Error::Conflict(Conflict::NotTheAuthor)),
        Actor::User(_) | Actor::Application => Ok(()),
    }
}

async fn record(change: &mut Change<'_>, event: Event, comment: CommentDetails) -> Result<()> {
    let mut snapshot = Snapshot::of_task(change, comment.task_id).await?;
    snapshot.comment = Some(Box::new(comment));
    change.record(event, &snapshot).await?;
    Ok(())
}
