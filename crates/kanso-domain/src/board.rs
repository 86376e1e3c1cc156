//! Places on a board.

use serde::{Deserialize, Serialize};

use crate::{ColumnId, SwimlaneId};

/// Where a swimlane and a column of one board cross. Tasks are ordered inside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Lane {
    /// The row of the board.
    pub swimlane: SwimlaneId,
    /// The column of the board.
    pub column: ColumnId,
}

/// A place in a lane, counted from 1 at the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Slot {
    /// The lane.
    #[serde(flatten)]
    pub lane: Lane,
    /// 1 is the top.
    pub position: i64,
}

impl Slot {
    /// The place at `position` where `swimlane` and `column` cross.
    pub fn new(swimlane: SwimlaneId, column: ColumnId, position: i64) -> Self {
        Self { lane: Lane { swimlane, column }, position }
    }

    /// This place in a lane that holds `others` other tasks: past the end means the end.
    #[must_use]
    pub fn within(self, others: i64) -> Self {
        Self { position: self.position.clamp(1, others + 1), ..self }
    }
}

/// What a move asks for, compared with where the task is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Another swimlane, perhaps another column too.
    Swimlane,
    /// Another column of the same swimlane.
    Column,
    /// Another number in the same lane.
    Position,
    /// Where it is already.
    Nowhere,
}

impl Step {
    /// The step from one slot to another. The swimlane decides before the column, as in Kanboard.
    pub fn between(from: Slot, to: Slot) -> Self {
        if from.lane.swimlane != to.lane.swimlane {
            Self::Swimlane
        } else if from.lane.column != to.lane.column {
            Self::Column
        } else if from.position != to.position {
            Self::Position
        } else {
            Self::Nowhere
        }
    }

    /// Whether the task leaves its lane.
    pub fn leaves_lane(self) -> bool {
        matches!(self, Self::Swimlane | Self::Column)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slot(swimlane: i64, column: i64, position: i64) -> Slot {
        Slot::new(swimlane.into(), column.into(), position)
    }

    #[test]
    fn a_diagonal_move_is_a_change_of_swimlane() {
        assert_eq!(Step::between(slot(1, 1, 1), slot(2, 2, 1)), Step::Swimlane);
        assert_eq!(Step::between(slot(1, 1, 1), slot(1, 2, 1)), Step::Column);
        assert_eq!(Step::between(slot(1, 1, 1), slot(1, 1, 2)), Step::Position);
        assert_eq!(Step::between(slot(1, 1, 1), slot(1, 1, 1)), Step::Nowhere);
    }

    proptest! {
        #[test]
        fn a_slot_always_fits_its_lane(position: i64, others in 0i64..10_000) {
            let fitted = slot(1, 1, position).within(others).position;
            prop_assert!((1..=others + 1).contains(&fitted));
        }
    }
}
