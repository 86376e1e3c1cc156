//! The automatic actions of a project, copying them, and removing, pausing and resuming one.

use axum::extract::{Path, RawQuery, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::action::{Action, copy_actions, list_actions};
use kanso_core::project::list_managed_projects;
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::names::Names;
use super::sentence::Sentence;
use super::view::{ActionView, ActionsPage};
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::Posted;
use crate::profile::view::Choice;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/actions`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, project, told).await?)
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct From {
    from: i64,
}

/// `POST /project/{project}/actions/copy`: says how many it copied, and how many make no sense here.
pub(crate) async fn copy(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<From>,
) -> Result<Response, Fault> {
    let copied = match form.from {
        0 => Err(Error::Invalid(CoreFault::Missing("project"))),
        from => copy_actions(&web.app, &reader.actor, project, from.into()).await,
    };
    let page = &reader.page;
    match copied {
        Ok(copied) => {
            let mut good = page.count("rules-copied", copied.copied);
            if copied.left_out > 0 {
                good = format!("{good} {}", page.count("rules-left-out", copied.left_out));
            }
            let told = Told { good: Some(good), bad: None };
            Ok(respond::page(&load(&web, &reader, project, told).await?).into_response())
        }
        Err(error) => {
            let (status, told) = Told::refused(page, error)?;
            respond::page_with(status, &load(&web, &reader, project, told).await?)
        }
    }
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    project: ProjectId,
    told: Told,
) -> Result<ActionsPage<'a>, Fault> {
    let frame = Frame::load(web, reader, project, "actions").await?;
    let names = Names::load(web, reader, project).await?;
    let actions = list_actions(&web.app, &reader.actor, project).await?;
    let others = list_managed_projects(&web.app, &reader.actor).await?;
    let others = others.into_iter().filter(|other| other.id != project);
    Ok(ActionsPage {
        page: &reader.page,
        section: "",
        frame,
        told,
        actions: actions.iter().map(|action| ActionView::new(&reader.page, &names, action)).collect(),
        others: others.map(|other| Choice::new(other.id.to_string(), other.name, "")).collect(),
    })
}

impl ActionView {
    pub(super) fn new(page: &Page, names: &Names, action: &Action) -> Self {
        Self {
            id: action.id.get(),
            sentence: Sentence::of(page, names, action),
            is_paused: action.paused == 1,
        }
    }
}

/// The page after something was done.
pub(super) fn done(project: ProjectId) -> Redirect {
    Redirect::to(&format!("/project/{project}/actions?done"))
}
