//! A board that everybody may see.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::public::find_public_board;

use super::view::BoardPage;
use crate::fault::Fault;
use crate::reader::Visitor;
use crate::respond;
use crate::web::Web;

/// How often a script looks for news when the setting says nothing, in seconds.
const REFRESH: u32 = 60;

/// `GET /public/board/{token}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(token): Path<String>,
    Visitor { page, .. }: Visitor,
) -> Result<Response, Fault> {
    let board = find_public_board(&web.app, &token).await?;
    let refresh = web.app.settings().get("board_public_refresh_interval").parse().unwrap_or(REFRESH);
    respond::page(&BoardPage::new(&page, &token, refresh, &board))
}
