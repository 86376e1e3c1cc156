//! Whether there is something that the owner of an endpoint has not read yet.

use kanso_db::params;

use crate::{Actor, App, Result};

/// How many notices to the actor are unread. Those to nobody in particular are every administrator's.
#[crate::use_case]
pub async fn count_unread_notices(app: &App, actor: &Actor) -> Result<i64> {
    const COUNT: &str = "SELECT COUNT(*) FROM notices WHERE user_id IN ($1, $2) AND read_at_ms IS NULL";
    let own = actor.user_id().get();
    let everybodys = if actor.is_admin() { 0 } else { own };
    let found = app.read(move |conn| {
        Box::pin(async move { Ok(conn.one::<(i64,)>(COUNT, params![own, everybodys]).await?) })
    });
    Ok(found.await?.map_or(0, |(count,)| count))
}
