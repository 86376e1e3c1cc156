//! Endpoints as pages show them, made from what kanso-core reads.

use kanso_core::delivery::health::{Health, list_health};
use kanso_core::endpoint::{Endpoint, KeyLine, TestResult};
use kanso_core::project::find_project;
use kanso_domain::{EventName, ProjectId};

use super::fields::Fields;
use super::form::{Choice, FormView};
use super::health::HealthView;
use super::view::{CreatedPage, EndpointHead, EndpointLine, FormPage, KeyView, TestAnswer};
use super::{formats, names};
use crate::delivery::build::duration;
use crate::fault::Fault;
use crate::page::Page;
use crate::reader::Reader;
use crate::web::Web;

/// An endpoint in a list.
pub(super) fn line(page: &Page, endpoint: &Endpoint, health: Option<&Health>) -> EndpointLine {
    EndpointLine {
        id: endpoint.id.get(),
        name: name(page, endpoint),
        host: host(&endpoint.url),
        format: formats::name(page, endpoint.format),
        events: events(page, endpoint),
        health: HealthView::new(page, endpoint, health),
    }
}

/// What people call it; the one of the settings has a name in every language.
pub(crate) fn name(page: &Page, endpoint: &Endpoint) -> String {
    if endpoint.is_of_settings { page.text("webhook-of-settings") } else { endpoint.name.clone() }
}

/// Scheme and host of an address: the rest may be a secret.
pub(super) fn host(address: &str) -> String {
    let parsed = url::Url::parse(address).ok();
    let authority = parsed.as_ref().map(url::Url::authority).unwrap_or_default();
    authority.rsplit('@').next().unwrap_or_default().to_owned()
}

/// Which events it asks for, in short.
fn events(page: &Page, endpoint: &Endpoint) -> String {
    if endpoint.events.is_empty() {
        return page.text("events-all");
    }
    let asked = EventName::all().filter(|name| endpoint.events.matches(*name)).count();
    match asked {
        0..=2 => {
            endpoint.events.patterns().map(|text| names::title_of(page, &text)).collect::<Vec<_>>().join(", ")
        }
        _ => page.count("events-count", i64::try_from(asked).unwrap_or(i64::MAX)),
    }
}

impl EndpointHead {
    /// The head of an endpoint's pages.
    pub(super) async fn new(web: &Web, reader: &Reader, endpoint: &Endpoint) -> Result<Self, Fault> {
        let all = list_health(&web.app, &reader.actor, endpoint.project).await?;
        let health = all.iter().find(|health| health.endpoint == endpoint.id);
        let page = &reader.page;
        Ok(Self {
            id: endpoint.id.get(),
            name: name(page, endpoint),
            project: endpoint.project.map(ProjectId::get),
            project_name: project_name(web, reader, endpoint.project).await?,
            is_enabled: endpoint.enabled,
            is_of_settings: endpoint.is_of_settings,
            host: host(&endpoint.url),
            format: formats::name(page, endpoint.format),
            events: events(page, endpoint),
            filter: endpoint.filter.clone(),
            failing_since_ms: health.and_then(|health| health.failing_since_ms),
            health: HealthView::new(page, endpoint, health),
        })
    }
}

/// The name of a project; empty for the whole installation.
pub(super) async fn project_name(
    web: &Web,
    reader: &Reader,
    project: Option<ProjectId>,
) -> Result<String, Fault> {
    match project {
        Some(project) => Ok(find_project(&web.app, &reader.actor, project).await?.name),
        None => Ok(String::new()),
    }
}

impl<'a> FormPage<'a> {
    /// The form with these fields, of a new endpoint or of a stored one.
    pub(super) async fn new(
        web: &Web,
        reader: &'a Reader,
        fields: Fields,
        stored: Option<&Endpoint>,
    ) -> Result<Self, Fault> {
        let head = match stored {
            Some(endpoint) => Some(EndpointHead::new(web, reader, endpoint).await?),
            None => None,
        };
        let is_of_settings = stored.is_some_and(|endpoint| endpoint.is_of_settings);
        let project = fields.project;
        let form =
            FormView::new(&reader.page, fields, web.outgoing.allows_private_networks(), is_of_settings);
        Ok(Self {
            page: &reader.page,
            section: section(project),
            tab: "edit",
            head,
            project: project.map(ProjectId::get),
            project_name: project_name(web, reader, project).await?,
            form,
            judged: None,
        })
    }
}

impl<'a> CreatedPage<'a> {
    pub(super) fn new(page: &'a Page, head: EndpointHead, endpoint: &Endpoint, secret: String) -> Self {
        Self {
            page,
            section: section(endpoint.project),
            names: test_names(page, EventName::TaskCreate.as_str()),
            is_chat: formats::is_chat(endpoint.format),
            head,
            secret,
        }
    }
}

impl TestAnswer {
    pub(crate) fn new(page: &Page, result: TestResult) -> Self {
        let duration = duration(page, i64::try_from(result.duration.as_millis()).unwrap_or(i64::MAX));
        let summary = match (result.status, &result.error) {
            (Some(status), _) => {
                page.locale.with("webhook-test-answered", &[("status", &status), ("duration", &duration)])
            }
            (None, Some(reason)) => page.say("webhook-test-failed", "reason", reason),
            (None, None) => page.say("webhook-test-failed", "reason", page.text("attempt-no-answer")),
        };
        let is_good = result.status.is_some_and(|status| (200..300).contains(&status));
        let request = format!("{}\n\n{}", result.request.trim_end(), result.sent).trim().to_owned();
        Self { is_good, summary, body: result.body, request }
    }
}

impl KeyView {
    pub(super) fn new(page: &Page, key: &KeyLine) -> Self {
        let when = |ms: i64| page.moment(ms.div_euclid(1000));
        Self {
            kind: key.kind.as_str(),
            created: when(key.created_at_ms),
            expires: key.expires_at_ms.map(when),
            public: key.public.clone(),
        }
    }
}

/// The events that a test can be of.
pub(super) fn test_names(page: &Page, chosen: &str) -> Vec<Choice> {
    let choice = |name: EventName| Choice {
        id: name.as_str(),
        name: names::title(page, name),
        is_chosen: name.as_str() == chosen,
    };
    EventName::all().map(choice).collect()
}

/// Which entry of the bar is lit.
pub(super) fn section(project: Option<ProjectId>) -> &'static str {
    if project.is_some() { "" } else { "webhooks" }
}
