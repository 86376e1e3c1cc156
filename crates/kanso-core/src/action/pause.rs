//! Pausing automatic actions.

use kanso_db::params;
use kanso_domain::{ActionId, Permission};

use crate::{Actor, App, Error, Kind, Result};

/// Pauses an automatic action, or lets it go on. While it is paused it does nothing, and nothing is made up for later.
#[crate::use_case]
pub async fn pause_action(app: &App, actor: &Actor, action: ActionId, is_paused: bool) -> Result<()> {
    const PAUSE: &str = "UPDATE actions SET paused = $1 WHERE id = $2";
    app.change(actor, action, Permission::ManageProject, move |change| {
        Box::pin(async move {
            let values = params![i64::from(is_paused), action.get()];
            let changed = change.conn().execute(PAUSE, values).await?;
            (changed > 0).then_some(()).ok_or(Error::NotFound(Kind::Action))
        })
    })
    .await
}
