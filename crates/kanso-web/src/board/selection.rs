//! The bar of the tasks that are selected on a board.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::board::find_board_columns;
use kanso_core::{category, project, tag};
use kanso_domain::{ColumnId, ProjectId, TaskAct, color};

use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::respond;
use crate::rights::Rights;
use crate::web::Web;

/// What can be done with several tasks at once, and the choices for it.
#[derive(Template)]
#[template(path = "board/selection.html")]
pub(crate) struct SelectionBar<'a> {
    page: &'a Page,
    pub(crate) project: i64,
    /// Those that tasks may be moved to.
    pub(crate) columns: Vec<(i64, String)>,
    pub(crate) swimlanes: Vec<(i64, String)>,
    pub(crate) assignable: Vec<(i64, String)>,
    pub(crate) categories: Vec<(i64, String)>,
    pub(crate) priorities: Vec<i64>,
    pub(crate) tags: Vec<String>,
    pub(crate) colors: Vec<(&'static str, String)>,
    pub(crate) may_update: bool,
    pub(crate) may_assign: bool,
    pub(crate) may_close: bool,
}

/// `GET /board/{project}/selection`
pub(crate) async fn bar(
    State(web): State<Web>,
    Path(id): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&SelectionBar::load(&web, &reader, id).await?)
}

impl<'a> SelectionBar<'a> {
    /// The choices of a project.
    pub(crate) async fn load(web: &Web, reader: &'a Reader, id: ProjectId) -> Result<Self, Fault> {
        let (app, actor, page) = (&web.app, &reader.actor, &reader.page);
        let rights = Rights::load(web, reader, id).await?;
        let ((columns, swimlanes), assignable, categories, tags, project) = tokio::try_join!(
            find_board_columns(app, actor, id),
            project::list_assignable_users(app, actor, id),
            category::list_categories(app, actor, id),
            tag::list_project_tags(app, actor, id),
            project::find_project(app, actor, id),
        )?;
        let reached =
            |to: ColumnId| columns.iter().any(|from| rights.may_ever(TaskAct::Move { from: from.id, to }));
        let reached = columns.iter().filter(|to| reached(to.id));
        Ok(Self {
            page,
            project: id.get(),
            columns: reached.map(|column| (column.id.get(), column.title.clone())).collect(),
            may_update: rights.may_ever(TaskAct::Update),
            may_assign: rights.may_ever(TaskAct::Update) && rights.may_ever(TaskAct::Assign),
            may_close: columns.iter().any(|column| rights.may_ever(TaskAct::OpenOrClose(column.id))),
            swimlanes: swimlanes.into_iter().map(|swimlane| (swimlane.id.get(), swimlane.name)).collect(),
            assignable: assignable.into_iter().map(|(id, name)| (id.get(), name)).collect(),
            categories: categories.into_iter().map(|category| (category.id.get(), category.name)).collect(),
            priorities: (project.priority_start..=project.priority_end).take(100).collect(),
            tags: tags.into_iter().map(|tag| tag.name).collect(),
            colors: color::ALL
                .iter()
                .map(|color| (color.id, page.text(&format!("color-{}", color.id))))
                .collect(),
        })
    }
}
