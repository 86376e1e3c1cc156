//! Making, changing and removing an external link.

use kanso_db::params;
use kanso_domain::external_link::{self, Provider};
use kanso_domain::{ExternalLinkId, Permission, TaskId, text};

use crate::change::Change;
use crate::{Actor, App, Error, Fault, Kind, Result};

/// A link to make.
#[derive(Clone, Debug)]
pub struct NewExternalLink {
    /// The task it starts from.
    pub task: TaskId,
    /// What it leads to; `None` to tell by the address.
    pub provider: Option<Provider>,
    /// The address.
    pub url: String,
    /// What the other thing is to the task, not empty; normally `related`.
    pub dependency: String,
    /// Empty for one made from the address.
    pub title: String,
}

/// New values of a link; `None` keeps the old one.
#[derive(Clone, Debug, Default)]
pub struct ExternalLinkPatch {
    /// Not empty.
    pub title: Option<String>,
    /// The address. What the link leads to stays as it was told.
    pub url: Option<String>,
    /// Not empty.
    pub dependency: Option<String>,
}

/// Links a task to something elsewhere. No network is used: a page's title is made from its address.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused, among them addresses that would run as a script.
#[crate::use_case]
pub async fn create_external_link(app: &App, actor: &Actor, new: NewExternalLink) -> Result<ExternalLinkId> {
    app.change(actor, new.task, Permission::WorkInProject, move |change| {
        Box::pin(async move { create_in(change, &new).await })
    })
    .await
}

/// The same inside a change.
pub(crate) async fn create_in(change: &Change<'_>, new: &NewExternalLink) -> Result<ExternalLinkId> {
    const INSERT: &str = "INSERT INTO task_has_external_links \
        (link_type, dependency, title, url, date_creation, date_modification, task_id, creator_id) \
        VALUES ($1, $2, $3, $4, $5, $5, $6, $7) RETURNING id";
    let NewExternalLink { task, provider, url, dependency, title } = new;
    let provider = provider.or_else(|| Provider::of(url)).ok_or(Error::Invalid(Fault::Unknown("url")))?;
    let title = if title.is_empty() { &provider.title(url) } else { title };
    check_title(title)?;
    check_url(url)?;
    check_dependency(dependency)?;
    let (kind, creator) = (provider.as_str(), change.actor().user_id().get());
    let values = params![kind, dependency, title, url, change.now(), task.get(), creator];
    let (id,) = change.conn().one::<(i64,)>(INSERT, values).await?.unwrap_or_default();
    Ok(id.into())
}

/// Refuses an address that no link is made of by itself.
pub(crate) fn check_address(url: &str) -> Result<()> {
    check_url(url)?;
    Provider::of(url).map(|_| ()).ok_or(Error::Invalid(Fault::Unknown("url")))
}

/// Changes a link of the task.
///
/// # Errors
///
/// [`Error::Invalid`] for values that are refused.
#[crate::use_case]
pub async fn update_external_link(
    app: &App,
    actor: &Actor,
    task: TaskId,
    link: ExternalLinkId,
    patch: ExternalLinkPatch,
) -> Result<()> {
    const UPDATE: &str = "UPDATE task_has_external_links SET title = COALESCE($1, title), \
        url = COALESCE($2, url), dependency = COALESCE($3, dependency), date_modification = $4 \
        WHERE id = $5 AND task_id = $6";
    app.change(actor, task, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let ExternalLinkPatch { title, url, dependency } = patch;
            title.as_deref().map_or(Ok(()), check_title)?;
            url.as_deref().map_or(Ok(()), check_url)?;
            dependency.as_deref().map_or(Ok(()), check_dependency)?;
            let values = params![title, url, dependency, change.now(), link.get(), task.get()];
            let updated = change.conn().execute(UPDATE, values).await?;
            (updated > 0).then_some(()).ok_or(Error::NotFound(Kind::ExternalLink))
        })
    })
    .await
}

/// Removes a link of the task.
#[crate::use_case]
pub async fn remove_external_link(
    app: &App,
    actor: &Actor,
    task: TaskId,
    link: ExternalLinkId,
) -> Result<()> {
    const REMOVE: &str = "DELETE FROM task_has_external_links WHERE id = $1 AND task_id = $2";
    app.change(actor, task, Permission::WorkInProject, move |change| {
        Box::pin(async move {
            let removed = change.conn().execute(REMOVE, params![link.get(), task.get()]).await?;
            (removed > 0).then_some(()).ok_or(Error::NotFound(Kind::ExternalLink))
        })
    })
    .await
}

fn check_title(title: &str) -> Result<()> {
    check_text("title", title, text::TITLE)
}

fn check_url(url: &str) -> Result<()> {
    check_text("url", url, external_link::URL)?;
    external_link::is_address(url).then_some(()).ok_or(Error::Invalid(Fault::Unknown("url")))
}

fn check_dependency(dependency: &str) -> Result<()> {
    check_text("dependency", dependency, external_link::DEPENDENCY)
}

fn check_text(field: &'static str, text: &str, limit: usize) -> Result<()> {
    if text.is_empty() {
        return Err(Error::Invalid(Fault::Missing(field)));
    }
    text::fits(text, limit).then_some(()).ok_or(Error::Invalid(Fault::TooLong(field, limit)))
}
