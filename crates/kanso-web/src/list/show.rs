//! The page that lists the tasks of a project.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use kanso_core::search::{Area, list_found_tasks};
use kanso_domain::{Permission, ProjectId};

use super::Ask;
use super::ask::Given;
use super::view::{ListPage, TableView};
use crate::board::selection::SelectionBar;
use crate::fault::Fault;
use crate::filter::recall;
use crate::filter::view::FilterBox;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /project/{project}/list`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(given): Query<Given>,
    reader: Reader,
) -> Result<Response, Fault> {
    let query = recall(&reader, project, given.q.clone()).await?;
    let ask = Ask::read(&reader, format!("/project/{project}/list"), query, &given).await?;
    let area = Area::Project(project);
    let listed = list_found_tasks(&web.app, &reader.actor, area, &ask.query, ask.wanted()).await?;
    let page = &reader.page;
    let may_work = web.app.require(&reader.actor, project, Permission::WorkInProject).await.is_ok();
    let has_bulk = may_work && !listed.tasks.is_empty();
    let bulk = if has_bulk { Some(SelectionBar::load(&web, &reader, project).await?) } else { None };
    respond::page(&ListPage {
        page,
        section: "",
        tabs: ProjectTabs::load(&web, &reader, project, "list").await?,
        filter: FilterBox::of_project(&web, page, project, "list", &ask.query),
        table: TableView { has_ticks: bulk.is_some(), ..TableView::new(page, &ask, listed, false) },
        bulk,
        here: ask.href(),
    })
}
