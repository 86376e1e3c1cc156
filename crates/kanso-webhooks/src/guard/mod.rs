//! Where requests may go. A webhook's address is typed by people, and the server stands where they do not: so
//! the address is parsed once, resolved once, every result is judged, and the connection is made to what was judged.

mod address;
mod connect;
mod progress;

use std::net::{IpAddr, SocketAddr};
use std::time::Duration;

use tokio::net::lookup_host;
use tokio::time::timeout;
use url::{Host, Url};

pub(crate) use address::Rule;
pub(crate) use connect::{ConnectError, Connector};
pub(crate) use progress::{Progress, Step};

/// How long the addresses of a host are waited for.
const NAME_LIMIT: Duration = Duration::from_secs(3);

/// How far requests may go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reach {
    /// Also to the machine itself and to private networks, not only to public servers.
    pub private_networks: bool,
}

/// Why nothing is sent to an endpoint, in words for the person who manages it.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It cannot be read.
    #[error("this is not a web address: {0}")]
    NotAnAddress(String),
    /// It is for another protocol.
    #[error("webhooks go to http:// and https:// addresses only, not to {0}:")]
    Scheme(String),
    /// It has a user name or password, which would end in logs.
    #[error("an address with a user name or password is not accepted; the token tells who sends")]
    Credentials,
    /// The name leads nowhere.
    #[error("the host {host} was not found: {reason}")]
    NotFound { host: String, reason: String },
    /// It leads to where webhooks may not go.
    #[error("{}", forbidden(host, *address, *rule))]
    Forbidden { host: String, address: IpAddr, rule: Rule },
    /// What it is signed with, or a secret header of it, cannot be read.
    #[error(
        "the secrets of this endpoint were sealed with another secret key than the server has: put the old secret.key \
         (or KANSO_SECRET_KEY) back and start the server again, or run `kanso secrets forget`, which makes new ones"
    )]
    SecretsLost,
}

fn forbidden(host: &str, address: IpAddr, rule: Rule) -> String {
    let words = rule.words;
    let remedy = if rule.is_private {
        "set KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS=true to allow private networks"
    } else {
        "webhooks never go there"
    };
    match host.parse::<IpAddr>() {
        Ok(literal) if address == literal => format!("{address} is {words}; {remedy}"),
        _ => format!("{host} leads to {address}, which is {words}; {remedy}"),
    }
}

/// Judges where requests may go.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Guard {
    reach: Reach,
}

impl Guard {
    pub(crate) fn new(reach: Reach) -> Self {
        Self { reach }
    }

    /// Parses an address and judges all that can be judged without asking for the host.
    pub(crate) fn parse(self, text: &str) -> Result<Url, Refusal> {
        let url = Url::parse(text).map_err(|error| Refusal::NotAnAddress(error.to_string()))?;
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Refusal::Scheme(url.scheme().to_owned()));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Refusal::Credentials);
        }
        match url.host() {
            Some(Host::Ipv4(address)) => self.check(&address.to_string(), address.into())?,
            Some(Host::Ipv6(address)) => self.check(&address.to_string(), address.into())?,
            Some(Host::Domain(_)) => {}
            None => return Err(Refusal::NotAnAddress("it has no host".to_owned())),
        }
        Ok(url)
    }

    /// The addresses of a host, if every one of them may be reached: with one that may not, which of them
    /// is connected to would be left to chance, or to whoever answers for the name.
    pub(crate) async fn resolve(self, host: &str, port: u16) -> Result<Vec<SocketAddr>, Refusal> {
        let found = match timeout(NAME_LIMIT, lookup_host((host, port))).await {
            Ok(found) => found.map_err(|error| not_found(host, &error))?,
            Err(_) => {
                let reason = format!("no answer within {} s", NAME_LIMIT.as_secs());
                return Err(Refusal::NotFound { host: host.to_owned(), reason });
            }
        };
        let addresses: Vec<SocketAddr> = found.collect();
        for address in &addresses {
            self.check(host, address.ip())?;
        }
        if addresses.is_empty() {
            return Err(Refusal::NotFound { host: host.to_owned(), reason: "it has no address".to_owned() });
        }
        Ok(addresses)
    }

    fn check(self, host: &str, address: IpAddr) -> Result<(), Refusal> {
        match address::forbids(address, self.reach) {
            Some(rule) => Err(Refusal::Forbidden { host: host.to_owned(), address, rule }),
            None => Ok(()),
        }
    }
}

fn not_found(host: &str, error: &std::io::Error) -> Refusal {
    let text = error.to_string();
    let reason = text.rsplit(": ").next().unwrap_or(&text);
    Refusal::NotFound { host: host.to_owned(), reason: reason.to_owned() }
}
