//! The program: what the command line says, put together and set going.
//!
//! Begin with [`serve`], which shows the order of start and stop on one page. Only [`config`] reads the
//! environment, only [`tasks`] starts anything in the background.

mod archives;
mod backup;
pub mod cli;
pub mod config;
mod daily;
mod demo;
mod doctor;
mod health;
mod import;
mod import_progress;
mod listen;
mod logging;
mod metrics;
mod outgoing;
pub mod proxies;
mod secrets;
pub mod serve;
mod settings;
mod sign_in;
mod table;
pub mod tasks;
pub mod tls;
mod trello;
mod users;
mod webhook;

use std::io::Write;
use std::process::ExitCode;

use cli::{Cli, Command, ImportCommand};
use config::Config;
use kanso_core::{App, Clock, SecretKey};

/// Carries out what the command line says; a failure is told on standard error.
pub fn run(cli: Cli) -> ExitCode {
    match start(cli) {
        Ok(code) => code,
        Err(error) => {
            // Nothing is left to do when standard error is gone too.
            let _ = writeln!(std::io::stderr(), "kanso: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn start(cli: Cli) -> anyhow::Result<ExitCode> {
    let config = Config::read(cli.options)?;
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async {
        match cli.command {
            Command::Serve(options) => serve::serve(config.for_server(*options)).await?,
            Command::Settings(command) => settings::carry_out(&open(&config).await?, command).await?,
            Command::Run(command) => daily::carry_out(&open(&config).await?, &command).await?,
            Command::Project(command) => archives::carry_out(&open(&config).await?, &command).await?,
            Command::User(command) => users::carry_out(&open(&config).await?, command).await?,
            Command::Secrets(command) => return secrets::carry_out(&open(&config).await?, &command).await,
            Command::Webhook(arguments) => return webhook::carry_out(&config, arguments).await,
            Command::Import(ImportCommand::Kanboard(options)) => {
                return import::carry_out(&config, &options).await;
            }
            Command::Import(ImportCommand::Trello(options)) => {
                trello::carry_out(&open(&config).await?, &options).await?;
            }
            Command::Backup(options) => backup::back_up(&config, &options).await?,
            Command::Restore(options) => return backup::restore(&config, &options).await,
            Command::Doctor(options) => return doctor::carry_out(config, *options).await,
            Command::Listen(options) => return listen::listen(&options).await,
        }
        Ok(ExitCode::SUCCESS)
    })
}

async fn open(config: &Config) -> anyhow::Result<App> {
    let app = App::open(config.database()?, config.files(), Clock::system(), config.secrets()?).await?;
    Ok(app.keeping_backups(config.nightly()?))
}

/// The same without bringing the database up to date, or making one.
async fn open_as_it_is(config: &Config) -> anyhow::Result<App> {
    let database = config.database_that_is_there()?;
    let key = config.key()?.unwrap_or_else(SecretKey::random);
    Ok(App::open_as_it_is(database, config.files(), Clock::system(), key).await?)
}

/// Writes a line for the person at the terminal.
fn say(line: &str) -> anyhow::Result<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}
