//! The columns of a board.

use std::sync::Arc;

use kanso_core::column::{self, Column, ColumnFields};
use kanso_domain::{ColumnId, ProjectId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use crate::error::Outcome;
use crate::procedure::Caller;
use crate::project::OneProject;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneColumn {
    column_id: Id<ColumnId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct AddColumn {
    project_id: Id<ProjectId>,
    title: Given<String>,
    task_limit: Given<i64>,
    description: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateColumn {
    column_id: Id<ColumnId>,
    title: Given<String>,
    task_limit: Given<i64>,
    description: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct MoveColumn {
    project_id: Id<ProjectId>,
    column_id: Id<ColumnId>,
    position: Given<i64>,
}

pub(crate) async fn get_columns(by: Arc<Caller>, params: OneProject) -> Outcome<Vec<Column>> {
    Ok(column::list_columns(&by.app, &by.actor, params.project_id.0).await?)
}

pub(crate) async fn get_column(by: Arc<Caller>, params: OneColumn) -> Outcome<Column> {
    Ok(column::find_column(&by.app, &by.actor, params.column_id.0).await?)
}

pub(crate) async fn change_column_position(by: Arc<Caller>, params: MoveColumn) -> Outcome<bool> {
    let position = params.position.required()?;
    column::move_column(&by.app, &by.actor, params.project_id.0, params.column_id.0, position).await?;
    Ok(true)
}

pub(crate) async fn add_column(by: Arc<Caller>, params: AddColumn) -> Outcome<ColumnId> {
    let (title, limit) = (params.title.required()?, limit(&params.task_limit));
    let description = params.description.or_empty()?;
    Ok(column::add_column(&by.app, &by.actor, params.project_id.0, title, limit, description).await?)
}

pub(crate) async fn update_column(by: Arc<Caller>, params: UpdateColumn) -> Outcome<bool> {
    let (title, limit) = (params.title.required()?, limit(&params.task_limit));
    let description = params.description.or_empty()?;
    // Kanboard forgets that a column was hidden.
    let fields = ColumnFields { title, task_limit: limit, description, hide_in_dashboard: false };
    column::update_column(&by.app, &by.actor, params.column_id.0, fields).await?;
    Ok(true)
}

/// What is no number counts as no limit, as in Kanboard.
fn limit(given: &Given<i64>) -> i64 {
    if let Given::Is(limit) = given { *limit } else { 0 }
}

pub(crate) async fn remove_column(by: Arc<Caller>, params: OneColumn) -> Outcome<bool> {
    column::remove_column(&by.app, &by.actor, params.column_id.0).await?;
    Ok(true)
}
