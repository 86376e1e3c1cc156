//! A board as its page shows it, made from what kanso-core reads.

use std::collections::HashMap;

use kanso_core::board::{Board, OpenTasks, TagsOfTasks};
use kanso_core::column::Column;
use kanso_core::swimlane::Swimlane;
use kanso_domain::Lane;

use super::view::{BoardView, ColumnView, Folds, LaneView, Limit, SwimlaneView, TaskView, allowed};
use crate::page::Page;

/// The tasks of a board by lane.
type Lanes = HashMap<Lane, Vec<TaskView>>;

impl BoardView {
    /// The board, with tasks marked that changed in the last `recent` seconds. Where not all tasks are shown, `open`
    /// says how many there are.
    pub(crate) fn new(
        page: &Page,
        recent: i64,
        folds: Folds,
        board: Board,
        tags: &TagsOfTasks,
        open: Option<&OpenTasks>,
    ) -> Self {
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
            .map(|swimlane| SwimlaneView::new(swimlane, columns, limits_lanes, &folds, (&mut lanes, open)))
            .collect();
        let rights = allowed(&board.restrictions, columns);
        let column = |column: &Column| ColumnView::new(column, &swimlanes, &folds, open.is_some());
        let columns = columns.iter().map(column).collect();
        let open = swimlanes.iter().map(|swimlane| swimlane.limit.open).sum();
        Self {
            id: project.id.get(),
            name: project.name.clone(),
            last_event: board.latest.into(),
            may_work: board.may_work,
            rights,
            restrictions: board.restrictions,
            limit: Limit { open, most: project.task_limit },
            limits_lanes,
            columns,
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
        (tasks, open): (&mut Lanes, Option<&OpenTasks>),
    ) -> Self {
        let id = swimlane.id.get();
        let lanes: Vec<LaneView> = columns
            .iter()
            .map(|column| {
                let lane = Lane { swimlane: swimlane.id, column: column.id };
                let tasks = tasks.remove(&lane).unwrap_or_default();
                LaneView::new(column, limits_lanes, folds, tasks, open.map(|open| open.of_lane(lane)))
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
    fn new(
        column: &Column,
        limits_lanes: bool,
        folds: &Folds,
        tasks: Vec<TaskView>,
        open: Option<i64>,
    ) -> Self {
        let shown = number(tasks.iter().filter(|task| !task.is_closed).count());
        let open = open.unwrap_or(shown);
        Self {
            column: column.id.get(),
            title: column.title.clone(),
            is_folded: folds.has_column(column.id.get()),
            limit: Limit { open, most: if limits_lanes { column.task_limit } else { 0 } },
            hidden: (open - shown).max(0),
            tasks,
        }
    }
}

impl ColumnView {
    fn new(column: &Column, swimlanes: &[SwimlaneView], folds: &Folds, is_filtered: bool) -> Self {
        let id = column.id.get();
        let own = || swimlanes.iter().flat_map(|swimlane| &swimlane.lanes).filter(|lane| lane.column == id);
        let shown = number(own().map(|lane| lane.tasks.len()).sum());
        Self {
            id,
            title: column.title.clone(),
            description: column.description.clone(),
            is_folded: folds.has_column(id),
            limit: Limit { open: own().map(|lane| lane.limit.open).sum(), most: column.task_limit },
            shown: is_filtered.then_some(shown),
        }
    }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
