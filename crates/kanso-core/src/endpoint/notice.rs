//! What the owners of endpoints are told: that one fails, was switched off, or is well again.

use std::str::FromStr;

use kanso_db::{Conn, params, row};
use kanso_domain::EndpointId;

use crate::{Actor, App, Error, Kind, Result};

/// How many notices are listed at most.
const LISTED: i64 = 100;

/// How long the same is not told again, in milliseconds: an endpoint may fail and recover many times an hour.
const QUIET: i64 = 3_600_000;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoticeKind {
    /// Several attempts failed in a row.
    Failing,
    /// So much failed that nothing is sent but a probe now and then.
    Opened,
    /// It was switched off.
    Disabled,
    /// It takes webhooks again.
    Recovered,
}

impl NoticeKind {
    /// All there are.
    pub const ALL: [Self; 4] = [Self::Failing, Self::Opened, Self::Disabled, Self::Recovered];

    /// The name that is stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Failing => "failing",
            Self::Opened => "opened",
            Self::Disabled => "disabled",
            Self::Recovered => "recovered",
        }
    }
}

impl FromStr for NoticeKind {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let found = Self::ALL.into_iter().find(|kind| kind.as_str() == text);
        found.ok_or_else(|| Error::Stored(format!("no kind of notice {text:?}")))
    }
}

/// Something that an endpoint's owner should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// Its id.
    pub id: i64,
    /// Which endpoint.
    pub endpoint: EndpointId,
    /// What it is about.
    pub kind: NoticeKind,
    /// The same in words.
    pub text: String,
    /// When it was written, in Unix milliseconds.
    pub created_at_ms: i64,
    /// When it was read; `None` while it was not.
    pub read_at_ms: Option<i64>,
}

row! {
    struct NoticeRow {
        id: i64,
        endpoint: EndpointId as i64 = "endpoint_id",
        kind: String,
        text: String,
        created_at_ms: i64,
        read_at_ms: Option<i64>,
    }
}

/// The newest notices to the actor, newest first. Those to nobody in particular are every administrator's.
#[crate::use_case]
pub async fn list_notices(app: &App, actor: &Actor) -> Result<Vec<Notice>> {
    let list = format!(
        "SELECT {} FROM notices WHERE user_id IN ($1, $2) ORDER BY id DESC LIMIT $3",
        NoticeRow::COLUMNS
    );
    let (own, everybodys) = recipients(actor);
    let rows = app.read(move |conn| {
        Box::pin(async move { Ok(conn.all::<NoticeRow>(&list, params![own, everybodys, LISTED]).await?) })
    });
    rows.await?.into_iter().map(Notice::try_from).collect()
}

/// Marks a notice to the actor as read.
///
/// # Errors
///
/// [`Kind::Notice`] when it is not there, or is somebody else's.
#[crate::use_case]
pub async fn read_notice(app: &App, actor: &Actor, notice: i64) -> Result<()> {
    const READ: &str = "UPDATE notices SET read_at_ms = COALESCE(read_at_ms, $1) \
        WHERE id = $2 AND user_id IN ($3, $4)";
    let (now, (own, everybodys)) = (app.clock().now_ms(), recipients(actor));
    let read = app.note(move |conn| {
        Box::pin(async move { Ok(conn.execute(READ, params![now, notice, own, everybodys]).await?) })
    });
    if read.await? == 0 { Err(Error::NotFound(Kind::Notice)) } else { Ok(()) }
}

/// Whose notices the actor reads: their own, and as an administrator those of all administrators.
fn recipients(actor: &Actor) -> (i64, i64) {
    let own = actor.user_id().get();
    (own, if actor.is_admin() { 0 } else { own })
}

/// Writes a notice to the endpoint's owner, or to all administrators where it has none; answers whether it did, for
/// the same is not told twice in a short time.
pub(crate) async fn tell(
    conn: &Conn,
    endpoint: EndpointId,
    kind: NoticeKind,
    text: &str,
    now_ms: i64,
) -> Result<bool> {
    const OWNER: &str = "SELECT e.name, COALESCE(u.id, 0) FROM endpoints e \
        LEFT JOIN users u ON u.id = e.owner_id AND u.is_active = 1 WHERE e.id = $1";
    const TELL: &str = "INSERT INTO notices (user_id, endpoint_id, kind, text, created_at_ms) \
        SELECT CAST($1 AS BIGINT), id, CAST($2 AS TEXT), CAST($3 AS TEXT), CAST($4 AS BIGINT) FROM endpoints \
        WHERE id = $5 AND NOT EXISTS (\
          SELECT 1 FROM notices n WHERE n.endpoint_id = $5 AND n.kind = $2 AND n.created_at_ms > $6)";
    let owner = conn.one::<(String, i64)>(OWNER, params![endpoint.get()]).await?;
    let Some((name, owner)) = owner else { return Ok(false) };
    let text = format!("The webhook endpoint “{name}” {text}");
    let values = params![owner, kind.as_str(), text, now_ms, endpoint.get(), now_ms - QUIET];
    Ok(conn.execute(TELL, values).await? == 1)
}

impl TryFrom<NoticeRow> for Notice {
    type Error = Error;

    fn try_from(row: NoticeRow) -> Result<Self> {
        Ok(Self {
            id: row.id,
            endpoint: row.endpoint,
            kind: row.kind.parse()?,
            text: row.text,
            created_at_ms: row.created_at_ms,
            read_at_ms: row.read_at_ms,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_is_read_as_it_is_stored() {
        for kind in NoticeKind::ALL {
            assert_eq!(kind.as_str().parse::<NoticeKind>().ok(), Some(kind));
        }
    }
}
