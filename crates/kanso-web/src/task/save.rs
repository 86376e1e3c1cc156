//! Saving the fields of a task.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::tag::list_task_tags;
use kanso_core::task::{TaskPatch, update_task};
use kanso_core::{Conflict, Error};
use kanso_domain::TaskId;

use super::fields::{Fields, clashes};
use super::sheet;
use super::view::{Sheet, TaskForm};
use crate::fault::{Fault, fault_in_words};
use crate::posted::Posted;
use crate::reader::Reader;
use crate::web::Web;

/// `POST /task/{task}`: what is left out of the form stays as it is. `seen` holds the fields that the form was
/// made from.
pub(crate) async fn save(
    State(web): State<Web>,
    Path(id): Path<TaskId>,
    Posted { reader, form: pairs }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let seen = pairs.iter().find(|(name, _)| name == "seen").map_or("", |(_, value)| value);
    let seen: Fields = serde_json::from_str(seen).map_err(|error| Fault::Unreadable(error.to_string()))?;
    let shown = seen.form(&reader.page);
    let own = shown.clone().read(&pairs);
    let patch = match own.patch(&shown, &reader.page) {
        Ok(patch) => TaskPatch { seen: Some(Box::new(seen.patch())), ..patch },
        Err(reason) => return refuse(&web, &reader, id, own, &seen, reason.in_words(&reader.page)).await,
    };
    let tags = tags(&web, &reader, id, &own, &shown).await?;
    match update_task(&web.app, &reader.actor, id, TaskPatch { tags, ..patch }).await {
        Ok(()) => Ok(Redirect::to(&format!("/task/{id}")).into_response()),
        Err(Error::Conflict(Conflict::ChangedMeanwhile)) => show_clash(&web, &reader, id, &own, &shown).await,
        Err(Error::Invalid(fault)) => {
            let words = fault_in_words(reader.page.locale, &fault);
            refuse(&web, &reader, id, own, &seen, words).await
        }
        Err(error) => Err(error.into()),
    }
}

/// The tags that the task gets, if they change.
async fn tags(
    web: &Web,
    reader: &Reader,
    id: TaskId,
    own: &TaskForm,
    shown: &TaskForm,
) -> Result<Option<Vec<String>>, Fault> {
    if own.tags == shown.tags {
        return Ok(None);
    }
    let now: Vec<String> =
        list_task_tags(&web.app, &reader.actor, id).await?.into_iter().map(|tag| tag.name).collect();
    Ok(own.tags_over(shown, &now))
}

/// The sheet again, with what was typed and what is wrong with it.
async fn refuse(
    web: &Web,
    reader: &Reader,
    id: TaskId,
    own: TaskForm,
    seen: &Fields,
    words: String,
) -> Result<Response, Fault> {
    let mut sheet = sheet::load(web, reader, id).await?;
    sheet.form = own;
    sheet.seen = seen.to_json();
    sheet.faults = vec![words];
    sheet::respond(reader, StatusCode::UNPROCESSABLE_ENTITY, sheet)
}

/// Both versions, for the person to choose. The form holds theirs on top of what is stored now, so that saving
/// it is a decision made with open eyes.
async fn show_clash(
    web: &Web,
    reader: &Reader,
    id: TaskId,
    own: &TaskForm,
    shown: &TaskForm,
) -> Result<Response, Fault> {
    let sheet = sheet::load(web, reader, id).await?;
    let merged = own.over(shown, &sheet.form);
    let people: Vec<_> =
        sheet.assignable.iter().map(|choice| (choice.id.into(), choice.name.clone())).collect();
    let categories: Vec<_> =
        sheet.categories.iter().map(|choice| (choice.id, choice.name.as_str())).collect();
    let clash = clashes(&reader.page, &sheet.form, &merged, &people, &categories);
    sheet::respond(reader, StatusCode::CONFLICT, Sheet { form: merged, clash: Some(clash), ..sheet })
}
