//! Telling somebody what a rule says.

use jiff::tz::TimeZone;
use kanso_db::{Conn, params, row};
use kanso_domain::notification::{QuietHours, mail_due};
use kanso_domain::{ProjectId, TaskId, UserId};

use super::Reason;
use crate::change::Change;
use crate::mail::{self, NewMail};
use crate::{Error, Kind, Result};

row! {
    /// How somebody of the project wants to be told of it.
    struct Person {
        is_told: i64 = "CASE WHEN u.notifications_enabled = 1 \
            AND (NOT EXISTS (SELECT 1 FROM user_has_notifications n WHERE n.user_id = u.id) \
             OR EXISTS (SELECT 1 FROM user_has_notifications n WHERE n.user_id = u.id AND n.project_id = $2)) \
            THEN 1 ELSE 0 END",
        rhythm: String = "u.mail_rhythm",
        quiet_from: i64 = "u.quiet_from",
        quiet_until: i64 = "u.quiet_until",
        timezone: Option<String> = "u.timezone",
        on_page: i64 = "CASE WHEN EXISTS (SELECT 1 FROM user_has_notification_types t \
            WHERE t.user_id = u.id AND t.notification_type = 'web') THEN 1 ELSE 0 END",
        by_mail: i64 = "CASE WHEN u.email <> '' AND EXISTS (SELECT 1 FROM user_has_notification_types t \
            WHERE t.user_id = u.id AND t.notification_type = 'email') THEN 1 ELSE 0 END",
    }
}

/// Tells a person of the project that the change is in these words about one of its tasks, as they want to be told;
/// answers whether they want to.
///
/// # Errors
///
/// [`Kind::User`] for who is not in the project, or may not sign in: they may not read of it.
pub(crate) async fn say(change: &Change<'_>, user: UserId, task: TaskId, words: &str) -> Result<bool> {
    const INSERT: &str = "INSERT INTO notifications \
        (user_id, project_id, task_id, reason, created_at_ms, words) VALUES ($1, $2, $3, $4, $5, $6)";
    let (conn, project, now) = (change.conn(), change.project(), change.now_ms());
    let person = find(conn, user, project).await?;
    let (on_page, by_mail) = (person.on_page == 1, person.by_mail == 1);
    if person.is_told == 0 || !(on_page || by_mail) {
        return Ok(false);
    }
    if on_page {
        let values = params![user.get(), project.get(), task.get(), Reason::Rule.as_str(), now, words];
        conn.execute(INSERT, values).await?;
    }
    if by_mail {
        let zone = person.timezone.as_deref().and_then(|zone| TimeZone::get(zone).ok());
        let zone = zone.unwrap_or_else(|| change.settings().timezone());
        let quiet = QuietHours { from: person.quiet_from, until: person.quiet_until };
        let rhythm = person.rhythm.parse().unwrap_or_default();
        let mail = NewMail {
            project,
            task,
            subject: words.to_owned(),
            due_at_ms: mail_due(now, &zone, rhythm, quiet),
            ..NewMail::to(user, now)
        };
        mail::enqueue(conn, &mail, now).await?;
    }
    Ok(true)
}

async fn find(conn: &Conn, user: UserId, project: ProjectId) -> Result<Person> {
    let find = format!(
        "SELECT {} FROM users u WHERE u.id = $1 AND u.is_active = 1 \
         AND (EXISTS (SELECT 1 FROM project_has_users m WHERE m.project_id = $2 AND m.user_id = u.id) \
          OR EXISTS (SELECT 1 FROM group_has_users m JOIN project_has_groups g ON g.group_id = m.group_id \
           WHERE g.project_id = $2 AND m.user_id = u.id))",
        Person::COLUMNS
    );
    conn.one(&find, params![user.get(), project.get()]).await?.ok_or(Error::NotFound(Kind::User))
}
