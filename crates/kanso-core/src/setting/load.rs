//! Reading the settings, and noticing what another process changed.

use kanso_db::{Conn, params};

use super::Settings;
use crate::secret::check_key;
use crate::{Actor, App, Result, random};

impl App {
    /// Gives the tokens their first random values, then reads all.
    pub(crate) async fn prepare_settings(&self) -> Result<()> {
        const FIRST: &str = "INSERT INTO settings (name, value, changed_at, changed_by) VALUES ($1, $2, $3, 0) \
            ON CONFLICT (name) DO NOTHING";
        self.reload_settings().await?;
        if !self.settings().stored.contains_key("api_token") {
            let now = self.clock().now();
            self.change_instance(&Actor::Application, move |change| {
                Box::pin(async move {
                    for name in ["api_token", "webhook_token"] {
                        change.conn().execute(FIRST, params![name, random::hex(30), now]).await?;
                    }
                    Ok(())
                })
            })
            .await?;
            self.reload_settings().await?;
        }
        Ok(())
    }

    /// Reads the settings again if anything of the instance changed since they were read, and notices whether the
    /// secret key is still the database's.
    ///
    /// # Errors
    ///
    /// When the database cannot be read; the settings stay as they were.
    pub async fn reload_settings(&self) -> Result<()> {
        let known = self.settings().revision;
        let fresh = self.read(move |conn| Box::pin(async move { load(conn, known).await })).await?;
        if let Some(settings) = fresh {
            self.keep_settings(settings);
            // Another process may have made its secret key the database's.
            check_key(self).await?;
        }
        Ok(())
    }
}

/// All settings, or `None` when the instance is still at `known`.
async fn load(conn: &Conn, known: i64) -> Result<Option<Settings>> {
    // The revision is read before the settings: a change in between is then read twice, not missed.
    let (revision,) =
        conn.one::<(i64,)>("SELECT revision FROM instance WHERE id = 1", &[]).await?.unwrap_or_default();
    let is_first = known == 0;
    if revision == known && !is_first {
        return Ok(None);
    }
    let stored = conn.all::<(String, String)>("SELECT name, value FROM settings", &[]).await?;
    Ok(Some(Settings { stored: stored.into_iter().collect(), revision }))
}
