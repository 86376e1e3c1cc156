//! Why an endpoint was not sent an event, or that it was.

use kanso_db::{Conn, params};
use kanso_domain::{EndpointId, EventId, EventName, Permission};

use super::DeliveryLine;
use crate::access::require;
use crate::endpoint::{Unseen, load_managed};
use crate::event::{Logged, load};
use crate::{Actor, App, Error, Kind, Result};

/// What became of an event under one of its names.
#[derive(Clone, Debug)]
pub enum Why {
    /// It happened in another project.
    NotInScope,
    /// It happened before there was the endpoint.
    BeforeEndpoint,
    /// The endpoint does not ask for events of this name, or did not when it happened; or it is so long ago that the
    /// log of deliveries no longer knows.
    NotAskedFor,
    /// It is about the endpoint itself.
    OfItself,
    /// It is about a comment that not everybody in the endpoint's project may read.
    HiddenComment,
    /// There is a delivery, which tells: the latest one.
    Delivery(Box<DeliveryLine>),
}

/// What became of an event for an endpoint under each of its names, for who manages the endpoint.
///
/// # Errors
///
/// [`Kind::Event`] also for an event of another project, or about a comment, that is not the actor's to see.
#[crate::use_case]
pub async fn explain(
    app: &App,
    actor: &Actor,
    endpoint: EndpointId,
    event: EventId,
) -> Result<Vec<(EventName, Why)>> {
    let (actor, secrets) = (actor.clone(), app.secrets().clone());
    app.read(move |conn| {
        Box::pin(async move {
            let endpoint = load_managed(conn, &secrets, &actor, endpoint).await?;
            let logged = load(conn, event).await?;
            if !logged.is_visible_to(actor.application_role()) {
                return Err(Error::NotFound(Kind::Event));
            }
            let names = logged.event.names();
            if endpoint.project.is_some_and(|project| project != logged.project) {
                require_sight(conn, &actor, &logged).await?;
                return Ok(names.map(|name| (name, Why::NotInScope)).collect());
            }
            let known = deliveries(conn, endpoint.id, event).await?;
            let unseen = endpoint.sight().unseen(&logged.event, logged.snapshot.comment.as_deref());
            let why = |name: EventName| {
                let delivery = known.iter().find(|line| line.event_name == name.as_str());
                match (delivery, unseen) {
                    (Some(line), _) => Why::Delivery(Box::new(line.clone())),
                    (None, Some(Unseen::Itself)) => Why::OfItself,
                    (None, Some(Unseen::Hidden)) => Why::HiddenComment,
                    (None, None) if logged.at < endpoint.created_at => Why::BeforeEndpoint,
                    (None, None) => Why::NotAskedFor,
                }
            };
            Ok(names.map(|name| (name, why(name))).collect())
        })
    })
    .await
}

/// Who does not see the event's project does not learn that there is one.
async fn require_sight(conn: &Conn, actor: &Actor, event: &Logged) -> Result<()> {
    if actor.require(Permission::Administrate).is_ok() {
        return Ok(());
    }
    match require(conn, actor, event.project, Permission::ViewProject).await {
        Err(Error::Forbidden(_) | Error::NotFound(_)) => Err(Error::NotFound(Kind::Event)),
        done => done,
    }
}

/// The deliveries of an event to an endpoint, newest first.
async fn deliveries(conn: &Conn, endpoint: EndpointId, event: EventId) -> Result<Vec<DeliveryLine>> {
    let list = format!(
        "SELECT {} FROM deliveries d JOIN events e ON e.id = d.event_id \
         WHERE d.event_id = $1 AND +d.endpoint_id = $2 ORDER BY d.id DESC",
        DeliveryLine::COLUMNS
    );
    Ok(conn.all(&list, params![event.get(), endpoint.get()]).await?)
}
