//! Showing endpoints.

use std::process::ExitCode;

use anyhow::anyhow;
use kanso_core::delivery::health::{Health, list_health};
use kanso_core::endpoint::{Endpoint, list_managed_endpoints};
use kanso_core::project::{find_project, find_project_by_identifier};
use kanso_core::{Error, Kind};
use kanso_domain::{EndpointId, ProjectId};
use serde_json::Value;

use super::{Desk, show};
use crate::table::Table;

/// All endpoints, or those of a project.
pub(super) async fn list(desk: &Desk, project: Option<&str>) -> anyhow::Result<ExitCode> {
    let project = project_id(desk, project).await?;
    let endpoints = list_managed_endpoints(&desk.app, &desk.actor, project).await?;
    let health = list_health(&desk.app, &desk.actor, project).await?;
    let of = |endpoint: &Endpoint| health.iter().find(|health| health.endpoint == endpoint.id);
    let json = || endpoints.iter().map(|endpoint| show::json(endpoint, of(endpoint))).collect::<Value>();
    desk.answer(json, || {
        if endpoints.is_empty() {
            return "There is no endpoint yet; `kanso webhook add NAME URL` adds one.".to_owned();
        }
        let times = desk.times();
        let mut table = Table::new(&["ID", "NAME", "PROJECT", "FORMAT", "EVENTS", "STATE", "HEALTH", "URL"]);
        for endpoint in &endpoints {
            table.row([
                endpoint.id.to_string(),
                endpoint.name.clone(),
                endpoint.project.map_or_else(|| "all".to_owned(), |project| project.to_string()),
                endpoint.format.to_string(),
                show::events(endpoint),
                show::state(endpoint).to_owned(),
                of(endpoint).map_or_else(String::new, |health| show::in_words(health, &times)),
                endpoint.url.clone(),
            ]);
        }
        table.to_string()
    })
}

/// One endpoint.
pub(super) async fn show(desk: &Desk, endpoint: EndpointId) -> anyhow::Result<ExitCode> {
    let endpoint = desk.endpoint(endpoint).await?;
    let health = list_health(&desk.app, &desk.actor, endpoint.project).await?;
    let health: Option<&Health> = health.iter().find(|health| health.endpoint == endpoint.id);
    desk.answer(|| show::json(&endpoint, health), || show::text(&endpoint, health, &desk.times()))
}

/// The project of this id or identifier.
pub(super) async fn project_id(desk: &Desk, text: Option<&str>) -> anyhow::Result<Option<ProjectId>> {
    let Some(text) = text else { return Ok(None) };
    let found = match text.parse::<ProjectId>() {
        Ok(id) => match find_project(&desk.app, &desk.actor, id).await {
            Err(Error::NotFound(Kind::Project)) => None,
            found => Some(found?),
        },
        Err(_) => find_project_by_identifier(&desk.app, &desk.actor, text).await?,
    };
    let missing = || anyhow!("there is no project with the id or identifier {text:?}");
    found.map(|project| Some(project.id)).ok_or_else(missing)
}
