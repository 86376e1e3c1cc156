//! The list.

use axum::extract::{Query, State};
use axum::response::Response;
use kanso_core::notification::{count_unread_notifications, list_notifications};
use serde::Deserialize;

use super::view::{NotificationLine, NotificationsPage};
use crate::address;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How many a page lists.
const LISTED: usize = 50;

#[derive(Deserialize)]
pub(crate) struct Asked {
    /// Also what was read.
    #[serde(default)]
    all: bool,
    /// Only what is older than this one.
    before: Option<i64>,
}

/// `GET /notifications`
pub(crate) async fn list(
    State(web): State<Web>,
    Query(asked): Query<Asked>,
    reader: Reader,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let found = list_notifications(&web.app, &reader.actor, !asked.all, asked.before, LISTED).await?;
    let all = if asked.all { "true" } else { "false" };
    let link =
        |before: i64| address::with("/notifications", &[("all", all), ("before", &before.to_string())]);
    respond::page(&NotificationsPage {
        page,
        section: "notifications",
        is_all: asked.all,
        last: found.notifications.iter().find(|told| !told.is_read).map(|told| told.id),
        lines: found.notifications.iter().map(|told| NotificationLine::new(page, told)).collect(),
        older: found.next.map(link),
        newest: asked.before.map(|_| address::with("/notifications", &[("all", all)])),
        is_told: reader.profile.notifications_enabled == 1,
    })
}

/// `GET /notifications/count`: how many are unread, for the bell of a page that is open.
pub(crate) async fn count(State(web): State<Web>, reader: Reader) -> Result<String, Fault> {
    Ok(count_unread_notifications(&web.app, &reader.actor).await?.to_string())
}
