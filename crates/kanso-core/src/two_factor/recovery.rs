//! Recovery codes: each takes the place of a code once.

use kanso_db::{Conn, params};
use kanso_domain::UserId;

use crate::token::hashed;
use crate::user::require_password;
use crate::{Actor, App, Result, random};

/// How many there are at first.
const MADE: usize = 10;

/// Gives the actor's own account other recovery codes, in place of those before, and answers them. Nobody can be
/// shown them again.
///
/// # Errors
///
/// [`Fault::Wrong`](crate::Fault::Wrong) for a password that is not theirs.
#[crate::use_case]
pub async fn renew_recovery_codes(app: &App, actor: &Actor, password: String) -> Result<Vec<String>> {
    require_password(app, actor, password).await?;
    let (user, codes) = (actor.user_id(), make_up());
    let stored = codes.clone();
    app.change_instance(actor, move |change| {
        Box::pin(async move { store(change.conn(), user, &stored).await })
    })
    .await?;
    Ok(codes)
}

/// How many recovery codes the actor's own account has left.
#[crate::use_case]
pub async fn count_recovery_codes(app: &App, actor: &Actor) -> Result<i64> {
    const COUNT: &str = "SELECT COUNT(*) FROM recovery_codes WHERE user_id = $1";
    let user = actor.user_id();
    let left = app
        .read(move |conn| Box::pin(async move { Ok(conn.one::<(i64,)>(COUNT, params![user.get()]).await?) }));
    Ok(left.await?.unwrap_or_default().0)
}

/// New codes: 64 random bits each, in groups of four.
pub(super) fn make_up() -> Vec<String> {
    let code = || {
        let text = random::hex(8);
        let groups: Vec<&str> = (0..text.len()).step_by(4).filter_map(|at| text.get(at..at + 4)).collect();
        groups.join("-")
    };
    std::iter::repeat_with(code).take(MADE).collect()
}

/// Stores codes in place of those before.
pub(super) async fn store(conn: &Conn, user: UserId, codes: &[String]) -> Result<()> {
    const STORE: &str = "INSERT INTO recovery_codes (user_id, hash) VALUES ($1, $2)";
    forget(conn, user).await?;
    for code in codes {
        conn.execute(STORE, params![user.get(), hash(code)]).await?;
    }
    Ok(())
}

/// Takes all codes away.
pub(super) async fn forget(conn: &Conn, user: UserId) -> Result<()> {
    conn.execute("DELETE FROM recovery_codes WHERE user_id = $1", params![user.get()]).await?;
    Ok(())
}

/// Takes one code away; answers whether it was one.
pub(super) async fn take(conn: &Conn, user: UserId, code: &str) -> Result<bool> {
    const TAKE: &str = "DELETE FROM recovery_codes WHERE user_id = $1 AND hash = $2";
    Ok(conn.execute(TAKE, params![user.get(), hash(code)]).await? == 1)
}

/// How a code is stored, however it was typed.
fn hash(code: &str) -> String {
    let plain: String = code.chars().filter(char::is_ascii_alphanumeric).collect();
    hashed(&plain.to_ascii_lowercase())
}
