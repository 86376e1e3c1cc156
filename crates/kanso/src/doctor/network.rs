//! Whether what is elsewhere answers: connections are made, and nothing is sent.

use std::time::Duration;

use futures_util::future::join_all;
use kanso_core::App;
use kanso_core::doctor::{About, Finding};
use kanso_core::endpoint::list_endpoints;
use kanso_webhooks::{Reach, Sender};
use tokio::net::TcpStream;
use tokio::time::timeout;
use url::Url;

use crate::config::ServerConfig;

/// How long an answer is waited for.
const LIMIT: Duration = Duration::from_secs(5);

/// The mail server, the folder that mails come into, and NATS, as far as they are set.
pub(super) async fn examine_servers(server: &ServerConfig) -> Vec<Finding> {
    let mut places = Vec::new();
    if let Some(mail) = &server.mail {
        places.push(("the mail server", "KANSO_SMTP_URL", place(&mail.url, smtp_port)));
    }
    if let Some(inbox) = &server.mail_in {
        let port = |url: &Url| if url.scheme() == "imaps" { 993 } else { 143 };
        places.push(("the server of mails that come in", "KANSO_MAIL_IN_URL", place(&inbox.url, port)));
    }
    for url in server.nats.iter().flat_map(|nats| nats.url.split(',')) {
        let url = url.trim();
        let url = if url.contains("://") { url.to_owned() } else { format!("nats://{url}") };
        places.push(("NATS", "KANSO_NATS_URL", place(&url, |_| 4222)));
    }
    let asked = places.into_iter().map(async |(what, setting, place)| {
        let why = match place {
            Some((host, port)) => reach(&host, port).await?,
            None => "this is no address".to_owned(),
        };
        Some(Finding::fault(
            About::Network,
            format!("{what} is not reached: {why}"),
            format!("see that {setting} is right, that it runs, and that no firewall is between"),
        ))
    });
    join_all(asked).await.into_iter().flatten().collect()
}

/// The port that an address without one stands for.
fn smtp_port(url: &Url) -> u16 {
    match (url.scheme(), url.query().is_some_and(|query| query.contains("tls="))) {
        ("smtps", _) => 465,
        (_, true) => 587,
        (_, false) => 25,
    }
}

fn place(url: &str, port: impl Fn(&Url) -> u16) -> Option<(String, u16)> {
    let url = Url::parse(url).ok()?;
    let host = url.host_str()?.trim_matches(['[', ']']).to_owned();
    Some((host, url.port().unwrap_or_else(|| port(&url))))
}

/// Why nobody answers there; `None` when somebody does.
async fn reach(host: &str, port: u16) -> Option<String> {
    match timeout(LIMIT, TcpStream::connect((host, port))).await {
        Ok(Ok(_)) => None,
        Ok(Err(error)) => Some(format!("{host}:{port}: {error}")),
        Err(_) => Some(format!("{host}:{port}: no answer within {} s", LIMIT.as_secs())),
    }
}

/// The receivers of webhooks, by the same rules as deliveries.
pub(super) async fn examine_endpoints(app: &App, server: &ServerConfig) -> Vec<Finding> {
    let sender = Sender::new(Reach { private_networks: server.allow_private_networks });
    let endpoints = list_endpoints(app).await.unwrap_or_default();
    let asked = endpoints.iter().filter(|endpoint| endpoint.enabled).map(async |endpoint| {
        let why = sender.judge(&endpoint.url).await.err()?;
        Some(Finding::fault(
            About::Webhooks,
            format!("endpoint {} ({}) is not reached: {why}", endpoint.id, endpoint.name),
            format!("repair its receiver or its address; `kanso webhook test {}` tries it out", endpoint.id),
        ))
    });
    join_all(asked).await.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_without_a_port_has_that_of_its_protocol() {
        let smtp = |url: &str| place(url, smtp_port).expect("an address");
        assert_eq!(smtp("smtp://localhost"), ("localhost".to_owned(), 25));
        assert_eq!(smtp("smtp://me:pw@host?tls=required").1, 587);
        assert_eq!(smtp("smtps://host").1, 465);
        assert_eq!(smtp("smtp://[::1]:2525"), ("::1".to_owned(), 2525));
        assert_eq!(place("nats://token@host", |_| 4222), Some(("host".to_owned(), 4222)));
        assert_eq!(place("nowhere", |_| 1), None);
    }
}
