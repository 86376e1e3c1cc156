//! The tags of all projects, which administrators keep.

use kanso_domain::{Permission, ProjectId, TagId};

use super::change::{add, alter, erase};
use super::{Tag, load};
use crate::change::Change;
use crate::{Actor, App, Error, Kind, Result};

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
        Box::pin(async move { add(change, ProjectId::default(), &name, color.as_deref()).await })
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
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let before = load_global(change, tag).await?;
            alter(change, &before, &name, color.as_deref()).await
        })
    })
    .await
}

/// Removes a tag of all projects, also from the tasks that have it.
#[crate::use_case]
pub async fn remove_global_tag(app: &App, actor: &Actor, tag: TagId) -> Result<()> {
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let before = load_global(change, tag).await?;
            erase(change, &before).await
        })
    })
    .await
}

/// The tag, if it is one of all projects.
async fn load_global(change: &Change<'_>, tag: TagId) -> Result<Tag> {
    let found = load(change.conn(), tag).await?;
    found.project_id.is_none().then_some(found).ok_or(Error::NotFound(Kind::Tag))
}
