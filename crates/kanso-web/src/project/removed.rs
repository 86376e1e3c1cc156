//! Removed projects: bringing them back, and deleting them for good.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::{Redirect, Response};
use kanso_core::project::{RemovedProject, list_removed_projects, purge_project, restore_project};
use kanso_core::trash::KEPT_DAYS;
use kanso_domain::ProjectId;
use serde::Deserialize;

use crate::fault::Fault;
use crate::page::Page;
use crate::person::Person;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

const DAY: i64 = 24 * 60 * 60;

struct RemovedView {
    id: i64,
    name: String,
    tasks: String,
    removed: String,
    iso: String,
    /// When it is deleted for good.
    until: String,
}

#[derive(Template)]
#[template(path = "project/removed.html")]
struct RemovedPage<'a> {
    page: &'a Page,
    section: &'a str,
    projects: Vec<RemovedView>,
    /// The one that was removed just now: its id, and what is said of it.
    gone: Option<(i64, String)>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    gone: i64,
}

/// `GET /projects/removed`: those that the reader may bring back.
pub(crate) async fn list(
    State(web): State<Web>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let projects = list_removed_projects(&web.app, &reader.actor).await?;
    let gone = projects.iter().find(|project| project.id.get() == asked.gone);
    let gone = gone.map(|project| (asked.gone, page.say("project-is-removed", "project", &project.name)));
    let projects = projects.into_iter().map(|project| RemovedView::new(page, project)).collect();
    respond::page(&RemovedPage { page, section: "projects", projects, gone })
}

/// `POST /projects/removed/{project}/restore`
pub(crate) async fn restore(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    restore_project(&web.app, &reader.actor, project).await?;
    Ok(Redirect::to(&format!("/project/{project}")))
}

/// `POST /projects/removed/{project}/purge`
pub(crate) async fn purge(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    purge_project(&web.app, &reader.actor, project).await?;
    Ok(Redirect::to("/projects/removed"))
}

impl RemovedView {
    fn new(page: &Page, project: RemovedProject) -> Self {
        let who = Person::named(project.by_name.as_deref(), project.username.as_deref());
        let when = page.moment(project.removed_at);
        Self {
            id: project.id.get(),
            name: project.name,
            tasks: page.count("tasks", project.tasks),
            removed: match who {
                Some(who) => page.locale.with("trash-removed-by", &[("when", &when), ("name", &who.name)]),
                None => page.say("trash-removed", "when", when),
            },
            iso: page.iso(project.removed_at),
            until: page.say("trash-until", "date", page.date(project.removed_at + KEPT_DAYS * DAY)),
        }
    }
}
