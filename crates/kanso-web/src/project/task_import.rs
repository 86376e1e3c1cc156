//! Tasks from a list, looked at before they are made.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::task::{ListedTask, MOST_LISTED, check_task_list, import_task_list};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::frame::Frame;
use super::task_list::{COLUMNS, task};
use crate::csv_file::{Form, Numbered, beginning, download, records};
use crate::fault::{Fault, fault_in_words};
use crate::page::Page;
use crate::posted::Posted;
use crate::profile::view::Choice;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::uploaded::Uploaded;
use crate::web::Web;

/// How large a list may be, in bytes: it is sent twice, the second time in a form.
const MOST_BYTES: usize = 500_000;

/// A line of the list, and what is wrong with it.
struct LineView {
    number: u64,
    title: String,
    column: String,
    assignee: String,
    faults: Vec<String>,
}

#[derive(Template)]
#[template(path = "project/task_import.html")]
struct ImportPage<'a> {
    page: &'a Page,
    section: &'a str,
    frame: Frame,
    told: Told,
    limits: String,
    delimiters: Vec<Choice>,
    enclosures: Vec<Choice>,
    /// The list as it was read; empty before one is sent.
    rows: Vec<LineView>,
    /// The list itself, when nothing is wrong with it.
    accepted: Option<String>,
}

/// `GET /project/{project}/task-import`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&ImportPage::load(&web, &reader, project, &Form::default()).await?)
}

/// `GET /project/{project}/task-import/template`: a list with its heading only.
pub(crate) async fn template(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    Frame::load(&web, &reader, project, "task-import").await?;
    Ok(download("tasks", beginning(&COLUMNS, false)))
}

/// `POST /project/{project}/task-import`: shows what is in the list and what is wrong with it. Nothing is made yet.
pub(crate) async fn look(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Uploaded { reader, fields, files }: Uploaded,
) -> Result<Response, Fault> {
    let value = |name: &str| fields.iter().find(|(field, _)| field == name).map(|(_, value)| value.as_str());
    let form = Form::new(value("delimiter"), value("enclosure"));
    let content = files.into_iter().next().map(|file| file.content).unwrap_or_default();
    let refused = match String::from_utf8(content) {
        Ok(text) if text.len() <= MOST_BYTES => return looked_at(&web, &reader, project, &form, text).await,
        Ok(_) => "task-import-too-large",
        Err(_) => "import-not-utf8",
    };
    let mut page = ImportPage::load(&web, &reader, project, &form).await?;
    page.told.bad = Some(reader.page.text(refused));
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page)
}

#[derive(Deserialize)]
pub(crate) struct Accepted {
    list: String,
    delimiter: String,
    enclosure: String,
}

/// `POST /project/{project}/task-import/all`: makes all tasks of the list that was looked at, or none.
pub(crate) async fn import(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form: Accepted { list, delimiter, enclosure } }: Posted<Accepted>,
) -> Result<Response, Fault> {
    let form = Form::new(Some(&delimiter), Some(&enclosure));
    let tasks = records(&list, &form).iter().map(task).collect();
    match import_task_list(&web.app, &reader.actor, project, tasks).await {
        Ok(_) => Ok(Redirect::to(&format!("/board/{project}")).into_response()),
        Err(Error::Invalid(_)) => looked_at(&web, &reader, project, &form, list).await,
        Err(error) => Err(error.into()),
    }
}

async fn looked_at(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    form: &Form,
    text: String,
) -> Result<Response, Fault> {
    let mut page = ImportPage::load(web, reader, project, form).await?;
    let words = |fault: &CoreFault| fault_in_words(reader.page.locale, fault);
    let lines = records(&text, form);
    let tasks: Vec<ListedTask> = lines.iter().map(task).collect();
    let faults = match check_task_list(&web.app, &reader.actor, project, tasks.clone()).await {
        Ok(faults) => faults,
        Err(Error::Invalid(fault)) => {
            page.told.bad = Some(words(&fault));
            return respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
        }
        Err(error) => return Err(error.into()),
    };
    let row = |((line, task), faults): ((&Numbered, ListedTask), Vec<CoreFault>)| LineView {
        number: line.number,
        title: task.title,
        column: task.column,
        assignee: task.assignee,
        faults: faults.iter().map(words).collect(),
    };
    page.rows = lines.iter().zip(tasks).zip(faults).map(row).collect();
    let bad = page.rows.iter().filter(|row| !row.faults.is_empty()).count();
    let status = if bad == 0 {
        page.accepted = Some(text);
        StatusCode::OK
    } else {
        page.told.bad = Some(reader.page.count("import-bad", i64::try_from(bad).unwrap_or(i64::MAX)));
        StatusCode::UNPROCESSABLE_ENTITY
    };
    respond::page_with(status, &page)
}

impl<'a> ImportPage<'a> {
    async fn load(web: &Web, reader: &'a Reader, project: ProjectId, form: &Form) -> Result<Self, Fault> {
        let page = &reader.page;
        let kilobytes = MOST_BYTES / 1_000;
        Ok(Self {
            page,
            section: "",
            frame: Frame::load(web, reader, project, "task-import").await?,
            told: Told::default(),
            limits: page.locale.with("task-import-limits", &[("lines", &MOST_LISTED), ("size", &kilobytes)]),
            delimiters: form.delimiters(page),
            enclosures: form.enclosures(page),
            rows: Vec::new(),
            accepted: None,
        })
    }
}
