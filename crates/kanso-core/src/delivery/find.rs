//! Reading the delivery log.

use kanso_db::{params, row};
use kanso_domain::{DeliveryId, EndpointId, Permission, TaskId};

use super::State;
use crate::{Actor, App, Error, Kind, Result};

row! {
    /// A delivery in the log.
    #[derive(Clone, Debug)]
    pub struct DeliveryLine {
        pub id: DeliveryId as i64 = "d.id",
        pub endpoint_id: EndpointId as i64 = "d.endpoint_id",
        pub event_id: i64 = "d.event_id",
        pub event_name: String = "d.event_name",
        pub message_id: String = "d.message_id",
        /// What [`State::parse`] reads.
        pub state: String = "d.state",
        /// `event`, or `manual` for one that a person asked for.
        pub cause: String = "d.cause",
        /// The delivery that a manual one repeats.
        pub repeats: Option<DeliveryId> as Option<i64> = "d.repeats",
        pub attempts: i64 = "d.attempts",
        pub due_at_ms: i64 = "d.due_at_ms",
        pub created_at_ms: i64 = "d.created_at_ms",
        pub settled_at_ms: Option<i64> = "d.settled_at_ms",
        pub project_id: i64 = "e.project_id",
        pub task_id: TaskId as i64 = "e.task_id",
        /// The status of the last answer.
        pub status: Option<i64> = "(SELECT a.status FROM attempts a WHERE a.delivery_id = d.id ORDER BY a.id DESC LIMIT 1)",
        /// Why the last attempt failed.
        pub error: Option<String> = "(SELECT a.error FROM attempts a WHERE a.delivery_id = d.id ORDER BY a.id DESC LIMIT 1)",
    }
}

row! {
    /// One attempt of a delivery.
    #[derive(Clone, Debug)]
    pub struct Attempt {
        pub number: i64,
        pub started_at_ms: i64,
        pub duration_ms: i64,
        /// Request line and headers, the token redacted.
        pub request: String,
        pub status: Option<i64>,
        /// The beginning of the answer's body.
        pub answer: Option<String>,
        /// Why it failed, in words.
        pub error: Option<String>,
    }
}

/// A delivery with all that is known of it.
#[derive(Clone, Debug)]
pub struct DeliveryRecord {
    /// As the log lists it.
    pub line: DeliveryLine,
    /// What was sent, once there was an attempt.
    pub body: Option<String>,
    /// Oldest first.
    pub attempts: Vec<Attempt>,
}

/// How many deliveries are in each state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StateCounts {
    /// To be sent.
    pub waiting: i64,
    /// Taken by the receiver.
    pub delivered: i64,
    /// Given up.
    pub failed: i64,
}

/// The deliveries in one state or all, newest first, at most `limit`, those before `before`.
pub async fn list_deliveries(
    app: &App,
    actor: &Actor,
    state: Option<State>,
    before: Option<DeliveryId>,
    limit: i64,
) -> Result<Vec<DeliveryLine>> {
    actor.require(Permission::Administrate)?;
    let list = format!(
        "SELECT {} FROM deliveries d JOIN events e ON e.id = d.event_id \
         WHERE d.id < $1 AND ($2 = '' OR d.state = $2) ORDER BY d.id DESC LIMIT $3",
        DeliveryLine::COLUMNS
    );
    let before = before.map_or(i64::MAX, DeliveryId::get);
    let state = state.map_or("", State::as_str);
    app.read(move |conn| Box::pin(async move { Ok(conn.all(&list, params![before, state, limit]).await?) }))
        .await
}

/// One delivery with its attempts.
pub async fn find_delivery(app: &App, actor: &Actor, delivery: DeliveryId) -> Result<DeliveryRecord> {
    actor.require(Permission::Administrate)?;
    let line = format!(
        "SELECT {} FROM deliveries d JOIN events e ON e.id = d.event_id WHERE d.id = $1",
        DeliveryLine::COLUMNS
    );
    let attempts = format!("SELECT {} FROM attempts WHERE delivery_id = $1 ORDER BY id", Attempt::COLUMNS);
    app.read(move |conn| {
        Box::pin(async move {
            const BODY: &str = "SELECT body FROM deliveries WHERE id = $1";
            let id = delivery.get();
            let line = conn.one(&line, params![id]).await?.ok_or(Error::NotFound(Kind::Delivery))?;
            let body = conn.one::<(Option<String>,)>(BODY, params![id]).await?;
            let attempts = conn.all(&attempts, params![id]).await?;
            Ok(DeliveryRecord { line, body: body.and_then(|(body,)| body), attempts })
        })
    })
    .await
}

/// How many deliveries are in each state.
pub async fn count_deliveries(app: &App, actor: &Actor) -> Result<StateCounts> {
    const COUNT: &str = "SELECT state, COUNT(*) FROM deliveries GROUP BY state";
    actor.require(Permission::Administrate)?;
    let counted: Vec<(String, i64)> =
        app.read(|conn| Box::pin(async move { Ok(conn.all(COUNT, &[]).await?) })).await?;
    let of =
        |state: State| counted.iter().find(|(name, _)| name == state.as_str()).map_or(0, |(_, count)| *count);
    Ok(StateCounts {
        waiting: of(State::Waiting),
        delivered: of(State::Delivered),
        failed: of(State::Failed),
    })
}
