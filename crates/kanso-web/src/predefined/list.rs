//! The texts that a project keeps ready, and keeping another.

use axum::extract::{Path, RawQuery, State};
use axum::response::{Redirect, Response};
use kanso_core::predefined::{add_description, list_descriptions};
use kanso_core::project::{ProjectPatch, update_project};
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::view::{TextForm, TextsPage};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/texts`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told, TextForm::default()).await?)
}

/// `POST /project/{project}/texts`
pub(crate) async fn add(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<TextForm>,
) -> Result<Response, Fault> {
    let (title, description) = (form.title.trim().to_owned(), form.description.clone());
    let done = add_description(&web.app, &reader.actor, project, title, description).await;
    answer(&reader.page, done, &format!("/project/{project}/texts"), |told| {
        load(&web, &reader, project, told, form)
    })
    .await
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Subjects {
    subjects: String,
}

/// `POST /project/{project}/texts/subjects`
pub(crate) async fn save_subjects(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Subjects>,
) -> Result<Redirect, Fault> {
    let lines = form.subjects.lines().map(str::trim).filter(|line| !line.is_empty());
    let subjects = lines.collect::<Vec<_>>().join("\n");
    let patch = ProjectPatch { email_subjects: Some(subjects), ..ProjectPatch::default() };
    update_project(&web.app, &reader.actor, project, patch).await?;
    Ok(Redirect::to(&format!("/project/{project}/texts?done")))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
    form: TextForm,
) -> Result<TextsPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "texts").await?;
    let texts = list_descriptions(&web.app, &reader.actor, project).await?;
    let subjects = frame.project.predefined_email_subjects.clone().unwrap_or_default();
    Ok(TextsPage { page: &reader.page, section: "", frame, told, texts, form, subjects })
}
