//! Pages of the search.

use askama::Template;

use crate::filter::view::FilterBox;
use crate::list::view::{RowView, TableView};
use crate::page::Page;

pub(crate) struct ViewLink {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) is_shown: bool,
}

/// The tasks of all columns with one name, whatever their project.
pub(crate) struct ColumnGroup {
    pub(crate) title: String,
    pub(crate) rows: Vec<RowView>,
}

/// What was found.
pub(crate) enum Found {
    /// Nobody asked for anything yet.
    Nothing,
    Table(TableView),
    Board {
        columns: Vec<ColumnGroup>,
        /// What is missing, when more was found than is shown.
        cut: Option<String>,
    },
}

#[derive(Template)]
#[template(path = "search/show.html")]
pub(crate) struct SearchPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) filter: FilterBox,
    /// The ways to look at what was found.
    pub(crate) views: Vec<ViewLink>,
    pub(crate) found: Found,
}

impl ColumnGroup {
    pub(crate) fn count(&self) -> i64 {
        i64::try_from(self.rows.len()).unwrap_or(i64::MAX)
    }
}
