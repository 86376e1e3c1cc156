//! Reading what somebody was told.

use std::collections::HashMap;

use kanso_db::{Conn, params, row};
use kanso_domain::{TaskId, UserId};

use super::Notification;
use crate::access::projects_of;
use crate::event::{Logged, events_by_id};
use crate::{Actor, App, Result};

/// A part of somebody's list.
#[derive(Clone, Debug, Default)]
pub struct NotificationPage {
    /// Newest first.
    pub notifications: Vec<Notification>,
    /// Where the next part begins, when there is one.
    pub next: Option<i64>,
}

row! {
    struct Found {
        id: i64 = "n.id",
        task: TaskId as i64 = "n.task_id",
        event: Option<i64> = "n.event_id",
        reason: String = "n.reason",
        words: String = "n.words",
        created_at_ms: i64 = "n.created_at_ms",
        read_at_ms: Option<i64> = "n.read_at_ms",
        task_title: Option<String> = "t.title",
        project_name: String = "p.name",
        username: Option<String> = "a.username",
        name: Option<String> = "a.name",
    }
}

/// What the actor was told of projects that they still see, newest first, at most `limit`: only what is older than
/// the notification `before`, if that is given, and only what they have not read, if they ask for that.
#[crate::use_case]
pub async fn list_notifications(
    app: &App,
    actor: &Actor,
    unread_only: bool,
    before: Option<i64>,
    limit: usize,
) -> Result<NotificationPage> {
    let find = format!(
        "SELECT {} FROM notifications n JOIN projects p ON p.id = n.project_id AND p.removed_at = 0 \
         LEFT JOIN tasks t ON t.id = n.task_id LEFT JOIN events e ON e.id = n.event_id \
         LEFT JOIN users a ON a.id = e.actor_id \
         WHERE n.user_id = $1 AND n.id < $2 {} AND n.project_id IN ({}) ORDER BY n.id DESC LIMIT $3",
        Found::COLUMNS,
        if unread_only { "AND n.read_at_ms IS NULL" } else { "" },
        projects_of(actor)
    );
    let (user, before) = (actor.user_id(), before.unwrap_or(i64::MAX));
    let one_more = i64::try_from(limit).unwrap_or(i64::MAX).saturating_add(1);
    app.read(move |conn| {
        Box::pin(async move {
            let mut found = conn.all::<Found>(&find, params![user.get(), before, one_more]).await?;
            let has_more = found.len() > limit;
            found.truncate(limit);
            let next = if has_more { found.last().map(|last| last.id) } else { None };
            let mut events = events_by_id(conn, found.iter().filter_map(|found| found.event)).await?;
            let notifications =
                found.into_iter().map(|found| found.with(&mut events)).collect::<Result<_>>()?;
            Ok(NotificationPage { notifications, next })
        })
    })
    .await
}

/// How much of what the actor was told they have not read.
#[crate::use_case]
pub async fn count_unread_notifications(app: &App, actor: &Actor) -> Result<i64> {
    let user = actor.user_id();
    app.read(move |conn| Box::pin(async move { count(conn, user).await })).await
}

async fn count(conn: &Conn, user: UserId) -> Result<i64> {
    const COUNT: &str = "SELECT COUNT(*) FROM notifications WHERE user_id = $1 AND read_at_ms IS NULL \
        AND project_id NOT IN (SELECT id FROM projects WHERE removed_at > 0)";
    Ok(conn.one::<(i64,)>(COUNT, params![user.get()]).await?.map_or(0, |(count,)| count))
}

impl Found {
    fn with(self, events: &mut HashMap<i64, Logged>) -> Result<Notification> {
        let name = self.name.filter(|name| !name.is_empty());
        Ok(Notification {
            id: self.id,
            reason: self.reason.parse()?,
            task: self.task,
            task_title: self.task_title,
            project_name: self.project_name,
            logged: self.event.and_then(|event| events.remove(&event)),
            words: self.words,
            author: name.or(self.username),
            created_at_ms: self.created_at_ms,
            is_read: self.read_at_ms.is_some(),
        })
    }
}
