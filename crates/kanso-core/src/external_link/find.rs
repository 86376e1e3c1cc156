//! Reading external links.

use kanso_db::params;
use kanso_domain::{ExternalLinkId, Permission, TaskId};

use super::{ExternalLink, ListedExternalLink};
use crate::{Actor, App, Error, Kind, Result};

/// A link of the task.
#[crate::use_case]
pub async fn find_external_link(
    app: &App,
    actor: &Actor,
    task: TaskId,
    link: ExternalLinkId,
) -> Result<ExternalLink> {
    let find = format!(
        "SELECT {} FROM task_has_external_links WHERE id = $1 AND task_id = $2",
        ExternalLink::COLUMNS
    );
    app.read_in(actor, task, Permission::ViewProject, move |conn, _| {
        Box::pin(async move {
            let found = conn.one(&find, params![link.get(), task.get()]).await?;
            found.ok_or(Error::NotFound(Kind::ExternalLink))
        })
    })
    .await
}

/// The links of a task by title, capitals first.
#[crate::use_case]
pub async fn list_external_links(app: &App, actor: &Actor, task: TaskId) -> Result<Vec<ListedExternalLink>> {
    let list = format!(
        "SELECT {} FROM task_has_external_links l LEFT JOIN users u ON u.id = l.creator_id WHERE l.task_id = $1",
        ListedExternalLink::COLUMNS
    );
    let mut links: Vec<ListedExternalLink> = app
        .read_in(actor, task, Permission::ViewProject, move |conn, _| {
            Box::pin(async move { Ok(conn.all(&list, params![task.get()]).await?) })
        })
        .await?;
    // Here, because the databases do not agree on the order of texts.
    links.sort_by(|a, b| a.title.cmp(&b.title).then(a.id.cmp(&b.id)));
    Ok(links)
}
