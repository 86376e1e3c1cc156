//! Removing an endpoint.

use axum::extract::{Path, State};
use axum::response::Redirect;
use kanso_core::endpoint::{find_endpoint, remove_endpoint};
use kanso_domain::EndpointId;

use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::web::Web;

/// `POST /webhooks/{endpoint}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    let project = find_endpoint(&web.app, &reader.actor, endpoint).await?.project;
    remove_endpoint(&web.app, &reader.actor, endpoint).await?;
    Ok(match project {
        Some(project) => Redirect::to(&format!("/project/{project}/webhooks")),
        None => Redirect::to("/settings/webhooks"),
    })
}
