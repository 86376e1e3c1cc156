//! What the form of an endpoint holds, as it was typed.

mod read;
mod wanted;

use kanso_core::endpoint::{Endpoint, Header, MASK, NewEndpoint};
use kanso_domain::{EndpointId, EventName, ProjectId};

pub(super) use wanted::patch;

/// The fields, each as it was typed or chosen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct Fields {
    pub(crate) name: String,
    pub(crate) url: String,
    pub(crate) token: String,
    pub(crate) format: String,
    pub(crate) which: Which,
    /// The names that are ticked.
    pub(crate) events: Vec<String>,
    /// The patterns of those who write them themselves.
    pub(crate) patterns: String,
    pub(crate) filter: String,
    pub(crate) template: String,
    pub(crate) headers: Vec<Header>,
    pub(crate) ordering: String,
    pub(crate) concurrency: String,
    /// Attempts a second; empty for no limit.
    pub(crate) rate_limit: String,
    /// In seconds.
    pub(crate) timeout: String,
    pub(crate) retries: String,
    /// Whether it is to be saved although the address was refused.
    pub(crate) anyway: bool,
    /// The event to preview, as the preview's list names it.
    pub(crate) sample: String,
    /// Which endpoint the form changes; none for a new one.
    pub(crate) endpoint: Option<EndpointId>,
    /// The project of a new endpoint; none for the whole installation.
    pub(crate) project: Option<ProjectId>,
}

/// How the events are chosen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Which {
    /// All there are.
    #[default]
    All,
    /// Those that are ticked.
    These,
    /// What the patterns say.
    Patterns,
}

impl Which {
    pub(crate) const fn as_str(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::These => "these",
            Self::Patterns => "patterns",
        }
    }
}

impl Fields {
    /// The form of an endpoint as it is. Secrets are masked.
    pub(crate) fn of(endpoint: &Endpoint) -> Self {
        let patterns: Vec<String> = endpoint.events.patterns().collect();
        let is_names = patterns.iter().all(|pattern| EventName::parse(pattern).is_some());
        let which = match (patterns.is_empty(), is_names) {
            (true, _) => Which::All,
            (false, true) => Which::These,
            (false, false) => Which::Patterns,
        };
        let asked = EventName::all().filter(|name| !patterns.is_empty() && endpoint.events.matches(*name));
        Self {
            name: endpoint.name.clone(),
            url: endpoint.url.clone(),
            token: if endpoint.token.is_empty() { String::new() } else { MASK.to_owned() },
            format: endpoint.format.as_str().to_owned(),
            which,
            events: asked.map(|name| name.as_str().to_owned()).collect(),
            patterns: endpoint.events.to_string(),
            filter: endpoint.filter.clone(),
            template: endpoint.template.clone(),
            headers: endpoint.headers.iter().map(Header::masked).collect(),
            ordering: endpoint.ordering.as_str().to_owned(),
            concurrency: endpoint.concurrency.to_string(),
            rate_limit: endpoint.rate_limit.map(|rate| rate.to_string()).unwrap_or_default(),
            timeout: seconds(endpoint.timeout_ms),
            retries: endpoint.retries.as_str().to_owned(),
            anyway: false,
            sample: String::new(),
            endpoint: Some(endpoint.id).filter(|id| !id.is_none()),
            project: endpoint.project,
        }
    }

    /// What was typed, and what the form does not ask for because the settings say it.
    pub(super) fn completed(self, endpoint: &Endpoint) -> Self {
        if !endpoint.is_of_settings {
            return self;
        }
        let stored = Self::of(endpoint);
        Self {
            url: stored.url,
            token: stored.token,
            format: stored.format,
            template: stored.template,
            ..self
        }
    }

    /// The form of a new endpoint.
    pub(crate) fn starting(project: Option<ProjectId>) -> Self {
        Self::of(&NewEndpoint { project, ..NewEndpoint::default() }.draft(0))
    }
}

fn seconds(ms: u64) -> String {
    match (ms / 1000, ms % 1000) {
        (whole, 0) => whole.to_string(),
        (whole, rest) => format!("{whole}.{rest:03}").trim_end_matches('0').to_owned(),
    }
}

#[cfg(test)]
mod tests;
