//! All projects of the reader.

use axum::extract::{Query, State};
use axum::response::Response;
use kanso_core::project::{ProjectSummary, list_project_summaries, list_removed_projects};

use super::pager::{LISTED, Pager, Part};
use super::view::ProjectsPage;
use crate::fault::Fault;
use crate::project::view::{ColumnCount, ProjectView};
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /my/projects`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(part): Query<Part>,
    reader: Reader,
) -> Result<Response, Fault> {
    let size = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    let skip = part.skip();
    let (projects, all) = list_project_summaries(&web.app, &reader.actor, size(skip), size(LISTED)).await?;
    respond::page(&ProjectsPage {
        page: &reader.page,
        section: "projects",
        tab: "projects",
        projects: projects.into_iter().map(ProjectView::from).collect(),
        has_removed: !list_removed_projects(&web.app, &reader.actor).await?.is_empty(),
        pager: Pager::new("/my/projects?", skip, i64::try_from(all).unwrap_or(i64::MAX)),
    })
}

impl From<ProjectSummary> for ProjectView {
    fn from(summary: ProjectSummary) -> Self {
        let columns: Vec<ColumnCount> =
            summary.columns.into_iter().map(|(title, open)| ColumnCount { title, open }).collect();
        Self {
            id: summary.project.id.get(),
            name: summary.project.name,
            open: columns.iter().map(|column| column.open).sum(),
            columns,
        }
    }
}
