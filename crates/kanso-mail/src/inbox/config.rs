//! Where mails come in.

use std::time::Duration;

use kanso_core::incoming::MailIn;
use percent_encoding::percent_decode_str;
use url::Url;

/// How often the folder is looked into at most.
const SHORTEST: Duration = Duration::from_secs(5);

/// The folder that mails come into, as somebody wrote it down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InboxConfig {
    /// `imaps://user:password@host/folder`, or `imap://…` for STARTTLS. Port and folder may be missing.
    pub url: String,
    /// The address whose mails arrive there, also with something after a `+` in it.
    pub address: Option<String>,
    /// How long to wait from one look to the next, in seconds.
    pub seconds: u64,
    /// What the receiving mail server calls itself where it says whether a mail is from whom it says; `None` to
    /// believe every mail.
    pub authserv: Option<String>,
    /// The largest mail that is read, in bytes.
    pub largest: usize,
}

/// The folder that mails come into.
#[derive(Clone)]
pub struct Inbox {
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) tls: Tls,
    pub(super) user: String,
    pub(super) password: String,
    pub(super) folder: String,
    pub(super) pause: Duration,
    pub(super) authserv: Option<String>,
    pub(super) largest: usize,
    mail_in: MailIn,
}

/// How the way to the server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tls {
    /// From the beginning.
    Always,
    /// By STARTTLS, and nothing is sent before.
    Upgraded,
    /// Not at all.
    Never,
}

/// What is wrong with a configuration.
#[derive(Debug, thiserror::Error)]
pub enum BadInbox {
    /// The address of the server cannot be understood.
    #[error("KANSO_MAIL_IN_URL is no address such as imaps://user:password@host/folder: {0}")]
    Url(String),
    /// Nobody said which address mails come in at.
    #[error("KANSO_MAIL_IN_ADDRESS must say at which address the mails of KANSO_MAIL_IN_URL arrive")]
    NoAddress,
    /// The address cannot be used.
    #[error("KANSO_MAIL_IN_ADDRESS is {0}")]
    Address(kanso_core::incoming::NotAnAddress),
}

impl Inbox {
    /// Reads a configuration. Nobody is asked yet.
    ///
    /// # Errors
    ///
    /// For one that can never work.
    pub fn new(config: &InboxConfig) -> Result<Self, BadInbox> {
        let bad = |why: &str| BadInbox::Url(why.to_owned());
        let url = Url::parse(&config.url).map_err(|error| BadInbox::Url(error.to_string()))?;
        let tls = match (url.scheme(), url.query()) {
            ("imaps", None) => Tls::Always,
            ("imap", None | Some("tls=required")) => Tls::Upgraded,
            ("imap", Some("tls=none")) => Tls::Never,
            ("imap" | "imaps", _) => {
                return Err(bad("after a ? may stand tls=required or tls=none, with imap://"));
            }
            _ => return Err(bad("it begins with imaps:// or imap://")),
        };
        let decoded = |text: &str| {
            percent_decode_str(text).decode_utf8().map(String::from).map_err(|_| bad("it is not UTF-8"))
        };
        let (user, password) = (decoded(url.username())?, decoded(url.password().unwrap_or_default())?);
        if user.is_empty() || password.is_empty() {
            return Err(bad("user and password are missing"));
        }
        let folder = decoded(url.path().trim_matches('/'))?;
        if !folder.is_ascii()
            || [&user, &password, &folder].iter().any(|text| text.contains(char::is_control))
        {
            return Err(bad("the folder has a name in ASCII, and nothing in it is a control character"));
        }
        let address = config.address.as_deref().ok_or(BadInbox::NoAddress)?;
        Ok(Self {
            host: url
                .host_str()
                .filter(|host| !host.is_empty())
                .ok_or_else(|| bad("the host is missing"))?
                .to_owned(),
            port: url.port().unwrap_or(if tls == Tls::Always { 993 } else { 143 }),
            tls,
            user,
            password,
            folder: if folder.is_empty() { "INBOX".to_owned() } else { folder },
            pause: Duration::from_secs(config.seconds).max(SHORTEST),
            authserv: config.authserv.as_deref().map(|name| name.trim().to_lowercase()),
            largest: config.largest,
            mail_in: MailIn::parse(address).map_err(BadInbox::Address)?,
        })
    }

    /// The address whose mails arrive there.
    pub fn mail_in(&self) -> MailIn {
        self.mail_in.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inbox(url: &str) -> Result<Inbox, BadInbox> {
        let (url, address) = (url.to_owned(), Some("kanso@example.org".to_owned()));
        Inbox::new(&InboxConfig { url, address, seconds: 60, authserv: None, largest: 1 })
    }

    #[test]
    fn an_address_of_a_folder_is_taken_apart() {
        let full = inbox("imaps://me%40example.org:p%2Fw@mail.example.org:1993/Kanso%20in").unwrap();
        assert_eq!((full.host.as_str(), full.port, full.tls), ("mail.example.org", 1993, Tls::Always));
        let said = (full.user.as_str(), full.password.as_str(), full.folder.as_str());
        assert_eq!(said, ("me@example.org", "p/w", "Kanso in"));
        let short = inbox("imap://me:pw@host").unwrap();
        assert_eq!((short.port, short.tls, short.folder.as_str()), (143, Tls::Upgraded, "INBOX"));
        assert_eq!(inbox("imaps://me:pw@host/").unwrap().port, 993);
        assert_eq!(inbox("imap://me:pw@127.0.0.1:1143/a/b?tls=none").unwrap().tls, Tls::Never);
    }

    #[test]
    fn what_cannot_work_is_refused() {
        for url in [
            "host",
            "smtp://me:pw@host",
            "imaps://host",
            "imaps://me@host",
            "imaps://me:pw@host?tls=none",
            "imap://me:pw@host?tls=perhaps",
            "imap://me:p%0Aw@host",
            "imap://me:pw@host/%C3%A9",
            "imap://me:%FF@host",
        ] {
            assert!(matches!(inbox(url), Err(BadInbox::Url(_))), "{url}");
        }
    }
}
