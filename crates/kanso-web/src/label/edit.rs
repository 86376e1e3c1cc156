//! Changing a label of links, and removing it.

use axum::extract::{Path, State};
use axum::response::{Redirect, Response};
use kanso_core::link::{find_label, list_labels, remove_label, update_label};
use kanso_domain::LinkId;
use serde::Deserialize;

use super::view::LabelPage;
use crate::fault::Fault;
use crate::posted::{Nothing, Posted};
use crate::reader::Reader;
use crate::refusal::{Told, answer};
use crate::respond;
use crate::web::Web;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct LabelChange {
    label: String,
    opposite: i64,
}

/// `GET /settings/links/{label}`
pub(crate) async fn show(
    State(web): State<Web>,
    Path(label): Path<LinkId>,
    reader: Reader,
) -> Result<Response, Fault> {
    respond::page(&load(&web, &reader, label, Told::default(), None).await?)
}

/// `POST /settings/links/{label}`
pub(crate) async fn save(
    State(web): State<Web>,
    Path(label): Path<LinkId>,
    Posted { reader, form }: Posted<LabelChange>,
) -> Result<Response, Fault> {
    let name = form.label.trim().to_owned();
    let done = update_label(&web.app, &reader.actor, label, form.opposite.into(), name).await;
    answer(&reader.page, done, "/settings/links", |told| load(&web, &reader, label, told, Some(form))).await
}

/// `POST /settings/links/{label}/remove`
pub(crate) async fn remove(
    State(web): State<Web>,
    Path(label): Path<LinkId>,
    Posted { reader, .. }: Posted<Nothing>,
) -> Result<Redirect, Fault> {
    remove_label(&web.app, &reader.actor, label).await?;
    Ok(Redirect::to("/settings/links?done"))
}

async fn load<'a>(
    web: &Web,
    reader: &'a Reader,
    label: LinkId,
    told: Told,
    typed: Option<LabelChange>,
) -> Result<LabelPage<'a>, Fault> {
    let label = find_label(&web.app, &reader.actor, label).await?;
    let others = list_labels(&web.app, &reader.actor).await?;
    let typed = typed
        .unwrap_or_else(|| LabelChange { label: label.label.clone(), opposite: label.opposite_id.get() });
    Ok(LabelPage {
        page: &reader.page,
        section: "settings",
        told,
        others: others.into_iter().filter(|other| other.id != label.id).collect(),
        label,
        name: typed.label,
        opposite: typed.opposite,
    })
}
