//! A table of tasks, and the page with that of a project.

use askama::Template;

use crate::board::selection::SelectionBar;
use crate::board::view::DueView;
use crate::filter::view::FilterBox;
use crate::page::Page;
use crate::person::Person;
use crate::project::tabs::ProjectTabs;

/// Tasks in a table with what they are sorted by; pages have it as `table` and include `list/table.html`.
pub(crate) struct TableView {
    pub(crate) heads: Vec<HeadView>,
    pub(crate) rows: Vec<RowView>,
    /// How many tasks there are on all pages.
    pub(crate) total: i64,
    /// Whether the rows say in which project they are.
    pub(crate) has_projects: bool,
    /// The form that sorts: where it goes, and what it keeps.
    pub(crate) path: String,
    pub(crate) query: String,
    pub(crate) sorts: Vec<SortView>,
    pub(crate) is_descending: bool,
    pub(crate) with_subtasks: bool,
    /// Whether rows can be chosen for something to be done with all of them.
    pub(crate) has_ticks: bool,
    pub(crate) pager: PagerView,
}

/// The head of a column, by which rows can be sorted.
pub(crate) struct HeadView {
    pub(crate) label: String,
    pub(crate) href: String,
    /// `ascending` or `descending` when the rows are sorted so.
    pub(crate) sorted: Option<&'static str>,
}

pub(crate) struct SortView {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) is_chosen: bool,
}

pub(crate) struct PagerView {
    pub(crate) words: String,
    pub(crate) earlier: Option<String>,
    pub(crate) later: Option<String>,
}

/// A task in a row.
pub(crate) struct RowView {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) color: String,
    pub(crate) is_open: bool,
    pub(crate) project: i64,
    pub(crate) project_name: String,
    pub(crate) column: String,
    pub(crate) swimlane: Option<String>,
    pub(crate) category: Option<String>,
    pub(crate) tags: Vec<String>,
    pub(crate) reference: String,
    pub(crate) assignee: Option<Person>,
    pub(crate) due: Option<DueView>,
    pub(crate) priority: i64,
    /// Those done and all; all is 0 for none.
    pub(crate) done_subtasks: i64,
    pub(crate) all_subtasks: i64,
    pub(crate) comments: i64,
    pub(crate) subtasks: Vec<SubtaskRow>,
}

/// A subtask below its task.
pub(crate) struct SubtaskRow {
    pub(crate) title: String,
    pub(crate) status: String,
    pub(crate) is_done: bool,
    pub(crate) assignee: Option<Person>,
}

#[derive(Template)]
#[template(path = "list/show.html")]
pub(crate) struct ListPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tabs: ProjectTabs,
    pub(crate) filter: FilterBox,
    pub(crate) table: TableView,
    /// What can be done with several tasks at once; nothing for readers who may change none.
    pub(crate) bulk: Option<SelectionBar<'a>>,
    /// This page, to which that leads back.
    pub(crate) here: String,
}
