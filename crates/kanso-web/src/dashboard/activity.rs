//! What happened in the reader's projects.

use axum::extract::State;
use axum::response::Response;
use kanso_core::activity::list_my_activities;

use super::view::ActivityPage;
use crate::activity::view::ActivityLine;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How many activities are listed, as in Kanboard.
const LISTED: usize = 100;

/// `GET /my/activity`
pub(crate) async fn list(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    let activities = list_my_activities(&web.app, &reader.actor, LISTED).await?;
    respond::page(&ActivityPage {
        page: &reader.page,
        section: "projects",
        tab: "activity",
        activities: activities.iter().map(|activity| ActivityLine::new(&reader.page, activity)).collect(),
    })
}
