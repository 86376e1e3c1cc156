//! The row of a mail that came in.

use std::str::FromStr;

use kanso_db::{Conn, params, row};
use kanso_domain::TaskId;

use super::{IncomingMail, Refusal};
use crate::{App, Error, Result};

/// For how many days it is kept what was refused, and who wrote what.
const KEPT_DAYS: i64 = 30;

const DAY: i64 = 24 * 3_600_000;

/// How many are listed.
const LISTED: i64 = 50;

/// How much of a text of a mail is kept in its row, in characters.
const LONGEST: usize = 250;

/// What a mail became.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IncomingState {
    Task,
    Comment,
    Refused,
    Ignored,
}

impl IncomingState {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Task, Self::Comment, Self::Refused, Self::Ignored];

    /// The name that is stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Task => "task",
            Self::Comment => "comment",
            Self::Refused => "refused",
            Self::Ignored => "ignored",
        }
    }
}

impl FromStr for IncomingState {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|state| state.as_str() == text);
        found.ok_or_else(|| Error::Stored(format!("no state of a mail {text:?}")))
    }
}

row! {
    struct Found {
        sender: String,
        subject: String,
        state: String,
        reason: Option<String>,
        task: TaskId as i64 = "task_id",
        received_at_ms: i64,
    }
}

/// A mail that came in, as administrators see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedIncoming {
    /// The address it says it is from.
    pub sender: String,
    /// What it was about.
    pub subject: String,
    /// What it became.
    pub state: IncomingState,
    /// Why it became nothing.
    pub refusal: Option<Refusal>,
    /// The task it became or was added to; none for what was refused.
    pub task: TaskId,
    /// When it was read, in Unix milliseconds.
    pub received_at_ms: i64,
}

/// What tells one mail from another in its row.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    fingerprint: String,
    message_id: String,
    sender: String,
    subject: String,
}

impl Entry {
    pub(super) fn of(mail: &IncomingMail) -> Self {
        Self {
            fingerprint: mail.fingerprint.clone(),
            message_id: mail.message_id.clone(),
            sender: short(mail.from.first().map_or("", String::as_str)),
            subject: short(&mail.subject),
        }
    }

    /// Enters what the mail becomes, and answers the id of the row; `None` when it became something before. What was
    /// refused is judged anew whenever somebody brings it again.
    pub(super) async fn write(
        &self,
        conn: &Conn,
        state: IncomingState,
        refusal: Option<Refusal>,
        now_ms: i64,
    ) -> Result<Option<i64>> {
        const WRITE: &str = "INSERT INTO incoming_mails \
            (fingerprint, message_id, sender, subject, state, reason, task_id, received_at_ms) \
            VALUES ($1, $2, $3, $4, $5, $6, 0, $7) ON CONFLICT (fingerprint) DO UPDATE SET \
            state = excluded.state, reason = excluded.reason, received_at_ms = excluded.received_at_ms \
            WHERE incoming_mails.state = 'refused' AND (excluded.state <> 'refused' \
                OR COALESCE(incoming_mails.reason, '') <> COALESCE(excluded.reason, '')) RETURNING id";
        let values = params![
            self.fingerprint.as_str(),
            self.message_id.as_str(),
            self.sender.as_str(),
            self.subject.as_str(),
            state.as_str(),
            refusal.map(Refusal::as_str),
            now_ms
        ];
        Ok(conn.one::<(i64,)>(WRITE, values).await?.map(|(id,)| id))
    }
}

/// Says in a row which task the mail became or was added to.
pub(super) async fn name_task(conn: &Conn, entry: i64, task: TaskId) -> Result<()> {
    const NAME: &str = "UPDATE incoming_mails SET task_id = $1 WHERE id = $2";
    conn.execute(NAME, params![task.get(), entry]).await?;
    Ok(())
}

/// Whether the mail became something, or is one of those that never do.
pub(super) async fn is_settled(app: &App, fingerprint: &str) -> Result<bool> {
    const FIND: &str = "SELECT id FROM incoming_mails WHERE fingerprint = $1 AND state <> 'refused'";
    let fingerprint = fingerprint.to_owned();
    let found = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(i64,)>(FIND, params![fingerprint]).await?) }));
    Ok(found.await?.is_some())
}

/// The newest, newest first.
pub(super) async fn list(conn: &Conn) -> Result<Vec<ListedIncoming>> {
    let list = format!(
        "SELECT {} FROM incoming_mails ORDER BY received_at_ms DESC, id DESC LIMIT $1",
        Found::COLUMNS
    );
    let found = conn.all::<Found>(&list, params![LISTED]).await?;
    found.into_iter().map(ListedIncoming::try_from).collect()
}

/// Forgets mails that were refused long ago, and who sent those that became something and what they were about. That
/// they were handled is kept: a mail that is found again must not become a second task. Answers how many rows that
/// were.
#[crate::use_case]
pub async fn forget_incoming(app: &App) -> Result<u64> {
    const FORGET: &str =
        "DELETE FROM incoming_mails WHERE state IN ('refused', 'ignored') AND received_at_ms < $1";
    const EMPTY: &str = "UPDATE incoming_mails SET sender = '', subject = '', message_id = '' \
        WHERE received_at_ms < $1 AND (sender <> '' OR subject <> '')";
    let before = app.clock().now_ms() - KEPT_DAYS * DAY;
    app.note(move |conn| {
        Box::pin(async move {
            let forgotten = conn.execute(FORGET, params![before]).await?;
            Ok(forgotten + conn.execute(EMPTY, params![before]).await?)
        })
    })
    .await
}

impl TryFrom<Found> for ListedIncoming {
    type Error = Error;

    fn try_from(found: Found) -> Result<Self> {
        Ok(Self {
            sender: found.sender,
            subject: found.subject,
            state: found.state.parse()?,
            refusal: found.reason.map(|reason| reason.parse()).transpose()?,
            task: found.task,
            received_at_ms: found.received_at_ms,
        })
    }
}

fn short(text: &str) -> String {
    text.chars().filter(|c| !c.is_control()).take(LONGEST).collect()
}
