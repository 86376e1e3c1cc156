//! Mails that automatic actions want to be sent.

use kanso_db::params;
use kanso_domain::{EventId, UserId};
use serde_json::Value;

use crate::change::Change;
use crate::mail::{self, MailKind, NewMail};
use crate::task::{Task, TaskDetails, details};
use crate::{Error, Kind, Result};

/// Enters a mail about the task to be sent to a user.
///
/// # Errors
///
/// [`Error::NotFound`] for a user who is not there, disabled or without an address.
pub(super) async fn write(
    change: &mut Change<'_>,
    task: &Task,
    user: UserId,
    subject: &str,
    cause: Option<EventId>,
) -> Result<()> {
    const FIND: &str = "SELECT id FROM users WHERE id = $1 AND is_active = 1 AND email <> ''";
    let found = change.conn().one::<(i64,)>(FIND, params![user.get()]).await?;
    found.ok_or(Error::NotFound(Kind::User))?;
    let subject = fill(subject, &details(change.conn(), task.id).await?)?;
    let mail = NewMail {
        kind: MailKind::Action,
        project: task.project_id,
        task: task.id,
        event: cause,
        subject,
        ..NewMail::to(user, change.now_ms())
    };
    mail::enqueue(change.conn(), &mail, change.now_ms()).await
}

/// The subject with each `{{field}}` of the task replaced by its value; others stay.
fn fill(subject: &str, task: &TaskDetails) -> Result<String> {
    let Value::Object(fields) = serde_json::to_value(task)? else { return Ok(subject.to_owned()) };
    let mut filled = String::with_capacity(subject.len());
    let mut rest = subject;
    while let Some((before, after)) = rest.split_once("{{") {
        filled.push_str(before);
        let field = after.split_once("}}").and_then(|(name, tail)| Some((fields.get(name)?, tail)));
        match field {
            Some((value, tail)) => {
                filled.push_str(&shown(value));
                rest = tail;
            }
            None => {
                filled.push_str("{{");
                rest = after;
            }
        }
    }
    filled.push_str(rest);
    Ok(filled)
}

fn shown(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => value.to_string(),
    }
}
