//! `kanso webhook`: endpoints and deliveries from the command line. It works on the database itself, so a server
//! that runs beside it sees what it does as it would see another server's work.

mod deliveries;
mod draft;
mod endpoint;
mod explain;
mod judge;
mod list;
mod recover;
mod save;
mod show;
mod test;
mod time;
mod verify;

use std::process::ExitCode;

use anyhow::anyhow;
use kanso_core::endpoint::{Endpoint, find_endpoint};
use kanso_core::{Actor, App, Error, Kind};
use kanso_domain::EndpointId;
use kanso_webhooks::{Reach, Sender};
use serde_json::Value;

use crate::cli::{WebhookArgs, WebhookCommand};
use crate::config::Config;
use crate::outgoing::ByWebhooks;
use crate::{open, say};
use time::Times;

/// What the commands work with. Whoever may open the database may do everything.
struct Desk {
    app: App,
    outgoing: ByWebhooks,
    actor: Actor,
    json: bool,
}

/// Carries a command out. The exit code is 1 where the answer is no.
pub(crate) async fn carry_out(config: &Config, arguments: WebhookArgs) -> anyhow::Result<ExitCode> {
    let WebhookArgs { json, webhook_allow_private_networks, command } = arguments;
    if let WebhookCommand::Verify(options) = command {
        return verify::verify(&options, json);
    }
    let app = open(config).await?;
    let reach = Reach { private_networks: config.allows_private_networks(webhook_allow_private_networks) };
    let outgoing = ByWebhooks::new(app.clone(), Sender::new(reach), reach);
    let desk = Desk { app, outgoing, actor: Actor::Application, json };
    let done = desk.carry_out(command).await;
    desk.app.close().await;
    done
}

impl Desk {
    async fn carry_out(&self, command: WebhookCommand) -> anyhow::Result<ExitCode> {
        use WebhookCommand as Asked;
        match command {
            Asked::List { project } => list::list(self, project.as_deref()).await,
            Asked::Show { endpoint } => list::show(self, endpoint).await,
            Asked::Add { name, url, project, options, dry_run, anyway } => {
                let how = save::How { dry_run, anyway };
                save::add(self, save::Wanted { name, url, project }, *options, how).await
            }
            Asked::Set { endpoint, name, url, options, remove_header, dry_run, anyway } => {
                let how = save::How { dry_run, anyway };
                let changed = save::Changed { name, url, remove_header };
                save::set(self, endpoint, changed, *options, how).await
            }
            Asked::Remove { endpoint } => endpoint::remove(self, endpoint).await,
            Asked::Pause { endpoint } => endpoint::enable(self, endpoint, false).await,
            Asked::Resume { endpoint } => endpoint::enable(self, endpoint, true).await,
            Asked::RotateSecret { endpoint, overlap, kind } => {
                endpoint::rotate_secret_of(self, endpoint, kind, overlap).await
            }
            Asked::Test { endpoint, name } => test::test(self, endpoint, name).await,
            Asked::Deliveries { endpoint, event: Some(event), .. } => {
                explain::explain(self, &event, endpoint).await
            }
            Asked::Deliveries { endpoint, state, before, limit, event: None } => {
                deliveries::list(self, endpoint, state, before, limit).await
            }
            Asked::Explain { event, endpoint } => explain::explain(self, &event, endpoint).await,
            Asked::Redeliver { delivery } => deliveries::redeliver(self, delivery).await,
            Asked::Recover { endpoint, since, dry_run } => {
                recover::recover(self, endpoint, &since, dry_run).await
            }
            Asked::Verify(options) => verify::verify(&options, self.json),
        }
    }

    /// The endpoint, or words that help.
    async fn endpoint(&self, id: EndpointId) -> anyhow::Result<Endpoint> {
        find_endpoint(&self.app, &self.actor, id).await.map_err(|error| {
            let is_gone = matches!(error, Error::NotFound(Kind::Endpoint));
            let words = || anyhow!("there is no endpoint {id}; `kanso webhook list` shows all");
            if is_gone { words() } else { error.into() }
        })
    }

    fn times(&self) -> Times {
        Times { zone: self.app.settings().timezone(), now_ms: self.app.clock().now_ms() }
    }

    /// Answers, for programs or for people.
    fn answer(
        &self,
        json: impl FnOnce() -> Value,
        text: impl FnOnce() -> String,
    ) -> anyhow::Result<ExitCode> {
        say(&if self.json { format!("{:#}", json()) } else { text() })?;
        Ok(ExitCode::SUCCESS)
    }
}

/// The exit code of an answer.
fn code(is_yes: bool) -> ExitCode {
    if is_yes { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
