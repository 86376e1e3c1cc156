//! The event log, newest first, with what became of each event.

use axum::extract::{Path, Query, State};
use axum::response::Response;
use kanso_core::delivery::{DeliveryFilter, DeliveryLine, list_deliveries};
use kanso_core::endpoint::list_managed_endpoints;
use kanso_core::event::list_recent_events;
use kanso_domain::{EventId, ProjectId};
use serde::Deserialize;

use super::view::{EventView, EventsPage, OutcomeView};
use crate::fault::Fault;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How many events a page lists.
const LISTED: usize = 30;

#[derive(Deserialize)]
pub(crate) struct Part {
    before: Option<EventId>,
}

/// `GET /events`, for administrators.
pub(crate) async fn list(
    State(web): State<Web>,
    Query(part): Query<Part>,
    reader: Reader,
) -> Result<Response, Fault> {
    page(&web, &reader, None, part.before).await
}

/// `GET /project/{project}/events`, for its managers.
pub(crate) async fn list_of_project(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Query(part): Query<Part>,
    reader: Reader,
) -> Result<Response, Fault> {
    page(&web, &reader, Some(project), part.before).await
}

async fn page(
    web: &Web,
    reader: &Reader,
    project: Option<ProjectId>,
    before: Option<EventId>,
) -> Result<Response, Fault> {
    let one_more = i64::try_from(LISTED).unwrap_or(i64::MAX) + 1;
    let mut found = list_recent_events(&web.app, &reader.actor, project, before, one_more).await?;
    let has_older = found.len() > LISTED;
    found.truncate(LISTED);
    let endpoints = list_managed_endpoints(&web.app, &reader.actor, project).await?;
    let mut events = Vec::with_capacity(found.len());
    for event in &found {
        let filter = DeliveryFilter { event: Some(event.id), project, ..DeliveryFilter::default() };
        let mut lines = list_deliveries(&web.app, &reader.actor, filter).await?;
        lines.reverse();
        let outcome = |line: &DeliveryLine| {
            let known = endpoints.iter().find(|endpoint| endpoint.id == line.endpoint_id);
            OutcomeView::of_line(&reader.page, known, line)
        };
        let outcomes = lines.iter().map(outcome).collect();
        events.push(EventView { outcomes, ..EventView::new(&reader.page, event) });
    }
    let path = project.map_or_else(|| "/events".to_owned(), |id| format!("/project/{id}/events"));
    let older = found.last().filter(|_| has_older).map(|last| format!("{path}?before={}", last.id));
    let tabs = match project {
        Some(project) => Some(ProjectTabs::load(web, reader, project, "webhooks").await?),
        None => None,
    };
    respond::page(&EventsPage {
        page: &reader.page,
        section: if project.is_some() { "" } else { "webhooks" },
        tab: "events",
        project: project.map(ProjectId::get),
        project_name: tabs.as_ref().map(|tabs| tabs.name.clone()).unwrap_or_default(),
        tabs,
        events,
        newer: before.map(|_| path),
        older,
    })
}
