//! Saving the fields of a task.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{TaskPatch, update_task};
use kanso_core::{Conflict, Error};
use kanso_domain::TaskId;
use serde::Deserialize;

use super::fields::{Fields, Unreadable, clashes, one_line_ends};
use super::sheet;
use super::view::{Sheet, TaskForm};
use crate::fault::{Fault, fault_in_words};
use crate::page::Page;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::web::Web;

/// The form as it was sent. What is left out stays as it is.
#[derive(Deserialize)]
pub(crate) struct SaveForm {
    title: Option<String>,
    description: Option<String>,
    color: Option<String>,
    assignee: Option<i64>,
    date_due: Option<String>,
    date_started: Option<String>,
    priority: Option<i64>,
    score: Option<String>,
    reference: Option<String>,
    /// The fields that the form was made from.
    seen: String,
}

/// `POST /task/{task}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(id): Path<TaskId>,
    Posted { reader, form }: Posted<SaveForm>,
) -> Result<Response, Fault> {
    let seen: Fields =
        serde_json::from_str(&form.seen).map_err(|error| Fault::Unreadable(error.to_string()))?;
    let shown = seen.form(&reader.page);
    let own = form.over(&shown);
    let patch = match own.patch(&shown, &reader.page) {
        Ok(patch) => TaskPatch { seen: Some(Box::new(seen.patch())), ..patch },
        Err(reason) => return refuse(&web, &reader, id, own, &seen, reason.in_words(&reader.page)).await,
    };
    match update_task(&web.app, &reader.actor, id, patch).await {
        Ok(()) => Ok(Redirect::to(&format!("/task/{id}")).into_response()),
        Err(Error::Conflict(Conflict::ChangedMeanwhile)) => show_clash(&web, &reader, id, &own, &shown).await,
        Err(Error::Invalid(fault)) => {
            let words = fault_in_words(reader.page.locale, &fault);
            refuse(&web, &reader, id, own, &seen, words).await
        }
        Err(error) => Err(error.into()),
    }
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
    sheet.task.seen = seen.to_json();
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
    let clash = clashes(&reader.page, &sheet.form, &merged, &people);
    sheet::respond(reader, StatusCode::CONFLICT, Sheet { form: merged, clash: Some(clash), ..sheet })
}

impl SaveForm {
    /// The form in full: what was left out is as it was shown.
    fn over(self, shown: &TaskForm) -> TaskForm {
        let text = |own: Option<String>, shown: &String| own.unwrap_or_else(|| shown.clone());
        TaskForm {
            title: text(self.title, &shown.title),
            description: one_line_ends(&text(self.description, &shown.description)),
            color: text(self.color, &shown.color),
            assignee: self.assignee.unwrap_or(shown.assignee),
            date_due: text(self.date_due, &shown.date_due),
            date_started: text(self.date_started, &shown.date_started),
            priority: self.priority.unwrap_or(shown.priority),
            score: text(self.score, &shown.score),
            reference: text(self.reference, &shown.reference),
        }
    }
}

impl Unreadable {
    fn in_words(&self, page: &Page) -> String {
        match self {
            Self::Date(label) => page.say("fault-unreadable", "field", page.text(label)),
            Self::Refused(fault) => fault_in_words(page.locale, fault),
        }
    }
}
