//! Rules: what a project does by itself when something happens in it.

pub(crate) mod create;
mod deed;
pub(crate) mod draft;
pub(crate) mod find;
pub(crate) mod log;
pub(crate) mod pause;
pub(crate) mod remove;
pub(crate) mod update;

use std::collections::BTreeMap;

use kanso_core::action::{Action, find_action};
use kanso_core::{Error, Kind};
use kanso_domain::{ActionId, ProjectId};
use serde::Serialize;
use utoipa::ToSchema;

use self::deed::RuleDeed;
use super::caller::Caller;
use super::problem::Outcome;

/// A rule of a project: a composed one, or one of Kanboard's automatic actions.
#[derive(Debug, Serialize, ToSchema)]
pub(crate) struct Rule {
    pub(crate) id: i64,
    project_id: i64,
    /// What one of Kanboard's automatic actions does, by its name in Kanboard; null for a composed rule.
    #[schema(required)]
    action: Option<String>,
    /// Names of events, `task.*`, `!task.update`; or `task.cronjob.daily` alone.
    events: Vec<String>,
    /// Which tasks, in the search language; empty for all.
    filter: String,
    /// What a composed rule does, one after the other.
    deeds: Vec<RuleDeed>,
    /// What one of Kanboard's automatic actions needs to know.
    params: BTreeMap<String, String>,
    /// Whether it is paused: what happens meanwhile is not made up for later.
    paused: bool,
    /// Whose rights a composed rule has; 0 for the application.
    owner_id: i64,
}

impl From<Action> for Rule {
    fn from(action: Action) -> Self {
        let composed = action.composed.0;
        let kanboards = composed.is_none().then_some(action.action_name);
        let composed = composed.unwrap_or_default();
        Self {
            id: action.id.get(),
            project_id: action.project_id.get(),
            action: kanboards,
            events: action.event_name.split(", ").map(str::to_owned).collect(),
            filter: composed.filter,
            deeds: composed.deeds.into_iter().map(RuleDeed::from).collect(),
            params: action.params.0,
            paused: action.paused == 1,
            owner_id: action.owner_id.get(),
        }
    }
}

/// The rule of that project.
async fn of_project(by: &Caller, project: ProjectId, rule: ActionId) -> Outcome<Action> {
    let found = find_action(&by.app, &by.actor, rule).await?;
    if found.project_id == project { Ok(found) } else { Err(Error::NotFound(Kind::Action).into()) }
}
