//! Sending a test event to an endpoint.

use axum::extract::{Path, State};
use axum::response::Response;
use kanso_core::endpoint::find_endpoint;
use kanso_core::{Conflict, Error, Fault as CoreFault};
use kanso_domain::{EndpointId, EventName};
use serde::Deserialize;

use super::build::test_names;
use super::show::{Asked, page};
use super::view::{EndpointPage, TestAnswer};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::respond;
use crate::web::Web;

#[derive(Deserialize)]
pub(crate) struct TestForm {
    event: String,
}

/// `POST /webhooks/{endpoint}/test`
pub(crate) async fn send(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Posted { reader, form }: Posted<TestForm>,
) -> Result<Response, Fault> {
    let endpoint = find_endpoint(&web.app, &reader.actor, endpoint).await?;
    let name =
        EventName::parse(&form.event).ok_or_else(|| Error::Invalid(CoreFault::Event(form.event.clone())))?;
    if endpoint.url.is_empty() {
        return Err(Error::Conflict(Conflict::NothingToSendTo).into());
    }
    let result = web.outgoing.send_test(&endpoint, name).await;
    let shown = page(&web, &reader, &endpoint, &Asked::default()).await?;
    let answer = Some(TestAnswer::new(&reader.page, result));
    respond::page(&EndpointPage { answer, names: test_names(&reader.page, &form.event), ..shown })
}
