//! Taking an invitation back.

use kanso_db::params;
use kanso_domain::Permission;

use crate::{Actor, App, Error, Kind, Result};

/// Takes an invitation back, for administrators: its link is good no more.
#[crate::use_case]
pub async fn withdraw_invitation(app: &App, actor: &Actor, invitation: i64) -> Result<()> {
    const WITHDRAW: &str = "DELETE FROM invitations WHERE id = $1";
    actor.require(Permission::Administrate)?;
    let withdrawn = app.change_instance(actor, move |change| {
        Box::pin(async move { Ok(change.conn().execute(WITHDRAW, params![invitation]).await?) })
    });
    if withdrawn.await? == 0 { Err(Error::NotFound(Kind::Invitation)) } else { Ok(()) }
}
