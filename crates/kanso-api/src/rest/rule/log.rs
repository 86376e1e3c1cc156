//! `GET /api/v1/projects/{id}/rules/{rule}/log`

use axum::Json;
use kanso_core::action::{Logged, Unmet, list_action_log};
use kanso_domain::{ActionId, ProjectId, TaskId};
use serde::Serialize;
use utoipa::ToSchema;

use super::of_project;
use crate::rest::caller::Caller;
use crate::rest::input::{Ids, Params};
use crate::rest::page::{Page, WhichPage, cursor, limit};
use crate::rest::problem::Outcome;
use crate::rest::time::at;
use crate::rest::words::RuleOutcomeName;

/// What came of a rule when something happened that it waits for.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct RuleRun {
    /// Later ones have a greater id.
    id: i64,
    /// The event that set it off; null for what is done daily.
    #[schema(required)]
    event: Option<String>,
    /// The event's name.
    #[serde(rename = "type")]
    name: String,
    /// The task; null where a daily rule found none.
    #[schema(required)]
    task_id: Option<i64>,
    outcome: RuleOutcomeName,
    /// What was not met, or what is gone; null where there is nothing to say.
    #[schema(required)]
    detail: Option<String>,
    #[schema(format = DateTime)]
    at: String,
}

/// Lists what came of a rule in the last 30 days, newest first.
pub(crate) async fn list(
    by: Caller,
    Ids(project, rule): Ids<ProjectId, ActionId>,
    Params(which): Params<WhichPage>,
) -> Outcome<Json<Page<RuleRun>>> {
    let (before, limit) = (cursor(which.after.as_deref())?, limit(which.limit)?);
    of_project(&by, project, rule).await?;
    let logged = list_action_log(&by.app, &by.actor, project, Some(rule), before, limit + 1).await?;
    let runs = logged.into_iter().filter_map(RuleRun::of).collect();
    Ok(Json(Page::of(runs, limit, |run| run.id)))
}

impl RuleRun {
    /// What is said of the one rule that was asked for.
    fn of(logged: Logged) -> Option<Self> {
        let entry = logged.entries.into_iter().next()?;
        let detail = entry.unmet.map(Unmet::as_str).map_or(entry.detail, str::to_owned);
        Some(Self {
            id: logged.id,
            event: logged.uid,
            name: logged.name,
            task_id: (!logged.task.is_none()).then_some(logged.task).map(TaskId::get),
            outcome: RuleOutcomeName(entry.outcome),
            detail: Some(detail).filter(|detail| !detail.is_empty()),
            at: at(logged.at),
        })
    }
}
