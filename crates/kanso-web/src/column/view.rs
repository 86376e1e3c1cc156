//! Pages about columns.

use askama::Template;
use kanso_core::column::{Column, ColumnFields};
use kanso_core::{Error, Result};
use kanso_domain::text;
use serde::Deserialize;

use crate::page::Page;
use crate::project::frame::Frame;
use crate::refusal::{Told, amount, required};

/// What the form of a column sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct ColumnForm {
    pub(crate) title: String,
    pub(crate) task_limit: String,
    pub(crate) description: String,
    pub(crate) hide_in_dashboard: String,
}

impl ColumnForm {
    pub(super) fn of(column: &Column) -> Self {
        let limit = Some(column.task_limit).filter(|limit| *limit > 0);
        let is_hidden = column.hide_in_dashboard == 1;
        Self {
            title: column.title.clone(),
            task_limit: limit.map(|limit| limit.to_string()).unwrap_or_default(),
            description: column.description.clone(),
            hide_in_dashboard: if is_hidden { "1".to_owned() } else { String::new() },
        }
    }

    pub(super) fn fields(&self) -> Result<ColumnFields, Error> {
        Ok(ColumnFields {
            title: required(&self.title, "title", text::NAME)?,
            task_limit: amount(&self.task_limit, "task_limit")?,
            description: self.description.clone(),
            hide_in_dashboard: !self.hide_in_dashboard.is_empty(),
        })
    }
}

#[derive(Template)]
#[template(path = "column/list.html")]
pub(crate) struct ColumnsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) columns: Vec<Column>,
    pub(crate) form: ColumnForm,
}

#[derive(Template)]
#[template(path = "column/edit.html")]
pub(crate) struct ColumnPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) column: Column,
    pub(crate) form: ColumnForm,
}
