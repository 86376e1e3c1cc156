//! A task on the board.

use kanso_core::board::{BoardTask, TaskTag};
use kanso_domain::TaskId;

use super::DueView;
use crate::page::Page;
use crate::person::Person;

const DAY: i64 = 86_400;

/// A task on the board, with all facts that are not empty.
#[derive(Default)]
pub(crate) struct TaskView {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) color: String,
    pub(crate) category: Option<Chip>,
    pub(crate) tags: Vec<Chip>,
    pub(crate) reference: String,
    pub(crate) priority: i64,
    pub(crate) score: i64,
    pub(crate) due: Option<DueView>,
    /// Hours spent and estimated, such as `2/8`.
    pub(crate) hours: String,
    pub(crate) is_recurring: bool,
    pub(crate) is_milestone: bool,
    pub(crate) links: i64,
    pub(crate) external_links: i64,
    /// Those done and all, such as `2/5`.
    pub(crate) subtasks: String,
    pub(crate) files: i64,
    pub(crate) comments: i64,
    pub(crate) has_description: bool,
    /// Days since it was created and since it came into its column, such as `12d · 3d`; nothing on the first day.
    pub(crate) age: String,
    /// Whether it changed lately.
    pub(crate) is_recent: bool,
    pub(crate) is_closed: bool,
    /// Whether the reader has it to do.
    pub(crate) is_own: bool,
    pub(crate) assignee: Option<Person>,
    /// Where it belongs; only when it is sent alone.
    pub(crate) place: Option<PlaceView>,
}

/// A category or a tag.
pub(crate) struct Chip {
    pub(crate) name: String,
    pub(crate) color: String,
}

/// Where a task belongs, and the whole order of that lane.
pub(crate) struct PlaceView {
    pub(crate) column: i64,
    pub(crate) swimlane: i64,
    pub(crate) position: i64,
    pub(crate) order: String,
    /// How many open tasks each lane holds, on a board that does not show all.
    pub(crate) open: Option<String>,
}

impl TaskView {
    /// A task that counts as changed lately for `recent` seconds.
    pub(crate) fn new(page: &Page, recent: i64, task: BoardTask, tags: &[TaskTag]) -> Self {
        Self {
            id: task.id.get(),
            due: DueView::new(page, task.date_due.unwrap_or_default()),
            hours: hours(task.time_spent, task.time_estimated),
            age: age(page, &task),
            is_closed: task.is_active == 0,
            is_own: page.viewer.as_ref().is_some_and(|viewer| viewer.id == task.owner_id.get()),
            is_recent: page.now - task.date_modification < recent,
            assignee: Person::named(task.assignee_name.as_deref(), task.assignee_username.as_deref()),
            category: task.category_name.map(|name| Chip::new(name, task.category_color_id)),
            tags: tags.iter().map(|tag| Chip::new(tag.name.clone(), tag.color_id.clone())).collect(),
            title: task.title,
            color: task.color_id,
            reference: task.reference.unwrap_or_default(),
            priority: task.priority.unwrap_or_default(),
            score: task.score.unwrap_or_default(),
            is_recurring: task.recurrence_status == 1,
            is_milestone: task.is_milestone == Some(1),
            links: task.nb_links,
            external_links: task.nb_external_links,
            subtasks: match task.nb_subtasks {
                0 => String::new(),
                all => format!("{}/{all}", task.nb_completed_subtasks),
            },
            files: task.nb_files,
            comments: task.nb_comments,
            has_description: task.has_description == 1,
            place: None,
        }
    }
}

impl Chip {
    fn new(name: String, color: Option<String>) -> Self {
        Self { name, color: color.unwrap_or_default() }
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
            position: i64::try_from(rank).unwrap_or(i64::MAX).saturating_add(1),
            order: order.join(" "),
            open: None,
        }
    }
}

fn hours(spent: Option<f64>, estimated: Option<f64>) -> String {
    match (spent.unwrap_or_default(), estimated.unwrap_or_default()) {
        (spent, estimated) if spent == 0.0 && estimated == 0.0 => String::new(),
        (spent, 0.0) => spent.to_string(),
        (spent, estimated) => format!("{spent}/{estimated}"),
    }
}

fn age(page: &Page, task: &BoardTask) -> String {
    let days = |since: i64| (page.now - since) / DAY;
    let (created, moved) = (days(task.date_creation), days(task.date_moved));
    if created < 1 {
        return String::new();
    }
    let days = |n: i64| page.say("days-short", "n", n);
    if created == moved { days(created) } else { format!("{} · {}", days(created), days(moved)) }
}
