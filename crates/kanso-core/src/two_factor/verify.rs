//! The code at the door.

use kanso_db::{Conn, params};
use kanso_domain::UserId;

use super::recovery;
use super::secret::Shared;
use crate::{App, Result, SecretKey};

/// How long an account stays locked after too many wrong codes, in seconds.
const LOCKED: i64 = 15 * 60;
/// The sixth wrong code in a row locks the account, and each one after that.
const WRONG: i64 = 6;

/// What came of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is right, and worth nothing from now on.
    Right,
    /// It is wrong, or was used before.
    Wrong,
    /// It was not looked at: the account is locked or disabled, or has no second factor any more.
    Closed,
}

/// Judges a code, or a recovery code, of somebody whose password was right.
#[crate::use_case]
pub async fn verify_code(app: &App, user: UserId, code: String) -> Result<Verdict> {
    let (secrets, now) = (app.secrets().clone(), app.clock().now());
    app.note(move |conn| Box::pin(async move { judge(conn, &secrets, user, &code, now).await })).await
}

async fn judge(conn: &Conn, secrets: &SecretKey, user: UserId, code: &str, now: i64) -> Result<Verdict> {
    // Counted before it is looked at: who asks many times at once is counted as often.
    const COUNT: &str = "UPDATE users SET twofactor_failures = twofactor_failures + 1, lock_expiration_date = \
        CASE WHEN twofactor_failures + 1 >= $1 THEN $2 ELSE lock_expiration_date END \
        WHERE id = $3 AND is_active = 1 AND twofactor_activated = 1 AND lock_expiration_date <= $4 \
        RETURNING twofactor_secret, twofactor_step";
    const FORGET: &str = "UPDATE users SET twofactor_failures = 0, lock_expiration_date = 0, \
        twofactor_step = $1 WHERE id = $2";
    let values = params![WRONG, now + LOCKED, user.get(), now];
    let counted = conn.one::<(Option<String>, i64)>(COUNT, values).await?;
    let Some((stored, taken)) = counted else { return Ok(Verdict::Closed) };
    let shared = Shared::read(&stored.unwrap_or_default(), secrets, "")?;
    let step = match shared.step_of(code, now, taken) {
        Some(step) => step,
        None if recovery::take(conn, user, code).await? => taken,
        None => return Ok(Verdict::Wrong),
    };
    conn.execute(FORGET, params![step, user.get()]).await?;
    Ok(Verdict::Right)
}
