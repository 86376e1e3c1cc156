//! `kanso user`.

use std::io::{IsTerminal, Write};

use anyhow::Context;
use kanso_core::user::{self, NewUser};
use kanso_core::{Actor, App, two_factor};

use crate::cli::UserCommand;
use crate::say;

pub(crate) async fn carry_out(app: &App, command: UserCommand) -> anyhow::Result<()> {
    match command {
        UserCommand::List => {
            for user in user::list_users(app, &Actor::Application).await? {
                let state = if user.is_active == 1 { "active" } else { "disabled" };
                say(&format!("{}\t{}\t{}\t{state}", user.id, user.username, user.role))?;
            }
        }
        UserCommand::Create { username, password, name, email, role } => {
            let role = role.parse().context("role: app-user, app-manager or app-admin")?;
            let new = NewUser { username, password: password_or_ask(password)?, name, email, role };
            let id = user::create_user(app, &Actor::Application, new).await?;
            say(&id.to_string())?;
        }
        UserCommand::Token { username, remove } => {
            let user = user::find_user_by_name(app, &Actor::Application, username).await?.id;
            if remove {
                user::remove_access_token(app, &Actor::Application, user).await?;
            } else {
                say(&user::renew_access_token(app, &Actor::Application, user).await?)?;
            }
        }
        UserCommand::ResetTwoFactor { username } => {
            let user = user::find_user_by_name(app, &Actor::Application, username).await?.id;
            two_factor::reset_two_factor(app, &Actor::Application, user).await?;
        }
        UserCommand::HandOver { username } => {
            user::hand_over(app, &Actor::Application, username).await?;
        }
        UserCommand::ResetPassword { username, take_back: true, password } => {
            user::take_back(app, &Actor::Application, username, password_or_ask(password)?).await?;
        }
        UserCommand::ResetPassword { username, take_back: false, password } => {
            user::reset_password(app, &Actor::Application, username, password_or_ask(password)?).await?;
        }
    }
    app.close().await;
    Ok(())
}

fn password_or_ask(given: Option<String>) -> anyhow::Result<String> {
    if let Some(password) = given {
        return Ok(password);
    }
    if std::io::stdin().is_terminal() {
        write!(std::io::stderr(), "Password: ")?;
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("cannot read the password")?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}
