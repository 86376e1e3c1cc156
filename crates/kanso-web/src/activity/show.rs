//! What people did in a project, or in all of the reader's projects.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use kanso_core::activity::{Activity, search_activities};
use kanso_core::search::Area;
use kanso_domain::{EventId, ProjectId};
use serde::Deserialize;

use super::view::{ActivityLine, ActivityPage};
use crate::address;
use crate::fault::Fault;
use crate::filter::view::FilterBox;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How many entries a page lists.
const LISTED: i64 = 50;

#[derive(Deserialize)]
pub(crate) struct Asked {
    #[serde(default)]
    q: String,
    /// Only what happened before this event.
    before: Option<EventId>,
}

/// `GET /project/{project}/activity`
pub(crate) async fn of_project(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let tabs = ProjectTabs::load(&web, &reader, project, "activity").await?;
    let path = format!("/project/{project}/activity");
    page(&web, &reader, Area::Project(project), path, &asked, Some(tabs)).await
}

/// `GET /search/activity`
pub(crate) async fn everywhere(
    State(web): State<Web>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    page(&web, &reader, Area::MyProjects, "/search/activity".to_owned(), &asked, None).await
}

async fn page(
    web: &Web,
    reader: &Reader,
    area: Area,
    path: String,
    asked: &Asked,
    tabs: Option<ProjectTabs>,
) -> Result<Response, Fault> {
    let query = asked.q.trim();
    let found = search_activities(&web.app, &reader.actor, area, query, asked.before, LISTED).await?;
    let older = found.last.map(|last| address::with(&path, &[("q", query), ("before", &last.to_string())]));
    let newest = asked.before.map(|_| address::with(&path, &[("q", query)]));
    let line = |activity: &Activity| ActivityLine::new(&reader.page, activity);
    respond::page(&ActivityPage {
        page: &reader.page,
        section: if tabs.is_some() { "" } else { "search" },
        filter: FilterBox::of_activity(web, &reader.page, path, query),
        tabs,
        activities: found.activities.iter().map(line).collect(),
        older,
        newest,
    })
}
