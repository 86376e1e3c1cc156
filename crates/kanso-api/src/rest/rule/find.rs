//! `GET /api/v1/projects/{id}/rules` and `GET /api/v1/projects/{id}/rules/{rule}`

use axum::Json;
use kanso_core::action::list_rules;
use kanso_domain::{ActionId, ProjectId};

use super::{Rule, of_project};
use crate::rest::caller::Caller;
use crate::rest::input::{Id, Ids, Params};
use crate::rest::page::{Page, WhichPage, cursor, limit};
use crate::rest::problem::Outcome;

/// Lists the rules of a project, Kanboard's automatic actions among them, by id.
pub(crate) async fn list(
    by: Caller,
    Id(project): Id<ProjectId>,
    Params(which): Params<WhichPage>,
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
