//! Deleting a group.

use kanso_db::params;
use kanso_domain::{Act, GroupId, Permission};

use super::find::load;
use super::record::record;
use crate::project::{self, Holder};
use crate::{Actor, App, Result};

/// Deletes a group, for administrators. Its members keep what they have by themselves and by other groups.
#[crate::use_case]
pub async fn remove_group(app: &App, actor: &Actor, group: GroupId) -> Result<()> {
    // Memberships go with it by their foreign keys.
    const REMOVE: &str = "DELETE FROM groups WHERE id = $1";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let removed = load(change.conn(), group).await?;
            project::take_all(change, Holder::Group(group)).await?;
            change.conn().execute(REMOVE, params![group.get()]).await?;
            record(change, Act::Remove, &removed, Vec::new()).await
        })
    })
    .await
}
