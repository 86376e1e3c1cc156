//! Duplicating a project, and taking over the tasks of another one.

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::project::{
    NewProject, Parts, copy_project, copy_project_privately, import_tasks, list_managed_projects,
};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{ProjectId, text};
use serde::Deserialize;

use super::frame::Frame;
use super::parts::{USUAL, field, parts, wanted};
use super::view::CopyPage;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::refusal::{Told, required};
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/copy`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told, None).await?)
}

/// `POST /project/{project}/copy`
pub(crate) async fn duplicate(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let frame = Frame::load(&web, &reader, project, "copy").await?;
    let (name, parts) = (field(&form, "name").to_owned(), wanted(&form));
    let copied = match required(&name, "name", text::TITLE) {
        Ok(name) => {
            let new = NewProject { name, ..NewProject::default() };
            if frame.is_private() {
                copy_project_privately(&web.app, &reader.actor, project, parts, new).await
            } else {
                copy_project(&web.app, &reader.actor, project, parts, new).await
            }
        }
        Err(error) => Err(error),
    };
    match copied {
        Ok(copy) => Ok(Redirect::to(&format!("/board/{copy}")).into_response()),
        Err(error) => refuse(&web, &reader, project, error, Some((name, parts))).await,
    }
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Import {
    from: i64,
}

/// `POST /project/{project}/import`
pub(crate) async fn import(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Import>,
) -> Result<Response, Fault> {
    let imported = match form.from {
        0 => Err(Error::Invalid(CoreFault::Missing("project"))),
        from => import_tasks(&web.app, &reader.actor, project, from.into()).await,
    };
    match imported {
        Ok(_) => Ok(Redirect::to(&format!("/board/{project}")).into_response()),
        Err(error) => refuse(&web, &reader, project, error, None).await,
    }
}

async fn refuse(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    error: Error,
    typed: Option<(String, Parts)>,
) -> Result<Response, Fault> {
    let (status, told) = Told::refused(&reader.page, error)?;
    respond::page_with(status, &load(web, reader, project, told, typed).await?)
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
    typed: Option<(String, Parts)>,
) -> Result<CopyPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "copy").await?;
    let others = list_managed_projects(&web.app, &reader.actor).await?;
    let page = &reader.page;
    let (name, chosen) = typed.unwrap_or_else(|| (page.say("copy-of", "name", &frame.project.name), USUAL));
    Ok(CopyPage {
        page,
        section: "",
        told,
        name,
        parts: parts(page, chosen),
        others: others.into_iter().filter(|other| other.id != project).collect(),
        frame,
    })
}
