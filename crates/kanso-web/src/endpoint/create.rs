//! A new endpoint.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::endpoint::{
    create_endpoint_unseen, find_endpoint, require_endpoint_manager, take_unseen_secrets,
};
use kanso_core::{Error, Fault as CoreFault};
use kanso_domain::{EndpointId, ProjectId};

use super::fields::Fields;
use super::form::FormView;
use super::preview;
use super::view::{CreatedPage, EndpointHead, FormPage};
use super::wrong::{Wrong, refused};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// `GET /settings/webhooks/new`
pub(crate) async fn show(State(web): State<Web>, reader: Reader) -> Result<Response, Fault> {
    form(&web, &reader, None).await
}

/// `GET /project/{project}/webhooks/new`
pub(crate) async fn show_in_project(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    reader: Reader,
) -> Result<Response, Fault> {
    form(&web, &reader, Some(project)).await
}

async fn form(web: &Web, reader: &Reader, project: Option<ProjectId>) -> Result<Response, Fault> {
    require_endpoint_manager(&web.app, &reader.actor, project).await?;
    respond::page(&FormPage::new(web, reader, Fields::starting(project), None).await?)
}

/// `POST /settings/webhooks/new`
pub(crate) async fn create(
    State(web): State<Web>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Fields { project: None, endpoint: None, ..Fields::read(form) };
    store(&web, &reader, fields).await
}

/// `POST /project/{project}/webhooks/new`
pub(crate) async fn create_in_project(
    State(web): State<Web>,
    Path(project): Path<ProjectId>,
    Posted { reader, form }: Posted<Vec<(String, String)>>,
) -> Result<Response, Fault> {
    let fields = Fields { project: Some(project), endpoint: None, ..Fields::read(form) };
    store(&web, &reader, fields).await
}

async fn store(web: &Web, reader: &Reader, fields: Fields) -> Result<Response, Fault> {
    let (_, _, wrong) = preview::draft(web, reader, &fields).await?;
    if let Some(wrong) = wrong.or(refused_address(web, &fields).await) {
        return refuse(web, reader, fields, &wrong).await;
    }
    let wanted = fields.wanted().map_err(Error::Invalid)?;
    match create_endpoint_unseen(&web.app, &reader.actor, wanted).await {
        Ok(id) => Ok(Redirect::to(&format!("/webhooks/{id}/created")).into_response()),
        Err(error) => refuse(web, reader, fields, &refused(error)?).await,
    }
}

/// `GET /webhooks/{endpoint}/created`: the secret of a new endpoint, this once.
pub(crate) async fn created(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let endpoint = find_endpoint(&web.app, &reader.actor, endpoint).await?;
    let Some(secret) = take_unseen_secrets(&web.app, &reader.actor, endpoint.id).await?.into_iter().next()
    else {
        return Ok(Redirect::to(&format!("/webhooks/{}", endpoint.id)).into_response());
    };
    let head = EndpointHead::new(&web, &reader, &endpoint).await?;
    respond::secret_page(&CreatedPage::new(&reader.page, head, &endpoint, secret))
}

/// Why the address cannot be sent to, unless it is to be saved in spite of that.
pub(super) async fn refused_address(web: &Web, fields: &Fields) -> Option<CoreFault> {
    if fields.anyway || fields.url.is_empty() {
        return None;
    }
    web.outgoing.judge(&fields.url).await.err().map(CoreFault::Url)
}

async fn refuse(web: &Web, reader: &Reader, fields: Fields, wrong: &CoreFault) -> Result<Response, Fault> {
    let page = FormPage::new(web, reader, fields, None).await?;
    let may_insist = matches!(wrong, CoreFault::Url(_)) && page.form.fields.url.contains("://");
    let wrong = Some(Wrong::new(&reader.page, wrong));
    let form = FormView { wrong, may_insist, ..page.form };
    respond::page_with(StatusCode::UNPROCESSABLE_ENTITY, &FormPage { form, ..page })
}
