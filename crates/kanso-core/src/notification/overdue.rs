//! Reminding people of their tasks that should have been done.

use jiff::tz::TimeZone;
use kanso_db::{Conn, params, row};
use kanso_domain::notification::{QuietHours, Rhythm, mail_due};
use kanso_domain::{ProjectId, TaskId, UserId};

use super::Reason;
use crate::mail::{self, MailKind, NewMail};
use crate::{App, Result, Settings};

row! {
    /// A task that is overdue, and who has it.
    struct Overdue {
        task: TaskId as i64 = "t.id",
        project: ProjectId as i64 = "t.project_id",
        user: UserId as i64 = "u.id",
        quiet_from: i64 = "u.quiet_from",
        quiet_until: i64 = "u.quiet_until",
        timezone: Option<String> = "u.timezone",
        on_page: i64 = "CASE WHEN EXISTS (SELECT 1 FROM user_has_notification_types y \
            WHERE y.user_id = u.id AND y.notification_type = 'web') THEN 1 ELSE 0 END",
        by_mail: i64 = "CASE WHEN u.email <> '' AND EXISTS (SELECT 1 FROM user_has_notification_types y \
            WHERE y.user_id = u.id AND y.notification_type = 'email') THEN 1 ELSE 0 END",
    }
}

/// Reminds everybody who wants to be told anything of the tasks they have that are overdue: once a day by mail, all
/// tasks in one, and on the page unless a reminder of the task is unread there. Answers how many tasks that were.
///
/// Any number of servers may call this at any time; it is one transaction, which also notes that today is done.
#[crate::use_case]
pub async fn remind_of_overdue(app: &App) -> Result<usize> {
    let (settings, now) = (app.settings(), app.clock().now_ms());
    let today = settings.date_input().local(now.div_euclid(1000)).date().to_string();
    app.note(move |conn| {
        Box::pin(async move {
            if !claim(conn, &today, now).await? {
                return Ok(0);
            }
            let overdue = find(conn, now.div_euclid(1000)).await?;
            for task in &overdue {
                task.remind(conn, &settings, now).await?;
            }
            Ok(overdue.len())
        })
    })
    .await
}

async fn claim(conn: &Conn, today: &str, now_ms: i64) -> Result<bool> {
    const CLAIM: &str = "INSERT INTO daily_work (name, day, done_at_ms) VALUES ('reminders', $1, $2) \
        ON CONFLICT (name) DO UPDATE SET day = excluded.day, done_at_ms = excluded.done_at_ms \
        WHERE daily_work.day < excluded.day";
    Ok(conn.execute(CLAIM, params![today, now_ms]).await? > 0)
}

async fn find(conn: &Conn, now: i64) -> Result<Vec<Overdue>> {
    let find = format!(
        "SELECT {} FROM tasks t JOIN users u ON u.id = t.owner_id JOIN projects p ON p.id = t.project_id AND p.removed_at = 0 \
         WHERE t.is_active = 1 AND t.date_due > 0 AND t.date_due < $1 AND p.is_active = 1 \
         AND u.notifications_enabled = 1 AND u.is_active = 1 \
         AND (NOT EXISTS (SELECT 1 FROM user_has_notifications n WHERE n.user_id = u.id) \
          OR EXISTS (SELECT 1 FROM user_has_notifications n WHERE n.user_id = u.id AND n.project_id = t.project_id)) \
         ORDER BY u.id, t.date_due, t.id",
        Overdue::COLUMNS
    );
    Ok(conn.all(&find, params![now]).await?)
}

impl Overdue {
    async fn remind(&self, conn: &Conn, settings: &Settings, now: i64) -> Result<()> {
        if self.on_page == 1 && !self.is_reminded(conn).await? {
            let about = (self.project, self.task, None);
            super::insert(conn, self.user, about, Reason::Overdue, now).await?;
        }
        if self.by_mail == 1 {
            let zone = self.timezone.as_deref().and_then(|zone| TimeZone::get(zone).ok());
            let zone = zone.unwrap_or_else(|| settings.timezone());
            let quiet = QuietHours { from: self.quiet_from, until: self.quiet_until };
            let mail = NewMail {
                kind: MailKind::Overdue,
                project: self.project,
                task: self.task,
                due_at_ms: mail_due(now, &zone, Rhythm::Now, quiet),
                ..NewMail::to(self.user, now)
            };
            mail::enqueue(conn, &mail, now).await?;
        }
        Ok(())
    }

    async fn is_reminded(&self, conn: &Conn) -> Result<bool> {
        const FIND: &str = "SELECT 1 FROM notifications WHERE task_id = $1 AND user_id = $2 \
            AND reason = 'overdue' AND read_at_ms IS NULL LIMIT 1";
        let found = conn.one::<(i64,)>(FIND, params![self.task.get(), self.user.get()]).await?;
        Ok(found.is_some())
    }
}
