//! The menus of a board, made when they are opened: that of a task, and that of a column.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::board::find_board_columns;
use kanso_core::task::{Order, find_task};
use kanso_core::{Error, Kind};
use kanso_domain::{ColumnId, ProjectId, TaskAct, TaskId, color};

use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::respond;
use crate::rights::Rights;
use crate::web::Web;

#[derive(Template)]
#[template(path = "board/menu.html")]
struct TaskMenu<'a> {
    page: &'a Page,
    task: i64,
    /// The reader's own id.
    me: i64,
    may_work: bool,
    may_update: bool,
    may_assign: bool,
    may_move: bool,
    may_copy: bool,
    may_turn: bool,
    may_remove: bool,
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
    may_add: bool,
    may_turn: bool,
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
    let rights = Rights::load(&web, &reader, project).await?;
    let (columns, _) = find_board_columns(&web.app, &reader.actor, project).await?;
    let (here, owner, page) = (found.column_id, found.owner_id, &reader.page);
    respond::page(&TaskMenu {
        page,
        task: task.get(),
        me: reader.actor.user_id().get(),
        may_work: rights.may_work(),
        may_update: rights.may(TaskAct::Update, owner),
        may_assign: rights.may(TaskAct::Update, owner) && rights.may(TaskAct::Assign, owner),
        may_move: columns.iter().any(|to| rights.may_move(here, to.id, owner)),
        may_copy: rights.may(TaskAct::Create(here), owner),
        may_turn: rights.may(TaskAct::OpenOrClose(here), owner),
        may_remove: rights.may_remove(&found),
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
    let rights = Rights::load(&web, &reader, project).await?;
    let swimlanes = swimlanes.into_iter().map(|swimlane| (swimlane.id.get(), swimlane.name)).collect();
    respond::page(&ColumnMenu {
        page: &reader.page,
        project: project.get(),
        column: column.get(),
        may_work: rights.may_work(),
        may_add: rights.may_ever(TaskAct::Create(column)),
        may_turn: rights.may_ever(TaskAct::OpenOrClose(column)),
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
