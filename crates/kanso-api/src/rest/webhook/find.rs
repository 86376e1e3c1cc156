//! `GET /api/v1/webhooks` and `GET /api/v1/webhooks/{id}`

use axum::Json;
use kanso_core::endpoint::{find_endpoint, list_keys, list_managed_endpoints};
use kanso_domain::{EndpointId, ProjectId};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{Key, Webhook};
use crate::rest::caller::Caller;
use crate::rest::input::{Id, Params, parsed};
use crate::rest::page::{Page, cursor, limit};
use crate::rest::problem::Outcome;

/// A webhook with the keys that its deliveries are signed with now.
#[derive(Serialize, ToSchema)]
pub(crate) struct WebhookWithKeys {
    #[serde(flatten)]
    webhook: Webhook,
    keys: Vec<Key>,
}

/// Which webhooks.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// Those of this project, for its managers; all, for administrators, unless said.
    #[serde(default, deserialize_with = "parsed")]
    #[param(value_type = Option<i64>)]
    project_id: Option<i64>,
    /// The `next` of the page before.
    #[serde(default)]
    after: Option<String>,
    /// How many at most, from 1 to 200; 50 unless said.
    #[serde(default, deserialize_with = "parsed")]
    #[param(value_type = Option<i64>)]
    limit: Option<i64>,
}

/// Lists the webhooks that the caller manages, by id.
pub(crate) async fn list(by: Caller, Params(which): Params<Which>) -> Outcome<Json<Page<Webhook>>> {
    let (after, limit) = (cursor(which.after.as_deref())?.unwrap_or_default(), limit(which.limit)?);
    let project = which.project_id.map(ProjectId::from);
    let all = list_managed_endpoints(&by.app, &by.actor, project).await?;
    let rest = all.into_iter().map(Webhook::from).filter(|webhook| webhook.id.get() > after).collect();
    Ok(Json(Page::of(rest, limit, |webhook| webhook.id.get())))
}

/// Shows a webhook.
pub(crate) async fn show(by: Caller, Id(id): Id<EndpointId>) -> Outcome<Json<WebhookWithKeys>> {
    let webhook = find_endpoint(&by.app, &by.actor, id).await?.into();
    let keys = list_keys(&by.app, &by.actor, id).await?.into_iter().map(Key::from).collect();
    Ok(Json(WebhookWithKeys { webhook, keys }))
}
