//! Who is to be told of an event: what a change needs of the endpoints, and no secrets.

use kanso_db::{Conn, params, row};
use kanso_domain::{EndpointId, Event, EventFilter, EventName, ProjectId, UserId};

use super::filter::TaskFilter;
use super::{Format, Ordering, Sight};
use crate::comment::CommentDetails;
use crate::search::Reader;
use crate::{Error, Result, Settings};

row! {
    struct SubscriberRow {
        id: EndpointId as i64,
        project_id: Option<ProjectId> as Option<i64>,
        format: String,
        events: String,
        filter: String,
        ordering: String,
        owner_id: UserId as i64,
        enabled: i64,
        disabled_reason: String,
    }
}

/// An endpoint as a change sees it.
#[derive(Clone, Debug)]
pub(crate) struct Subscriber {
    pub(crate) id: EndpointId,
    format: Format,
    events: EventFilter,
    /// In the search language; empty for all tasks.
    filter: String,
    owner: UserId,
    sight: Sight,
    pub(crate) ordering: Ordering,
    pub(crate) enabled: bool,
    /// Whether the program switched it off.
    pub(crate) is_disabled: bool,
}

impl Subscriber {
    /// Whether it gets events of this name.
    pub(crate) fn wants(&self, name: EventName) -> bool {
        wants(self.format, &self.events, name)
    }

    /// Whether it may be told of an event, which is about this comment if it is about one.
    pub(crate) fn sees(&self, event: &Event, comment: Option<&CommentDetails>) -> bool {
        self.sight.unseen(event, comment).is_none()
    }

    /// Whether its filter lets the event pass, by the task as it is now, inside the change. What is about no task
    /// passes the empty filter only.
    pub(crate) async fn admits(
        &self,
        conn: &Conn,
        settings: &Settings,
        now: i64,
        event: &Event,
    ) -> Result<bool> {
        if self.filter.is_empty() {
            return Ok(true);
        }
        let reader = Reader { id: self.owner, role: self.sight.role() };
        TaskFilter::read(&self.filter, reader, None, settings, now).admits(conn, event.task()).await
    }
}

/// Kanboard's formats tell only what Kanboard tells, unless a name is asked for by itself.
pub(super) fn wants(format: Format, events: &EventFilter, name: EventName) -> bool {
    events.matches(name) && (!format.is_kanboards() || name.is_kanboards() || events.names(name))
}

/// The endpoints whose scope an event of this project is in, by id. The one of the settings counts while it has an
/// address.
pub(crate) async fn subscribers(conn: &Conn, project: ProjectId) -> Result<Vec<Subscriber>> {
    let find = format!(
        "SELECT {} FROM endpoints WHERE (project_id IS NULL OR project_id = $1) AND url <> '' ORDER BY id",
        SubscriberRow::COLUMNS
    );
    let rows = conn.all::<SubscriberRow>(&find, params![project.get()]).await?;
    rows.into_iter().map(Subscriber::try_from).collect()
}

impl TryFrom<SubscriberRow> for Subscriber {
    type Error = Error;

    fn try_from(row: SubscriberRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            format: row.format.parse()?,
            events: row.events.parse().map_err(|unknown| Error::Stored(format!("{unknown}")))?,
            filter: row.filter,
            owner: row.owner_id,
            sight: Sight::new(row.id, row.project_id),
            ordering: row.ordering.parse()?,
            enabled: row.enabled == 1,
            is_disabled: !row.disabled_reason.is_empty(),
        })
    }
}
