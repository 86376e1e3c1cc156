//! All endpoints, with their health at a glance.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::delivery::health::{Health, list_health};
use kanso_core::endpoint::{Endpoint, list_managed_endpoints};
use kanso_core::project::list_all_projects;
use kanso_domain::ProjectId;

use super::build::line;
use super::view::{EndpointGroup, EndpointsPage};
use crate::fault::Fault;
use crate::notice::list::unread;
use crate::project::tabs::ProjectTabs;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /settings/webhooks`: those of the installation, then those of each project.
pub(crate) async fn list(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    let endpoints = list_managed_endpoints(&web.app, &reader.actor, None).await?;
    let health = list_health(&web.app, &reader.actor, None).await?;
    let projects = list_all_projects(&web.app, &reader.actor).await?;
    let name =
        |id: ProjectId| projects.iter().find(|project| project.id == id).map(|found| found.name.clone());
    let mut groups: BTreeMap<Option<ProjectId>, Vec<&Endpoint>> = BTreeMap::new();
    for endpoint in &endpoints {
        groups.entry(endpoint.project).or_default().push(endpoint);
    }
    let groups = groups.into_iter().map(|(project, endpoints)| EndpointGroup {
        name: project
            .map_or_else(|| reader.page.text("webhooks-instance"), |id| name(id).unwrap_or_default()),
        project: project.map(ProjectId::get),
        endpoints: lines(&reader, &endpoints, &health),
    });
    respond::page(&EndpointsPage {
        page: &reader.page,
        section: "webhooks",
        tab: "list",
        groups: groups.collect(),
        notices: unread(&web, &reader, &endpoints).await?,
        project: None,
        project_name: String::new(),
        tabs: None,
    })
}

/// `GET /project/{project}/webhooks`
pub(crate) async fn list_of_project(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let endpoints = list_managed_endpoints(&web.app, &reader.actor, Some(project)).await?;
    let health = list_health(&web.app, &reader.actor, Some(project)).await?;
    let tabs = ProjectTabs::load(&web, &reader, project, "webhooks").await?;
    let notices = unread(&web, &reader, &endpoints).await?;
    let listed: Vec<&Endpoint> = endpoints.iter().collect();
    let group = EndpointGroup {
        name: String::new(),
        project: Some(project.get()),
        endpoints: lines(&reader, &listed, &health),
    };
    respond::page(&EndpointsPage {
        page: &reader.page,
        section: "",
        tab: "list",
        groups: if group.endpoints.is_empty() { Vec::new() } else { vec![group] },
        notices,
        project: Some(project.get()),
        project_name: tabs.name.clone(),
        tabs: Some(tabs),
    })
}

fn lines(reader: &Reader, endpoints: &[&Endpoint], health: &[Health]) -> Vec<super::view::EndpointLine> {
    let of = |endpoint: &Endpoint| health.iter().find(|health| health.endpoint == endpoint.id);
    endpoints.iter().map(|endpoint| line(&reader.page, endpoint, of(endpoint))).collect()
}
