//! The board as its page shows it.

use askama::Template;

use crate::page::Page;
use crate::person::Person;
use crate::project::tabs::ProjectTabs;

/// A board: its columns, and the tasks where they cross the swimlanes.
pub(crate) struct BoardView {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// The event after which the board looks like this.
    pub(crate) last_event: i64,
    /// Whether the reader may change tasks.
    pub(crate) may_work: bool,
    pub(crate) columns: Vec<ColumnView>,
    pub(crate) swimlanes: Vec<SwimlaneView>,
}

pub(crate) struct ColumnView {
    pub(crate) id: i64,
    pub(crate) title: String,
    /// How many tasks are in it.
    pub(crate) open: i64,
    /// How many should be at most; 0 for no limit.
    pub(crate) limit: i64,
}

pub(crate) struct SwimlaneView {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) lanes: Vec<LaneView>,
}

pub(crate) struct LaneView {
    pub(crate) column: i64,
    pub(crate) title: String,
    pub(crate) tasks: Vec<TaskView>,
}

/// A task on the board.
pub(crate) struct TaskView {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) color: String,
    pub(crate) priority: i64,
    pub(crate) score: i64,
    pub(crate) comments: i64,
    pub(crate) due: Option<DueView>,
    pub(crate) assignee: Option<Person>,
    /// Where it belongs; only when it is sent alone.
    pub(crate) place: Option<PlaceView>,
}

/// Where a task belongs, and the whole order of that lane.
pub(crate) struct PlaceView {
    pub(crate) column: i64,
    pub(crate) swimlane: i64,
    pub(crate) position: i64,
    pub(crate) order: String,
}

/// When a task is due, and how near that is.
pub(crate) struct DueView {
    pub(crate) words: String,
    pub(crate) near: Near,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Near {
    Late,
    Today,
    Later,
}

/// The words that each task on a board repeats.
pub(crate) struct BoardWords {
    pub(crate) add: String,
    pub(crate) add_button: String,
    pub(crate) priority: String,
    pub(crate) complexity: String,
    pub(crate) comments: String,
}

#[derive(Template)]
#[template(path = "board/show.html")]
pub(crate) struct BoardPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tabs: ProjectTabs,
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
    /// How full the column is, as the style sheet calls it.
    pub(crate) fn state(&self) -> &'static str {
        match self.open.cmp(&self.limit) {
            std::cmp::Ordering::Less => "within",
            std::cmp::Ordering::Equal => "full",
            std::cmp::Ordering::Greater => "over",
        }
    }

    pub(crate) fn limit_words(&self, page: &Page) -> String {
        let over = self.open - self.limit;
        page.locale.with(&format!("limit-{}", self.state()), &[("limit", &self.limit), ("over", &over)])
    }
}

impl DueView {
    /// When a task with this date is due; none for 0.
    pub(crate) fn new(page: &Page, at: i64) -> Option<Self> {
        if at == 0 {
            return None;
        }
        let is_today = page.civil(at).date() == page.civil(page.now).date();
        let date = page.date(at);
        Some(match is_today {
            true => Self { words: page.text("due-today"), near: Near::Today },
            false if at < page.now => Self { words: page.say("due-late", "date", date), near: Near::Late },
            false => Self { words: page.say("due-on", "date", date), near: Near::Later },
        })
    }

    pub(crate) fn icon(&self) -> &'static str {
        match self.near {
            Near::Late => "late icon-alert",
            Near::Today => "today icon-clock",
            Near::Later => "icon-clock",
        }
    }
}

impl BoardWords {
    pub(crate) fn new(page: &Page) -> Self {
        Self {
            add: page.text("add-task"),
            add_button: page.text("add-button"),
            priority: page.text("priority"),
            complexity: page.text("complexity"),
            comments: page.count("comments", 0),
        }
    }
}

#[cfg(test)]
mod tests;
