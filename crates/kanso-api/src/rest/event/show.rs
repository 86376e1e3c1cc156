//! `GET /api/v1/events/{id}`

use axum::Json;
use kanso_core::event::{event_id, find_event};
use serde_json::value::RawValue;

use super::document;
use crate::rest::caller::Caller;
use crate::rest::input::Text;
use crate::rest::problem::{Outcome, Problem};

/// Shows an event by the id that its webhook had.
pub(crate) async fn show(by: Caller, Text(uid): Text) -> Outcome<Json<Box<RawValue>>> {
    let not_found = || Problem::not_found("event");
    let id = event_id(&uid).ok_or_else(not_found)?;
    let event = find_event(&by.app, &by.actor, id).await?;
    // The id of the second name ends in -2.
    let which = uid.strip_prefix(&event.uid()).ok_or_else(not_found)?;
    let place = match which {
        "" => 0,
        "-2" => 1,
        _ => return Err(not_found()),
    };
    let name = event.event.names().nth(place).ok_or_else(not_found)?;
    document(&*by.outgoing, &event, name)?.into_raw().map(Json)
}
