//! `PATCH /api/v1/projects/{id}/rules/{rule}`

use axum::Json;
use kanso_core::action::{find_action, update_rule};
use kanso_domain::{ActionId, ProjectId};

use super::draft::RuleChanges;
use super::{Rule, of_project};
use crate::rest::caller::Caller;
use crate::rest::input::{Body, Ids};
use crate::rest::problem::{Outcome, Problem};

/// Changes a composed rule.
pub(crate) async fn update(
    by: Caller,
    Ids(project, rule): Ids<ProjectId, ActionId>,
    Body(changes): Body<RuleChanges>,
) -> Outcome<Json<Rule>> {
    let before = of_project(&by, project, rule).await?;
    let Some(composed) = before.composed.0 else {
        return Err(Problem::invalid("", "One of Kanboard's automatic actions is changed on its page."));
    };
    let new = changes.apply(project, before.event_name, composed);
    update_rule(&by.app, &by.actor, rule, new).await?;
    Ok(Json(find_action(&by.app, &by.actor, rule).await?.into()))
}
