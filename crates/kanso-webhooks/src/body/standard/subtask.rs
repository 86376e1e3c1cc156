//! Subtasks in the standard body, and what changed of them.

use kanso_core::event::Past;
use kanso_core::subtask::SubtaskDetails;
use kanso_domain::NamedChange;
use schemars::JsonSchema;
use serde::Serialize;

use super::part::{Ends, Time, User};
use super::value::{hours, number, words};

/// How far a subtask is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Status {
    /// Not begun.
    Todo,
    /// Being worked on.
    InProgress,
    /// Finished.
    Done,
}

/// A subtask of the task.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Subtask<'a> {
    id: i64,
    title: &'a str,
    status: Status,
    /// Its place in the task; the first is 1.
    position: i64,
    assignee: Option<User<'a>>,
    /// Hours.
    time_estimated: f64,
    /// Hours.
    time_spent: f64,
    /// Since when the actor's timer runs; null when none does.
    timer_started_at: Option<Time>,
}

/// The fields of a subtask that changed, each with both ends; what stayed is not there.
#[derive(Clone, Debug, Default, Serialize, JsonSchema)]
pub(crate) struct SubtaskChanges<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    title: Option<Ends<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<Ends<Status>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    position: Option<Ends<i64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    assignee: Option<Ends<Option<User<'a>>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_estimated: Option<Ends<f64>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    time_spent: Option<Ends<f64>>,
}

impl Status {
    /// Beyond the three there is none.
    fn from_number(status: i64) -> Self {
        match status {
            0 => Self::Todo,
            1 => Self::InProgress,
            _ => Self::Done,
        }
    }
}

impl<'a> From<&'a SubtaskDetails> for Subtask<'a> {
    fn from(subtask: &'a SubtaskDetails) -> Self {
        Self {
            id: subtask.id.get(),
            title: &subtask.title,
            status: Status::from_number(subtask.status),
            position: subtask.position,
            assignee: assignee(subtask),
            time_estimated: subtask.time_estimated,
            time_spent: subtask.time_spent,
            timer_started_at: Time::stored(Some(subtask.timer_start_date)),
        }
    }
}

impl<'a> SubtaskChanges<'a> {
    pub(super) fn new(told: &'a [NamedChange], subtask: &'a SubtaskDetails, past: Option<&'a Past>) -> Self {
        let mut changes = Self::default();
        for NamedChange { field, from, .. } in told {
            match field.as_str() {
                "title" => changes.title = Some(Ends { from: words(from), to: &subtask.title }),
                "status" => {
                    let [from, to] = [number(from), subtask.status].map(Status::from_number);
                    changes.status = Some(Ends { from, to });
                }
                "position" => changes.position = Some(Ends { from: number(from), to: subtask.position }),
                "user_id" => {
                    let names = past.and_then(|past| past.assignee.as_ref());
                    let from = User::remembered(number(from), names);
                    changes.assignee = Some(Ends { from, to: assignee(subtask) });
                }
                "time_estimated" => {
                    changes.time_estimated = Some(Ends { from: hours(from), to: subtask.time_estimated });
                }
                "time_spent" => changes.time_spent = Some(Ends { from: hours(from), to: subtask.time_spent }),
                _ => {}
            }
        }
        changes
    }
}

fn assignee(subtask: &SubtaskDetails) -> Option<User<'_>> {
    User::new(subtask.user_id.get(), subtask.username.as_deref(), subtask.name.as_deref())
}
