//! A board as its page shows it, made from what kanso-core reads.

use std::collections::HashMap;

use kanso_core::board::{Board, BoardTask};
use kanso_core::column::Column;
use kanso_core::swimlane::Swimlane;
use kanso_domain::{Lane, TaskId};

use super::view::{BoardView, ColumnView, DueView, LaneView, PlaceView, SwimlaneView, TaskView};
use crate::page::Page;
use crate::person::Person;

impl BoardView {
    pub(crate) fn new(page: &Page, board: Board) -> Self {
        let mut lanes: HashMap<Lane, Vec<TaskView>> = HashMap::new();
        for task in board.tasks {
            lanes.entry(lane_of(&task)).or_default().push(TaskView::new(page, task));
        }
        let columns = &board.columns;
        let swimlanes: Vec<SwimlaneView> = board
            .swimlanes
            .into_iter()
            .map(|swimlane| SwimlaneView::new(swimlane, columns, &mut lanes))
            .collect();
        Self {
            id: board.project.id.get(),
            name: board.project.name,
            last_event: board.latest_event.get(),
            may_work: board.may_work,
            columns: columns.iter().map(|column| ColumnView::new(column, &swimlanes)).collect(),
            swimlanes,
        }
    }
}

impl SwimlaneView {
    fn new(swimlane: Swimlane, columns: &[Column], tasks: &mut HashMap<Lane, Vec<TaskView>>) -> Self {
        let lanes = columns.iter().map(|column| LaneView {
            column: column.id.get(),
            title: column.title.clone(),
            tasks: tasks.remove(&Lane { swimlane: swimlane.id, column: column.id }).unwrap_or_default(),
        });
        Self { id: swimlane.id.get(), lanes: lanes.collect(), name: swimlane.name }
    }
}

impl ColumnView {
    fn new(column: &Column, swimlanes: &[SwimlaneView]) -> Self {
        let id = column.id.get();
        let own = swimlanes.iter().flat_map(|swimlane| &swimlane.lanes).filter(|lane| lane.column == id);
        let open: usize = own.map(|lane| lane.tasks.len()).sum();
        Self { id, title: column.title.clone(), open: number(open), limit: column.task_limit }
    }
}

impl TaskView {
    pub(crate) fn new(page: &Page, task: BoardTask) -> Self {
        Self {
            id: task.id.get(),
            due: DueView::new(page, task.date_due.unwrap_or_default()),
            assignee: Person::named(task.assignee_name.as_deref(), task.assignee_username.as_deref()),
            title: task.title,
            color: task.color_id,
            priority: task.priority.unwrap_or_default(),
            score: task.score.unwrap_or_default(),
            comments: task.nb_comments,
            place: None,
        }
    }
}

impl PlaceView {
    /// Where `task` stands among the tasks of its lane, which are given from top to bottom.
    pub(crate) fn new(task: &BoardTask, lane: &[TaskId]) -> Self {
        let rank = lane.iter().take_while(|other| **other != task.id).count();
        let order: Vec<String> = lane.iter().map(TaskId::to_string).collect();
        Self {
            column: task.column_id.get(),
            swimlane: task.swimlane_id.get(),
            position: number(rank) + 1,
            order: order.join(" "),
        }
    }
}

fn lane_of(task: &BoardTask) -> Lane {
    Lane { swimlane: task.swimlane_id, column: task.column_id }
}

fn number(n: usize) -> i64 {
    i64::try_from(n).unwrap_or(i64::MAX)
}
