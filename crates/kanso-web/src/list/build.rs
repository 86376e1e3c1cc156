//! A table of tasks, made from what kanso-core found.

use kanso_core::board::FullTask;
use kanso_core::search::{Listed, Sort};
use kanso_core::subtask::SubtaskDetails;

use super::Ask;
use super::ask::LISTED;
use super::view::{HeadView, PagerView, RowView, SortView, SubtaskRow, TableView};
use crate::board::view::DueView;
use crate::page::Page;
use crate::person::Person;

/// The columns of the table.
const HEADS: [Sort; 5] = [Sort::Title, Sort::Column, Sort::Assignee, Sort::Due, Sort::Priority];

impl TableView {
    /// The table of one page; `has_projects` when its tasks are of several.
    pub(crate) fn new(page: &Page, ask: &Ask, mut listed: Listed, has_projects: bool) -> Self {
        let head = |by: Sort| HeadView {
            label: label(page, by),
            href: ask.sorted_by(by).href(),
            sorted: (by == ask.order.by).then_some(if ask.order.is_descending {
                "descending"
            } else {
                "ascending"
            }),
        };
        let sort = |(by, name): (Sort, &'static str)| SortView {
            name,
            label: label(page, by),
            is_chosen: by == ask.order.by,
        };
        let sorts = Sort::ALL.into_iter().filter(|(by, _)| has_projects || *by != Sort::Project);
        let swimlane = listed.tasks.first().map(|task| task.swimlane_id);
        let is_one_swimlane = listed.tasks.iter().all(|task| Some(task.swimlane_id) == swimlane);
        let rows = std::mem::take(&mut listed.tasks).into_iter().map(|task| {
            let tags = listed.tags.of(task.id).iter().map(|tag| tag.name.clone()).collect();
            let subtasks = listed.subtasks.remove(&task.id).unwrap_or_default();
            let mut row = RowView { tags, subtasks: subtasks_of(page, subtasks), ..RowView::new(page, task) };
            // One that all have in common tells nobody anything.
            row.swimlane = row.swimlane.filter(|_| !is_one_swimlane);
            row
        });
        Self {
            heads: HEADS.into_iter().map(head).collect(),
            rows: rows.collect(),
            total: listed.total,
            has_projects,
            path: ask.path.clone(),
            query: ask.query.clone(),
            sorts: sorts.map(sort).collect(),
            is_descending: ask.order.is_descending,
            with_subtasks: ask.with_subtasks,
            has_ticks: false,
            pager: PagerView::new(page, ask, listed.total),
        }
    }
}

impl RowView {
    /// The row without tags and subtasks, which are read beside it.
    pub(crate) fn new(page: &Page, task: FullTask) -> Self {
        let is_open = task.is_active == 1;
        Self {
            id: task.id.get(),
            due: DueView::new(page, task.date_due.unwrap_or_default()).filter(|_| is_open),
            assignee: Person::named(task.assignee_name.as_deref(), task.assignee_username.as_deref()),
            title: task.title,
            color: task.color_id,
            is_open,
            project: task.project_id.get(),
            project_name: task.project_name,
            column: task.column_name,
            swimlane: Some(task.swimlane_name),
            category: task.category_name,
            tags: Vec::new(),
            reference: task.reference.unwrap_or_default(),
            priority: task.priority.unwrap_or_default(),
            done_subtasks: task.nb_completed_subtasks,
            all_subtasks: task.nb_subtasks,
            comments: task.nb_comments,
            subtasks: Vec::new(),
        }
    }
}

impl PagerView {
    fn new(page: &Page, ask: &Ask, total: i64) -> Self {
        let last = ((total + LISTED - 1) / LISTED).max(1);
        Self {
            words: page.locale.with("page-of", &[("page", &ask.page), ("pages", &last)]),
            earlier: (ask.page > 1).then(|| ask.at(ask.page.min(last + 1) - 1).href()),
            later: (ask.page < last).then(|| ask.at(ask.page + 1).href()),
        }
    }
}

fn subtasks_of(page: &Page, subtasks: Vec<SubtaskDetails>) -> Vec<SubtaskRow> {
    let row = |subtask: SubtaskDetails| SubtaskRow {
        status: page.text(match subtask.status {
            0 => "list-to-do",
            1 => "list-in-progress",
            _ => "list-done",
        }),
        is_done: subtask.status == 2,
        assignee: Person::named(subtask.name.as_deref(), subtask.username.as_deref()),
        title: subtask.title,
    };
    subtasks.into_iter().map(row).collect()
}

fn label(page: &Page, sort: Sort) -> String {
    match sort {
        Sort::Id => page.text("sort-id"),
        Sort::Title => page.text("task"),
        Sort::Project => page.text("project"),
        Sort::Column => page.text("column"),
        Sort::Swimlane => page.text("swimlane"),
        Sort::Position => page.text("position"),
        Sort::Category => page.text("category"),
        Sort::Assignee => page.text("assignee"),
        Sort::Priority => page.text("priority"),
        Sort::Due => page.text("due-date"),
        Sort::Started => page.text("start-date"),
        Sort::Status => page.text("sort-status"),
        Sort::Reference => page.text("reference"),
        Sort::Modified => page.text("sort-modified"),
    }
}
