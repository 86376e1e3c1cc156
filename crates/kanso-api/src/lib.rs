//! Kanboard's JSON-RPC API at `/jsonrpc.php`, so that its clients work unchanged, and Kanso's own under `/api/v1`
//! for webhooks and events (`rest/routes.rs` is the table of its routes).
//!
//! Begin with `methods.rs`: the table of all procedures. `server.rs` speaks HTTP and JSON-RPC, `procedure.rs`
//! binds parameters and translates what a use case answers; calls and values as Kanboard's clients send them are
//! read by `kanso-rpc`. The other modules hold the parameters and answers of the procedures, a file per noun.
//!
//! An edge: each procedure calls one use case of `kanso-core`. No SQL and no rule of its own is here. What a
//! client can notice is written down in `docs/api.md`.

mod action;
mod activity;
mod application;
mod auth;
mod board;
mod category;
mod cause;
mod class;
mod column;
mod comment;
mod error;
mod external_link;
mod file;
mod foreign;
mod group;
mod json;
mod link;
mod me;
mod member;
mod metadata;
mod methods;
mod procedure;
mod project;
mod rest;
mod search;
mod server;
mod subtask;
mod swimlane;
mod tag;
mod task;
mod user;

use std::sync::Arc;

use axum::Router;
use axum::routing::any;
use kanso_core::App;
use kanso_core::endpoint::Outgoing;

/// The version that `getVersion` reports: that of the Kanboard whose contract this is, because clients compare
/// it with the one they need.
pub const KANBOARD_VERSION: &str = "1.2.53";

/// What the operator decides about the API.
#[derive(Clone, Debug)]
pub struct ApiConfig {
    /// A header that carries base64 of `user:password` and wins over HTTP Basic. Kanboard's
    /// `API_AUTHENTICATION_HEADER`.
    pub authentication_header: Option<String>,
    /// The application's token, in place of the setting `api_token`. Kanboard's `API_AUTHENTICATION_TOKEN`.
    pub authentication_token: Option<String>,
    /// Requests with a longer body are refused.
    pub max_body_bytes: usize,
}

impl Default for ApiConfig {
    fn default() -> Self {
        Self { authentication_header: None, authentication_token: None, max_body_bytes: 32 * 1024 * 1024 }
    }
}

/// The APIs: Kanboard's for any HTTP method at `/jsonrpc.php`, Kanso's own under `/api/v1`, and the documents that
/// describe that one.
pub fn router(app: App, config: ApiConfig, outgoing: Arc<dyn Outgoing>) -> Router {
    let server = Arc::new(server::Server::new(app.clone(), config.clone()));
    let rpc = Router::new().route("/jsonrpc.php", any(server::answer)).with_state(server);
    rpc.merge(rest::router(app, config, outgoing)).layer(axum::middleware::from_fn(foreign::refuse))
}
