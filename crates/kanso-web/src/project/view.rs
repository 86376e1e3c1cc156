//! Pages about projects.

use askama::Template;

use crate::page::Page;

pub(crate) struct ProjectView {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// How many tasks are open.
    pub(crate) open: i64,
    pub(crate) columns: Vec<ColumnCount>,
}

pub(crate) struct ColumnCount {
    pub(crate) title: String,
    pub(crate) open: i64,
}

#[derive(Template)]
#[template(path = "project/new.html")]
pub(crate) struct NewProjectPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) name: String,
    pub(crate) fault: Option<String>,
    /// Whether the reader may create projects for a team.
    pub(crate) may_choose_kind: bool,
    pub(crate) is_personal: bool,
}
