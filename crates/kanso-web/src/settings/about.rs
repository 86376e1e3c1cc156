//! What runs here.

use axum::extract::State;
use axum::response::Response;
use kanso_core::about::{Installation, find_installation};

use super::view::AboutPage;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /settings/about`
pub(crate) async fn show(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    let page = &reader.page;
    let Installation { database, bytes, users, projects, tasks } =
        find_installation(&web.app, &reader.actor).await?;
    respond::page(&AboutPage {
        page,
        section: "settings",
        tab: "about",
        version: env!("CARGO_PKG_VERSION"),
        database: database.to_owned(),
        size: page.say("size-megabytes", "size", (bytes + 524_288) / 1_048_576),
        counts: vec![
            (page.text("users"), users),
            (page.text("projects"), projects),
            (page.text("about-tasks"), tasks),
        ],
    })
}
