//! The page of a report, and its files.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use kanso_core::Error;
use kanso_domain::{Permission, ProjectId};

use super::build::{Report, load};
use super::{Ask, Given, What};
use crate::csv_file::download;
use crate::fault::Fault;
use crate::file::disposition;
use crate::page::Page;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::refusal::Told;
use crate::respond;
use crate::web::Web;

#[derive(Template)]
#[template(path = "report/show.html")]
struct ReportPage<'a> {
    page: &'a Page,
    section: &'a str,
    told: Told,
    tabs: ProjectTabs,
    ask: Ask,
    title: String,
    hint: String,
    /// What to do when there is nothing to tell.
    advice: String,
    /// Nothing when it was refused.
    report: Option<Report>,
    /// HTML; empty without figures.
    picture: String,
}

/// A handler for each report, so that each is a page of its own.
macro_rules! pages {
    ($($name:ident: $what:ident),* $(,)?) => {$(
        #[doc = concat!("`GET /project/{project}/reports/…`: ", stringify!($what))]
        pub(crate) async fn $name(
            State(web): State<Web>,
            Path(project): Path<ProjectId>,
            Query(given): Query<Given>,
            reader: Reader,
        ) -> Result<Response, Fault> {
            answer(&web, &reader, project, What::$what, given).await
        }
    )*};
}

pages! {
    distribution: Distribution,
    assignees: Assignees,
    flow: Flow,
    burndown: Burndown,
    times: Times,
    column_times: ColumnTimes,
    estimates: Estimates,
    column_estimates: ColumnEstimates,
}

async fn answer(
    web: &Web,
    reader: &Reader,
    project: ProjectId,
    what: What,
    given: Given,
) -> Result<Response, Fault> {
    web.app.require(&reader.actor, project, Permission::ManageProject).await?;
    let form = given.form.clone();
    let ask = Ask::new(web, project, what, given);
    let loaded = load(web, reader, &ask).await;
    let tabs = ProjectTabs::load(web, reader, project, "reports").await?;
    let name = format!("{}-{}", tabs.name, what.as_str());
    match (form.as_str(), loaded) {
        ("csv", loaded) => Ok(download(&name, loaded?.table.csv())),
        ("svg", loaded) => Ok(picture_file(&name, &loaded?)),
        (_, Ok(report)) => show(reader, tabs, ask, (StatusCode::OK, Told::default()), Some(report)),
        (_, Err(error)) => show(reader, tabs, ask, Told::refused(&reader.page, error)?, None),
    }
}

fn show(
    reader: &Reader,
    tabs: ProjectTabs,
    ask: Ask,
    (status, told): (StatusCode, Told),
    report: Option<Report>,
) -> Result<Response, Fault> {
    let page = &reader.page;
    let [title, hint, advice] = ask.what.texts().map(|key| page.text(key));
    let picture = report.as_ref().and_then(|report| report.picture.as_ref());
    let picture = picture.map(|picture| picture.in_page()).unwrap_or_default();
    respond::page_with(
        status,
        &ReportPage { page, section: "", told, tabs, ask, title, hint, advice, report, picture },
    )
}

fn picture_file(name: &str, report: &Report) -> Response {
    let Some(picture) = &report.picture else {
        return Fault::Core(Error::NotFound(kanso_core::Kind::File)).into_response();
    };
    let headers = [
        (header::CONTENT_TYPE, "image/svg+xml".to_owned()),
        (header::CONTENT_DISPOSITION, disposition("attachment", &format!("{name}.svg"))),
    ];
    (headers, picture.as_file()).into_response()
}

impl ReportPage<'_> {
    /// The reports there are: where each leads, what it is called, and whether it is open.
    fn menu(&self) -> Vec<(String, String, bool)> {
        let entry = |what: What| {
            let [title, ..] = what.texts();
            (self.ask.href(what, ""), self.page.text(title), what == self.ask.what)
        };
        What::ALL.into_iter().map(entry).collect()
    }
}
