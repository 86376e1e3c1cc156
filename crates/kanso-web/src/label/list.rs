//! The labels that links can have, and adding one.

use axum::extract::{RawQuery, State};
use axum::response::Response;
use kanso_core::link::{create_label, list_labels};

use super::view::{LabelForm, LabelsPage, views};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

/// `GET /settings/links`
pub(crate) async fn show(
    State(web): State<Web>,
    RawQuery(query): RawQuery,
    reader: Reader,
) -> Result<Response, Fault> {
    let told = Told::from_query(&reader.page, query.as_deref());
    respond::page(&load(&web, &reader, told, LabelForm::default()).await?)
}

/// `POST /settings/links`
pub(crate) async fn add(
    State(web): State<Web>,
    Posted { reader, form }: Posted<LabelForm>,
) -> Result<Response, Fault> {
    let (label, opposite) = (form.label.trim().to_owned(), form.opposite.trim().to_owned());
    let done = create_label(&web.app, &reader.actor, label, opposite).await;
    answer(&reader.page, done, "/settings/links", |told| load(&web, &reader, told, form)).await
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    told: Told,
    form: LabelForm,
) -> Result<LabelsPage<'a>, Fault> {
    let labels = views(&list_labels(&web.app, &reader.actor).await?);
    Ok(LabelsPage { page: &reader.page, section: "settings", told, labels, form })
}
