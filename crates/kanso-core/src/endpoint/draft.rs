//! Asking before an endpoint is stored: who may, and what would be refused.

use kanso_domain::ProjectId;

use super::Endpoint;
use super::find::require_manager;
use super::valid::check;
use crate::{Actor, App, Result};

/// Refuses who manages neither the installation nor the project; `None` is the whole installation.
#[crate::use_case]
pub async fn require_endpoint_manager(app: &App, actor: &Actor, project: Option<ProjectId>) -> Result<()> {
    let actor = actor.clone();
    app.read(move |conn| Box::pin(async move { require_manager(conn, &actor, project).await })).await
}

/// Refuses what could not be stored, as storing it would. Nothing is stored.
///
/// # Errors
///
/// [`Error::Invalid`](crate::Error::Invalid) for what it cannot be.
pub fn check_draft(draft: &Endpoint) -> Result<()> {
    check(draft)
}
