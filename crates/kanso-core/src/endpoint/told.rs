//! What is told when endpoints change: no secrets.

use kanso_domain::{EventFilter, ProjectId, Subject};
use serde::Serialize;

use super::Endpoint;
use crate::event::Managed;

/// An endpoint as its events tell it. The address may hold a secret, so its host only.
#[derive(Serialize)]
pub(super) struct ToldEndpoint {
    id: i64,
    project_id: Option<i64>,
    name: String,
    host: String,
    format: &'static str,
    events: String,
    filter: String,
    enabled: i64,
    disabled_reason: String,
}

impl From<&Endpoint> for ToldEndpoint {
    fn from(endpoint: &Endpoint) -> Self {
        Self {
            id: endpoint.id.get(),
            project_id: endpoint.project.map(ProjectId::get),
            name: endpoint.name.clone(),
            host: host(&endpoint.url).to_owned(),
            format: endpoint.format.as_str(),
            events: EventFilter::to_string(&endpoint.events),
            filter: endpoint.filter.clone(),
            enabled: i64::from(endpoint.enabled),
            disabled_reason: endpoint.disabled_reason.clone(),
        }
    }
}

fn host(url: &str) -> &str {
    let rest = url.split_once("://").map_or(url, |(_, rest)| rest);
    let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default()
}

impl Managed for ToldEndpoint {
    const SUBJECT: Subject = Subject::Endpoint;

    fn id(&self) -> i64 {
        self.id
    }

    fn project(&self) -> ProjectId {
        self.project_id.unwrap_or_default().into()
    }
}
