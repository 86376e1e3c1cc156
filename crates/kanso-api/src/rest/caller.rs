//! Who sends a request, and what they may reach.

use std::sync::Arc;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use kanso_core::endpoint::Outgoing;
use kanso_core::{Actor, App};

use super::Rest;
use super::problem::Problem;
use crate::{auth, cause};

/// Somebody whose credentials were good. A handler that takes one is closed to all others.
pub(crate) struct Caller {
    /// The application, with the event that the request follows from.
    pub(crate) app: App,
    pub(crate) actor: Actor,
    pub(crate) outgoing: Arc<dyn Outgoing>,
}

impl FromRequestParts<Arc<Rest>> for Caller {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, rest: &Arc<Rest>) -> Result<Self, Problem> {
        let from = auth::address(&parts.extensions);
        let actor = auth::identify_by_any(&rest.app, &parts.headers, from, &rest.config).await?;
        let actor = actor.ok_or_else(Problem::unauthorized)?;
        let app = cause::follow(&rest.app, &parts.headers).await?;
        Ok(Self { app, actor, outgoing: Arc::clone(&rest.outgoing) })
    }
}
