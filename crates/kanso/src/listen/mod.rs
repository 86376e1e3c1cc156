//! `kanso listen`: follows the events of a server, and forwards them to a program on this machine, signed as
//! webhooks are. Nothing has to reach this machine from outside.

mod forward;
mod message;
mod server;

use std::process::ExitCode;
use std::time::Duration;

use anyhow::Context;
use kanso_core::endpoint::{KeyKind, SigningKey};
use kanso_webhooks::{OwnClient, Signer};

use crate::cli::ListenOptions;
use crate::say;
use forward::Forward;
use message::Message;
use server::{Lost, Server};

/// How long to wait before connecting again, at first and at most.
const FIRST_PAUSE: Duration = Duration::from_millis(500);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);

/// Listens until it is interrupted.
///
/// # Errors
///
/// When the server cannot be reached at first, or refuses.
pub(crate) async fn listen(options: &ListenOptions) -> anyhow::Result<ExitCode> {
    let client = OwnClient::new()?;
    let mut server = Server::new(client.clone(), options)?;
    let forward = match &options.forward_to {
        Some(url) => Some(forward_to(client, url, options.secret.as_deref())?),
        None => None,
    };
    server.find_start().await?;
    say(&format!("Listening to {}", options.server))?;
    tokio::select! {
        failed = follow(&mut server, forward.as_ref()) => failed.map(|never| match never {}),
        _ = tokio::signal::ctrl_c() => Ok(ExitCode::SUCCESS),
    }
}

fn forward_to(client: OwnClient, url: &str, secret: Option<&str>) -> anyhow::Result<Forward> {
    let key = match secret {
        Some(secret) => SigningKey::parse(secret).context("a secret is whsec_ and base64")?,
        None => {
            let key = SigningKey::make_up(KeyKind::V1);
            say(&format!("Signed with {}", key.shown()?))?;
            key
        }
    };
    Ok(Forward::new(client, url, Signer::new(&[key])))
}

/// Takes event after event, connecting again when the connection is lost.
async fn follow(server: &mut Server, forward: Option<&Forward>) -> anyhow::Result<std::convert::Infallible> {
    let mut pause = FIRST_PAUSE;
    loop {
        let lost = match server.connect().await {
            Ok(mut stream) => loop {
                match stream.next().await {
                    Ok(message) => {
                        pause = FIRST_PAUSE;
                        take(&message, forward).await?;
                        server.seen(&message);
                    }
                    Err(lost) => break lost,
                }
            },
            Err(lost) => lost,
        };
        if let Lost::ForGood(reason) = lost {
            anyhow::bail!(reason);
        }
        say(&format!("{lost}; connecting again in {} ms", pause.as_millis()))?;
        tokio::time::sleep(pause).await;
        pause = LONGEST_PAUSE.min(pause * 2);
    }
}

/// Shows an event, and forwards it if that was asked for.
async fn take(message: &Message, forward: Option<&Forward>) -> anyhow::Result<()> {
    let (name, id) = (&message.name, message.webhook_id());
    match forward {
        Some(forward) => {
            let outcome = forward.send(&id, message).await?;
            say(&format!("{name}  {id}  {outcome}"))
        }
        None => say(&format!("{name}  {id}  {}", message.data)),
    }
}
