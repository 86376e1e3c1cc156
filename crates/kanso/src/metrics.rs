//! `/metrics`: figures for whoever watches the server, as Prometheus reads them.

mod figures;
mod process;
mod right;
mod traffic;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::extract::{ConnectInfo, State};
use axum::http::header::{CONTENT_TYPE, WWW_AUTHENTICATE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use kanso_core::App;
use kanso_webhooks::Sender;

use figures::Figures;
use right::{Right, right};
use traffic::Traffic;
pub(crate) use traffic::count;

const FORM: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// What is counted, and who may read it.
#[derive(Clone)]
pub(crate) struct Metrics {
    app: App,
    figures: Arc<Figures>,
    traffic: Traffic,
    token: Option<Arc<str>>,
}

impl Metrics {
    /// Figures of the application and of what `sender` sends, for this machine and for who has the token.
    pub(crate) fn new(app: App, sender: &Sender, token: Option<String>) -> Self {
        let traffic = Traffic::default();
        let figures = Arc::new(Figures::new(&app, sender.metrics().clone(), &traffic));
        Self { app, figures, traffic, token: token.map(Into::into) }
    }
}

pub(crate) fn router(metrics: Metrics) -> Router {
    Router::new().route("/metrics", get(show)).with_state(metrics)
}

async fn show(
    State(metrics): State<Metrics>,
    ConnectInfo(peer): ConnectInfo<SocketAddr>,
    headers: HeaderMap,
) -> Response {
    match right(peer, &headers, metrics.token.as_deref()) {
        Right::Granted => {}
        Right::WithToken => {
            let ask = [(WWW_AUTHENTICATE, "Bearer")];
            return (StatusCode::UNAUTHORIZED, ask, "the bearer token is KANSO_METRICS_TOKEN\n")
                .into_response();
        }
        Right::Nobody => {
            let words = "metrics are for this machine; set KANSO_METRICS_TOKEN to read them from elsewhere\n";
            return (StatusCode::FORBIDDEN, words).into_response();
        }
    }
    match metrics.figures.text(&metrics.app).await {
        Ok(text) => ([(CONTENT_TYPE, FORM)], text).into_response(),
        Err(error) => {
            tracing::warn!(%error, "metrics could not be read");
            (StatusCode::SERVICE_UNAVAILABLE, "the database does not answer\n").into_response()
        }
    }
}
