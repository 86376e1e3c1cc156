//! The reader's own feed and calendar, for programs that sign in nowhere.

use axum::extract::State;
use axum::response::{Redirect, Response};
use kanso_core::public::{disable_feeds, enable_feeds, find_feed_token};
use serde::Deserialize;

use super::view::FeedsPage;
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct Switch {
    #[serde(default)]
    off: String,
}

/// `GET /my/feeds`
pub(crate) async fn show(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    let token = find_feed_token(&web.app, &reader.actor).await?;
    let root = &reader.page.root;
    respond::page(&FeedsPage {
        page: &reader.page,
        section: "projects",
        tab: "feeds",
        addresses: token
            .map(|token| [format!("{root}feed/user/{token}"), format!("{root}ical/user/{token}")]),
    })
}

/// `POST /my/feeds`
pub(crate) async fn switch(
    State(web): State<Web>,
    Posted { reader, form }: Posted<Switch>,
) -> Result<Redirect, Fault> {
    let me = reader.actor.user_id();
    if form.off.is_empty() {
        enable_feeds(&web.app, &reader.actor, me).await?;
    } else {
        disable_feeds(&web.app, &reader.actor, me).await?;
    }
    Ok(Redirect::to("/my/feeds"))
}
