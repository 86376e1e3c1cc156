//! What people want of an endpoint, before it is stored.

use kanso_domain::{EndpointId, EventFilter, ProjectId, UserId};

use super::{Endpoint, Format, Header, MASK, Ordering, Retries};

/// What a new endpoint is to be.
#[derive(Clone, Debug)]
pub struct NewEndpoint {
    pub project: Option<ProjectId>,
    pub name: String,
    pub url: String,
    pub token: String,
    pub format: Format,
    pub events: EventFilter,
    pub filter: String,
    pub template: String,
    pub headers: Vec<Header>,
    pub enabled: bool,
    pub ordering: Ordering,
    pub concurrency: usize,
    pub rate_limit: Option<f64>,
    pub timeout_ms: u64,
    pub retries: Retries,
}

/// New values for fields of an endpoint. `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct EndpointPatch {
    pub name: Option<String>,
    pub url: Option<String>,
    pub token: Option<String>,
    pub format: Option<Format>,
    pub events: Option<EventFilter>,
    pub filter: Option<String>,
    pub template: Option<String>,
    /// All of them. A secret one whose value is [`MASK`] keeps its value.
    pub headers: Option<Vec<Header>>,
    pub enabled: Option<bool>,
    pub ordering: Option<Ordering>,
    pub concurrency: Option<usize>,
    /// `Some(None)` takes the limit away.
    pub rate_limit: Option<Option<f64>>,
    pub timeout_ms: Option<u64>,
    pub retries: Option<Retries>,
}

impl Default for NewEndpoint {
    fn default() -> Self {
        Self {
            project: None,
            name: String::new(),
            url: String::new(),
            token: String::new(),
            format: Format::Standard,
            events: EventFilter::default(),
            filter: String::new(),
            template: String::new(),
            headers: Vec::new(),
            enabled: true,
            ordering: Ordering::default(),
            concurrency: 4,
            rate_limit: None,
            timeout_ms: 15_000,
            retries: Retries::default(),
        }
    }
}

impl NewEndpoint {
    /// The endpoint it would be, not stored: for judging and previewing it before.
    pub fn draft(self, now: i64) -> Endpoint {
        Endpoint {
            id: EndpointId::default(),
            project: self.project,
            name: self.name.trim().to_owned(),
            url: self.url.trim().to_owned(),
            token: self.token,
            format: self.format,
            events: self.events,
            filter: self.filter.trim().to_owned(),
            template: self.template,
            headers: self.headers,
            enabled: self.enabled,
            ordering: self.ordering,
            concurrency: self.concurrency,
            rate_limit: self.rate_limit,
            timeout_ms: self.timeout_ms,
            retries: self.retries,
            owner: UserId::default(),
            disabled_reason: String::new(),
            is_of_settings: false,
            created_at: now,
            keys: Vec::new(),
            has_lost_secrets: false,
        }
    }
}

impl EndpointPatch {
    /// The endpoint as it would be after the change, not stored: for judging and previewing it before.
    pub fn apply(self, endpoint: Endpoint) -> Endpoint {
        let headers = self.headers.map(|headers| keep_masked(headers, &endpoint.headers));
        let trimmed = |text: Option<String>| text.map(|text| text.trim().to_owned());
        let enabled = self.enabled.unwrap_or(endpoint.enabled);
        Endpoint {
            name: trimmed(self.name).unwrap_or(endpoint.name),
            url: trimmed(self.url).unwrap_or(endpoint.url),
            token: self.token.unwrap_or(endpoint.token),
            format: self.format.unwrap_or(endpoint.format),
            events: self.events.unwrap_or(endpoint.events),
            filter: trimmed(self.filter).unwrap_or(endpoint.filter),
            template: self.template.unwrap_or(endpoint.template),
            headers: headers.unwrap_or(endpoint.headers),
            enabled,
            ordering: self.ordering.unwrap_or(endpoint.ordering),
            concurrency: self.concurrency.unwrap_or(endpoint.concurrency),
            rate_limit: self.rate_limit.unwrap_or(endpoint.rate_limit),
            timeout_ms: self.timeout_ms.unwrap_or(endpoint.timeout_ms),
            retries: self.retries.unwrap_or(endpoint.retries),
            disabled_reason: if enabled { String::new() } else { endpoint.disabled_reason },
            ..endpoint
        }
    }

    /// Whether it changes what the settings say.
    pub(super) fn touches_settings(&self) -> bool {
        self.url.is_some() || self.token.is_some() || self.format.is_some() || self.enabled.is_some()
    }
}

fn keep_masked(headers: Vec<Header>, before: &[Header]) -> Vec<Header> {
    let keep = |header: Header| {
        let known = before.iter().find(|known| known.secret && known.name.eq_ignore_ascii_case(&header.name));
        match known {
            Some(known) if header.value == MASK => Header { value: known.value.clone(), ..header },
            _ => header,
        }
    };
    headers.into_iter().map(keep).collect()
}
