//! Changing an automatic action or a rule: the form that made it, filled in.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::action::{Action, update_action, update_rule};
use kanso_core::{Error, Kind};
use kanso_domain::{ActionId, ProjectId, Rule};

use super::compose;
use super::create;
use super::fields::Form;
use super::show::find;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/actions/{action}/edit`
pub(crate) async fn show(
    State(web): State<Web>,
    Path((project, action)): Path<(ProjectId, ActionId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    let action = find(&web, &reader, project, action).await?;
    let told = Told::default();
    if let Some(composed) = &action.composed.0 {
        let form = compose::filled(&action, composed);
        return respond::page(&compose::load(&web, &reader, (project, Some(&action)), told, &form).await?);
    }
    let rule = known(&action)?;
    let stored = action.params.0.iter().map(|(name, value)| (name.clone(), value.clone()));
    let form: Form = stored.chain([("event".to_owned(), action.event_name.clone())]).collect();
    respond::page(&create::fill(&web, &reader, (project, Some(action.id)), told, rule, &form).await?)
}

/// `POST /project/{project}/actions/{action}/edit`
pub(crate) async fn save(
    State(web): State<Web>,
    Path((project, action)): Path<(ProjectId, ActionId)>,
    Posted { reader, form }: Posted<Form>,
) -> Result<Response, Fault> {
    let action = find(&web, &reader, project, action).await?;
    match write(&web, &reader, project, &action, &form).await {
        Ok(()) => {
            let path = format!("/project/{project}/actions/{}?done=1", action.id);
            Ok(Redirect::to(&path).into_response())
        }
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            if action.composed.0.is_some() {
                let place = (project, Some(&action));
                return respond::page_with(status, &compose::load(&web, &reader, place, told, &form).await?);
            }
            let (place, rule) = ((project, Some(action.id)), known(&action)?);
            respond::page_with(status, &create::fill(&web, &reader, place, told, rule, &form).await?)
        }
    }
}

async fn write(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    action: &Action,
    form: &Form,
) -> Result<(), Error> {
    if action.composed.0.is_some() {
        return update_rule(&web.app, &reader.actor, action.id, compose::read(project, form)?).await;
    }
    let new = create::read(known(action)?, project, form)?;
    update_action(&web.app, &reader.actor, action.id, new).await
}

/// What the action does, if this version knows it.
fn known(action: &Action) -> Result<Rule, Error> {
    Rule::parse(&action.action_name).ok_or(Error::NotFound(Kind::Action))
}
