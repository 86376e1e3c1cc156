//! A board as its page shows it, made from what kanso-core reads.

use std::collections::HashMap;

use kanso_core::board::{Board, TagsOfTasks};
use kanso_core::column::Column;
use kanso_core::swimlane::Swimlane;
use kanso_domain::Lane;

use super::view::{BoardView, ColumnView, Folds, LaneView, Limit, SwimlaneView, TaskView};
use crate::page::Page;

/// The tasks of a board by lane.
type Lanes = HashMap<Lane, Vec<TaskView>>;

impl BoardView {
    /// The board, with tasks marked that changed in the last `recent` seconds.
    pub(crate) fn new(page: &Page, recent: i64, folds: Folds, board: Board, tags: &TagsOfTasks) -> Self {
        let mut lanes = Lanes::new();
        for task in board.tasks {
            let lane = Lane { swimlane: task.swimlane_id, column: task.column_id };
            let own = tags.of(task.id);
            lanes.entry(lane).or_default().push(TaskView::new(page, recent, task, own));
        }
        let (columns, project) = (&board.columns, &board.project);
        let limits_lanes = project.per_swimlane_task_limits == 1;
        let swimlanes: Vec<SwimlaneView> = board
            .swimlanes
            .into_iter()
            .map(|swimlane| SwimlaneView::new(swimlane, columns, limits_lanes, &folds, &mut lanes))
            .collect();
        let open = swimlanes.iter().map(|swimlane| swimlane.limit.open).sum();
        Self {
            id: project.id.get(),
            name: project.name.clone(),
            last_event: board.latest_event.get(),
            may_work: board.may_work,
            limit: Limit { open, most: project.task_limit },
            limits_lanes,
            columns: columns.iter().map(|column| ColumnView::new(column, &swimlanes, &folds)).collect(),
            swimlanes,
            folds,
        }
    }
}

impl SwimlaneView {
    fn new(
        swimlane: Swimlane,
        columns: &[Column],
        limits_lanes: bool,
        folds: &Folds,
        tasks: &mut Lanes,
    ) -> Self {
        let id = swimlane.id.get();
        let lanes: Vec<LaneView> = columns
            .iter()
            .map(|column| {
                let tasks = tasks.remove(&Lane { swimlane: swimlane.id, column: column.id });
                LaneView::new(column, limits_lanes, folds, tasks.unwrap_or_default())
            })
            .collect();
        let open = lanes.iter().map(|lane| lane.limit.open).sum();
        Self {
            id,
            is_folded: folds.has_swimlane(id),
            limit: Limit { open, most: swimlane.task_limit },
            lanes,
            name: swimlane.name,
            description: swimlane.description,
        }
    }
}

impl LaneView {
    fn new(column: &Column, limits_lanes: bool, folds: &Folds, tasks: Vec<TaskView>) -> Self {
        Self {
            column: column.id.get(),
            title: column.title.clone(),
            is_folded: folds.has_column(column.id.get()),
            limit: Limit {
                open: i64::try_from(tasks.len()).unwrap_or(i64::MAX),
                most: if limits_lanes { column.task_limit } else { 0 },
            },
            tasks,
        }
    }
}

impl ColumnView {
    fn new(column: &Column, swimlanes: &[SwimlaneView], folds: &Folds) -> Self {
        let id = column.id.get();
        let own = swimlanes.iter().flat_map(|swimlane| &swimlane.lanes).filter(|lane| lane.column == id);
        Self {
            id,
            title: column.title.clone(),
            description: column.description.clone(),
            is_folded: folds.has_column(id),
            limit: Limit { open: own.map(|lane| lane.limit.open).sum(), most: column.task_limit },
        }
    }
}
