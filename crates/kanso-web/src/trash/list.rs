//! The removed tasks of a project.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use kanso_core::trash::list_trash;
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::view::{RemovedView, TrashPage};
use crate::fault::Fault;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How many tasks a page lists.
const LISTED: i64 = 30;

#[derive(Deserialize)]
pub(crate) struct Part {
    #[serde(default)]
    skip: i64,
}

/// `GET /project/{project}/trash`, for those who work in it.
pub(crate) async fn list(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(part): Query<Part>,
    reader: Reader,
) -> Result<Response, Fault> {
    let skip = part.skip.max(0);
    let (tasks, all) = list_trash(&web.app, &reader.actor, project, skip, LISTED).await?;
    let link = |skip: i64| format!("/project/{project}/trash?skip={skip}");
    respond::page(&TrashPage {
        page: &reader.page,
        section: "",
        tabs: ProjectTabs::load(&web, &reader, project, "").await?,
        tasks: tasks.into_iter().map(|task| RemovedView::new(&reader.page, task)).collect(),
        newer: (skip > 0).then(|| link((skip - LISTED).max(0))),
        older: (all > skip.saturating_add(LISTED)).then(|| link(skip + LISTED)),
    })
}
