//! Where the mail server is.

use lettre::Address;

/// The mail server, and who mails come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// `smtp://host:25`, `smtp://user:password@host:587?tls=required` or `smtps://user:password@host`.
    pub url: String,
    /// Who mails come from where the setting `mail_sender_address` says nothing: an address.
    pub from: Option<String>,
}

/// What is wrong with a configuration.
#[derive(Debug, thiserror::Error)]
pub enum BadConfig {
    /// The address of the server cannot be understood.
    #[error(
        "KANSO_SMTP_URL is no address of a mail server, such as smtp://user:password@host:587?tls=required: {0}"
    )]
    Url(lettre::transport::smtp::Error),
    /// The sender is no address.
    #[error("KANSO_MAIL_FROM is no mail address: {0}")]
    From(lettre::address::AddressError),
}

impl Config {
    /// Refuses what can never work.
    ///
    /// # Errors
    ///
    /// Says which value, and why.
    pub fn check(&self) -> Result<(), BadConfig> {
        crate::Post::new(self)?;
        Ok(())
    }

    pub(crate) fn sender(&self) -> Result<Option<Address>, BadConfig> {
        self.from.as_deref().map(|from| from.parse().map_err(BadConfig::From)).transpose()
    }
}
