//! That nothing is lost: an import goes into a database that nobody has used.

use kanso_db::Conn;

use super::ImportFault;

/// What there must be none of, and what people call it.
const NONE_OF: [(&str, &str); 7] = [
    ("SELECT COUNT(*) FROM projects WHERE removed_at >= 0", "projects"),
    ("SELECT COUNT(*) FROM users WHERE username <> 'admin'", "accounts"),
    ("SELECT COUNT(*) FROM groups", "groups"),
    ("SELECT COUNT(*) FROM endpoints", "webhooks"),
    ("SELECT COUNT(*) FROM tags", "tags"),
    ("SELECT COUNT(*) FROM currencies", "currencies"),
    ("SELECT COUNT(*) FROM invitations", "invitations"),
];

/// What a first start leaves: the account `admin` with what belongs to it, what the log says of that, random tokens,
/// Kanboard's labels of links.
const LEAVINGS: [&str; 7] = [
    "DELETE FROM deliveries",
    "DELETE FROM events",
    "DELETE FROM sessions",
    "DELETE FROM mails",
    "DELETE FROM users",
    "DELETE FROM links",
    "DELETE FROM settings",
];

/// Refuses a database in which there is more than a first start leaves.
pub(super) async fn require(conn: &Conn) -> Result<(), ImportFault> {
    find_more_than_a_start(conn).await?.map_or(Ok(()), |what| Err(ImportFault::NotFresh(what)))
}

/// What there is more than a first start leaves, in words.
pub(crate) async fn find_more_than_a_start(conn: &Conn) -> Result<Option<String>, kanso_db::Error> {
    for (count, what) in NONE_OF {
        let (found,) = conn.one::<(i64,)>(count, &[]).await?.unwrap_or_default();
        if found > 0 {
            return Ok(Some(format!("{found} {what}")));
        }
    }
    Ok(None)
}

/// Clears what the first start left, in whose place the rows of the other installation come.
pub(super) async fn clear(conn: &Conn) -> Result<(), ImportFault> {
    for clear in LEAVINGS {
        conn.execute(clear, &[]).await?;
    }
    Ok(())
}
