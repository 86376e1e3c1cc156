//! Changing a setting.

use jiff::tz::TimeZone;
use kanso_db::{Conn, params};
use kanso_domain::{Permission, color};

use super::Settings;
use crate::endpoint::{self, Format};
use crate::{Actor, App, Error, Fault, Kind, Result, random};

/// Stores a setting. The webhook settings describe the default endpoint, which changes with them.
///
/// # Errors
///
/// [`Kind::Setting`] for a name that is none; [`Error::Invalid`] for a value that makes no sense.
pub async fn set_setting(app: &App, actor: &Actor, name: &str, value: &str) -> Result<()> {
    actor.require(Permission::Administrate)?;
    let (name, value) = (name.to_owned(), value.trim().to_owned());
    check(&name, &value)?;
    let (now, by, secrets) = (app.clock().now(), actor.user_id(), app.secrets().clone());
    app.change_instance(actor, move |change| {
        Box::pin(async move {
            let conn = change.conn();
            store(conn, &name, &value, now, by.get()).await?;
            if name.starts_with("webhook_") {
                endpoint::follow_settings(conn, &secrets, change.now_ms()).await?;
            }
            Ok(())
        })
    })
    .await?;
    app.reload_settings().await
}

/// Gives the webhook token another random value. Receivers that compare it must be told.
pub async fn reset_webhook_token(app: &App, actor: &Actor) -> Result<()> {
    set_setting(app, actor, "webhook_token", &random::hex(30)).await
}

fn check(name: &str, value: &str) -> Result<()> {
    if !Settings::is_known(name) {
        return Err(Error::NotFound(Kind::Setting));
    }
    let fault = match name {
        "api_token" | "webhook_token" if value.is_empty() => Fault::Missing("token"),
        "application_timezone" if TimeZone::get(value).is_err() => Fault::Unknown("application_timezone"),
        "default_color" if color::find(value).is_none() => Fault::Unknown("default_color"),
        "webhook_format" if !value.parse().is_ok_and(|format: Format| format != Format::Template) => {
            Fault::Unknown("webhook_format")
        }
        "webhook_attempts_days" | "webhook_bodies_days" if !is_days(value) => {
            Fault::OutOfRange("webhook_attempts_days, webhook_bodies_days", "1 … 3650".to_owned())
        }
        "webhook_url" | "application_url" if !value.is_empty() && !is_web_address(value) => {
            Fault::Url("it must begin with http:// or https://".to_owned())
        }
        _ => return Ok(()),
    };
    Err(Error::Invalid(fault))
}

fn is_days(text: &str) -> bool {
    text.parse().is_ok_and(|days: i64| (1..=3650).contains(&days))
}

fn is_web_address(text: &str) -> bool {
    ["http://", "https://"].iter().any(|scheme| text.len() > scheme.len() && text.starts_with(scheme))
}

async fn store(conn: &Conn, name: &str, value: &str, now: i64, by: i64) -> Result<()> {
    const STORE: &str = "INSERT INTO settings (name, value, changed_at, changed_by) VALUES ($1, $2, $3, $4) \
        ON CONFLICT (name) DO UPDATE SET value = excluded.value, changed_at = excluded.changed_at, \
        changed_by = excluded.changed_by";
    conn.execute(STORE, params![name, value, now, by]).await?;
    Ok(())
}
