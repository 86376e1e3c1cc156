//! Creating a group.

use kanso_db::params;
use kanso_domain::{Act, GroupId, Permission};

use super::Group;
use super::record::record;
use crate::{Actor, App, Error, Result};

/// Creates a group without members, for administrators.
///
/// # Errors
///
/// [`Error::Invalid`] when a group has this name.
#[crate::use_case]
pub async fn create_group(app: &App, actor: &Actor, name: String, external_id: String) -> Result<GroupId> {
    const INSERT: &str = "INSERT INTO groups (name, external_id) VALUES ($1, $2) RETURNING id";
    actor.require(Permission::Administrate)?;
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let inserted = change.conn().one::<(i64,)>(INSERT, params![&name, &external_id]).await;
            let (id,) = inserted.map_err(|error| Error::from(error).taken("name"))?.unwrap_or_default();
            let created = Group { id: id.into(), external_id, name };
            record(change, Act::Create, &created, Vec::new()).await?;
            Ok(created.id)
        })
    })
    .await
}
