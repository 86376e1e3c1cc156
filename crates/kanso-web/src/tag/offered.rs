//! Whether a project offers the tags of all projects.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::project::{ProjectPatch, update_project};
use kanso_domain::ProjectId;
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::Posted;
use crate::web::Web;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Offer {
    enable_global_tags: String,
}

/// `POST /project/{project}/tags/global`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Offer>,
) -> Result<Redirect, Fault> {
    let are_offered = Some(!form.enable_global_tags.is_empty());
    let patch = ProjectPatch { enable_global_tags: are_offered, ..ProjectPatch::default() };
    update_project(&web.app, &reader.actor, project, patch).await?;
    Ok(Redirect::to(&format!("/project/{project}/tags?done")))
}
