//! A task in the standard body.

use kanso_core::event::Snapshot;
use kanso_core::task::TaskDetails;
use schemars::JsonSchema;
use serde::Serialize;

use super::part::{Named, Time, User};

/// A task as it was right after the event.
#[derive(Clone, Debug, Serialize, JsonSchema)]
pub(crate) struct Task<'a> {
    /// Its id.
    id: i64,
    /// Its title.
    title: &'a str,
    /// Markdown.
    description: Option<&'a str>,
    /// Where people see it.
    url: String,
    /// Its name in another system.
    reference: Option<&'a str>,
    /// Whether it is open.
    is_active: bool,
    project: Named<'a>,
    column: Named<'a>,
    swimlane: Option<Named<'a>>,
    category: Option<Named<'a>>,
    /// Its place in its column and swimlane; the first is 1.
    position: i64,
    /// The id of a colour.
    color: &'a str,
    /// Who has it to do.
    assignee: Option<User<'a>>,
    /// Who made it.
    creator: Option<User<'a>>,
    /// The names of its tags.
    tags: Vec<&'a str>,
    priority: i64,
    /// Its complexity.
    score: Option<i64>,
    /// Hours.
    time_estimated: Option<f64>,
    /// Hours.
    time_spent: Option<f64>,
    due_at: Option<Time>,
    started_at: Option<Time>,
    created_at: Option<Time>,
    modified_at: Option<Time>,
    /// When it came to its column or swimlane.
    moved_at: Option<Time>,
    completed_at: Option<Time>,
    /// 0: it does not come again; 1: it will; 2: it has.
    recurrence_status: i64,
    /// 0: leaving the first column, 1: entering the last one, 2: closing it.
    recurrence_trigger: i64,
    /// How many timeframes later.
    recurrence_factor: i64,
    /// 0 days, 1 months, 2 years.
    recurrence_timeframe: i64,
    /// Counted from 0: the due date, 1: the trigger.
    recurrence_basedate: i64,
    /// The id of the task that this one follows.
    recurrence_parent: Option<i64>,
    /// The id of the task that follows this one.
    recurrence_child: Option<i64>,
}

impl<'a> Task<'a> {
    pub(super) fn new(task: &'a TaskDetails, snapshot: &'a Snapshot, base: &str) -> Self {
        Self {
            id: task.id,
            title: &task.title,
            description: text(task.description.as_deref()),
            url: url(base, task.id),
            reference: text(task.reference.as_deref()),
            is_active: task.is_active == 1,
            project: project(task),
            column: column(task),
            swimlane: swimlane(task),
            category: category(task),
            position: task.position,
            color: &task.color_id,
            assignee: assignee(task),
            creator: User::new(
                task.creator_id,
                task.creator_username.as_deref(),
                task.creator_name.as_deref(),
            ),
            tags: snapshot.tags.iter().map(String::as_str).collect(),
            priority: task.priority.unwrap_or_default(),
            score: task.score,
            time_estimated: task.time_estimated,
            time_spent: task.time_spent,
            due_at: Time::stored(task.date_due),
            started_at: Time::stored(task.date_started),
            created_at: Time::stored(Some(task.date_creation)),
            modified_at: Time::stored(Some(task.date_modification)),
            moved_at: Time::stored(Some(task.date_moved)),
            completed_at: Time::stored(task.date_completed),
            recurrence_status: task.recurrence_status,
            recurrence_trigger: task.recurrence_trigger,
            recurrence_factor: task.recurrence_factor,
            recurrence_timeframe: task.recurrence_timeframe,
            recurrence_basedate: task.recurrence_basedate,
            recurrence_parent: task.recurrence_parent.filter(|id| *id != 0),
            recurrence_child: task.recurrence_child.filter(|id| *id != 0),
        }
    }
}

/// Where people see a task.
pub(crate) fn url(base: &str, task: i64) -> String {
    format!("{base}task/{task}")
}

/// Text that is there.
pub(super) fn text(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.is_empty())
}

pub(super) fn project(task: &TaskDetails) -> Named<'_> {
    Named { id: task.project_id, name: Some(&task.project_name) }
}

pub(super) fn column(task: &TaskDetails) -> Named<'_> {
    Named { id: task.column_id, name: Some(&task.column_title) }
}

/// A swimlane that is not stored is the default one of old boards.
pub(super) fn swimlane(task: &TaskDetails) -> Option<Named<'_>> {
    Named::new(Some(task.swimlane_id), task.swimlane_name.as_deref())
}

pub(super) fn category(task: &TaskDetails) -> Option<Named<'_>> {
    Named::new(task.category_id, task.category_name.as_deref())
}

pub(super) fn assignee(task: &TaskDetails) -> Option<User<'_>> {
    User::new(task.owner_id, task.assignee_username.as_deref(), task.assignee_name.as_deref())
}
