//! My projects.

use axum::extract::State;
use axum::response::Response;
use kanso_core::project::{self, ProjectSummary};

use super::view::{ColumnCount, ProjectView, ProjectsPage};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// The page behind `/`.
pub(crate) async fn list(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    let summaries = project::list_project_summaries(&web.app, &reader.actor).await?;
    let projects = summaries.into_iter().map(ProjectView::from).collect();
    respond::page(&ProjectsPage { page: &reader.page, section: "projects", projects })
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
