//! What Kanboard tells of a move beside the task.

use kanso_core::task::TaskDetails;
use kanso_domain::Slot;
use serde::Serialize;

use super::value::text;

/// The keys of a move, as numbers.
#[derive(Serialize)]
pub(super) struct Moved {
    project_id: i64,
    position: i64,
    column_id: i64,
    swimlane_id: i64,
    src_column_id: i64,
    dst_column_id: i64,
    /// When it had been moved before.
    date_moved: i64,
    recurrence_status: i64,
    recurrence_trigger: i64,
}

/// The same with what was read from the database as text. The position was computed.
#[derive(Serialize)]
#[serde(remote = "Moved")]
pub(super) struct MovedText {
    #[serde(serialize_with = "text")]
    project_id: i64,
    position: i64,
    #[serde(serialize_with = "text")]
    column_id: i64,
    #[serde(serialize_with = "text")]
    swimlane_id: i64,
    #[serde(serialize_with = "text")]
    src_column_id: i64,
    #[serde(serialize_with = "text")]
    dst_column_id: i64,
    #[serde(serialize_with = "text")]
    date_moved: i64,
    #[serde(serialize_with = "text")]
    recurrence_status: i64,
    #[serde(serialize_with = "text")]
    recurrence_trigger: i64,
}

/// The part of a move that differs from the task after it.
#[derive(Serialize)]
pub(super) struct MoveChanges {
    src_column_id: i64,
    dst_column_id: i64,
    #[serde(skip_serializing_if = "Option::is_none")]
    date_moved: Option<i64>,
}

/// The same as text.
#[derive(Serialize)]
#[serde(remote = "MoveChanges")]
pub(super) struct MoveChangesText {
    #[serde(serialize_with = "text")]
    src_column_id: i64,
    #[serde(serialize_with = "text")]
    dst_column_id: i64,
    #[serde(serialize_with = "super::value::text_or_null", skip_serializing_if = "Option::is_none")]
    date_moved: Option<i64>,
}

impl Moved {
    pub(super) fn new(task: &TaskDetails, from: Slot, to: Slot, moved_before: i64) -> Self {
        Self {
            project_id: task.project_id,
            position: to.position,
            column_id: to.lane.column.get(),
            swimlane_id: to.lane.swimlane.get(),
            src_column_id: from.lane.column.get(),
            dst_column_id: to.lane.column.get(),
            date_moved: moved_before,
            recurrence_status: task.recurrence_status,
            recurrence_trigger: task.recurrence_trigger,
        }
    }

    pub(super) fn changes(&self, task: &TaskDetails) -> MoveChanges {
        MoveChanges {
            src_column_id: self.src_column_id,
            dst_column_id: self.dst_column_id,
            date_moved: Some(self.date_moved).filter(|before| *before != task.date_moved),
        }
    }
}
