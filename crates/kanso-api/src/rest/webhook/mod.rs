//! Webhooks: where events are sent, as the API shows them.

pub(crate) mod create;
pub(crate) mod deliveries;
pub(crate) mod draft;
pub(crate) mod explain;
pub(crate) mod find;
pub(crate) mod health;
pub(crate) mod judge;
pub(crate) mod recover;
pub(crate) mod remove;
pub(crate) mod rotate;
pub(crate) mod test;
pub(crate) mod update;
pub(crate) mod why;

use kanso_core::endpoint::{Endpoint, Header, KeyLine, MASK};
use kanso_domain::{EndpointId, ProjectId};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::time::{at, at_ms};
use super::words::{FormatName, KeyKindName, OrderingName, RetriesName};

/// A place that events are sent to.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Webhook {
    #[schema(value_type = i64)]
    pub(crate) id: EndpointId,
    /// The one project whose events it gets; null for all.
    #[schema(value_type = Option<i64>, required)]
    project_id: Option<ProjectId>,
    name: String,
    url: String,
    /// Whether `token` goes with every delivery, in Kanboard's formats: the mask when there is one, else empty.
    token: String,
    format: FormatName,
    /// Names of events, `task.*`, `!task.update`; none for all.
    events: Vec<String>,
    /// Which tasks, in the search language; empty for all.
    filter: String,
    /// The template of the format `template`.
    template: String,
    headers: Vec<WebhookHeader>,
    enabled: bool,
    ordering: OrderingName,
    /// Attempts under way at once.
    concurrency: usize,
    /// Attempts a second; null for as many as it takes.
    #[schema(required)]
    rate_limit: Option<f64>,
    /// How long an attempt may take, in milliseconds.
    timeout_ms: u64,
    retries: RetriesName,
    /// Why Kanso switched it off by itself; null when it did not.
    #[schema(required)]
    disabled_reason: Option<String>,
    /// Whether it stands for the setting `webhook_url`: then it is changed there.
    of_settings: bool,
    /// The account that made it; 0 for the application.
    owner_id: i64,
    #[schema(format = DateTime)]
    created_at: String,
}

/// A header that goes with every delivery.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct WebhookHeader {
    #[schema(example = "Authorization")]
    pub(crate) name: String,
    /// The mask in place of a secret one; sent back, the mask keeps what is stored.
    pub(crate) value: String,
    /// Whether the value is never shown.
    #[serde(default)]
    pub(crate) secret: bool,
}

/// A key that deliveries are signed with.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Key {
    kind: KeyKindName,
    /// The public half of a `v1a` key, for receivers.
    #[schema(required)]
    public: Option<String>,
    #[schema(format = DateTime)]
    created_at: String,
    /// When it signs no more; null for the one in force.
    #[schema(format = DateTime, required)]
    expires_at: Option<String>,
}

impl From<Endpoint> for Webhook {
    fn from(endpoint: Endpoint) -> Self {
        Self {
            id: endpoint.id,
            project_id: endpoint.project,
            name: endpoint.name,
            url: endpoint.url,
            token: if endpoint.token.is_empty() { String::new() } else { MASK.to_owned() },
            format: FormatName(endpoint.format),
            events: endpoint.events.patterns().collect(),
            filter: endpoint.filter,
            template: endpoint.template,
            headers: endpoint.headers.iter().map(WebhookHeader::masked).collect(),
            enabled: endpoint.enabled,
            ordering: OrderingName(endpoint.ordering),
            concurrency: endpoint.concurrency,
            rate_limit: endpoint.rate_limit,
            timeout_ms: endpoint.timeout_ms,
            retries: RetriesName(endpoint.retries),
            disabled_reason: Some(endpoint.disabled_reason).filter(|reason| !reason.is_empty()),
            of_settings: endpoint.is_of_settings,
            owner_id: endpoint.owner.get(),
            created_at: at(endpoint.created_at),
        }
    }
}

impl WebhookHeader {
    fn masked(header: &Header) -> Self {
        let Header { name, value, secret } = header.masked();
        Self { name, value, secret }
    }
}

impl From<WebhookHeader> for Header {
    fn from(header: WebhookHeader) -> Self {
        Self { name: header.name, value: header.value, secret: header.secret }
    }
}

impl From<KeyLine> for Key {
    fn from(key: KeyLine) -> Self {
        Self {
            kind: KeyKindName(key.kind),
            public: key.public,
            created_at: at_ms(key.created_at_ms),
            expires_at: key.expires_at_ms.map(at_ms),
        }
    }
}
