//! Taking what is due, so that nobody else sends it meanwhile.

use std::collections::HashMap;

use jiff::tz::TimeZone;
use kanso_db::{Conn, Param, dialect, params, row};
use kanso_domain::{ProjectId, TaskId};

use super::{Item, MailKind, Parcel, Recipient, unsubscribe_token};
use crate::event::{Logged, events_by_id};
use crate::incoming::{RefusedMail, reply_address};
use crate::{App, Result};

/// How long a claim holds, in milliseconds: longer than sending may take. When the process dies in between, the mail is
/// sent again after this time, under the same id.
const LEASE: i64 = 120_000;

/// How many things go into one mail at most.
const MOST: i64 = 100;

/// So many due at once go out as one, even to who wants a mail for each: after a failure nobody wants hundreds.
const GATHERED_FROM: usize = 5;

row! {
    struct Due {
        id: i64 = "m.id",
        user_id: Option<i64> = "m.user_id",
        address: Option<String> = "m.address",
        kind: String = "m.kind",
        project: ProjectId as i64 = "m.project_id",
        task: TaskId as i64 = "m.task_id",
        event_id: Option<i64> = "m.event_id",
        subject: String = "m.subject",
        sealed: Option<String> = "m.sealed",
        salt: String = "m.salt",
        letter: Option<String> = "m.letter",
        attempts: i64 = "m.attempts",
        project_name: Option<String> = "p.name",
        project_removed: Option<i64> = "p.removed_at",
        task_title: Option<String> = "t.title",
        task_due: Option<i64> = "t.date_due",
        author_username: Option<String> = "a.username",
        author_name: Option<String> = "a.name",
        username: Option<String> = "u.username",
        name: Option<String> = "u.name",
        email: Option<String> = "u.email",
        is_active: Option<i64> = "u.is_active",
        rhythm: Option<String> = "u.mail_rhythm",
        language: Option<String> = "u.language",
        timezone: Option<String> = "u.timezone",
        refusal: Option<String> = "i.reason",
        refused_subject: Option<String> = "i.subject",
        refused_id: Option<String> = "i.message_id",
    }
}

/// Claims the mail that has been due for longest; `None` when none is. What is due to the same person goes out as one
/// mail where they want that; a mail that may have arrived already is exactly what it was when it was tried.
///
/// What can no longer be sent to anybody, since the account is disabled or has no address, is dropped with the reason.
#[crate::use_case]
pub async fn claim_mail(app: &App) -> Result<Option<Parcel>> {
    let now = app.clock().now_ms();
    loop {
        let claimed = app.note(move |conn| Box::pin(async move { claim(conn, now).await })).await?;
        let Some((due, events)) = claimed else { return Ok(None) };
        if let Some(parcel) = parcel(app, due, events)? {
            return Ok(Some(parcel));
        }
    }
}

async fn claim(conn: &Conn, now: i64) -> Result<Option<(Vec<Due>, HashMap<i64, Logged>)>> {
    let first = format!(
        "SELECT id FROM mails WHERE state = 'waiting' AND due_at_ms <= $1 ORDER BY due_at_ms, id LIMIT 1{}",
        dialect::skip_locked(conn.kind())
    );
    let Some((first,)) = conn.one::<(i64,)>(&first, params![now]).await? else { return Ok(None) };
    let mut due = find(conn, "m.id = $1", params![first]).await?;
    let Some(one) = due.first() else { return Ok(None) };
    if let Some(letter) = one.letter.clone() {
        const AGAIN: &str =
            "(m.id = $1 OR m.user_id = $2) AND m.state = 'waiting' AND m.letter = $3 ORDER BY m.id";
        due = find(conn, AGAIN, params![first, one.user_id, letter]).await?;
    } else if one.kind()?.is_gathered() {
        let same = format!(
            "m.id IN (SELECT id FROM mails WHERE user_id = $1 AND state = 'waiting' AND due_at_ms <= $2 \
             AND letter IS NULL AND kind IN ('event', 'mention', 'overdue') \
             ORDER BY due_at_ms, id LIMIT $3{}) ORDER BY m.id",
            dialect::skip_locked(conn.kind())
        );
        due = together(find(conn, &same, params![one.user_id, now, MOST]).await?, first)?;
    }
    lease(conn, &mut due, now).await?;
    let events = events_by_id(conn, due.iter().filter_map(|due| due.event_id)).await?;
    drop_undeliverable(conn, &due, now).await?;
    Ok(Some((due, events)))
}

