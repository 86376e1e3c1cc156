//! The keys that sign an endpoint's deliveries.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use kanso_core::endpoint::{KeyKind, find_endpoint, list_keys, rotate_secret_unseen, take_unseen_secrets};
use kanso_domain::EndpointId;
use serde::Deserialize;

use super::build::section;
use super::health::span;
use super::view::{EndpointHead, KeyView, KeysPage};
use crate::fault::Fault;
use crate::posted::Posted;
use crate::reader::Reader;
use crate::respond;
use crate::web::Web;

/// How long an old key may stay good, in hours; the first is offered first.
const OVERLAPS: [i64; 5] = [24, 1, 72, 168, 0];
const HOUR_MS: i64 = 3_600_000;

#[derive(Deserialize)]
pub(crate) struct Rotation {
    #[serde(default)]
    kind: String,
    /// In hours.
    overlap: i64,
}

/// `GET /webhooks/{endpoint}/keys`: the keys, and what was made just before, this once.
pub(crate) async fn show(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    reader: Reader,
) -> Result<Response, Fault> {
    let secrets = take_unseen_secrets(&web.app, &reader.actor, endpoint).await?;
    page(&web, &reader, endpoint, secrets).await
}

/// `POST /webhooks/{endpoint}/keys`: makes a new key, which the page shows then.
pub(crate) async fn rotate(
    State(web): State<Web>,
    Path(endpoint): Path<EndpointId>,
    Posted { reader, form }: Posted<Rotation>,
) -> Result<Response, Fault> {
    let kind = if form.kind == KeyKind::V1a.as_str() { KeyKind::V1a } else { KeyKind::V1 };
    let overlap = form.overlap.saturating_mul(HOUR_MS);
    rotate_secret_unseen(&web.app, &reader.actor, endpoint, kind, overlap).await?;
    Ok(Redirect::to(&format!("/webhooks/{endpoint}/keys")).into_response())
}

async fn page(
    web: &Web,
    reader: &Reader,
    endpoint: EndpointId,
    secrets: Vec<String>,
) -> Result<Response, Fault> {
    let endpoint = find_endpoint(&web.app, &reader.actor, endpoint).await?;
    let keys = list_keys(&web.app, &reader.actor, endpoint.id).await?;
    let words = |hours: i64| match hours {
        0 => reader.page.text("overlap-none"),
        hours => span(&reader.page, hours * 3_600),
    };
    let show = if secrets.is_empty() { respond::page } else { respond::secret_page };
    show(&KeysPage {
        page: &reader.page,
        section: section(endpoint.project),
        tab: "keys",
        head: EndpointHead::new(web, reader, &endpoint).await?,
        keys: keys.iter().map(|key| KeyView::new(&reader.page, key)).collect(),
        secrets,
        overlaps: OVERLAPS.into_iter().map(|hours| (hours, words(hours))).collect(),
    })
}
