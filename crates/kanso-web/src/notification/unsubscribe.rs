//! The page behind the link that ends mails.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::mail::unsubscribe;

use super::view::UnsubscribePage;
use crate::fault::Fault;
use crate::reader::Visitor;
use crate::respond;
use crate::web::Web;

/// `GET /unsubscribe/{token}`: asks, since programs that look at mails follow links.
pub(crate) async fn show(Path(token): Path<String>, visitor: Visitor) -> Result<Response, Fault> {
    respond::page(&UnsubscribePage { page: &visitor.page, token: &token, is_done: false })
}

/// `POST /unsubscribe/{token}`: the button of the page, or of a mail program (RFC 8058). Who has the link need not be
/// signed in.
pub(crate) async fn end(
    State(web): State<Web>,
    Path(token): Path<String>,
    visitor: Visitor,
) -> Result<Response, Fault> {
    unsubscribe(&web.app, &token).await?;
    respond::page(&UnsubscribePage { page: &visitor.page, token: &token, is_done: true })
}
