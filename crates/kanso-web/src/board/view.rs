//! The board as its page shows it.

mod due;
mod folds;
mod limit;
mod rights;
mod task;

use std::borrow::Borrow;

use askama::Template;
use kanso_domain::{Restrictions, TaskAct};

use super::news::Place;
use crate::filter::view::FilterBox;
use crate::page::Page;
use crate::project::tabs::ProjectTabs;

pub(crate) use due::DueView;
pub(crate) use folds::Folds;
pub(crate) use limit::Limit;
pub(super) use rights::allowed;
pub(crate) use task::{PlaceView, TaskView};

/// A board: its columns, and the tasks where they cross the swimlanes.
pub(crate) struct BoardView {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// The event after which the board looks like this.
    pub(crate) last_event: Place,
    /// Whether the reader may change tasks.
    pub(crate) may_work: bool,
    /// What the reader's role keeps them from.
    pub(crate) restrictions: Restrictions,
    /// The same for scripts; nothing for a role without restrictions.
    pub(crate) rights: Option<String>,
    /// What the reader folded away in this browser.
    pub(crate) folds: Folds,
    /// How many tasks the whole board should hold at most.
    pub(crate) limit: Limit,
    /// Whether the limits of columns count in each swimlane by itself.
    pub(crate) limits_lanes: bool,
    pub(crate) columns: Vec<ColumnView>,
    pub(crate) swimlanes: Vec<SwimlaneView>,
}

impl BoardView {
    /// Whether the reader may add tasks to the column.
    pub(crate) fn may_add(&self, column: impl Borrow<i64>) -> bool {
        self.may_work && self.restrictions.allow(TaskAct::Create((*column.borrow()).into()), false)
    }
}

pub(crate) struct ColumnView {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) is_folded: bool,
    pub(crate) limit: Limit,
    /// How many tasks are shown, when not all are.
    pub(crate) shown: Option<i64>,
}

pub(crate) struct SwimlaneView {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) description: String,
    pub(crate) is_folded: bool,
    pub(crate) limit: Limit,
    pub(crate) lanes: Vec<LaneView>,
}

pub(crate) struct LaneView {
    pub(crate) column: i64,
    pub(crate) title: String,
    pub(crate) is_folded: bool,
    /// None where columns are limited as a whole.
    pub(crate) limit: Limit,
    pub(crate) tasks: Vec<TaskView>,
    /// How many open tasks the filter hides.
    pub(crate) hidden: i64,
}

/// The words that each task on a board repeats.
pub(crate) struct BoardWords {
    pub(crate) add: String,
    pub(crate) add_button: String,
    pub(crate) actions: String,
    pub(crate) reference: String,
    pub(crate) priority: String,
    pub(crate) complexity: String,
    pub(crate) comments: String,
    pub(crate) subtasks: String,
    pub(crate) files: String,
    pub(crate) links: String,
    pub(crate) external_links: String,
    pub(crate) description: String,
    pub(crate) milestone: String,
    pub(crate) recurring: String,
    pub(crate) hours: String,
    pub(crate) age: String,
}

#[derive(Template)]
#[template(path = "board/show.html")]
pub(crate) struct BoardPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    /// How often the page asks for news where it cannot be told, in seconds; 0 for never.
    pub(crate) poll: i64,
    pub(crate) tabs: ProjectTabs,
    pub(crate) filter: FilterBox,
    pub(crate) board: BoardView,
    pub(crate) words: BoardWords,
}

#[derive(Template)]
#[template(path = "board/task.html")]
pub(crate) struct TaskFragment {
    pub(crate) task: TaskView,
    pub(crate) words: BoardWords,
}

impl ColumnView {
    /// How many tasks there are, in words.
    pub(crate) fn count(&self, page: &Page) -> String {
        match self.shown {
            None => page.count("tasks", self.limit.open),
            Some(shown) => {
                page.locale.with("tasks-filtered", &[("shown", &shown), ("open", &self.limit.open)])
            }
        }
    }
}

impl BoardWords {
    pub(crate) fn new(page: &Page) -> Self {
        Self {
            add: page.text("add-task"),
            add_button: page.text("add-button"),
            actions: page.text("card-actions"),
            reference: page.text("reference"),
            priority: page.text("priority"),
            complexity: page.text("complexity"),
            comments: page.text("card-comments"),
            subtasks: page.text("card-subtasks"),
            files: page.text("card-files"),
            links: page.text("card-links"),
            external_links: page.text("card-external-links"),
            description: page.text("description"),
            milestone: page.text("card-milestone"),
            recurring: page.text("card-recurring"),
            hours: page.text("card-hours"),
            age: page.text("card-age"),
        }
    }
}

#[cfg(test)]
mod tests;
