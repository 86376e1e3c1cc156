//! Changing an endpoint.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::endpoint::{Endpoint, find_endpoint, update_endpoint};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::EndpointId;

use super::create::refused_address;
use super::fields::{Fields, patch};
use super::form::FormView;
use super::preview;
use super::view::FormPage;
use super::wrong::{Wrong, refused};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /webhooks/{endpoint}/edit`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let endpoint = find_endpoint(&web.app, &reader.actor, endpoint).await?;
    respond::page(&FormPage::new(&web, &reader, Fields::of(&endpoint), Some(&endpoint)).await?)
}

/// `POST /webhooks/{endpoint}/edit`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let endpoint = find_endpoint(&web.app, &reader.actor, endpoint).await?;
    let fields = Fields {
        endpoint: Some(endpoint.id),
        project: endpoint.project,
        ..Fields::read(form).completed(&endpoint)
    };
    let (_, _, wrong) = preview::draft(&web, &reader, &fields).await?;
    let is_elsewhere = !endpoint.is_of_settings && fields.url != endpoint.url;
    let wrong = match wrong {
        None if is_elsewhere => refused_address(&web, &fields).await,
        wrong => wrong,
    };
    if let Some(wrong) = wrong {
        return refuse(&web, &reader, fields, &endpoint, &wrong).await;
    }
    let wanted = fields.wanted().map_err(Error::Invalid)?;
    match update_endpoint(&web.app, &reader.actor, endpoint.id, patch(wanted, &endpoint)).await {
        Ok(saved) => Ok(Redirect::to(&format!("/webhooks/{}?done=saved", saved.id)).into_response()),
        Err(error) => refuse(&web, &reader, fields, &endpoint, &refused(error)?).await,
    }
}

async fn refuse(
    web: &Web,
    reader: &Reader,
    fields: Fields,
    endpoint: &Endpoint,
    wrong: &CoreFault,
) -> Result<Response, Fault> {
    let page = FormPage::new(web, reader, fields, Some(endpoint)).await?;
    let may_insist = matches!(wrong, CoreFault::Url(_)) && page.form.fields.url.contains("://");
    let wrong = Some(Wrong::new(&reader.page, wrong));
    let form = FormView { wrong, may_insist, ..page.form };
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &FormPage { form, ..page })
}
