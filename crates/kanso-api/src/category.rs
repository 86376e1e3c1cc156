//! The categories of a project.

use std::sync::Arc;

use kanso_core::category::{self, Category, CategoryFields};
use kanso_domain::{CategoryId, ProjectId};
use kanso_rpc::lenient::{Given, Id};
use serde::Deserialize;

use crate::error::Outcome;
use crate::procedure::Caller;
use crate::project::OneProject;

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct OneCategory {
    category_id: Id<CategoryId>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CreateCategory {
    project_id: Id<ProjectId>,
    name: Given<String>,
    color_id: Given<String>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct UpdateCategory {
    id: Id<CategoryId>,
    name: Given<String>,
    color_id: Given<String>,
}

pub(crate) async fn create_category(by: Arc<Caller>, params: CreateCategory) -> Outcome<CategoryId> {
    let (name, color) = (params.name.required()?, params.color_id.optional()?);
    Ok(category::create_category(&by.app, &by.actor, params.project_id.0, name, color).await?)
}

pub(crate) async fn get_category(by: Arc<Caller>, params: OneCategory) -> Outcome<Category> {
    Ok(category::find_category(&by.app, &by.actor, params.category_id.0).await?)
}

pub(crate) async fn get_all_categories(by: Arc<Caller>, params: OneProject) -> Outcome<Vec<Category>> {
    Ok(category::list_categories(&by.app, &by.actor, params.project_id.0).await?)
}

pub(crate) async fn update_category(by: Arc<Caller>, params: UpdateCategory) -> Outcome<bool> {
    let (name, color) = (params.name.required()?, params.color_id.optional()?);
    let fields = CategoryFields { name, color, description: None };
    category::update_category(&by.app, &by.actor, params.id.0, fields).await?;
    Ok(true)
}

pub(crate) async fn remove_category(by: Arc<Caller>, params: OneCategory) -> Outcome<bool> {
    category::remove_category(&by.app, &by.actor, params.category_id.0).await?;
    Ok(true)
}
