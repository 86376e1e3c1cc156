//! The places that webhooks are sent to.
//!
//! Endpoints of the whole installation are the administrators' business, those of one project its managers' too.

mod change;
mod choice;
mod draft;
mod filter;
mod find;
mod follow_settings;
mod format;
mod key;
pub mod notice;
mod outgoing;
mod rotate;
mod sight;
mod store;
mod subscriber;
mod told;
mod unread;
mod unseen;
mod valid;
mod wanted;

use kanso_db::row;
use kanso_domain::{EndpointId, EventFilter, ProjectId, UserId};

use crate::{Error, Result, SecretKey};

pub(crate) use change::switch_off;
pub use change::{create_endpoint, create_endpoint_unseen, remove_endpoint, update_endpoint};
pub use choice::{Header, MASK, Ordering, Retries};
pub use draft::{check_draft, require_endpoint_manager};
pub(crate) use filter::{TaskFilter, check_filter};
pub use find::{find_default_endpoint, find_endpoint, list_endpoints, list_managed_endpoints};
pub(crate) use find::{load_managed, require_managed, require_manager};
pub(crate) use follow_settings::follow_settings;
pub use format::Format;
pub(crate) use key::store_key;
pub use key::{KeyKind, KeyLine, SigningKey};
pub use outgoing::{EventType, Outgoing, Preview, TestResult};
pub use rotate::{LONGEST_OVERLAP, OVERLAP, list_keys, rotate_secret, rotate_secret_unseen};
pub(crate) use sight::{Sight, Unseen};
pub(crate) use subscriber::{Subscriber, subscribers};
pub use unread::count_unread_notices;
pub use unseen::take_unseen_secrets;
pub use wanted::{EndpointPatch, NewEndpoint};

row! {
    #[derive(Clone, Debug)]
    struct EndpointRow {
        id: EndpointId as i64,
        project_id: Option<ProjectId> as Option<i64>,
        name: String,
        url: String,
        token: String,
        format: String,
        events: String,
        filter: String,
        template: String,
        headers: String,
        enabled: i64,
        ordering: String,
        concurrency: i64,
        rate_limit: Option<f64>,
        timeout_ms: i64,
        retries: String,
        owner_id: UserId as i64,
        disabled_reason: String,
        origin: String,
        created_at: i64,
    }
}

/// A place that webhooks are sent to.
#[derive(Clone, Debug, PartialEq)]
pub struct Endpoint {
    /// Its id.
    pub id: EndpointId,
    /// The one project whose events it gets; `None` for all.
    pub project: Option<ProjectId>,
    /// What people call it.
    pub name: String,
    /// Where the webhooks go.
    pub url: String,
    /// Sent as `token` in the query, in Kanboard's formats; empty for none.
    pub token: String,
    /// How the body is made.
    pub format: Format,
    /// Which events it asks for.
    pub events: EventFilter,
    /// Which tasks it asks for, in the search language; empty for all.
    pub filter: String,
    /// The template of [`Format::Template`].
    pub template: String,
    /// What goes with every delivery besides, secrets included.
    pub headers: Vec<Header>,
    /// Whether anything is sent.
    pub enabled: bool,
    /// Which deliveries wait for each other.
    pub ordering: Ordering,
    /// How many attempts are under way at once, from 1.
    pub concurrency: usize,
    /// Attempts a second; `None` for as many as it takes.
    pub rate_limit: Option<f64>,
    /// How long an attempt may take, in milliseconds.
    pub timeout_ms: u64,
    /// For how long a delivery is tried.
    pub retries: Retries,
    /// Who made it and is told when it fails; 0 for the application.
    pub owner: UserId,
    /// Why the program switched it off by itself; empty when it did not.
    pub disabled_reason: String,
    /// Whether it stands for the setting `webhook_url`.
    pub is_of_settings: bool,
    /// When it was made, in Unix seconds.
    pub created_at: i64,
    /// What deliveries are signed with, newest first. Only there when it was read to be sent to.
    pub keys: Vec<SigningKey>,
    /// Whether its headers, or keys of it that were read, were sealed with another secret key: nothing can be sent.
    pub has_lost_secrets: bool,
}

impl Endpoint {
    fn read(row: EndpointRow, secrets: &SecretKey) -> Result<Self> {
        let headers = match row.headers.as_str() {
            "" => Some(Vec::new()),
            sealed => secrets.open(sealed).ok().map(|opened| serde_json::from_str(&opened)).transpose()?,
        };
        Ok(Self {
            id: row.id,
            project: row.project_id,
            name: row.name,
            url: row.url,
            token: row.token,
            format: row.format.parse()?,
            events: row.events.parse().map_err(|unknown| Error::Stored(format!("{unknown}")))?,
            filter: row.filter,
            template: row.template,
            has_lost_secrets: headers.is_none(),
            headers: headers.unwrap_or_default(),
            enabled: row.enabled == 1,
            ordering: row.ordering.parse()?,
            concurrency: usize::try_from(row.concurrency).unwrap_or(1).max(1),
            rate_limit: row.rate_limit,
            timeout_ms: u64::try_from(row.timeout_ms).unwrap_or_default(),
            retries: row.retries.parse()?,
            owner: row.owner_id,
            disabled_reason: row.disabled_reason,
            is_of_settings: row.origin == "settings",
            created_at: row.created_at,
            keys: Vec::new(),
        })
    }

    /// The filter of events that counts: Kanboard's formats tell only what Kanboard tells, unless a name is asked
    /// for by itself.
    pub fn wants(&self, name: kanso_domain::EventName) -> bool {
        subscriber::wants(self.format, &self.events, name)
    }

    /// What it may be told of at all.
    pub(crate) fn sight(&self) -> Sight {
        Sight::new(self.id, self.project)
    }
}
