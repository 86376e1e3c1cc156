//! Whether the server is well.

use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::routing::get;
use kanso_core::App;

/// `/healthz` and `/readyz`: 200 when the database answers, else 503.
pub(crate) fn router(app: App) -> Router {
    Router::new().route("/healthz", get(health)).route("/readyz", get(health)).with_state(app)
}

async fn health(State(app): State<App>) -> (StatusCode, &'static str) {
    if app.is_ready().await {
        (StatusCode::OK, "ok\n")
    } else {
        (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n")
    }
}
