//! One event: what led to it, and what became of it at every endpoint.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::endpoint::{Format, NewEndpoint, list_managed_endpoints};
use kanso_core::event::find_event;
use kanso_domain::{EventId, ProjectId};

use super::causes;
use super::view::{EventPage, EventView};
use super::why::outcomes;
use crate::endpoint::indented;
use crate::fault::Fault;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /events/{event}`, for administrators and for managers of its project.
pub(crate) async fn show(
    State(web): State<Web>,
    Path(event): Path<EventId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let found = find_event(&web.app, &reader.actor, event).await?;
    let project = Some(found.project).filter(|project| !project.is_none());
    let of = project.filter(|_| !reader.actor.is_admin());
    let endpoints = list_managed_endpoints(&web.app, &reader.actor, of).await?;
    let outcomes = outcomes(&web, &reader, &endpoints, event).await?;
    let body = match found.event.names().next() {
        Some(name) => {
            let plain = NewEndpoint { format: Format::Standard, ..NewEndpoint::default() }.draft(0);
            web.outgoing.preview(&plain, name, &found).map(|made| indented(&made.body)).unwrap_or_default()
        }
        None => String::new(),
    };
    let mut causes = causes(&web, &reader, event).await?;
    causes.retain(|cause| cause.event.id != event.get());
    respond::page(&EventPage {
        page: &reader.page,
        section: if of.is_some() { "" } else { "webhooks" },
        project: of.map(ProjectId::get),
        uid: found.uid(),
        event: EventView { outcomes, ..EventView::new(&reader.page, &found) },
        causes,
        body,
    })
}
