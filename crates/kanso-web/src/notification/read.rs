//! Marking what was read.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::notification::{read_all_notifications, read_notification};
use serde::Deserialize;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct UpTo {
    last: i64,
}

/// `POST /notifications/{notification}/read`: and there it leads.
pub(crate) async fn read(
    State(web): State<Web>,
    Path(notification): Path<i64>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let task = read_notification(&web.app, &reader.actor, notification).await?;
    Ok(Redirect::to(&format!("/task/{task}")))
}

/// `POST /notifications/read`: all that the page showed, and what is older.
pub(crate) async fn read_all(
    State(web): State<Web>,
    Posted { reader, form }: Posted<UpTo>,
) -> Result<Redirect, Fault> {
    read_all_notifications(&web.app, &reader.actor, form.last).await?;
    Ok(Redirect::to("/notifications"))
}
