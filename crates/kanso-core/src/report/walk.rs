//! What a board held on past days: from what it holds now, back through what happened.
//!
//! Each change of a task counts on the day it happened. What a day began with is what it ended with, less its
//! changes; so from now any day before can be reached, and the order of the tasks among each other does not matter.

use std::collections::{BTreeMap, HashMap};
use std::ops::{AddAssign, SubAssign};

use super::calendar::Calendar;

/// How much a column held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Open tasks.
    pub open: i64,
    /// Closed tasks.
    pub closed: i64,
    /// The complexity of the open ones.
    pub score: i64,
}

/// What columns held, by their ids. A column without tasks is not in it.
pub(super) type Board = BTreeMap<i64, Counts>;

/// Where a task counted, and how much.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Standing {
    pub(super) column: i64,
    pub(super) is_open: bool,
    pub(super) score: i64,
}

/// What is known of a task's past. Times are Unix seconds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Past {
    pub(super) created: i64,
    /// 0 for never.
    pub(super) completed: i64,
    pub(super) moved: i64,
}

/// A change of a task: how it counted before, if it did, and how after.
#[derive(Clone, Copy, Debug)]
pub(super) struct Step {
    pub(super) task: i64,
    pub(super) at: i64,
    pub(super) before: Option<Standing>,
    pub(super) after: Option<Standing>,
    pub(super) past: Past,
}

/// How a task counted at the moment that the walk has come to.
struct Known {
    standing: Option<Standing>,
    past: Past,
    /// From when on that is so for sure.
    since: i64,
}

/// A walk back from now.
pub(super) struct Walk {
    calendar: Calendar,
    now: i64,
    tasks: HashMap<i64, Known>,
    board: Board,
    changes: BTreeMap<i64, Board>,
}

impl Walk {
    /// Begins at a board without tasks.
    pub(super) fn new(calendar: Calendar, now: i64) -> Self {
        Self { calendar, now, tasks: HashMap::new(), board: Board::new(), changes: BTreeMap::new() }
    }

    /// Puts a task on the board as it is now.
    pub(super) fn begin_with(&mut self, task: i64, standing: Standing, past: Past) {
        count(&mut self.board, Some(standing), 1);
        self.tasks.insert(task, Known { standing: Some(standing), past, since: self.now });
    }

    /// Goes back over a change. Those of one task come from the latest to the first.
    pub(super) fn undo(&mut self, step: &Step) {
        let Step { task, at, before, after, past } = *step;
        let known = self.tasks.remove(&task).unwrap_or(Known { standing: None, past, since: self.now });
        if known.standing != after {
            // Some acts are not told. It happened after this, and when the task was last moved or closed at best.
            let turned = if known.standing.is_some() { known.past.turned() } else { known.since };
            self.change(turned.clamp(at.min(known.since), known.since), after, known.standing);
        }
        self.change(at, before, after);
        self.tasks.insert(task, Known { standing: before, past, since: at });
    }

    /// What the board held at the end of each day from `first` to `last`, with their numbers, and what it holds now.
    ///
    /// Of a task of whose beginning nobody told, its own dates say since when it was there.
    pub(super) fn finish(mut self, first: i64, last: i64) -> (BTreeMap<i64, Board>, Board) {
        let known: Vec<Known> = std::mem::take(&mut self.tasks).into_values().collect();
        for Known { standing, past, since } in known {
            let Some(mut standing) = standing else { continue };
            let created = past.created.min(since);
            if !standing.is_open && (created..=since).contains(&past.completed) {
                let open = Standing { is_open: true, ..standing };
                self.change(past.completed, Some(open), Some(standing));
                standing = open;
            }
            self.change(created, None, Some(standing));
        }
        let (mut board, mut days) = (self.board.clone(), BTreeMap::new());
        let mut left = self.changes.into_iter().rev().peekable();
        for day in (first..=last).rev() {
            while let Some((_, changes)) = left.next_if(|(changed, _)| *changed > day) {
                for (column, counts) in changes {
                    *board.entry(column).or_default() -= counts;
                }
            }
            board.retain(|_, counts| *counts != Counts::default());
            days.insert(day, board.clone());
        }
        (days, self.board)
    }

    /// The number of the day that a moment is in.
    pub(super) fn day_of(&mut self, at: i64) -> i64 {
        self.calendar.number(at)
    }

    fn change(&mut self, at: i64, before: Option<Standing>, after: Option<Standing>) {
        if before != after {
            let day = self.changes.entry(self.calendar.number(at)).or_default();
            count(day, before, -1);
            count(day, after, 1);
        }
    }
}

impl Past {
    fn turned(self) -> i64 {
        self.moved.max(self.completed)
    }
}

/// Counts a task in its column, or no longer.
pub(super) fn count(board: &mut Board, standing: Option<Standing>, times: i64) {
    let Some(Standing { column, is_open, score }) = standing else { return };
    let open = i64::from(is_open);
    let counted = Counts { open, closed: 1 - open, score: open * score };
    let entry = board.entry(column).or_default();
    if times > 0 { *entry += counted } else { *entry -= counted }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.open += other.open;
        self.closed += other.closed;
        self.score += other.score;
    }
}

impl SubAssign for Counts {
    fn sub_assign(&mut self, other: Self) {
        self.open -= other.open;
        self.closed -= other.closed;
        self.score -= other.score;
    }
}

#[cfg(test)]
#[path = "walk_tests.rs"]
mod tests;
