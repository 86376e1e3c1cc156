//! The board with all its sums.

use std::collections::HashMap;
use std::sync::Arc;

use kanso_core::Actor;
use kanso_core::board::{Board, FullTask, TagsOfTasks, TaskTag, find_full_board};
use kanso_core::column::Column;
use kanso_core::swimlane::Swimlane;
use kanso_domain::{ColumnId, ProjectId, SwimlaneId};
use serde::{Serialize, Serializer};

use crate::error::Outcome;
use crate::procedure::Caller;
use crate::project::OneProject;

pub(crate) async fn get_board(by: Arc<Caller>, params: OneProject) -> Outcome<BoardAnswer> {
    let (board, tags) = find_full_board(&by.app, &by.actor, params.project_id.0).await?;
    // The application drags nothing, and an administrator whatever they see, as in Kanboard.
    let may_drag = matches!(by.actor, Actor::User(_)) && (board.may_work || by.actor.is_admin());
    Ok(BoardAnswer { board, tags, may_drag })
}

/// A board that is laid out while it is written, so that nothing of it is copied.
pub(crate) struct BoardAnswer {
    board: Board<FullTask>,
    tags: TagsOfTasks,
    may_drag: bool,
}

impl Serialize for BoardAnswer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.board.columns.is_empty() {
            return serializer.collect_seq::<[(); 0]>([]);
        }
        let layout = Layout::new(&self.board);
        serializer.collect_seq(self.board.swimlanes.iter().map(|swimlane| self.swimlane(&layout, swimlane)))
    }
}

/// The tasks by where they are, and what columns sum up to.
struct Layout<'a> {
    lanes: HashMap<(SwimlaneId, ColumnId), Lane<'a>>,
    columns: HashMap<ColumnId, Sums>,
}

#[derive(Default)]
struct Lane<'a> {
    tasks: Vec<&'a FullTask>,
    open: usize,
    score: i64,
}

#[derive(Default)]
struct Sums {
    /// Open tasks in all swimlanes, disabled ones too.
    open: usize,
    /// Tasks in enabled swimlanes.
    visible: usize,
    /// Their score.
    score: i64,
}

impl<'a> Layout<'a> {
    fn new(board: &'a Board<FullTask>) -> Self {
        let mut layout = Self { lanes: HashMap::new(), columns: HashMap::new() };
        for task in &board.tasks {
            let (open, score) = (usize::from(task.is_active == 1), task.score.unwrap_or(0));
            let sums = layout.columns.entry(task.column_id).or_default();
            sums.open += open;
            if board.swimlanes.iter().any(|swimlane| swimlane.id == task.swimlane_id) {
                sums.visible += 1;
                sums.score += score;
            }
            let lane = layout.lanes.entry((task.swimlane_id, task.column_id)).or_default();
            lane.tasks.push(task);
            lane.open += open;
            lane.score += score;
        }
        layout
    }
}

impl BoardAnswer {
    fn swimlane<'a>(&'a self, layout: &Layout<'a>, swimlane: &'a Swimlane) -> BoardSwimlane<'a> {
        let columns: Vec<_> =
            self.board.columns.iter().map(|column| self.column(layout, swimlane, column)).collect();
        BoardSwimlane {
            swimlane,
            nb_swimlanes: self.board.swimlanes.len(),
            nb_columns: columns.len(),
            nb_tasks: columns.iter().map(|column| column.nb_tasks).sum(),
            score: columns.iter().map(|column| column.score).sum(),
            columns,
        }
    }

    fn column<'a>(
        &'a self,
        layout: &Layout<'a>,
        swimlane: &'a Swimlane,
        column: &'a Column,
    ) -> BoardColumn<'a> {
        let (no_tasks, nothing) = (Lane::default(), Sums::default());
        let lane = layout.lanes.get(&(swimlane.id, column.id)).unwrap_or(&no_tasks);
        let sums = layout.columns.get(&column.id).unwrap_or(&nothing);
        let per_swimlane = self.board.project.per_swimlane_task_limits == 1;
        BoardColumn {
            id: column.id,
            title: &column.title,
            position: column.position,
            task_limit: column.task_limit,
            description: &column.description,
            hide_in_dashboard: column.hide_in_dashboard,
            project_id: column.project_id,
            nb_open_tasks: sums.open,
            tasks: lane.tasks.iter().map(|task| self.task(task)).collect(),
            nb_tasks: lane.tasks.len(),
            score: lane.score,
            column_nb_open_tasks: if per_swimlane { lane.open } else { sums.open },
            nb_visible_tasks_across_swimlane: sums.visible,
            nb_unfiltered_tasks_across_swimlane: sums.open,
            cumulative_score_across_swimlane: sums.score,
        }
    }

    fn task<'a>(&'a self, task: &'a FullTask) -> TaskOnBoard<'a> {
        TaskOnBoard { task, tags: self.tags.of(task.id), is_draggable: self.may_drag && task.is_active == 1 }
    }
}

#[derive(Serialize)]
struct BoardSwimlane<'a> {
    #[serde(flatten)]
    swimlane: &'a Swimlane,
    columns: Vec<BoardColumn<'a>>,
    nb_swimlanes: usize,
    nb_columns: usize,
    nb_tasks: usize,
    score: i64,
}

#[derive(Serialize)]
struct BoardColumn<'a> {
    id: ColumnId,
    title: &'a str,
    position: i64,
    task_limit: i64,
    description: &'a str,
    hide_in_dashboard: i64,
    project_id: ProjectId,
    nb_open_tasks: usize,
    tasks: Vec<TaskOnBoard<'a>>,
    nb_tasks: usize,
    score: i64,
    column_nb_open_tasks: usize,
    nb_visible_tasks_across_swimlane: usize,
    nb_unfiltered_tasks_across_swimlane: usize,
    cumulative_score_across_swimlane: i64,
}

/// A task with its tags.
#[derive(Serialize)]
struct TaskOnBoard<'a> {
    #[serde(flatten)]
    task: &'a FullTask,
    tags: &'a [TaskTag],
    is_draggable: bool,
}
