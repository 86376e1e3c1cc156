//! Doing a job now.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Redirect;
use kanso_core::job::{Job, run_job};

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /settings/scheduler/{job}/run`
pub(crate) async fn run(
    State(web): State<Web>,
    Path(name): Path<String>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let job = Job::parse(&name).ok_or(Fault::Routing(StatusCode::NOT_FOUND))?;
    run_job(&web.app, &reader.actor, job).await?;
    Ok(Redirect::to(&format!("/settings/scheduler?done={}", job.as_str())))
}
