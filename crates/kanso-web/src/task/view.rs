//! A task opened, as its sheet shows it: in a dialog over the board, or as a page.

use askama::Template;

use crate::page::Page;
use crate::person::Person;

/// What stands fixed about the task.
pub(crate) struct TaskSheet {
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) project: i64,
    pub(crate) project_name: String,
    pub(crate) column: i64,
    pub(crate) column_title: String,
    pub(crate) swimlane: i64,
    pub(crate) position: i64,
    pub(crate) is_open: bool,
    pub(crate) description_html: String,
    /// The fields as they are now, which the form sends back to tell what others changed meanwhile.
    pub(crate) seen: String,
}

/// What the form holds: the stored values, or those that were just refused.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TaskForm {
    pub(crate) title: String,
    pub(crate) description: String,
    pub(crate) color: String,
    pub(crate) assignee: i64,
    pub(crate) date_due: String,
    pub(crate) date_started: String,
    pub(crate) priority: i64,
    pub(crate) score: String,
    pub(crate) reference: String,
}

/// Something to choose in a form.
pub(crate) struct Choice {
    pub(crate) id: i64,
    pub(crate) name: String,
}

pub(crate) struct CommentView {
    pub(crate) id: i64,
    pub(crate) author: Person,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) is_edited: bool,
    pub(crate) is_mine: bool,
    pub(crate) text: String,
    pub(crate) html: String,
}

/// A field that somebody else changed, with both values.
pub(crate) struct ClashView {
    pub(crate) label: String,
    pub(crate) theirs: String,
    pub(crate) yours: String,
}

pub(crate) struct ActivityView {
    pub(crate) words: String,
    pub(crate) iso: String,
    pub(crate) when: String,
}

/// All that the sheet shows.
pub(crate) struct Sheet {
    pub(crate) task: TaskSheet,
    pub(crate) form: TaskForm,
    pub(crate) faults: Vec<String>,
    pub(crate) clash: Option<Vec<ClashView>>,
    pub(crate) comments: Vec<CommentView>,
    pub(crate) new_comment: String,
    pub(crate) activity: Vec<ActivityView>,
    pub(crate) may_work: bool,
    pub(crate) may_remove: bool,
    pub(crate) created: String,
    pub(crate) assignable: Vec<Choice>,
    pub(crate) colors: Vec<(&'static str, String)>,
    pub(crate) priorities: Vec<i64>,
    pub(crate) columns: Vec<Choice>,
    pub(crate) swimlanes: Vec<Choice>,
    /// Labels and values, for readers who may change nothing.
    pub(crate) facts: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "task/show.html")]
pub(crate) struct TaskPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) sheet: Sheet,
}

#[derive(Template)]
#[template(path = "task/sheet.html")]
pub(crate) struct TaskSheetFragment<'a> {
    pub(crate) page: &'a Page,
    pub(crate) sheet: Sheet,
}
