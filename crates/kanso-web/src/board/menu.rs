//! The menus of a board, made when they are opened: that of a task, and that of a column.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::board::find_board_columns;
use kanso_core::task::{Order, find_task};
use kanso_core::{Error, Kind};
use kanso_domain::{ColumnId, Permission, ProjectId, TaskId, color};

use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Template)]
#[template(path = "board/menu.html")]
struct TaskMenu<'a> {
    page: &'a Page,
    task: i64,
    /// The reader's own id.
    me: i64,
    may_work: bool,
    is_open: bool,
    color: String,
    colors: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "board/column_menu.html")]
struct ColumnMenu<'a> {
    page: &'a Page,
    project: i64,
    column: i64,
    may_work: bool,
    /// The swimlanes by id and name, if there are several.
    swimlanes: Vec<(i64, String)>,
    orders: Vec<(String, String)>,
}

/// `GET /board/{project}/task/{task}/menu`
pub(crate) async fn of_task(
    State(web): State<Web>,
    Path((project, task)): Path<(ProjectId, TaskId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    let found = find_task(&web.app, &reader.actor, task).await?;
    if found.project_id != project {
        return Err(Error::NotFound(Kind::Task).into());
    }
    let page = &reader.page;
    respond::page(&TaskMenu {
        page,
        task: task.get(),
        me: reader.actor.user_id().get(),
        may_work: may_work(&web, &reader, project).await?,
        is_open: found.is_open(),
        color: found.color_id,
        colors: color::ALL
            .iter()
            .map(|color| (color.id, page.text(&format!("color-{}", color.id))))
            .collect(),
    })
}

/// `GET /board/{project}/column/{column}/menu`
pub(crate) async fn of_column(
    State(web): State<Web>,
    Path((project, column)): Path<(ProjectId, ColumnId)>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (columns, swimlanes) = find_board_columns(&web.app, &reader.actor, project).await?;
    if columns.iter().all(|known| known.id != column) {
        return Err(Error::NotFound(Kind::Column).into());
    }
    let swimlanes = swimlanes.into_iter().map(|swimlane| (swimlane.id.get(), swimlane.name)).collect();
    respond::page(&ColumnMenu {
        page: &reader.page,
        project: project.get(),
        column: column.get(),
        may_work: may_work(&web, &reader, project).await?,
        swimlanes,
        orders: orders(&reader.page),
    })
}

/// The orders of a column, both ways, with their names.
fn orders(page: &Page) -> Vec<(String, String)> {
    let both = |order: Order| {
        let name = page.text(match order {
            Order::Id => "sort-id",
            Order::Priority => "sort-priority",
            Order::AssigneeAndPriority => "sort-assignee-priority",
            Order::Assignee => "sort-assignee",
            Order::Due => "sort-due",
        });
        let id = order.as_str();
        [(id.to_owned(), format!("{name} ↑")), (format!("{id}-desc"), format!("{name} ↓"))]
    };
    Order::ALL.into_iter().flat_map(both).collect()
}

pub(super) async fn may_work(web: &Web, reader: &Reader, project: ProjectId) -> Result<bool, Fault> {
    match web.app.require(&reader.actor, project, Permission::WorkInProject).await {
        Ok(()) => Ok(true),
        Err(Error::Forbidden(_)) => Ok(false),
        Err(error) => Err(error.into()),
    }
}
