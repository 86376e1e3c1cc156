//! Kanso's own API under `/api/v1`: webhooks, their deliveries, and the events they tell.
//!
//! Begin with `routes.rs`: the table of all routes, from which the router and `/openapi.json` are made. Each handler
//! extracts, calls one use case, and renders.

mod asyncapi;
mod caller;
mod delivery;
mod event;
mod input;
mod openapi;
mod page;
mod problem;
mod route;
mod routes;
mod schemas;
mod time;
mod webhook;
mod words;

use std::sync::Arc;

use axum::Router;
use axum::http::Uri;
use axum::routing::get;
use kanso_core::App;
use kanso_core::endpoint::Outgoing;

use crate::ApiConfig;
use problem::Problem;

/// What handlers work with.
pub(crate) struct Rest {
    app: App,
    config: ApiConfig,
    outgoing: Arc<dyn Outgoing>,
}

/// The routes, and the documents that describe them.
pub(crate) fn router(app: App, config: ApiConfig, outgoing: Arc<dyn Outgoing>) -> Router {
    let mut table = routes::all();
    let types = outgoing.event_types();
    let openapi = openapi::document(&mut table, &types).to_string();
    let asyncapi = asyncapi::document(&types).to_string();
    let rest = Arc::new(Rest { app, config, outgoing });
    let api = table.into_iter().fold(Router::new(), |router, route| route.serve(router));
    let api = api
        .method_not_allowed_fallback(async || Problem::method_not_allowed())
        .fallback(async |_: Uri| Problem::not_found("address"))
        .with_state(rest);
    Router::new()
        .nest(routes::ROOT, api)
        .route("/openapi.json", get(async move || described(openapi)))
        .route("/asyncapi.json", get(async move || described(asyncapi)))
}

/// A document as it is served.
fn described(document: String) -> impl axum::response::IntoResponse {
    ([(axum::http::header::CONTENT_TYPE, "application/json")], document)
}
