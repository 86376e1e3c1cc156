//! Reading the delivery log.

use kanso_db::{Conn, Param, params, row};
use kanso_domain::{DeliveryId, EndpointId, EventId, ProjectId, TaskId};

use super::State;
use crate::endpoint::{require_managed, require_manager};
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
        /// What [`Reason::parse`](super::Reason::parse) reads, for one that was never sent.
        pub reason: Option<String> = "d.reason",
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
    /// Never sent.
    pub skipped: i64,
}

/// Which deliveries the log lists.
#[derive(Clone, Debug)]
pub struct DeliveryFilter {
    /// Those to this endpoint.
    pub endpoint: Option<EndpointId>,
    /// Those to endpoints of this project.
    pub project: Option<ProjectId>,
    /// Those of this event.
    pub event: Option<EventId>,
    /// Those in this state.
    pub state: Option<State>,
    /// Those before this one.
    pub before: Option<DeliveryId>,
    /// How many at most.
    pub limit: i64,
}

/// All, 50 at a time.
impl Default for DeliveryFilter {
    fn default() -> Self {
        Self { endpoint: None, project: None, event: None, state: None, before: None, limit: 50 }
    }
}

impl DeliveryFilter {
    /// Whoever manages no installation must say which endpoint or project of theirs they mean.
    async fn require_sight(&self, conn: &Conn, actor: &Actor) -> Result<()> {
        match (self.endpoint, self.project) {
            (Some(endpoint), _) => require_managed(conn, actor, endpoint).await,
            (None, project) => require_manager(conn, actor, project).await,
        }
    }

    /// The conditions on the delivery `d`, and their values.
    fn conditions(&self) -> (String, Vec<Param<'static>>) {
        let conditions = [
            ("d.id < ?", self.before.map(|id| Param::from(id.get()))),
            ("d.endpoint_id = ?", self.endpoint.map(|id| Param::from(id.get()))),
            (
                "d.endpoint_id IN (SELECT p.id FROM endpoints p WHERE p.project_id = ?)",
                self.project.map(|id| Param::from(id.get())),
            ),
            ("d.event_id = ?", self.event.map(|id| Param::from(id.get()))),
            ("d.state = ?", self.state.map(|state| Param::from(state.as_str()))),
        ];
        let mut values = vec![Param::from(self.limit.max(0))];
        let mut sql = "1 = 1".to_owned();
        for (condition, value) in conditions {
            if let Some(value) = value {
                values.push(value);
                sql.push_str(" AND ");
                sql.push_str(&condition.replace('?', &format!("${}", values.len())));
            }
        }
        (sql, values)
    }
}

/// The deliveries that the filter lets pass, newest first.
///
/// # Errors
///
/// [`Error::Forbidden`] for who is no administrator and names neither an endpoint nor a project;
/// [`Error::NotFound`] for one that is not theirs to manage.
#[crate::use_case]
pub async fn list_deliveries(app: &App, actor: &Actor, filter: DeliveryFilter) -> Result<Vec<DeliveryLine>> {
    let actor = actor.clone();
    app.read(move |conn| {
        Box::pin(async move {
            filter.require_sight(conn, &actor).await?;
            let (conditions, values) = filter.conditions();
            let list = format!(
                "SELECT {} FROM deliveries d JOIN events e ON e.id = d.event_id WHERE {conditions} \
                 ORDER BY d.id DESC LIMIT $1",
                DeliveryLine::COLUMNS
            );
            Ok(conn.all(&list, &values).await?)
        })
    })
    .await
}

/// One delivery with its attempts, for who manages its endpoint.
///
/// # Errors
///
/// [`Kind::Delivery`] when it is not there, or is not the actor's to see.
#[crate::use_case]
pub async fn find_delivery(app: &App, actor: &Actor, delivery: DeliveryId) -> Result<DeliveryRecord> {
    let line = format!(
        "SELECT {} FROM deliveries d JOIN events e ON e.id = d.event_id WHERE d.id = $1",
        DeliveryLine::COLUMNS
    );
    let attempts = format!("SELECT {} FROM attempts WHERE delivery_id = $1 ORDER BY id", Attempt::COLUMNS);
    let actor = actor.clone();
    app.read(move |conn| {
        Box::pin(async move {
            const BODY: &str = "SELECT body FROM deliveries WHERE id = $1";
            require_managed_delivery(conn, &actor, delivery).await?;
            let id = delivery.get();
            let line = conn.one(&line, params![id]).await?.ok_or(Error::NotFound(Kind::Delivery))?;
            let body = conn.one::<(Option<String>,)>(BODY, params![id]).await?;
            let attempts = conn.all(&attempts, params![id]).await?;
            Ok(DeliveryRecord { line, body: body.and_then(|(body,)| body), attempts })
        })
    })
    .await
}

/// Refuses who does not manage the endpoint of a delivery; for them it is not there.
pub(super) async fn require_managed_delivery(conn: &Conn, actor: &Actor, delivery: DeliveryId) -> Result<()> {
    const ENDPOINT: &str = "SELECT endpoint_id FROM deliveries WHERE id = $1";
    let not_found = Error::NotFound(Kind::Delivery);
    let found = conn.one::<(i64,)>(ENDPOINT, params![delivery.get()]).await?;
    let (endpoint,) = found.ok_or_else(|| not_found.clone())?;
    match require_managed(conn, actor, endpoint.into()).await {
        Err(Error::NotFound(_)) => Err(not_found),
        done => done,
    }
}

/// How many deliveries are in each state: those to one endpoint, for who manages it, or all, for administrators.
#[crate::use_case]
pub async fn count_deliveries(app: &App, actor: &Actor, endpoint: Option<EndpointId>) -> Result<StateCounts> {
    let actor = actor.clone();
    let counted: Vec<(String, i64)> = app
        .read(move |conn| {
            Box::pin(async move {
                let filter = DeliveryFilter { endpoint, ..DeliveryFilter::default() };
                filter.require_sight(conn, &actor).await?;
                let of = if endpoint.is_some() { "endpoint_id = $1" } else { "$1 = 0" };
                let count = format!("SELECT state, COUNT(*) FROM deliveries WHERE {of} GROUP BY state");
                let of = endpoint.map_or(0, EndpointId::get);
                Ok(conn.all(&count, params![of]).await?)
            })
        })
        .await?;
    let of =
        |state: State| counted.iter().find(|(name, _)| name == state.as_str()).map_or(0, |(_, count)| *count);
    Ok(StateCounts {
        waiting: of(State::Waiting),
        delivered: of(State::Delivered),
        failed: of(State::Failed),
        skipped: of(State::Skipped),
    })
}
