//! The catalogue: every event there is, its schema, and how it looks in each format.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use kanso_core::endpoint::{EventType, Format, NewEndpoint};

use super::view::{SampleView, TypeGroup, TypePage, TypeView, TypesPage};
use crate::endpoint::{formats, indented, names};
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /events/types`
pub(crate) async fn list(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    let known = web.outgoing.event_types();
    let find = |name: &str| known.iter().find(|kind| kind.name.as_str() == name);
    let groups = names::groups(&reader.page, false, |_| false).into_iter().map(|group| TypeGroup {
        name: group.name,
        types: group
            .events
            .iter()
            .filter_map(|choice| find(choice.name))
            .map(|kind| TypeView::new(&reader.page, kind))
            .collect(),
    });
    respond::page(&TypesPage { page: &reader.page, section: "webhooks", groups: groups.collect() })
}

/// `GET /events/types/{name}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(name): Path<String>,
    reader: Reader,
) -> Result<Response, Fault> {
    let known = web.outgoing.event_types();
    let kind = known.iter().find(|kind| kind.name.as_str() == name);
    let kind = kind.ok_or(Fault::Routing(StatusCode::NOT_FOUND))?;
    let page = &reader.page;
    let samples = Format::ALL.into_iter().filter_map(|format| sample(&web, page, kind, format));
    respond::page(&TypePage {
        page,
        section: "webhooks",
        kind: TypeView::new(page, kind),
        schema: indented(&kind.schema.to_string()),
        samples: samples.collect(),
    })
}

/// How the event looks in a format; none where the format does not tell it.
fn sample(web: &Web, page: &Page, kind: &EventType, format: Format) -> Option<SampleView> {
    let is_told = format != Format::Template && (!format.is_kanboards() || kind.is_kanboards);
    if !is_told {
        return None;
    }
    // Some formats take their topic from the address.
    let url = formats::example(format).to_owned();
    let endpoint = NewEndpoint { format, url, ..NewEndpoint::default() }.draft(page.now);
    let made = web.outgoing.preview_sample(&endpoint, kind.name).ok()?;
    Some(SampleView {
        format: formats::name(page, format),
        content_type: made.content_type,
        body: indented(&made.body),
    })
}

impl TypeView {
    fn new(page: &Page, kind: &EventType) -> Self {
        Self {
            name: kind.name.as_str(),
            title: names::title(page, kind.name),
            described: kind.description,
            is_kanboards: kind.is_kanboards,
        }
    }
}
