//! Where requests really come from: what proxies say of it, if they are to be believed.

mod vouch;

use std::net::{IpAddr, SocketAddr};
use std::str::FromStr;

use axum::extract::{ConnectInfo, Request, State};
use axum::http::{HeaderMap, HeaderValue};
use axum::middleware::Next;
use axum::response::Response;
use ipnet::IpNet;
use serde::Deserialize;

pub(crate) use vouch::NamedBy;

/// Where the client was, one entry for each proxy on the way, the last one nearest to this server.
const FOR: &str = "x-forwarded-for";
/// How the client reached the first proxy: `http` or `https`.
const PROTO: &str = "x-forwarded-proto";

/// Networks, such as `10.0.0.0/8` and `::1`, with commas between.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(try_from = "String")]
pub struct Networks(Vec<IpNet>);

impl Networks {
    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether one of them holds every address there is.
    pub(crate) fn is_everybody(&self) -> bool {
        self.0.iter().any(|network| network.prefix_len() == 0)
    }

    fn contains(&self, address: IpAddr) -> bool {
        let address = address.to_canonical();
        self.0.iter().any(|network| network.contains(&address))
    }
}

impl FromStr for Networks {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let network = |part: &str| {
            let parsed = part.parse::<IpNet>().or_else(|_| part.parse::<IpAddr>().map(IpNet::from));
            parsed.map_err(|_| format!("{part} is no network: write 10.0.0.0/8, 192.0.2.1 or fd00::/8"))
        };
        let parts = text.split(',').map(str::trim).filter(|part| !part.is_empty());
        parts.map(network).collect::<Result<_, _>>().map(Self)
    }
}

impl TryFrom<String> for Networks {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        text.parse()
    }
}

/// How requests come to this server.
#[derive(Clone, Debug)]
pub(crate) struct Arrivals {
    /// The proxies that are believed.
    pub(crate) trusted: Networks,
    /// Whether the server itself ends TLS.
    pub(crate) is_encrypted: bool,
    /// In which headers a trusted proxy names who is signed in there, if it may.
    pub(crate) named_by: Option<NamedBy>,
}

/// Puts the client in the place of a trusted proxy that speaks for it. What nobody trusted says of how the client
/// came is dropped here, so that all that comes after may believe what is left. That somebody forwarded the request
/// stays to be seen: it is not from this machine then, whoever did.
pub(crate) async fn see_through(
    State(Arrivals { trusted, is_encrypted, named_by }): State<Arrivals>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|ConnectInfo(peer)| *peer);
    let proxy = peer.filter(|peer| trusted.contains(peer.ip()));
    if let Some(named_by) = named_by {
        named_by.take(&mut request, proxy.is_some());
    }
    match proxy {
        Some(proxy) => {
            let client = client(&trusted, proxy.ip(), request.headers());
            request.extensions_mut().insert(ConnectInfo(SocketAddr::new(client, proxy.port())));
        }
        None if is_encrypted => {
            request.headers_mut().insert(PROTO, HeaderValue::from_static("https"));
        }
        None => {
            request.headers_mut().remove(PROTO);
        }
    }
    next.run(request).await
}

/// The nearest address on the way back that is no trusted proxy: what stands before it, the client itself may have
/// made up.
fn client(trusted: &Networks, proxy: IpAddr, headers: &HeaderMap) -> IpAddr {
    let said = headers.get_all(FOR).into_iter().filter_map(|value| value.to_str().ok());
    let way: Vec<&str> = said.flat_map(|value| value.split(',')).map(str::trim).collect();
    let mut nearest = proxy;
    for entry in way.into_iter().rev() {
        let Some(address) = address(entry) else { break };
        nearest = address;
        if !trusted.contains(address) {
            break;
        }
    }
    nearest
}

/// Some proxies name the port too.
fn address(entry: &str) -> Option<IpAddr> {
    let bare = entry.strip_prefix('[').and_then(|entry| entry.strip_suffix(']')).unwrap_or(entry);
    let address = bare.parse().or_else(|_| entry.parse().map(|full: SocketAddr| full.ip())).ok()?;
    Some(IpAddr::to_canonical(&address))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(said: &[&str]) -> String {
        let trusted: Networks = "127.0.0.1, 10.0.0.0/8,fd00::/8".parse().unwrap();
        let headers = said.iter().map(|value| (FOR.parse().unwrap(), value.parse().unwrap()));
        let proxy = "::ffff:127.0.0.1".parse().unwrap();
        client(&trusted, proxy, &headers.collect()).to_string()
    }

    #[test]
    fn the_client_is_the_nearest_that_is_no_trusted_proxy() {
        assert_eq!(found(&["203.0.113.7"]), "203.0.113.7");
        assert_eq!(found(&["198.51.100.1, 203.0.113.7, 10.1.2.3"]), "203.0.113.7", "the rest is made up");
        assert_eq!(found(&["198.51.100.1", "203.0.113.7:4711"]), "203.0.113.7");
        assert_eq!(found(&["[2001:db8::7]:4711"]), "2001:db8::7");
        assert_eq!(found(&["10.1.2.3, 10.1.2.4"]), "10.1.2.3", "all of them are ours");
    }

    #[test]
    fn what_is_no_address_ends_the_way() {
        assert_eq!(found(&[]), "::ffff:127.0.0.1");
        assert_eq!(found(&["203.0.113.7, unknown"]), "::ffff:127.0.0.1");
        assert_eq!(found(&["unknown, 10.1.2.3"]), "10.1.2.3");
    }

    #[test]
    fn networks_are_read_and_misspelt_ones_are_refused() {
        let networks: Networks = "192.0.2.0/24,,2001:db8::1".parse().unwrap();
        for (address, is_in) in [("192.0.2.9", true), ("192.0.3.9", false), ("2001:db8::1", true)] {
            assert_eq!(networks.contains(address.parse().unwrap()), is_in, "{address}");
        }
        assert_eq!("".parse(), Ok(Networks::default()));
        assert!("localhost".parse::<Networks>().is_err());
    }
}
