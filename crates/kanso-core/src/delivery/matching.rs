//! What an endpoint would have got, before it is saved.

use std::collections::HashMap;

use kanso_db::{Conn, Param};
use kanso_domain::{EventName, TaskId};

use crate::endpoint::{Endpoint, TaskFilter, check_filter, require_manager};
use crate::event::{EventRow, Logged};
use crate::{Actor, App, Result};

/// The most events that are looked at.
const MOST: i64 = 200;

/// An event under one of its names, and whether an endpoint would be sent it.
#[derive(Clone, Debug)]
pub struct Matched {
    pub event: Logged,
    pub name: EventName,
    /// Whether it is asked for by name, and the filter lets its task pass as it is now.
    pub matches: bool,
}

/// The last events in the scope of an endpoint that may not be saved yet, newest first, each under all its names, and
/// which of them it would get. Comments that the actor may not read are left out. For who manages the scope; `me` in the filter is the owner, of a new endpoint the actor.
///
/// # Errors
///
/// [`Fault::Filter`](crate::Fault::Filter) for a filter that would be refused; [`Error::NotFound`](crate::Error) or
/// [`Error::Forbidden`](crate::Error) for who does not manage the scope.
#[crate::use_case]
pub async fn match_recent(app: &App, actor: &Actor, draft: &Endpoint, limit: i64) -> Result<Vec<Matched>> {
    let (settings, now) = (app.settings(), app.clock().now());
    check_filter(&draft.filter, &settings, now)?;
    let (mut draft, actor) = (draft.clone(), actor.clone());
    if draft.id.is_none() {
        draft.owner = actor.user_id();
    }
    app.read(move |conn| {
        Box::pin(async move {
            require_manager(conn, &actor, draft.project).await?;
            let filter = TaskFilter::of(&draft, &settings, now);
            let sight = draft.sight();
            let (mut known, mut matched) = (HashMap::<TaskId, bool>::new(), Vec::new());
            for event in recent(conn, &draft, limit.clamp(0, MOST)).await? {
                if !event.is_visible_to(actor.application_role()) {
                    continue;
                }
                let is_seen = sight.unseen(&event.event, event.snapshot.comment.as_deref()).is_none();
                let task = event.event.task();
                let admits = match known.get(&task) {
                    Some(admits) => *admits,
                    None => filter.admits(conn, task).await?,
                };
                known.insert(task, admits);
                let names = event.event.names();
                matched.extend(names.map(|name| Matched {
                    event: event.clone(),
                    name,
                    matches: is_seen && admits && draft.wants(name),
                }));
            }
            Ok(matched)
        })
    })
    .await
}

async fn recent(conn: &Conn, draft: &Endpoint, limit: i64) -> Result<Vec<Logged>> {
    let scope = if draft.project.is_some() { "project_id = $2" } else { "1 = 1" };
    let list = format!("SELECT {} FROM events WHERE {scope} ORDER BY id DESC LIMIT $1", EventRow::COLUMNS);
    let mut values = vec![Param::from(limit)];
    values.extend(draft.project.map(|project| Param::from(project.get())));
    let rows: Vec<EventRow> = conn.all(&list, &values).await?;
    rows.into_iter().map(Logged::try_from).collect()
}
