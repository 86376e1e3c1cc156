//! A list of tasks as a file: Kanboard's columns, in their order, below a heading.

use kanso_core::task::ListedTask;

use crate::csv_file::{Numbered, text_of};

/// The heading.
pub(super) const COLUMNS: [&str; 18] = [
    "Reference",
    "Title",
    "Description",
    "Assignee Username",
    "Creator Username",
    "Color Name",
    "Column Name",
    "Category Name",
    "Swimlane Name",
    "Complexity",
    "Time Estimated",
    "Time Spent",
    "Start Date",
    "Due Date",
    "Priority",
    "Status",
    "Tags",
    "External Link",
];

/// The task of a line. Values that the line lacks are empty.
pub(super) fn task(line: &Numbered) -> ListedTask {
    let mut values = line.record.iter().map(|cell| text_of(cell).to_owned());
    let mut next = || values.next().unwrap_or_default();
    ListedTask {
        reference: next(),
        title: next(),
        description: next(),
        assignee: next(),
        creator: next(),
        color: next(),
        column: next(),
        category: next(),
        swimlane: next(),
        score: next(),
        time_estimated: next(),
        time_spent: next(),
        date_started: next(),
        date_due: next(),
        priority: next(),
        status: next(),
        tags: next(),
        link: next(),
    }
}
