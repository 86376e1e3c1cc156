//! The jobs, and how they went.

use axum::extract::{Query, State};
use axum::response::Response;
use kanso_core::job::list_jobs;

use super::view::{JobLine, JobsPage};
use crate::fault::Fault;
use crate::profile::Done;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /settings/scheduler`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(Done { done }): Query<Done>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let jobs = list_jobs(&web.app, &reader.actor).await?;
    let ran = jobs.iter().find(|listed| listed.job.as_str() == done);
    respond::page(&JobsPage {
        page,
        section: "settings",
        tab: "scheduler",
        notice: ran.map(|ran| JobLine::new(page, ran)),
        lines: jobs.iter().map(|job| JobLine::new(page, job)).collect(),
    })
}
