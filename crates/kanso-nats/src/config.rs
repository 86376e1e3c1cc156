//! Where the log is published to.

use std::path::PathBuf;

use async_nats::ServerAddr;

/// A stream of a NATS server.
#[derive(Clone)]
pub struct Config {
    /// One address of NATS, or several with commas between: `nats://user:password@host:4222`, `tls://host`.
    pub url: String,
    /// The stream. It is made when there is none.
    pub stream: String,
    /// A file with credentials, as `nsc` writes it.
    pub credentials: Option<PathBuf>,
}

/// Why nothing could ever be published, in words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadConfig {
    /// The address cannot be read.
    #[error("the address of NATS looks like nats://host:4222")]
    Url,
    /// The stream's name has what NATS does not allow in one.
    #[error("the name of a stream of NATS is of letters, digits, - and _")]
    Stream,
}

impl Config {
    /// Refuses what can never be published to, so that a start does not hide it in the log.
    ///
    /// # Errors
    ///
    /// What is wrong, in words that show no secret.
    pub fn check(&self) -> Result<(), BadConfig> {
        let is_part = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        if self.stream.is_empty() || !self.stream.chars().all(is_part) {
            return Err(BadConfig::Stream);
        }
        self.servers().map(drop)
    }

    pub(crate) fn servers(&self) -> Result<Vec<ServerAddr>, BadConfig> {
        let urls = self.url.split(',').map(str::trim).filter(|url| !url.is_empty());
        let servers = urls.map(str::parse).collect::<Result<Vec<ServerAddr>, _>>();
        let is_somewhere = |servers: &Vec<ServerAddr>| {
            !servers.is_empty() && servers.iter().all(|server| !server.host().is_empty())
        };
        servers.ok().filter(is_somewhere).ok_or(BadConfig::Url)
    }
}

/// Shows no address: it may hold a password.
impl std::fmt::Debug for Config {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Config").field("stream", &self.stream).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config(url: &str, stream: &str) -> Config {
        Config { url: url.to_owned(), stream: stream.to_owned(), credentials: None }
    }

    #[test]
    fn what_can_never_work_is_refused() {
        for good in ["nats://a", "tls://user:word@a.example:4333", "a:4222", "nats://a, nats://b"] {
            assert_eq!(config(good, "KANSO").check(), Ok(()), "{good}");
        }
        for odd in ["", ",", "nats://", "http://a"] {
            assert_eq!(config(odd, "KANSO").check(), Err(BadConfig::Url), "{odd}");
        }
        for odd in ["", "a b", "kanso.events", "*"] {
            assert_eq!(config("nats://a", odd).check(), Err(BadConfig::Stream), "{odd}");
        }
    }

    #[test]
    fn nothing_of_the_address_is_shown() {
        let shown = format!("{:?}", config("nats://user:secret@a", "KANSO"));
        assert!(!shown.contains("secret") && shown.contains("KANSO"), "{shown}");
    }
}
