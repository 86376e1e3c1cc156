//! The subtasks of a task as its sheet shows them.

use kanso_core::Actor;
use kanso_core::subtask::{Busy, SubtaskDetails};

use crate::page::Page;
use crate::task::hours;

/// The section of the subtasks.
#[derive(Default)]
pub(crate) struct SubtasksView {
    pub(crate) rows: Vec<SubtaskView>,
    pub(crate) done: usize,
    /// What the reader has in progress already, and which subtask waits for it.
    pub(crate) busy: Option<BusyView>,
}

pub(crate) struct SubtaskView {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) status: i64,
    pub(crate) status_name: String,
    pub(crate) user: i64,
    pub(crate) assignee: Option<String>,
    pub(crate) estimated: String,
    pub(crate) spent: String,
    /// Spent and estimated in words; empty when there are none.
    pub(crate) hours: String,
    pub(crate) position: usize,
    /// Whether the reader's timer runs.
    pub(crate) is_timed: bool,
    /// Whether the reader may start and stop a timer.
    pub(crate) may_time: bool,
}

pub(crate) struct BusyView {
    pub(crate) waiting: i64,
    pub(crate) id: i64,
    pub(crate) words: String,
}

impl SubtasksView {
    pub(crate) fn new(page: &Page, actor: &Actor, times: bool, subtasks: &[SubtaskDetails]) -> Self {
        let may_time = times && !actor.user_id().is_none();
        let rows = subtasks.iter().zip(1..).map(|(subtask, position)| {
            let (spent, estimated) = (hours::shown(subtask.time_spent), hours::shown(subtask.time_estimated));
            let name =
                subtask.name.as_deref().filter(|name| !name.is_empty()).or(subtask.username.as_deref());
            SubtaskView {
                id: subtask.id.get(),
                title: subtask.title.clone(),
                status: subtask.status,
                status_name: status_name(page, subtask.status),
                user: subtask.user_id.get(),
                assignee: name.map(str::to_owned),
                hours: in_words(page, &spent, &estimated),
                estimated,
                spent,
                position,
                is_timed: subtask.is_timer_started(),
                may_time: may_time && subtask.status != 2,
            }
        });
        let rows: Vec<SubtaskView> = rows.collect();
        Self { done: rows.iter().filter(|row| row.status == 2).count(), rows, busy: None }
    }
}

impl BusyView {
    pub(crate) fn new(page: &Page, waiting: i64, busy: &Busy) -> Self {
        let task = format!("#{} {}", busy.task_id, busy.task_title);
        let words = page.locale.with("subtask-busy", &[("title", &busy.title), ("task", &task)]);
        Self { waiting, id: busy.id.get(), words }
    }
}

pub(crate) fn status_name(page: &Page, status: i64) -> String {
    match status {
        0 => page.text("subtask-todo"),
        1 => page.text("subtask-progress"),
        _ => page.text("subtask-finished"),
    }
}

/// Spent and estimated hours: both, one, or nothing.
fn in_words(page: &Page, spent: &str, estimated: &str) -> String {
    match (spent, estimated) {
        ("", "") => String::new(),
        (spent, "") => page.say("hours-spent", "spent", spent),
        ("", estimated) => page.say("hours-estimated", "estimated", estimated),
        (spent, estimated) => page.locale.with("hours-of", &[("spent", &spent), ("estimated", &estimated)]),
    }
}
