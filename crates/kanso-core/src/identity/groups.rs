//! Memberships that another place decides: those of groups here that carry its name for them.

use std::collections::HashSet;

use kanso_db::params;
use kanso_domain::{UserId, standing::is_same};

use crate::Result;
use crate::change::Change;
use crate::group::{Group, enter_member, take_member};

/// Puts somebody into the groups that stand for one of `said`, and takes them out of those that stand for another.
/// Groups without a name elsewhere are left alone.
pub(super) async fn follow(change: &mut Change<'_>, user: UserId, said: &[String]) -> Result<()> {
    const MINE: &str = "SELECT group_id FROM group_has_users WHERE user_id = $1";
    let list = format!("SELECT {} FROM groups WHERE external_id <> '' ORDER BY id", Group::COLUMNS);
    let conn = change.conn();
    let groups = conn.all::<Group>(&list, &[]).await?;
    if groups.is_empty() {
        return Ok(());
    }
    let mine: HashSet<i64> =
        conn.all::<(i64,)>(MINE, params![user.get()]).await?.into_iter().map(|(id,)| id).collect();
    for group in groups {
        let should = said.iter().any(|said| is_same(said, &group.external_id));
        match (should, mine.contains(&group.id.get())) {
            (true, false) => enter_member(change, &group, user).await?,
            (false, true) => take_member(change, &group, user).await?,
            _ => (),
        }
    }
    Ok(())
}
