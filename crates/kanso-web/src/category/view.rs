//! Pages about categories.

use askama::Template;
use kanso_core::category::{Category, CategoryFields};
use serde::Deserialize;

use crate::page::Page;
use crate::project::frame::{Frame, colors};
use crate::refusal::Told;

/// What the form of a category sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct CategoryForm {
    pub(crate) name: String,
    /// Empty for none.
    pub(crate) color: String,
    pub(crate) description: String,
}

impl CategoryForm {
    pub(super) fn of(category: &Category) -> Self {
        Self {
            name: category.name.clone(),
            color: category.color_id.clone().unwrap_or_default(),
            description: category.description.clone().unwrap_or_default(),
        }
    }

    pub(super) fn fields(&self) -> CategoryFields {
        CategoryFields {
            name: self.name.trim().to_owned(),
            color: Some(self.color.clone()).filter(|color| !color.is_empty()),
            description: Some(self.description.clone()),
        }
    }
}

#[derive(Template)]
#[template(path = "category/list.html")]
pub(crate) struct CategoriesPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) categories: Vec<Category>,
    pub(crate) form: CategoryForm,
}

#[derive(Template)]
#[template(path = "category/edit.html")]
pub(crate) struct CategoryPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) category: Category,
    pub(crate) form: CategoryForm,
}

impl CategoriesPage<'_> {
    pub(crate) fn colors(&self) -> Vec<(&'static str, String)> {
        colors(self.page)
    }
}

impl CategoryPage<'_> {
    pub(crate) fn colors(&self) -> Vec<(&'static str, String)> {
        colors(self.page)
    }
}
