//! Tasks of several projects as one board: columns of the same name are one.

use std::collections::BTreeMap;

use kanso_core::board::FullTask;

use super::view::ColumnGroup;
use crate::list::view::RowView;
use crate::page::Page;

/// The columns from left to right: by the place that they have most to the left, then by name.
pub(super) fn columns(page: &Page, tasks: Vec<FullTask>) -> Vec<ColumnGroup> {
    let mut columns: BTreeMap<String, (i64, ColumnGroup)> = BTreeMap::new();
    for task in tasks {
        let title = task.column_name.trim().to_owned();
        let (place, group) = columns
            .entry(title.to_lowercase())
            .or_insert_with(|| (task.column_position, ColumnGroup { title, rows: Vec::new() }));
        *place = task.column_position.min(*place);
        group.rows.push(RowView::new(page, task));
    }
    let mut columns: Vec<(i64, ColumnGroup)> = columns.into_values().collect();
    columns.sort_by_key(|(place, _)| *place);
    columns.into_iter().map(|(_, group)| group).collect()
}