async fn find(conn: &Conn, which: &str, values: &[Param<'_>]) -> Result<Vec<Due>> {
    let find = format!(
        "SELECT {} FROM mails m LEFT JOIN users u ON u.id = m.user_id LEFT JOIN projects p ON p.id = m.project_id \
         LEFT JOIN tasks t ON t.id = m.task_id LEFT JOIN events e ON e.id = m.event_id \
         LEFT JOIN users a ON a.id = e.actor_id LEFT JOIN incoming_mails i ON i.id = m.answers WHERE {which}",
        Due::COLUMNS
    );
    Ok(conn.all::<Due>(&find, values).await?)
}

/// Takes them out of everybody else's way for a while, as one letter, which is called after the first of them.
async fn lease(conn: &Conn, due: &mut [Due], now: i64) -> Result<()> {
    const LEASED: &str = "UPDATE mails SET due_at_ms = $1, letter = $2, attempts = attempts + 1 WHERE id IN ";
    let letter = due.first().map(|first| first.letter.clone().unwrap_or_else(|| first.name()));
    let ids: Vec<String> = due.iter().map(|due| due.id.to_string()).collect();
    conn.execute(&format!("{LEASED}({})", ids.join(", ")), params![now + LEASE, letter.clone()]).await?;
    for due in due {
        due.letter.clone_from(&letter);
    }
    Ok(())
}

/// Which of what is due to somebody goes out in one mail with `first`.
fn together(all: Vec<Due>, first: i64) -> Result<Vec<Due>> {
    let rhythm = |due: &Due| due.rhythm.clone().unwrap_or_default();
    let is_alone = all.len() < GATHERED_FROM && all.iter().all(|due| rhythm(due) == "now");
    let Some(one) = all.iter().find(|due| due.id == first) else { return Ok(Vec::new()) };
    let is_reminder = one.kind()? == MailKind::Overdue;
    let mut chosen = Vec::new();
    for due in all {
        // Reminders are one mail in any case, and never part of another.
        let is_like_it = (due.kind()? == MailKind::Overdue) == is_reminder;
        if due.id == first || (is_like_it && (is_reminder || !is_alone)) {
            chosen.push(due);
        }
    }
    Ok(chosen)
}

async fn drop_undeliverable(conn: &Conn, due: &[Due], now: i64) -> Result<()> {
    const DROP: &str = "UPDATE mails SET state = 'dropped', settled_at_ms = $1, reason = $2, sealed = NULL \
        WHERE id = $3 AND state = 'waiting'";
    for due in due {
        if let Some(reason) = due.obstacle() {
            conn.execute(DROP, params![now, reason, due.id]).await?;
        }
    }
    Ok(())
}

/// What is sent of what was claimed; `None` when nothing can be.
fn parcel(app: &App, due: Vec<Due>, mut events: HashMap<i64, Logged>) -> Result<Option<Parcel>> {
    let due: Vec<Due> = due.into_iter().filter(|due| due.obstacle().is_none()).collect();
    let Some(first) = due.first() else { return Ok(None) };
    let recipient = first.recipient();
    let kind = first.kind()?;
    Ok(Some(Parcel {
        message_id: format!("{}.kanso", first.letter.clone().unwrap_or_else(|| first.name())),
        attempts: first.attempts,
        unsubscribe: if kind.is_gathered() { unsubscribe_token(app, recipient.user).ok() } else { None },
        reply_to: one_task(&due).and_then(|task| reply_address(app, task)),
        recipient,
        items: due.into_iter().map(|due| due.item(app, &mut events)).collect::<Result<_>>()?,
    }))
}

/// The task that all of it is about, if it tells what happened to one.
fn one_task(due: &[Due]) -> Option<TaskId> {
    let first = due.first()?.task;
    let tells_of_it = |due: &Due| due.task == first && matches!(due.kind.as_str(), "event" | "mention");
    (!first.is_none() && due.iter().all(tells_of_it)).then_some(first)
}

impl Due {
    fn kind(&self) -> Result<MailKind> {
        self.kind.parse()
    }

    /// What a letter is called that it is the first of.
    fn name(&self) -> String {
        format!("{}.{}", self.id, self.salt)
    }

    /// Why it can be sent to nobody.
    fn obstacle(&self) -> Option<&'static str> {
        let has_address =
            |address: &Option<String>| address.as_deref().is_some_and(|address| !address.is_empty());
        if self.project_removed > Some(0) {
            Some("the project was removed")
        } else if self.kind == MailKind::Refused.as_str() && self.refusal.is_none() {
            Some("the mail was taken after all")
        } else if has_address(&self.address) {
            None
        } else if self.is_active != Some(1) {
            Some("the account is disabled")
        } else if !has_address(&self.email) {
            Some("the account has no address")
        } else {
            None
        }
    }

    fn recipient(&self) -> Recipient {
        let name = self.name.clone().filter(|name| !name.is_empty()).or_else(|| self.username.clone());
        Recipient {
            user: self.user_id.unwrap_or_default().into(),
            address: self.address.clone().or_else(|| self.email.clone()).unwrap_or_default(),
            name: name.unwrap_or_default(),
            language: self.language.clone().unwrap_or_default(),
            zone: self.timezone.as_deref().and_then(|zone| TimeZone::get(zone).ok()),
        }
    }

    fn item(self, app: &App, events: &mut HashMap<i64, Logged>) -> Result<Item> {
        let author = self.author_name.filter(|name| !name.is_empty()).or(self.author_username);
        Ok(Item {
            id: self.id,
            kind: self.kind.parse()?,
            project: self.project,
            task: self.task,
            project_name: self.project_name.unwrap_or_default(),
            task_title: self.task_title,
            task_due: self.task_due.unwrap_or_default(),
            logged: self.event_id.and_then(|event| events.remove(&event)),
            author,
            subject: self.subject,
            refused: self.refusal.map(|reason| reason.parse()).transpose()?.map(|refusal| RefusedMail {
                refusal,
                subject: self.refused_subject.unwrap_or_default(),
                message_id: self.refused_id.unwrap_or_default(),
            }),
            link: self.sealed.map(|sealed| app.secrets().open(&sealed)).transpose()?,
        })
    }
}
