//! The panel of a task: what stands at its top, and one of its sides below. It opens over the board, or is a page.

use askama::Template;
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::column::list_columns;
use kanso_core::project::find_project;
use kanso_core::task::{Task, find_task};
use kanso_domain::TaskId;

use super::analytics::AnalyticsView;
use super::bulk::BulkView;
use super::create::CreateView;
use super::project::ProjectView;
use super::recurrence::RecurrenceView;
use super::times::TimesView;
use super::transitions::TransitionView;
use super::view::{ActivityView, Sheet};
use crate::fault::Fault;
use crate::file::preview::PreviewView;
use crate::page::Page;
use crate::reader::{Reader, Wants};
use crate::respond;
use crate::web::Web;

/// What stands at the top.
#[derive(Clone, Default)]
pub(crate) struct Head {
    /// 0 for a task that is about to be made.
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) project: i64,
    pub(crate) project_name: String,
    pub(crate) column: i64,
    pub(crate) column_title: String,
    pub(crate) swimlane: i64,
    pub(crate) position: i64,
    pub(crate) is_open: bool,
    /// The side that is shown, by the last part of its address; empty for the task itself.
    pub(crate) tab: &'static str,
}

/// A side of the task.
pub(crate) enum Body {
    Sheet(Box<Sheet>),
    Activity(Vec<ActivityView>),
    Transitions(Vec<TransitionView>),
    Times(TimesView),
    Analytics(AnalyticsView),
    Recurrence(Box<RecurrenceView>),
    Project(Box<ProjectView>),
    Preview(PreviewView),
    Create(Box<CreateView>),
    Bulk(Box<BulkView>),
}

#[derive(Template)]
#[template(path = "task/show.html")]
struct TaskPage<'a> {
    page: &'a Page,
    section: &'a str,
    head: Head,
    body: Body,
}

#[derive(Template)]
#[template(path = "task/panel.html")]
struct TaskFragment<'a> {
    page: &'a Page,
    head: Head,
    body: Body,
}

/// The panel in the form that was asked for.
pub(crate) fn respond(
    reader: &Reader,
    status: StatusCode,
    head: Head,
    body: Body,
) -> Result<Response, Fault> {
    let page = &reader.page;
    match reader.wants {
        Wants::Page | Wants::Data => respond::page_with(status, &TaskPage { page, section: "", head, body }),
        Wants::Fragment => respond::page_with(status, &TaskFragment { page, head, body }),
    }
}

impl Head {
    /// The head of a task that the reader may see.
    pub(crate) async fn load(
        web: &Web,
        reader: &Reader,
        id: TaskId,
        tab: &'static str,
    ) -> Result<Self, Fault> {
        Self::of(web, reader, &find_task(&web.app, &reader.actor, id).await?, tab).await
    }

    /// The head of a task that was read already.
    pub(crate) async fn of(
        web: &Web,
        reader: &Reader,
        task: &Task,
        tab: &'static str,
    ) -> Result<Self, Fault> {
        let (app, actor) = (&web.app, &reader.actor);
        let project = find_project(app, actor, task.project_id).await?;
        let columns = list_columns(app, actor, task.project_id).await?;
        let column = columns.into_iter().find(|column| column.id == task.column_id);
        Ok(Self::new(task, &project.name, column.map(|column| column.title).unwrap_or_default(), tab))
    }

    pub(super) fn new(task: &Task, project_name: &str, column_title: String, tab: &'static str) -> Self {
        Self {
            id: task.id.get(),
            title: task.title.clone(),
            project: task.project_id.get(),
            project_name: project_name.to_owned(),
            column: task.column_id.get(),
            column_title,
            swimlane: task.swimlane_id.get(),
            position: task.position,
            is_open: task.is_open(),
            tab,
        }
    }

    /// The sides of the task: the last part of the address, and what it is called.
    pub(crate) fn tabs(&self, page: &Page) -> [(&'static str, String); 5] {
        [
            ("", page.text("task")),
            ("activity", page.text("activity")),
            ("transitions", page.text("transitions")),
            ("times", page.text("times")),
            ("analytics", page.text("analytics")),
        ]
    }
}
