//! A new project.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::project::{NewProject, create_private_project, create_project};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::Permission;
use serde::Deserialize;

use super::view::NewProjectPage;
use crate::fault::{Fault, conflict_in_words, fault_in_words};
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct ProjectForm {
    name: String,
    #[serde(default)]
    kind: String,
}

/// `GET /project/new`
pub(crate) async fn show(reader: Reader) -> Result<Response, Fault> {
    respond::page(&form_page(&reader, &ProjectForm { name: String::new(), kind: String::new() }, None))
}

/// `POST /project/new`
pub(crate) async fn create(
    State(web): State<Web>,
    Posted { reader, form }: Posted<ProjectForm>,
) -> Result<Response, Fault> {
    let new = NewProject { name: form.name.trim().to_owned(), ..NewProject::default() };
    let is_team = may_create_team_projects(&reader) && form.kind != "personal";
    let created = match is_team {
        _ if new.name.is_empty() => Err(Error::Invalid(CoreFault::Missing("name"))),
        true => create_project(&web.app, &reader.actor, new).await,
        false => create_private_project(&web.app, &reader.actor, new).await,
    };
    let fault = match created {
        Ok(project) => return Ok(Redirect::to(&format!("/board/{project}")).into_response()),
        Err(Error::Invalid(fault)) => fault_in_words(reader.page.locale, &fault),
        Err(Error::Conflict(conflict)) => conflict_in_words(reader.page.locale, &conflict),
        Err(error) => return Err(error.into()),
    };
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &form_page(&reader, &form, Some(fault)))
}

fn may_create_team_projects(reader: &Reader) -> bool {
    Permission::CreateTeamProject.is_given_to(reader.actor.application_role(), None)
}

fn form_page<'a>(reader: &'a Reader, form: &ProjectForm, fault: Option<String>) -> NewProjectPage<'a> {
    NewProjectPage {
        page: &reader.page,
        section: "",
        name: form.name.clone(),
        fault,
        may_choose_kind: may_create_team_projects(reader),
        is_personal: form.kind == "personal",
    }
}
