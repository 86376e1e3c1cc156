//! The page of a project's removed tasks.

use askama::Template;
use kanso_core::trash::{KEPT_DAYS, RemovedTask};

use crate::page::Page;
use crate::person::Person;
use crate::project::tabs::ProjectTabs;

#[derive(Template)]
#[template(path = "trash/list.html")]
pub(super) struct TrashPage<'a> {
    pub(super) page: &'a Page,
    pub(super) section: &'a str,
    pub(super) tabs: ProjectTabs,
    pub(super) tasks: Vec<RemovedView>,
    pub(super) newer: Option<String>,
    pub(super) older: Option<String>,
}

pub(super) struct RemovedView {
    pub(super) id: i64,
    pub(super) title: String,
    pub(super) color: String,
    pub(super) removed: String,
    pub(super) iso: String,
    /// When it is deleted for good.
    pub(super) until: String,
}

impl RemovedView {
    pub(super) fn new(page: &Page, task: RemovedTask) -> Self {
        const DAY: i64 = 24 * 60 * 60;
        let who = Person::named(task.name.as_deref(), task.username.as_deref());
        let when = page.moment(task.removed_at);
        Self {
            id: task.task_id.get(),
            title: task.title,
            color: task.color_id,
            removed: match who {
                Some(who) => page.locale.with("trash-removed-by", &[("when", &when), ("name", &who.name)]),
                None => page.say("trash-removed", "when", when),
            },
            iso: page.iso(task.removed_at),
            until: page.say("trash-until", "date", page.date(task.removed_at + KEPT_DAYS * DAY)),
        }
    }
}
