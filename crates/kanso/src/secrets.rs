//! `kanso secrets`: what to do when the secret key is lost.

use std::io::{IsTerminal, Write};
use std::process::ExitCode;

use anyhow::Context;
use kanso_core::secret::{Forgotten, Lost, LostOfEndpoint, forget_lost_secrets, list_lost_secrets};
use kanso_core::{Actor, App};

use crate::cli::SecretsCommand;
use crate::say;

/// What to do rather than to forget anything.
const REMEDY: &str = "If the old secret.key (or KANSO_SECRET_KEY) is still somewhere, put it back instead and start the \
    server again: then nothing is lost.";

/// Carries a command out. The exit code is 1 where something is lost and stays so.
pub(crate) async fn carry_out(app: &App, command: &SecretsCommand) -> anyhow::Result<ExitCode> {
    let done = match command {
        SecretsCommand::Check => check(app).await,
        SecretsCommand::Forget { yes } => forget(app, *yes).await,
    };
    app.close().await;
    done
}

async fn check(app: &App) -> anyhow::Result<ExitCode> {
    let lost = list_lost_secrets(app, &Actor::Application).await?;
    if lost.is_empty() && !app.has_lost_secrets() {
        say("The secret key opens all that is sealed in the database.")?;
        return Ok(ExitCode::SUCCESS);
    }
    say(&told(&lost))?;
    say(&format!("{REMEDY} Else `kanso secrets forget` goes on without."))?;
    Ok(ExitCode::FAILURE)
}

async fn forget(app: &App, yes: bool) -> anyhow::Result<ExitCode> {
    let lost = list_lost_secrets(app, &Actor::Application).await?;
    if lost.is_empty() && !app.has_lost_secrets() {
        say("The secret key opens all that is sealed in the database: there is nothing to forget.")?;
        return Ok(ExitCode::SUCCESS);
    }
    if !yes && !lost.is_empty() {
        say(&told(&lost))?;
        say(REMEDY)?;
        if !is_sure()? {
            say("Nothing was changed.")?;
            return Ok(ExitCode::FAILURE);
        }
    }
    let forgotten = forget_lost_secrets(app, &Actor::Application).await?;
    say(&done(&forgotten))?;
    Ok(ExitCode::SUCCESS)
}

/// What is lost, a line for each thing.
fn told(lost: &Lost) -> String {
    let mut lines = vec!["The secret key is not the one that this database was used with.".to_owned()];
    if lost.is_empty() {
        lines.push("Nothing is lost by that: nothing else is sealed in it.".to_owned());
    }
    lines.extend(lost.endpoints.iter().map(|lost| format!("endpoint {}: {}", named(lost), what(lost))));
    lines.extend(lost.people.iter().map(|person| format!("{person}: the second factor")));
    lines.join("\n")
}

fn named(lost: &LostOfEndpoint) -> String {
    format!("{} ({})", lost.id, lost.name)
}

/// What is lost of an endpoint.
fn what(lost: &LostOfEndpoint) -> &'static str {
    match (lost.keys.is_empty(), lost.headers) {
        (false, false) => "what its deliveries are signed with",
        (false, true) => "what its deliveries are signed with, and its headers",
        (true, _) => "its headers",
    }
}

/// What was done, with the secrets that receivers must be given.
fn done(forgotten: &Forgotten) -> String {
    let mut lines = Vec::new();
    for renewed in &forgotten.endpoints {
        let name = named(&renewed.lost);
        if !renewed.shown.is_empty() {
            lines.push(format!(
                "endpoint {name} signs with this now; give it to the receiver, it is shown only now:"
            ));
            lines.extend(renewed.shown.iter().map(|shown| format!("  {shown}")));
        }
        if renewed.lost.headers {
            let id = renewed.lost.id;
            lines.push(format!(
                "endpoint {name} has no headers any more; add them with `kanso webhook set {id} --secret-header …`"
            ));
        }
    }
    lines.extend(forgotten.people.iter().map(|person| {
        format!("{person} signs in with the password alone now, and can set a second factor up again")
    }));
    lines.push("The secret key opens all that is sealed in the database from now on.".to_owned());
    lines.join("\n")
}

/// Asks the person at the terminal.
fn is_sure() -> anyhow::Result<bool> {
    if std::io::stdin().is_terminal() {
        write!(std::io::stderr(), "Take all this away for good? Type yes: ")?;
    }
    let mut line = String::new();
    std::io::stdin().read_line(&mut line).context("cannot read the answer")?;
    Ok(line.trim() == "yes")
}
