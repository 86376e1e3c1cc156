//! What is asked of an endpoint before it is stored: what only they know who send.

use kanso_core::endpoint::{Endpoint, Format, Outgoing};
use kanso_core::{Error, Fault, Kind};

use crate::rest::problem::{Outcome, Problem};

/// Refuses an endpoint that could not be sent to as it is meant to be.
pub(crate) async fn judge(outgoing: &dyn Outgoing, endpoint: &Endpoint) -> Outcome<()> {
    judge_template(outgoing, endpoint)?;
    outgoing.forbids(&endpoint.url).await.map_err(|reason| Fault::Url(reason).into())
}

/// Says why an address may not or cannot be sent to just now.
pub(crate) async fn judge_url(outgoing: &dyn Outgoing, endpoint: &Endpoint) -> Outcome<()> {
    let judged = outgoing.judge(&endpoint.url).await;
    judged.map_err(|reason| Fault::Url(reason).into())
}

/// Refuses a template that makes no body.
pub(crate) fn judge_template(outgoing: &dyn Outgoing, endpoint: &Endpoint) -> Outcome<()> {
    if endpoint.format != Format::Template {
        return Ok(());
    }
    let checked = outgoing.check_template(&endpoint.template);
    checked.map_err(|reason| Fault::Template(reason).into())
}

/// The project of a new webhook is a value, not what the address names.
pub(crate) fn of_new(error: Error) -> Problem {
    let is_of_project = matches!(error, Error::NotFound(Kind::Project));
    if is_of_project { Error::Invalid(Fault::Unknown("project_id")).into() } else { error.into() }
}
