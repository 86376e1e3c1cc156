//! Writing a mail down, in the transaction of what it tells of.

use kanso_db::{Conn, params};
use kanso_domain::{EventId, ProjectId, TaskId, UserId};

use super::MailKind;
use crate::{Result, random};

/// How many random bytes tell a mail from those of other installations.
const SALT: usize = 8;

/// A mail that is to be sent.
#[derive(Clone, Debug)]
pub(crate) struct NewMail {
    pub(crate) kind: MailKind,
    /// Nobody when it goes to an address without an account.
    pub(crate) user: UserId,
    /// Empty for the account's.
    pub(crate) address: String,
    pub(crate) project: ProjectId,
    pub(crate) task: TaskId,
    pub(crate) event: Option<EventId>,
    pub(crate) subject: String,
    /// What only its reader may see, sealed.
    pub(crate) sealed: Option<String>,
    /// The mail that came in which this one answers.
    pub(crate) answers: Option<i64>,
    pub(crate) due_at_ms: i64,
}

impl NewMail {
    /// One to an account that is due now. What it is about is added.
    pub(crate) fn to(user: UserId, now_ms: i64) -> Self {
        Self {
            kind: MailKind::Event,
            user,
            address: String::new(),
            project: ProjectId::default(),
            task: TaskId::default(),
            event: None,
            subject: String::new(),
            sealed: None,
            answers: None,
            due_at_ms: now_ms,
        }
    }
}

/// Enters a mail to be sent.
pub(crate) async fn enqueue(conn: &Conn, new: &NewMail, now_ms: i64) -> Result<()> {
    const INSERT: &str = "INSERT INTO mails (user_id, address, kind, project_id, task_id, event_id, subject, sealed, \
        salt, created_at_ms, state, attempts, due_at_ms, answers) \
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'waiting', 0, $11, $12)";
    let user = (!new.user.is_none()).then(|| new.user.get());
    let address = (!new.address.is_empty()).then_some(new.address.as_str());
    let values = params![
        user,
        address,
        new.kind.as_str(),
        new.project.get(),
        new.task.get(),
        new.event.map(EventId::get),
        new.subject.as_str(),
        new.sealed.as_deref(),
        random::hex(SALT),
        now_ms,
        new.due_at_ms,
        new.answers
    ];
    conn.execute(INSERT, values).await?;
    Ok(())
}
