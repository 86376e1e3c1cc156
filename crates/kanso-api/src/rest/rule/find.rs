//! `GET /api/v1/projects/{id}/rules` and `GET /api/v1/projects/{id}/rules/{rule}`

use axum::Json;
use kanso_core::action::list_rules;
use kanso_domain::{ActionId, ProjectId};
use serde::Deserialize;
use utoipa::IntoParams;

use super::{Rule, of_project};
use crate::rest::caller::Caller;
use crate::rest::input::{Id, Ids, Params, parsed};
use crate::rest::page::{Page, cursor, limit};
use crate::rest::problem::Outcome;

/// Which rules.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub(crate) struct Which {
    /// The `next` of the page before.
    #[serde(default)]
    after: Option<String>,
    /// How many at most, from 1 to 200; 50 unless said.
    #[serde(default, deserialize_with = "parsed")]
    #[param(value_type = Option<i64>)]
    limit: Option<i64>,
}

/// Lists the rules of a project, Kanboard's automatic actions among them, by id.
pub(crate) async fn list(
    by: Caller,
    Id(project): Id<ProjectId>,
    Params(which): Params<Which>,
) -> Outcome<Json<Page<Rule>>> {
    let (after, limit) = (cursor(which.after.as_deref())?.unwrap_or_default(), limit(which.limit)?);
    let all = list_rules(&by.app, &by.actor, project).await?;
    let rest = all.into_iter().map(Rule::from).filter(|rule| rule.id > after).collect();
    Ok(Json(Page::of(rest, limit, |rule| rule.id)))
}

/// Shows a rule.
pub(crate) async fn show(by: Caller, Ids(project, rule): Ids<ProjectId, ActionId>) -> Outcome<Json<Rule>> {
    Ok(Json(of_project(&by, project, rule).await?.into()))
}
