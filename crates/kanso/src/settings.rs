//! `kanso settings`.

use anyhow::bail;
use kanso_core::{Actor, App, Settings, setting};

use crate::cli::SettingsCommand;
use crate::say;

pub(crate) async fn carry_out(app: &App, command: SettingsCommand) -> anyhow::Result<()> {
    match command {
        SettingsCommand::List => {
            for (name, value) in app.settings().all() {
                let shown = if Settings::is_secret(name) && !value.is_empty() { "********" } else { value };
                say(&format!("{name} = {shown}"))?;
            }
        }
        SettingsCommand::Get { name } => {
            if !Settings::is_known(&name) {
                bail!("there is no setting {name:?}; `kanso settings list` shows all");
            }
            say(app.settings().get(&name))?;
        }
        SettingsCommand::Set { name, value } => {
            setting::set_setting(app, &Actor::Application, &name, &value).await?;
        }
    }
    app.close().await;
    Ok(())
}
