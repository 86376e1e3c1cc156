//! All open tasks that the reader has.

use axum::extract::{Query, State};
use axum::response::Response;
use kanso_core::dashboard::{TaskOrder, list_my_tasks};
use serde::Deserialize;

use super::pager::{LISTED, Pager, Part};
use super::view::{TaskRow, TasksPage};
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Sorted {
    #[serde(default)]
    sort: String,
}

/// `GET /my/tasks`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(part): Query<Part>,
    Query(sorted): Query<Sorted>,
    reader: Reader,
) -> Result<Response, Fault> {
    let (page, skip) = (&reader.page, part.skip());
    let orders = orders(page);
    let known = orders.iter().find(|(name, ..)| *name == sorted.sort);
    let (name, order) = known.map_or(("due", TaskOrder::Due), |(name, order, _)| (*name, *order));
    let (tasks, all) = list_my_tasks(&web.app, &reader.actor, order, skip, LISTED).await?;
    respond::page(&TasksPage {
        page,
        section: "projects",
        tab: "tasks",
        tasks: tasks.into_iter().map(|task| TaskRow::new(page, task)).collect(),
        pager: Pager::new(&format!("/my/tasks?sort={name}&"), skip, all),
        orders: orders.into_iter().map(|(known, _, words)| (known, words, known == name)).collect(),
    })
}

fn orders(page: &Page) -> [(&'static str, TaskOrder, String); 5] {
    [
        ("due", TaskOrder::Due, page.text("due-date")),
        ("priority", TaskOrder::Priority, page.text("priority")),
        ("project", TaskOrder::Project, page.text("project")),
        ("title", TaskOrder::Title, page.text("title")),
        ("newest", TaskOrder::Newest, page.text("sort-newest")),
    ]
}
