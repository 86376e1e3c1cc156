//! The way to the mail server.

use std::time::Duration;

use kanso_core::Settings;
use kanso_core::mail::{Letter, Parcel};
use lettre::{Address, AsyncSmtpTransport, AsyncTransport, Tokio1Executor};

use crate::config::{BadConfig, Config};
use crate::message::message;

/// How long one step of a conversation with the server may take.
const TIMEOUT: Duration = Duration::from_secs(30);

/// Answers that refuse this program, not the mail: it waits for somebody to set the right password.
const REFUSED_AT_THE_DOOR: [&str; 4] = ["530", "534", "535", "538"];

/// What sends mails. Cheap to clone; connections are kept.
#[derive(Clone)]
pub struct Post {
    server: AsyncSmtpTransport<Tokio1Executor>,
    sender: Option<Address>,
}

/// Why a mail was not sent.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// Nobody said who mails come from.
    #[error("nobody said who mails come from: set the sender's address in the settings, or KANSO_MAIL_FROM")]
    Sender,
    /// The recipient's address is none.
    #[error("this is no mail address")]
    Address,
    /// It cannot be written down.
    #[error("the mail cannot be written: {0}")]
    Message(String),
    /// The mail server did not take it.
    #[error("the mail server did not take it: {0}")]
    Server(#[from] lettre::transport::smtp::Error),
}

impl Failure {
    /// Whether no other attempt can change it.
    pub(crate) fn is_final(&self) -> bool {
        match self {
            Self::Sender => false,
            Self::Address | Self::Message(_) => true,
            Self::Server(error) => {
                let code = error.status().map(|code| code.to_string()).unwrap_or_default();
                error.is_permanent() && !REFUSED_AT_THE_DOOR.contains(&code.as_str())
            }
        }
    }

    /// Whether the server did not answer at all, so that the next mail would wait in vain.
    pub(crate) fn is_silence(&self) -> bool {
        matches!(self, Self::Server(error) if error.status().is_none())
    }
}

impl Post {
    /// Prepares to send by a server. Nothing is sent yet, and nobody is asked.
    ///
    /// # Errors
    ///
    /// For a configuration that can never work.
    pub fn new(config: &Config) -> Result<Self, BadConfig> {
        let server = AsyncSmtpTransport::<Tokio1Executor>::from_url(&config.url).map_err(BadConfig::Url)?;
        Ok(Self { server: server.timeout(Some(TIMEOUT)).build(), sender: config.sender()? })
    }

    /// Sends one mail.
    ///
    /// # Errors
    ///
    /// Why it was not taken.
    pub async fn send(&self, settings: &Settings, parcel: &Parcel, letter: &Letter) -> Result<(), Failure> {
        let chosen = settings.get("mail_sender_address").parse().ok();
        let sender = chosen.or_else(|| self.sender.clone()).ok_or(Failure::Sender)?;
        self.server.send(message(&sender, parcel, letter)?).await?;
        Ok(())
    }
}
