//! What people are told of what others do, as their list on the page shows it. `follow/notifications.rs` writes it.

mod find;
mod overdue;
mod read;
mod retention;
mod say;

use std::str::FromStr;

use kanso_db::{Conn, params};
use kanso_domain::{EventId, ProjectId, TaskId, UserId};

use crate::event::Logged;
use crate::{Error, Result};

pub use find::{NotificationPage, count_unread_notifications, list_notifications};
pub use overdue::remind_of_overdue;
pub use read::{read_all_notifications, read_notification};
pub use retention::forget_notifications;
pub(crate) use say::say;

/// Why somebody is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// They asked for what happened.
    Event,
    /// Somebody mentioned them.
    Mention,
    /// A task of theirs should have been done.
    Overdue,
    /// A rule says so.
    Rule,
}

impl Reason {
    const ALL: [Self; 4] = [Self::Event, Self::Mention, Self::Overdue, Self::Rule];

    /// The name that is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Mention => "mention",
            Self::Overdue => "overdue",
            Self::Rule => "rule",
        }
    }
}

impl FromStr for Reason {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|reason| reason.as_str() == text);
        found.ok_or_else(|| Error::Stored(format!("nobody is told because of {text:?}")))
    }
}

/// Something that somebody was told.
#[derive(Clone, Debug)]
pub struct Notification {
    /// Its id.
    pub id: i64,
    /// Why they are told.
    pub reason: Reason,
    /// The task it is about.
    pub task: TaskId,
    /// The task's title now; `None` when it is gone.
    pub task_title: Option<String>,
    /// The project's name now.
    pub project_name: String,
    /// What happened; `None` for a reminder, and for what a rule says.
    pub logged: Option<Logged>,
    /// What a rule says; else empty.
    pub words: String,
    /// The name to show of who did it.
    pub author: Option<String>,
    /// When they were told, in Unix milliseconds.
    pub created_at_ms: i64,
    /// Whether they have read it.
    pub is_read: bool,
}

/// Enters something that somebody is told about a task and, unless it is a reminder, an event.
pub(crate) async fn insert(
    conn: &Conn,
    user: UserId,
    (project, task, event): (ProjectId, TaskId, Option<EventId>),
    reason: Reason,
    now_ms: i64,
) -> Result<()> {
    const INSERT: &str = "INSERT INTO notifications \
        (user_id, project_id, task_id, event_id, reason, created_at_ms) VALUES ($1, $2, $3, $4, $5, $6)";
    let event = event.map(EventId::get);
    let values = params![user.get(), project.get(), task.get(), event, reason.as_str(), now_ms];
    conn.execute(INSERT, values).await?;
    Ok(())
}
