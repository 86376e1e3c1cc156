//! Changing a setting.

use kanso_db::{Conn, params};
use kanso_domain::Permission;

use super::check::check;
use crate::{Actor, App, Result, endpoint, random};

/// Stores a setting. The webhook settings describe the default endpoint, which changes with them.
///
/// # Errors
///
/// [`Kind::Setting`](crate::Kind::Setting) for a name that is none; [`Error::Invalid`](crate::Error::Invalid) for a
/// value that makes no sense.
#[crate::use_case]
pub async fn set_setting(app: &App, actor: &Actor, name: &str, value: &str) -> Result<()> {
    set_settings(app, actor, &[(name, value)]).await
}

/// Stores several settings, all of them or none.
///
/// # Errors
///
/// As [`set_setting`].
#[crate::use_case]
pub async fn set_settings(app: &App, actor: &Actor, values: &[(&str, &str)]) -> Result<()> {
    actor.require(Permission::Administrate)?;
    let mut checked = Vec::with_capacity(values.len());
    for (name, value) in values {
        check(name, value.trim())?;
        checked.push(((*name).to_owned(), value.trim().to_owned()));
    }
    let (now, by, secrets) = (app.clock().now(), actor.user_id(), app.secrets().clone());
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            for (name, value) in &checked {
                store(conn, name, value, now, by.get()).await?;
            }
            if checked.iter().any(|(name, _)| name.starts_with("webhook_")) {
                endpoint::follow_settings(conn, &secrets, change.now_ms()).await?;
            }
            Ok(())
        })
    })
    .await?;
    app.reload_settings().await
}

/// Gives the application's API token another random value. Programs that use it must be told.
#[crate::use_case]
pub async fn reset_api_token(app: &App, actor: &Actor) -> Result<()> {
    set_setting(app, actor, "api_token", &random::hex(30)).await
}

/// Gives the webhook token another random value. Receivers that compare it must be told.
#[crate::use_case]
pub async fn reset_webhook_token(app: &App, actor: &Actor) -> Result<()> {
    set_setting(app, actor, "webhook_token", &random::hex(30)).await
}

async fn store(conn: &Conn, name: &str, value: &str, now: i64, by: i64) -> Result<()> {
    const STORE: &str = "INSERT INTO settings (name, value, changed_at, changed_by) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at, \
        changed_by = excluded.changed_by";
    conn.execute(STORE, params![name, value, now, by]).await?;
    Ok(())
}
