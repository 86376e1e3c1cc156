//! Tasks that come back on days of the calendar.

mod form;
mod words;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::recurrence::{Recurrence, end_recurrence, find_recurrence, set_recurrence};
use kanso_domain::TaskId;

use super::recurrence;
use crate::fault::Fault;
use crate::page::Page;
use crate::posted::{Nothing, Posted};
use crate::profile::view::Choice;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::web::Web;

/// What a form sends: names and values.
pub(super) type Form = Vec<(String, String)>;

/// How many of the next days are shown.
const SHOWN: usize = 3;

/// How a task comes back, and the form to change that.
pub(crate) struct SeriesView {
    /// In words; `None` when it does not come back.
    pub(crate) sentence: Option<String>,
    /// The next days, nearest first.
    pub(crate) next: Vec<String>,
    /// Why something was not saved.
    pub(crate) fault: Option<String>,
    pub(crate) interval: String,
    pub(crate) units: Vec<Choice>,
    pub(crate) weekdays: Vec<Choice>,
    pub(crate) month_day: String,
    pub(crate) nths: Vec<Choice>,
    pub(crate) month_weekdays: Vec<Choice>,
    pub(crate) begins: String,
    pub(crate) ends: Vec<Choice>,
    pub(crate) count: String,
    pub(crate) until: String,
}

/// `POST /task/{task}/series`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, form }: Posted<Form>,
) -> Result<Response, Fault> {
    let saved = match form::read(&form, today(&reader.page)) {
        Ok((rule, begins_on)) => set_recurrence(&web.app, &reader.actor, task, rule, begins_on).await,
        Err(error) => Err(error),
    };
    match saved {
        Ok(_) => Ok(Redirect::to(&format!("/task/{task}/recurrence")).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            recurrence::page(&web, &reader, task, status, Some((&form, told.bad))).await
        }
    }
}

/// `POST /task/{task}/series/end`
pub(crate) async fn end(
    State(web): State<Web>,
    Path(task): Path<TaskId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Response, Fault> {
    match end_recurrence(&web.app, &reader.actor, task).await {
        Ok(()) => Ok(Redirect::to(&format!("/task/{task}/recurrence")).into_response()),
        Err(error) => {
            let (status, told) = Told::refused(&reader.page, error)?;
            let none = Form::new();
            recurrence::page(&web, &reader, task, status, Some((&none, told.bad))).await
        }
    }
}

impl SeriesView {
    /// As it is stored, or as somebody filled the form in before it was refused.
    pub(super) async fn load(
        web: &Web,
        reader: &Reader,
        task: TaskId,
        refused: Option<(&Form, Option<String>)>,
    ) -> Result<Self, Fault> {
        let page = &reader.page;
        let stored = find_recurrence(&web.app, &reader.actor, task).await?;
        let own = stored.as_ref().map_or_else(|| form::usual(today(page)), form::filled);
        let (typed, fault) = refused.unwrap_or((&own, None));
        let typed = if typed.is_empty() { &own } else { typed };
        let view = form::view(page, typed);
        Ok(Self {
            sentence: stored.as_ref().map(|stored| words::sentence(page, stored)),
            next: stored.as_ref().map(|stored| next_days(page, stored)).unwrap_or_default(),
            fault,
            ..view
        })
    }
}

fn next_days(page: &Page, stored: &Recurrence) -> Vec<String> {
    let Some(next) = stored.next_on else { return Vec::new() };
    let days = stored.rule.days(stored.begins_on).skip_while(|day| *day < next);
    days.take(SHOWN).map(|day| page.day(day)).collect()
}

fn today(page: &Page) -> jiff::civil::Date {
    page.civil(page.now).date()
}
