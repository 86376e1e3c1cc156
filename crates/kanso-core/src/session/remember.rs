//! Browsers that stay signed in: a series for each, whose token changes whenever it is used.

use kanso_db::{Conn, params};
use kanso_domain::UserId;

use crate::token::hashed;
use crate::user::find_active_in;
use crate::{App, Result, random};

/// How long a browser is remembered after it was used last, in seconds.
const REMEMBERED: i64 = 60 * 24 * 3600;
/// How long the token before is good after a change, in seconds: a browser that begins opens several pages at once, and
/// each brings the token that it had.
const SPARED: i64 = 60;

/// What came of what a browser brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Recalled {
    /// Nothing that is known, or it was too long ago.
    Nobody,
    /// It is somebody's.
    Known {
        user: UserId,
        /// What the series is called in sessions.
        series: String,
        /// What the browser brings next time; `None` when another page of it was given that a moment ago.
        next: Option<String>,
    },
    /// It was used before, so two have it. The series has ended, with all its sessions.
    Stolen,
}

/// Remembers a browser of somebody: what it is to bring, and what the series is called in sessions.
#[crate::use_case]
pub async fn remember_browser(app: &App, user: UserId) -> Result<(String, String)> {
    const REMEMBER: &str = "INSERT INTO remembered (series, user_id, token, former, changed_at, expires_at) \
        VALUES ($1, $2, $3, '', $4, $5)";
    let (series, token, now) = (random::hex(16), random::hex(24), app.clock().now());
    let (name, brought) = (hashed(&series), format!("{series}.{token}"));
    let stored = name.clone();
    app.note(move |conn| {
        Box::pin(async move {
            let values = params![stored, user.get(), hashed(&token), now, now + REMEMBERED];
            conn.execute(REMEMBER, values).await?;
            Ok(())
        })
    })
    .await?;
    Ok((brought, name))
}

/// Whose browser it is that brought this. What it brought is good no more.
#[crate::use_case]
pub async fn recall_browser(app: &App, brought: &str) -> Result<Recalled> {
    let Some((series, token)) = brought.split_once('.') else { return Ok(Recalled::Nobody) };
    let (name, token, now) = (hashed(series), hashed(token), app.clock().now());
    let series = series.to_owned();
    app.note(move |conn| Box::pin(async move { recall(conn, (&series, name), &token, now).await })).await
}

async fn recall(conn: &Conn, (series, name): (&str, String), token: &str, now: i64) -> Result<Recalled> {
    const FIND: &str = "SELECT user_id, token, former, changed_at FROM remembered \
        WHERE series = $1 AND expires_at > $2";
    const CHANGE: &str = "UPDATE remembered SET token = $1, former = $2, changed_at = $3, expires_at = $4 \
        WHERE series = $5 AND token = $2";
    let found = conn.one::<(i64, String, String, i64)>(FIND, params![&name, now]).await?;
    let Some((user, current, former, changed_at)) = found else { return Ok(Recalled::Nobody) };
    let user = UserId::from(user);
    if find_active_in(conn, user).await?.is_none() {
        return Ok(Recalled::Nobody);
    }
    if current == token {
        let next = random::hex(24);
        let values = params![hashed(&next), token, now, now + REMEMBERED, &name];
        // Of two that bring the same at once, one is given the next.
        let is_first = conn.execute(CHANGE, values).await? == 1;
        let next = is_first.then(|| format!("{series}.{next}"));
        return Ok(Recalled::Known { user, series: name, next });
    }
    if former == token && now - changed_at < SPARED {
        return Ok(Recalled::Known { user, series: name, next: None });
    }
    end(conn, user, &name, now).await?;
    Ok(Recalled::Stolen)
}

/// Ends a series that two have, and tells its owner where they look who came in.
async fn end(conn: &Conn, user: UserId, series: &str, now: i64) -> Result<()> {
    const TELL: &str = "INSERT INTO last_logins (user_id, auth_type, ip, user_agent, date_creation) \
        VALUES ($1, 'stolen', '', '', $2)";
    tracing::warn!(%user, "what a remembered browser brings was used twice: its series and sessions have ended");
    conn.execute("DELETE FROM sessions WHERE series = $1", params![series]).await?;
    conn.execute("DELETE FROM remembered WHERE series = $1", params![series]).await?;
    conn.execute(TELL, params![user.get(), now]).await?;
    Ok(())
}

/// Remembers a browser no more.
#[crate::use_case]
pub async fn forget_browser(app: &App, brought: &str) -> Result<()> {
    const FORGET: &str = "DELETE FROM remembered WHERE series = $1";
    let name = hashed(brought.split('.').next().unwrap_or_default());
    app.note(move |conn| {
        Box::pin(async move {
            conn.execute(FORGET, params![name]).await?;
            Ok(())
        })
    })
    .await
}
