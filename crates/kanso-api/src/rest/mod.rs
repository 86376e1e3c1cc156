//! Kanso's own API under `/api/v1`: webhooks, their deliveries, the events they tell, and the rules of projects.
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
mod recurrence;
mod route;
mod routes;
mod rule;
mod schemas;
mod time;
mod webhook;
mod words;

use std::sync::{Arc, OnceLock};

use axum::Router;
use axum::body::Bytes;
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
    let documents = Arc::new(Documents {
        outgoing: outgoing.clone(),
        openapi: OnceLock::new(),
        asyncapi: OnceLock::new(),
    });
    let rest = Arc::new(Rest { app, config, outgoing });
    let api = routes::all().into_iter().fold(Router::new(), |router, route| route.serve(router));
    let api = api
        .method_not_allowed_fallback(async || Problem::method_not_allowed())
        .fallback(async |_: Uri| Problem::not_found("address"))
        .with_state(rest);
    let again = documents.clone();
    Router::new()
        .nest(routes::ROOT, api)
        .route("/openapi.json", get(async move || described(documents.openapi())))
        .route("/asyncapi.json", get(async move || described(again.asyncapi())))
}

/// The documents, made when somebody asks for them first: they take time and memory that most servers never need.
struct Documents {
    outgoing: Arc<dyn Outgoing>,
    openapi: OnceLock<Bytes>,
    asyncapi: OnceLock<Bytes>,
}

impl Documents {
    fn openapi(&self) -> Bytes {
        let make = || openapi::document(&mut routes::all(), &self.outgoing.event_types()).to_string();
        self.openapi.get_or_init(|| make().into()).clone()
    }

    fn asyncapi(&self) -> Bytes {
        let make = || asyncapi::document(&self.outgoing.event_types()).to_string();
        self.asyncapi.get_or_init(|| make().into()).clone()
    }
}

/// A document as it is served.
fn described(document: Bytes) -> impl axum::response::IntoResponse {
    ([(axum::http::header::CONTENT_TYPE, "application/json")], document)
}
