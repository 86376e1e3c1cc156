//! Changing a group.

use kanso_db::{Conn, params};
use kanso_domain::{Act, GroupId, NamedChange, Permission};

use super::find::load;
use super::record::record;
use crate::{Actor, App, Error, Fault, Result};

/// New values for fields of a group. `None` leaves a field as it is.
#[derive(Clone, Debug, Default)]
pub struct GroupPatch {
    /// Unique; even empty, as in Kanboard.
    pub name: Option<String>,
    /// Its name in a directory, empty for none.
    pub external_id: Option<String>,
}

/// Changes fields of a group, for administrators.
///
/// # Errors
///
/// [`Error::Invalid`] when another group has this name.
#[crate::use_case]
pub async fn update_group(app: &App, actor: &Actor, group: GroupId, patch: GroupPatch) -> Result<()> {
    const UPDATE: &str = "UPDATE groups SET name = $1, external_id = $2 WHERE id = $3";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            require_free(conn, patch.name.as_deref(), group).await?;
            let before = load(conn, group).await?;
            let mut after = before.clone();
            after.name = patch.name.unwrap_or(after.name);
            after.external_id = patch.external_id.unwrap_or(after.external_id);
            let changes = [
                NamedChange::between("name", before.name, after.name.as_str()),
                NamedChange::between("external_id", before.external_id, after.external_id.as_str()),
            ];
            let changes: Vec<_> = changes.into_iter().flatten().collect();
            if changes.is_empty() {
                return Ok(());
            }
            conn.execute(UPDATE, params![&after.name, &after.external_id, group.get()]).await?;
            record(change, Act::Update, &after, changes).await
        })
    })
    .await
}

/// Refuses a name that another group has.
async fn require_free(conn: &Conn, name: Option<&str>, except: GroupId) -> Result<()> {
    const FIND: &str = "SELECT id FROM groups WHERE name = $1 AND id <> $2";
    let Some(name) = name else { return Ok(()) };
    let taken = conn.one::<(i64,)>(FIND, params![name, except.get()]).await?;
    taken.map_or(Ok(()), |_| Err(Error::Invalid(Fault::Taken("name"))))
}
