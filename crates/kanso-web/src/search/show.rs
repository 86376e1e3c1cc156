//! The page of the search.

use axum::extract::{Query, State};
use axum::response::Response;
use kanso_core::search::{Area, Order, Sort, Wanted, list_found_tasks};
use serde::Deserialize;

use super::columns::columns;
use super::view::{Found, SearchPage, ViewLink};
use crate::address;
use crate::fault::Fault;
use crate::filter::view::FilterBox;
use crate::list::Ask;
use crate::list::ask::Given;
use crate::list::view::TableView;
use crate::page::Page;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// A board of several projects shows no more tasks than this.
const SHOWN: i64 = 500;

#[derive(Deserialize)]
pub(crate) struct Asked {
    /// `board`, or anything else for a table.
    #[serde(default)]
    view: String,
}

/// `GET /search`
pub(crate) async fn show(
    State(web): State<Web>,
    Query(asked): Query<Asked>,
    Query(given): Query<Given>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let query = given.q.clone().unwrap_or_default().trim().to_owned();
    let is_board = asked.view == "board";
    let filter = FilterBox::of_search(&web, page, if is_board { "board" } else { "" }, &query);
    let views = views(page, &query, is_board);
    let found = match () {
        () if query.is_empty() => Found::Nothing,
        () if is_board => board(&web, &reader, &query).await?,
        () => table(&web, &reader, query, &given).await?,
    };
    respond::page(&SearchPage { page, section: "search", filter, views, found })
}

async fn table(web: &Web, reader: &Reader, query: String, given: &Given) -> Result<Found, Fault> {
    let ask = Ask::read(reader, "/search".to_owned(), query, given).await?;
    let area = Area::MyProjects;
    let listed = list_found_tasks(&web.app, &reader.actor, area, &ask.query, ask.wanted()).await?;
    Ok(Found::Table(TableView::new(&reader.page, &ask, listed, true)))
}

async fn board(web: &Web, reader: &Reader, query: &str) -> Result<Found, Fault> {
    let order = Order { by: Sort::Position, is_descending: false };
    let wanted = Wanted { order, limit: SHOWN, ..Wanted::default() };
    let area = Area::MyProjects;
    let listed = list_found_tasks(&web.app, &reader.actor, area, query, wanted).await?;
    let page = &reader.page;
    let cut = (listed.total > SHOWN)
        .then(|| page.locale.with("search-cut", &[("shown", &SHOWN), ("total", &listed.total)]));
    Ok(Found::Board { columns: columns(page, listed.tasks), cut })
}

fn views(page: &Page, query: &str, is_board: bool) -> Vec<ViewLink> {
    let link = |label: String, view: &str, is_shown: bool| ViewLink {
        label,
        href: address::with("/search", &[("view", view), ("q", query)]),
        is_shown,
    };
    let activity = ViewLink {
        label: page.text("activity"),
        href: address::with("/search/activity", &[("q", query)]),
        is_shown: false,
    };
    vec![
        link(page.text("view-list"), "", !is_board),
        link(page.text("view-board"), "board", is_board),
        activity,
    ]
}
