//! Creating, changing and removing projects.

use std::sync::Arc;

use kanso_core::project::{self, NewProject, ProjectPatch};
use kanso_domain::{ProjectId, UserId, text};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use super::OneProject;
use crate::error::{Failure, Outcome};
use crate::procedure::Caller;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateProject {
    name: Given<String>,
    description: Given<String>,
    owner_id: Given<i64>,
    identifier: Given<String>,
    start_date: Given<String>,
    end_date: Given<String>,
    priority_default: Given<i64>,
    priority_start: Given<i64>,
    priority_end: Given<i64>,
    email: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateProject {
    project_id: Id<ProjectId>,
    name: Given<String>,
    description: Given<String>,
    owner_id: Given<i64>,
    identifier: Given<String>,
    start_date: Given<String>,
    end_date: Given<String>,
    priority_default: Given<i64>,
    priority_start: Given<i64>,
    priority_end: Given<i64>,
    email: Given<String>,
}

pub(crate) async fn create_project(by: Arc<Caller>, params: CreateProject) -> Outcome<ProjectId> {
    let new = NewProject {
        name: params.name.required()?,
        description: params.description.optional()?,
        owner: params.owner_id.optional()?.map(UserId::from),
        identifier: params.identifier.optional()?,
        start_date: params.start_date.optional()?,
        end_date: params.end_date.optional()?,
        priority_default: params.priority_default.optional()?,
        priority_start: params.priority_start.optional()?,
        priority_end: params.priority_end.optional()?,
        email: params.email.optional()?,
    };
    Ok(project::create_project(&by.app, &by.actor, new).await?)
}

pub(crate) async fn update_project(by: Arc<Caller>, params: UpdateProject) -> Outcome<bool> {
    let patch = ProjectPatch {
        name: params.name.optional()?,
        description: params.description.optional()?,
        owner: params.owner_id.optional()?.map(UserId::from),
        identifier: params.identifier.optional()?,
        start_date: day(&by, params.start_date)?,
        end_date: day(&by, params.end_date)?,
        priority_default: params.priority_default.optional()?,
        priority_start: params.priority_start.optional()?,
        priority_end: params.priority_end.optional()?,
        email: params.email.optional()?,
        // Kanboard forgets it with every change.
        per_swimlane_task_limits: Some(false),
        ..ProjectPatch::default()
    };
    project::update_project(&by.app, &by.actor, params.project_id.0, patch).await?;
    Ok(true)
}

/// The day that a text or a Unix timestamp names; an empty text clears it. Kanboard stores what it cannot read
/// as the first day of its time.
fn day(by: &Caller, given: Given<String>) -> Outcome<Option<String>> {
    const UNREADABLE: &str = "1970-01-01";
    const LONGEST: usize = 10;
    let Some(written) = given.optional()? else { return Ok(None) };
    if written.is_empty() {
        return Ok(Some(written));
    }
    if !text::fits(&written, LONGEST) {
        return Err(Failure::Refused);
    }
    let input = by.app.settings().date_input();
    let moment = input.parse(&written, by.app.clock().now()).or_else(|| written.parse().ok());
    Ok(Some(moment.map_or_else(|| UNREADABLE.to_owned(), |at| input.local(at).date().to_string())))
}

pub(crate) async fn remove_project(by: Arc<Caller>, params: OneProject) -> Outcome<bool> {
    project::remove_project(&by.app, &by.actor, params.project_id.0).await?;
    Ok(true)
}

pub(crate) async fn enable_project(by: Arc<Caller>, params: OneProject) -> Outcome<bool> {
    project::set_active(&by.app, &by.actor, params.project_id.0, true).await?;
    Ok(true)
}

pub(crate) async fn disable_project(by: Arc<Caller>, params: OneProject) -> Outcome<bool> {
    project::set_active(&by.app, &by.actor, params.project_id.0, false).await?;
    Ok(true)
}

pub(crate) async fn enable_project_public_access(by: Arc<Caller>, params: OneProject) -> Outcome<bool> {
    project::enable_public_access(&by.app, &by.actor, params.project_id.0).await?;
    Ok(true)
}

pub(crate) async fn disable_project_public_access(by: Arc<Caller>, params: OneProject) -> Outcome<bool> {
    project::disable_public_access(&by.app, &by.actor, params.project_id.0).await?;
    Ok(true)
}
