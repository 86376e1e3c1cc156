//! The tags of all projects, which administrators keep.

use kanso_db::params;
use kanso_domain::{Permission, ProjectId, TagId};

use super::{Tag, check, folded, insert, load};
use crate::change::Change;
use crate::{Actor, App, Error, Kind, Result, event};

/// The tags of all projects by name.
#[crate::use_case]
pub async fn list_global_tags(app: &App, actor: &Actor) -> Result<Vec<Tag>> {
    actor.require(Permission::Administrate)?;
    super::list_project_tags(app, &Actor::Application, ProjectId::default()).await
}

/// Adds a tag to all projects.
///
/// # Errors
///
/// [`Error::Invalid`] for a name that is longer than 191 characters or another tag's.
#[crate::use_case]
pub async fn create_global_tag(
    app: &App,
    actor: &Actor,
    name: String,
    color: Option<String>,
) -> Result<TagId> {
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let created = insert(change.conn(), ProjectId::default(), &name, color.as_deref()).await?;
            event::created(change, &created).await?;
            Ok(created.id)
        })
    })
    .await
}

/// Changes name and colour of a tag of all projects; no colour takes the old one away.
///
/// # Errors
///
/// As [`create_global_tag`].
#[crate::use_case]
pub async fn update_global_tag(
    app: &App,
    actor: &Actor,
    tag: TagId,
    name: String,
    color: Option<String>,
) -> Result<()> {
    const UPDATE: &str = "UPDATE tags SET name = $1, folded = $2, color_id = $3 WHERE id = $4";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            check(&name)?;
            let before = load_global(change, tag).await?;
            let updated =
                change.conn().execute(UPDATE, params![&name, folded(&name), color, tag.get()]).await;
            updated.map_err(|error| Error::from(error).taken("tag"))?;
            let after = load(change.conn(), tag).await?;
            event::updated(change, &before, &after).await
        })
    })
    .await
}

/// Removes a tag of all projects, also from the tasks that have it.
#[crate::use_case]
pub async fn remove_global_tag(app: &App, actor: &Actor, tag: TagId) -> Result<()> {
    const REMOVE: &str = "DELETE FROM tags WHERE id = $1";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let before = load_global(change, tag).await?;
            change.conn().execute(REMOVE, params![tag.get()]).await?;
            event::removed(change, &before).await
        })
    })
    .await
}

/// The tag, if it is one of all projects.
async fn load_global(change: &Change<'_>, tag: TagId) -> Result<Tag> {
    let found = load(change.conn(), tag).await?;
    found.project_id.is_none().then_some(found).ok_or(Error::NotFound(Kind::Tag))
}
