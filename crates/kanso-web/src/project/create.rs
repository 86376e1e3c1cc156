//! A new project, empty or like another one.

use axum::extract::{RawQuery, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::project::{
    NewProject, Parts, copy_project, copy_project_privately, create_private_project, create_project,
    list_managed_projects,
};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{Permission, ProjectId};

use super::parts::{USUAL, field, parts, wanted};
use super::view::NewProjectPage;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// What the form says.
struct Typed {
    name: String,
    identifier: String,
    is_personal: bool,
    /// The project to make it like.
    like: Option<ProjectId>,
    parts: Parts,
}

/// `GET /project/new`; with `?personal` for oneself.
pub(crate) async fn show(
    State(web): State<Web>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let is_personal = query.is_some_and(|query| query.split('&').any(|part| part == "personal"));
    let typed =
        Typed { name: String::new(), identifier: String::new(), is_personal, like: None, parts: USUAL };
    form_page(&web, &reader, typed, StatusCode::OK, Told::default()).await
}

/// `POST /project/new`
pub(crate) async fn create(
    State(web): State<Web>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let typed = Typed::read(&form, &reader);
    match found(&web, &reader, &typed).await {
        Ok(project) => Ok(Redirect::to(&format!("/board/{project}")).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            form_page(&web, &reader, typed, status, told).await
        }
    }
}

impl Typed {
    /// Who may not create projects for a team gets a personal one.
    fn read(form: &[(String, String)], reader: &Reader) -> Self {
        Self {
            name: field(form, "name").trim().to_owned(),
            identifier: field(form, "identifier").trim().to_owned(),
            is_personal: field(form, "kind") == "personal" || !may_create_team_projects(reader),
            like: field(form, "like").parse().ok().filter(|like: &ProjectId| !like.is_none()),
            parts: wanted(form),
        }
    }
}

async fn found(web: &Web, reader: &Reader, typed: &Typed) -> Result<ProjectId, Error> {
    if typed.name.is_empty() {
        return Err(Error::Invalid(CoreFault::Missing("name")));
    }
    let identifier = Some(typed.identifier.clone()).filter(|identifier| !identifier.is_empty());
    let new = NewProject { name: typed.name.clone(), identifier, ..NewProject::default() };
    let (app, actor, parts) = (&web.app, &reader.actor, typed.parts);
    match (typed.like, typed.is_personal) {
        (None, false) => create_project(app, actor, new).await,
        (None, true) => create_private_project(app, actor, new).await,
        (Some(like), false) => copy_project(app, actor, like, parts, new).await,
        (Some(like), true) => copy_project_privately(app, actor, like, parts, new).await,
    }
}

fn may_create_team_projects(reader: &Reader) -> bool {
    Permission::CreateTeamProject.is_given_to(reader.actor.application_role(), None)
}

async fn form_page(
    web: &Web,
    reader: &Reader,
    typed: Typed,
    status: StatusCode,
    told: Told,
) -> Result<Response, Fault> {
    let page = NewProjectPage {
        page: &reader.page,
        section: "",
        told,
        columns: web.app.settings().board_columns().join(", "),
        name: typed.name,
        identifier: typed.identifier,
        may_choose_kind: may_create_team_projects(reader),
        is_personal: typed.is_personal,
        like: typed.like.map_or(0, ProjectId::get),
        others: list_managed_projects(&web.app, &reader.actor).await?,
        parts: parts(&reader.page, typed.parts),
    };
    respond::page_with(status, &page)
}
