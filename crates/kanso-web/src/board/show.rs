//! The page of a board.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use kanso_core::Settings;
use kanso_core::board::{FilteredBoard, find_board, find_filtered_board};
use kanso_domain::ProjectId;
use serde::Deserialize;

use super::view::{BoardPage, BoardView, BoardWords, Folds};
use crate::fault::Fault;
use crate::filter::recall::{USUAL, recall};
use crate::filter::view::FilterBox;
use crate::project::tabs::ProjectTabs;
use crate::reader::{Reader, cookie};
use crate::respond;
use crate::web::Web;

/// How long a task counts as changed lately, in seconds, where no setting says so.
const RECENT: i64 = 2 * 86_400;

/// How often a page asks for news that cannot be told them, in seconds, where no setting says so; 0 for never.
const POLL: i64 = 10;

#[derive(Deserialize)]
pub(crate) struct Asked {
    q: Option<String>,
}

/// `GET /board/{project}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
    reader: Reader,
) -> Result<Response, Fault> {
    let query = recall(&reader, project, asked.q).await?;
    let (board, tags, open) = match query.as_str() {
        USUAL => {
            let (board, tags) = find_board(&web.app, &reader.actor, project).await?;
            (board, tags, None)
        }
        query => {
            let found = find_filtered_board(&web.app, &reader.actor, project, query).await?;
            let FilteredBoard { board, tags, open } = found;
            (board, tags, Some(open))
        }
    };
    let page = &reader.page;
    let folds = Folds::parse(cookie(&headers, &format!("kanso_board_{project}")).unwrap_or_default());
    respond::page(&BoardPage {
        page,
        section: "",
        poll: web.app.settings().get("board_private_refresh_interval").parse().unwrap_or(POLL),
        tabs: ProjectTabs::new(&board.project, "board", board.may_manage),
        filter: FilterBox::of_project(&web, page, project, "board", &query),
        board: BoardView::new(page, recent(&web.app.settings()), folds, board, &tags, open.as_ref()),
        words: BoardWords::new(page),
    })
}

/// How long a task counts as changed lately, in seconds.
pub(super) fn recent(settings: &Settings) -> i64 {
    settings.get("board_highlight_period").parse().unwrap_or(RECENT)
}
