//! A row for each person who is told of the event, and one for each mail about it.

use std::collections::BTreeSet;

use jiff::tz::TimeZone;
use kanso_db::{params, row};
use kanso_domain::mark::new_mentions;
use kanso_domain::notification::{QuietHours, Topic, Which, mail_due};
use kanso_domain::{ApplicationRole, Event, Field, FieldValue, UserId};

use crate::Result;
use crate::change::{Change, Recorded};
use crate::event::Snapshot;
use crate::mail::{self, MailKind, NewMail};
use crate::notification::{self, Reason};
use crate::task::TaskDetails;

row! {
    /// Somebody of the project who wants to be told something.
    struct Person {
        id: UserId as i64 = "u.id",
        username: String = "u.username",
        role: String = "u.role",
        filter: i64 = "u.notifications_filter",
        topics: String = "u.notifications_topics",
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

/// Tells the people of the project what happened, if they want to know, but never who did it. Who is mentioned is
/// told whatever else they chose.
pub(super) async fn tell(
    change: &Change<'_>,
    recorded: &Recorded,
    event: &Event,
    snapshot: &Snapshot,
) -> Result<()> {
    let (Some(topic), Some(task)) = (Topic::of(event), snapshot.task.as_deref()) else { return Ok(()) };
    let people = people(change, recorded).await?;
    if people.is_empty() {
        return Ok(());
    }
    let mentioned = mentioned(event, snapshot, task);
    for person in people.iter().filter(|person| person.may_read(snapshot)) {
        let reason = if mentioned.contains(person.username.as_str()) {
            Reason::Mention
        } else if person.asks_for(topic, event, task) {
            Reason::Event
        } else {
            continue;
        };
        person.tell(change, recorded, task, reason).await?;
    }
    Ok(())
}

async fn people(change: &Change<'_>, recorded: &Recorded) -> Result<Vec<Person>> {
    let find = format!(
        "SELECT {} FROM users u WHERE u.notifications_enabled = 1 AND u.is_active = 1 AND u.id <> $2 \
         AND (EXISTS (SELECT 1 FROM project_has_users m WHERE m.project_id = $1 AND m.user_id = u.id) \
          OR EXISTS (SELECT 1 FROM group_has_users m JOIN project_has_groups g ON g.group_id = m.group_id \
           WHERE g.project_id = $1 AND m.user_id = u.id)) \
         AND (NOT EXISTS (SELECT 1 FROM user_has_notifications n WHERE n.user_id = u.id) \
          OR EXISTS (SELECT 1 FROM user_has_notifications n WHERE n.user_id = u.id AND n.project_id = $1)) \
         ORDER BY u.id",
        Person::COLUMNS
    );
    let author = change.actor().user_id().get();
    Ok(change.conn().all(&find, params![recorded.project.get(), author]).await?)
}

/// The user names that the event mentions and that were not mentioned before.
fn mentioned<'t>(event: &'t Event, snapshot: &'t Snapshot, task: &'t TaskDetails) -> BTreeSet<&'t str> {
    let comment = snapshot.comment.as_deref().map_or("", |comment| comment.comment.as_str());
    if matches!(event, Event::TaskCreated { .. }) {
        new_mentions("", described_now(task))
    } else if let Event::TaskUpdated { changes, .. } = event {
        let described = changes.iter().find(|change| change.field == Field::Description);
        let Some(described) = described else { return BTreeSet::new() };
        let before = if let FieldValue::Text(text) = &described.from { text.as_str() } else { "" };
        new_mentions(before, described_now(task))
    } else if matches!(event, Event::CommentCreated { .. }) {
        new_mentions("", comment)
    } else if let Event::CommentUpdated { before, .. } = event {
        new_mentions(before, comment)
    } else {
        BTreeSet::new()
    }
}

fn described_now(task: &TaskDetails) -> &str {
    task.description.as_deref().unwrap_or_default()
}

impl Person {
    /// Whether they may read what the event is about: a comment can be for some only.
    fn may_read(&self, snapshot: &Snapshot) -> bool {
        let role = self.role.parse().unwrap_or(ApplicationRole::User);
        snapshot.comment.as_ref().is_none_or(|comment| comment.is_visible_to(role))
    }

    fn asks_for(&self, topic: Topic, event: &Event, task: &TaskDetails) -> bool {
        let admits = |assignee| Which::of(self.filter).admits(self.id, assignee, task.creator_id);
        // Who had the task until now should know that somebody else has it.
        let had = if let Event::TaskAssigned { from, .. } = event { from.get() } else { task.owner_id };
        self.topics.split(' ').any(|name| name == topic.as_str()) && (admits(task.owner_id) || admits(had))
    }

    async fn tell(
        &self,
        change: &Change<'_>,
        recorded: &Recorded,
        task: &TaskDetails,
        reason: Reason,
    ) -> Result<()> {
        let (conn, now) = (change.conn(), change.now_ms());
        if self.on_page == 1 {
            let about = (recorded.project, task.id.into(), Some(recorded.id));
            notification::insert(conn, self.id, about, reason, now).await?;
        }
        if self.by_mail == 1 {
            let zone = self.timezone.as_deref().and_then(|zone| TimeZone::get(zone).ok());
            let zone = zone.unwrap_or_else(|| change.settings().timezone());
            let quiet = QuietHours { from: self.quiet_from, until: self.quiet_until };
            let rhythm = self.rhythm.parse().unwrap_or_default();
            let mail = NewMail {
                kind: if reason == Reason::Mention { MailKind::Mention } else { MailKind::Event },
                project: recorded.project,
                task: task.id.into(),
                event: Some(recorded.id),
                due_at_ms: mail_due(now, &zone, rhythm, quiet),
                ..NewMail::to(self.id, now)
            };
            mail::enqueue(conn, &mail, now).await?;
        }
        Ok(())
    }
}
