//! Keeping, changing and removing a filter.

use kanso_db::params;
use kanso_domain::{CustomFilterId, Permission, ProjectId, text};

use super::{CustomFilter, load};
use crate::change::Change;
use crate::endpoint::check_filter;
use crate::search::LONGEST;
use crate::{Actor, App, Error, Fault, Result};

/// What a filter is to be.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NewFilter {
    /// At most 191 characters.
    pub name: String,
    /// In the search language, at most 10,000 characters.
    pub filter: String,
    /// Whether all who see the project may use it.
    pub is_shared: bool,
    /// Whether choosing it adds to the search that is there.
    pub appends: bool,
}

/// Keeps a search under a name. To share it takes a manager of the project. The application keeps none.
///
/// # Errors
///
/// [`Error::Invalid`] for a name or search that is missing, too long, or that cannot be meant as it is written.
#[crate::use_case]
pub async fn create_filter(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    new: NewFilter,
) -> Result<CustomFilterId> {
    const INSERT: &str = "INSERT INTO custom_filters (project_id, user_id, name, filter, is_shared, appends) \
        VALUES ($1, $2, $3, $4, $5, $6) RETURNING id";
    let me = actor.user_id();
    app.change(actor, project, Permission::ViewProject, move |change| {
        Box::pin(async move {
            new.check(change).await?;
            let (shared, appends) = (i64::from(new.is_shared), i64::from(new.appends));
            let values = params![project.get(), me.get(), new.name, new.filter, shared, appends];
            let (id,) = change.conn().one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
            Ok(id.into())
        })
    })
    .await
}

/// Changes a filter of one's own, or, as a manager of the project, a shared one.
///
/// # Errors
///
/// As [`create_filter`]; [`Error::NotFound`] for one that the actor may not use, [`Error::Forbidden`] for one that
/// they may use but not change.
#[crate::use_case]
pub async fn update_filter(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    filter: CustomFilterId,
    new: NewFilter,
) -> Result<()> {
    const UPDATE: &str =
        "UPDATE custom_filters SET name = $1, filter = $2, is_shared = $3, appends = $4 WHERE id = $5";
    app.change(actor, project, Permission::ViewProject, move |change| {
        Box::pin(async move {
            require_keeper(change, project, filter).await?;
            new.check(change).await?;
            let (shared, appends) = (i64::from(new.is_shared), i64::from(new.appends));
            let values = params![new.name, new.filter, shared, appends, filter.get()];
            change.conn().execute(UPDATE, values).await?;
            Ok(())
        })
    })
    .await
}

/// Removes a filter of one's own, or, as a manager of the project, a shared one.
#[crate::use_case]
pub async fn remove_filter(
    app: &App,
    actor: &Actor,
    project: ProjectId,
    filter: CustomFilterId,
) -> Result<()> {
    const REMOVE: &str = "DELETE FROM custom_filters WHERE id = $1";
    app.change(actor, project, Permission::ViewProject, move |change| {
        Box::pin(async move {
            require_keeper(change, project, filter).await?;
            change.conn().execute(REMOVE, params![filter.get()]).await?;
            Ok(())
        })
    })
    .await
}

/// Refuses who may not change the filter.
async fn require_keeper(change: &mut Change<'_>, project: ProjectId, filter: CustomFilterId) -> Result<()> {
    let me = change.actor().user_id();
    let found: CustomFilter = load(change.conn(), project, filter, me).await?;
    if found.user_id == me { Ok(()) } else { change.require(Permission::ManageProject).await }
}

impl NewFilter {
    async fn check(&self, change: &mut Change<'_>) -> Result<()> {
        let fault = if self.name.is_empty() {
            Fault::Missing("name")
        } else if !text::fits(&self.name, text::NAME) {
            Fault::TooLong("name", text::NAME)
        } else if self.filter.is_empty() {
            Fault::Missing("filter")
        } else if !text::fits(&self.filter, LONGEST) {
            Fault::TooLong("filter", LONGEST)
        } else {
            check_filter(&self.filter, change.settings(), change.now())?;
            if self.is_shared {
                change.require(Permission::ManageProject).await?;
            }
            return Ok(());
        };
        Err(Error::Invalid(fault))
    }
}
