//! The page of a board.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::board::find_board;
use kanso_domain::ProjectId;

use super::view::{BoardPage, BoardView, BoardWords};
use crate::fault::Fault;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /board/{project}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let board = find_board(&web.app, &reader.actor, project).await?;
    let page = &reader.page;
    respond::page(&BoardPage {
        page,
        section: "",
        tabs: ProjectTabs::new(&board.project, "board", board.may_manage),
        board: BoardView::new(page, board),
        words: BoardWords::new(page),
    })
}
