//! Adding, changing and removing a tag.

use kanso_db::{BoxFuture, params};
use kanso_domain::{Permission, ProjectId, TagId};

use super::{Tag, check, folded, insert, load};
use crate::change::Change;
use crate::{Actor, App, Error, Result, Scope, event};

/// Adds a tag to a project; to all projects (0) the application alone may.
///
/// # Errors
///
/// [`Error::Invalid`] for a name that is longer than 191 characters or another tag's of the project.
#[crate::use_case]
pub async fn create_tag(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    name: String,
    color: Option<String>,
) -> Result<TagId> {
    change_in(app, actor, project, move |change| {
        Box::pin(async move { add(change, project, &name, color.as_deref()).await })
    })
    .await
}

/// Changes name and colour of a tag; no colour takes the old one away.
///
/// # Errors
///
/// As [`create_tag`]; [`Kind::Tag`](crate::Kind::Tag) to everybody when there is no such tag.
#[crate::use_case]
pub async fn update_tag(
    app: &App,
    actor: &Actor,
    tag: TagId,
    name: String,
    color: Option<String>,
) -> Result<()> {
    let project = project_of(app, tag).await?;
    change_in(app, actor, project, move |change| {
        Box::pin(async move {
            let before = load(change.conn(), tag).await?;
            alter(change, &before, &name, color.as_deref()).await
        })
    })
    .await
}

/// Removes a tag, also from the tasks that have it.
///
/// # Errors
///
/// [`Kind::Tag`](crate::Kind::Tag) to everybody when there is no such tag.
#[crate::use_case]
pub async fn remove_tag(app: &App, actor: &Actor, tag: TagId) -> Result<()> {
    let project = project_of(app, tag).await?;
    change_in(app, actor, project, move |change| {
        Box::pin(async move {
            let before = load(change.conn(), tag).await?;
            erase(change, &before).await
        })
    })
    .await
}

/// Enters a tag in the change, for all projects when none is named, and tells of it.
pub(super) async fn add(
    change: &mut Change<'_>,
    project: ProjectId,
    name: &str,
    color: Option<&str>,
) -> Result<TagId> {
    let created = insert(change.conn(), project, name, color).await?;
    event::created(change, &created).await?;
    Ok(created.id)
}

/// Gives a tag another name and colour in the change, and tells of it.
pub(super) async fn alter(
    change: &mut Change<'_>,
    before: &Tag,
    name: &str,
    color: Option<&str>,
) -> Result<()> {
    const UPDATE: &str = "UPDATE tags SET name = $1, folded = $2, color_id = $3 WHERE id = $4";
    check(name)?;
    let values = params![name, folded(name), color, before.id.get()];
    let updated = change.conn().execute(UPDATE, values).await;
    updated.map_err(|error| Error::from(error).taken("tag"))?;
    let after = load(change.conn(), before.id).await?;
    event::updated(change, before, &after).await
}

/// Removes a tag in the change, and tells of it.
pub(super) async fn erase(change: &mut Change<'_>, before: &Tag) -> Result<()> {
    const REMOVE: &str = "DELETE FROM tags WHERE id = $1";
    change.conn().execute(REMOVE, params![before.id.get()]).await?;
    event::removed(change, before).await
}

/// The project of a tag, which never changes; 0 for a tag of all projects.
async fn project_of(app: &App, tag: TagId) -> Result<ProjectId> {
    app.read(move |conn| Box::pin(Scope::Tag(tag).find_project(conn))).await
}

/// Changes tags of one project, or those of all (0): the instance's, which only the application may change.
async fn change_in<T, F>(app: &App, actor: &Actor, project: ProjectId, act: F) -> Result<T>
where
    F: for<'a, 'c> FnOnce(&'a mut Change<'c>) -> BoxFuture<'a, Result<T>> + Send + 'static,
    T: Send + 'static,
{
    match actor {
        Actor::Application if project.is_none() => app.change_instance(actor, act).await,
        Actor::Application | Actor::User(_) => {
            app.change(actor, project, Permission::WorkInProject, act).await
        }
    }
}
