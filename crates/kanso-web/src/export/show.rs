//! The page that asks what is to be taken out.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::Response;
use kanso_domain::ProjectId;

use super::What;
use crate::fault::Fault;
use crate::page::Page;
use crate::project::frame::Frame;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

/// What can be taken out: its name in forms, its title, and which dates its days are.
struct WhatView {
    value: &'static str,
    title: String,
    days: String,
}

#[derive(Template)]
#[template(path = "export/show.html")]
struct ExportPage<'a> {
    page: &'a Page,
    section: &'a str,
    told: Told,
    frame: Frame,
    all: Vec<WhatView>,
}

/// `GET /project/{project}/exports`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let frame = Frame::load(&web, &reader, project, "exports").await?;
    let page = &reader.page;
    let view = |what: What| {
        let (title, days) = what.texts();
        WhatView { value: what.as_str(), title: page.text(title), days: page.text(days) }
    };
    let all = What::ALL.into_iter().map(view).collect();
    respond::page(&ExportPage { page, section: "", told: Told::default(), frame, all })
}
