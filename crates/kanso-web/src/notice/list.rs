//! The notices to the reader.

use axum::extract::State;
use axum::response::Response;
use kanso_core::Error;
use kanso_core::endpoint::notice::{Notice, list_notices};
use kanso_core::endpoint::{Endpoint, find_endpoint};

use super::view::{NoticeView, NoticesPage};
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /webhooks/notices`
pub(crate) async fn list(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    let notices = list_notices(&web.app, &reader.actor).await?;
    let endpoints = endpoints_of(&web, &reader, &notices).await?;
    respond::page(&NoticesPage {
        page: &reader.page,
        section: "",
        notices: NoticeView::all(&reader.page, &notices, &endpoints),
    })
}

/// What the reader has not read yet about these endpoints.
pub(crate) async fn unread(
    web: &Web,
    reader: &Reader,
    endpoints: &[Endpoint],
) -> Result<Vec<NoticeView>, Fault> {
    if reader.page.unread == 0 {
        return Ok(Vec::new());
    }
    let mut notices = list_notices(&web.app, &reader.actor).await?;
    notices.retain(|notice| notice.read_at_ms.is_none());
    Ok(NoticeView::all(&reader.page, &notices, endpoints))
}

/// The endpoints that the notices are about, those that the reader still manages.
async fn endpoints_of(web: &Web, reader: &Reader, notices: &[Notice]) -> Result<Vec<Endpoint>, Fault> {
    let mut endpoints: Vec<Endpoint> = Vec::new();
    for notice in notices {
        if endpoints.iter().any(|known| known.id == notice.endpoint) {
            continue;
        }
        match find_endpoint(&web.app, &reader.actor, notice.endpoint).await {
            Ok(endpoint) => endpoints.push(endpoint),
            Err(Error::NotFound(_)) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Ok(endpoints)
}
