//! Where a mail goes: to a task that it answers, or to a project.

use kanso_db::{Conn, params};
use kanso_domain::{ProjectId, TaskId};

use super::address::task_of_tag;
use super::{IncomingMail, Refusal};
use crate::{App, Result};

/// What a mail becomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// A task of this project.
    NewTask(ProjectId),
    /// A comment on this task.
    Comment(TaskId),
}

/// Where the mail goes. Whether its sender may know of that, who changes it asks.
pub(super) async fn find(app: &App, mail: &IncomingMail) -> Result<Result<Place, Refusal>> {
    let tags: Vec<String> = match app.mail_in() {
        Some(mail_in) => {
            let tags = mail.recipients.iter().filter_map(|recipient| mail_in.tag_of(recipient));
            tags.map(str::to_owned).collect()
        }
        None => Vec::new(),
    };
    if let Some(task) = tags.iter().find_map(|tag| task_of_tag(app.secrets(), tag)) {
        return Ok(Ok(Place::Comment(task)));
    }
    let (answers, recipients) = (mail.answers.clone(), mail.recipients.clone());
    app.read(move |conn| {
        Box::pin(async move {
            for id in &answers {
                if let Some(tasks) = tasks_of_letter(conn, id).await? {
                    let [task] = tasks[..] else { return Ok(Err(Refusal::SeveralTasks)) };
                    return Ok(Ok(Place::Comment(task)));
                }
            }
            for tag in &tags {
                if let Some(project) = project_of_tag(conn, tag).await? {
                    return Ok(Ok(Place::NewTask(project)));
                }
            }
            for recipient in &recipients {
                if let Some(project) = project_of_address(conn, recipient).await? {
                    return Ok(Ok(Place::NewTask(project)));
                }
            }
            Ok(Err(Refusal::Address))
        })
    })
    .await
}

/// What the mail told of that went out under this id; `None` when none did. The salt in the id is known to nobody but
/// those who were sent the mail.
async fn tasks_of_letter(conn: &Conn, message_id: &str) -> Result<Option<Vec<TaskId>>> {
    const FIND: &str = "SELECT DISTINCT m.task_id FROM mails m WHERE m.letter = $3 AND m.kind IN ('event', 'mention') \
        AND m.user_id = (SELECT f.user_id FROM mails f WHERE f.id = $1 AND f.salt = $2) ORDER BY m.task_id";
    let letter = message_id.split('@').next().and_then(|local| local.strip_suffix(".kanso"));
    let Some((id, salt)) = letter.and_then(|letter| letter.split_once('.')) else { return Ok(None) };
    let Ok(id) = id.parse::<i64>() else { return Ok(None) };
    let found = conn.all::<(i64,)>(FIND, params![id, salt, format!("{id}.{salt}")]).await?;
    let tasks: Vec<TaskId> = found.into_iter().map(|(task,)| task.into()).collect();
    Ok((!tasks.is_empty()).then_some(tasks))
}

/// A number is the id of a project, anything else its identifier.
async fn project_of_tag(conn: &Conn, tag: &str) -> Result<Option<ProjectId>> {
    const BY_ID: &str = "SELECT id FROM projects WHERE id = $1 AND is_active = 1 AND removed_at = 0";
    const BY_IDENTIFIER: &str = "SELECT id FROM projects WHERE identifier = $1 AND identifier <> '' AND is_active = 1 \
        AND removed_at = 0 ORDER BY id LIMIT 1";
    let found = match tag.parse::<i64>() {
        Ok(id) => conn.one::<(i64,)>(BY_ID, params![id]).await?,
        Err(_) => conn.one::<(i64,)>(BY_IDENTIFIER, params![tag.to_ascii_uppercase()]).await?,
    };
    Ok(found.map(|(id,)| id.into()))
}

/// Addresses of projects may differ by their case only: then nobody can tell which one is meant.
async fn project_of_address(conn: &Conn, address: &str) -> Result<Option<ProjectId>> {
    const FIND: &str = "SELECT id FROM projects WHERE (LOWER(email) = $1 OR email = $1) AND email <> '' \
        AND is_active = 1 AND removed_at = 0 ORDER BY id LIMIT 2";
    let found = conn.all::<(i64,)>(FIND, params![address]).await?;
    let [(id,)] = found[..] else { return Ok(None) };
    Ok(Some(id.into()))
}
