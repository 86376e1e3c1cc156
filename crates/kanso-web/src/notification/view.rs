//! What somebody was told, as pages show it.

use askama::Template;
use kanso_core::notification::{Notification, Reason};

use crate::activity::words;
use crate::page::Page;

/// Something that the reader was told.
pub(crate) struct NotificationLine {
    pub(crate) id: i64,
    pub(crate) words: String,
    /// What makes it more than news: that they are mentioned, that a task is overdue.
    pub(crate) mark: Option<String>,
    pub(crate) task: i64,
    /// `None` when the task is gone.
    pub(crate) task_title: Option<String>,
    pub(crate) project_name: String,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) is_read: bool,
}

#[derive(Template)]
#[template(path = "notification/list.html")]
pub(crate) struct NotificationsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    /// Whether what was read is listed, too.
    pub(crate) is_all: bool,
    /// The newest one that is unread, if one is.
    pub(crate) last: Option<i64>,
    pub(crate) lines: Vec<NotificationLine>,
    pub(crate) older: Option<String>,
    pub(crate) newest: Option<String>,
    /// Whether the reader wants to be told anything.
    pub(crate) is_told: bool,
}

#[derive(Template)]
#[template(path = "notification/unsubscribe.html")]
pub(crate) struct UnsubscribePage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) token: &'a str,
    pub(crate) is_done: bool,
}

impl NotificationLine {
    pub(super) fn new(page: &Page, told: &Notification) -> Self {
        let who = told.author.clone().unwrap_or_else(|| page.text("application"));
        let words = match &told.logged {
            Some(logged) => words::sentence(page, &who, logged),
            None if told.reason == Reason::Rule => told.words.clone(),
            None => page.text("notification-overdue"),
        };
        let mark = match told.reason {
            Reason::Event => None,
            Reason::Mention => Some(page.text("notification-mention")),
            Reason::Overdue => Some(page.text("overdue")),
            Reason::Rule => Some(page.text("notification-rule")),
        };
        let at = told.created_at_ms.div_euclid(1000);
        Self {
            id: told.id,
            words,
            mark,
            task: told.task.get(),
            task_title: told.task_title.clone(),
            project_name: told.project_name.clone(),
            iso: page.iso(at),
            when: page.moment(at),
            is_read: told.is_read,
        }
    }
}
