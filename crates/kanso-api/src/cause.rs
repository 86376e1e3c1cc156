//! Which event a request follows from.

use axum::http::HeaderMap;
use kanso_core::event::find_cause;
use kanso_core::{App, Error};

/// The header that carries the id of the event that led to the request, as its webhook did in `webhook-id`.
const HEADER: &str = "kanso-causation-id";

/// Why a request with a cause is not carried out.
#[derive(Debug)]
pub(crate) enum Refused {
    /// There is no such event.
    Unknown,
    /// Nobody can tell now.
    Core(Error),
}

impl Refused {
    /// What to tell when there is no such event.
    pub(crate) const WORDS: &'static str = "Kanso-Causation-Id names no event of this server: send the webhook-id that came with the event, or leave \
         the header out.";
}

/// The application as the request may change it: with the event it names as the cause of all that it does.
pub(crate) async fn follow(app: &App, headers: &HeaderMap) -> Result<App, Refused> {
    let Some(named) = headers.get(HEADER) else { return Ok(app.clone()) };
    let named = named.to_str().map_err(|_| Refused::Unknown)?;
    let cause = find_cause(app, named.trim()).await.map_err(Refused::Core)?;
    cause.map(|cause| app.caused_by(cause)).ok_or(Refused::Unknown)
}
