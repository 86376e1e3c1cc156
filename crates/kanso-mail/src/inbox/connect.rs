//! The way to the server of the folder.

use std::fmt::Debug;
use std::sync::Arc;

use async_imap::Client;
use rustls::pki_types::ServerName;
use rustls::{ClientConfig, RootCertStore};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;

use super::config::{Inbox, Tls};
use super::session::TIMEOUT;
use super::trouble::{Trouble, short};

/// A way to the server, encrypted or not.
pub(super) trait Wire: AsyncRead + AsyncWrite + Unpin + Send + Debug {}
impl<T: AsyncRead + AsyncWrite + Unpin + Send + Debug> Wire for T {}

/// Connects, and hears the server's greeting.
pub(super) async fn connect(inbox: &Inbox) -> Result<Client<Box<dyn Wire>>, Trouble> {
    let place = format!("{}:{}", inbox.host, inbox.port);
    let connected = timeout(TIMEOUT, TcpStream::connect(&place)).await.map_err(|_| Trouble::Silence)?;
    let mut wire: Box<dyn Wire> = Box::new(connected.map_err(|error| Trouble::Way(place, error))?);
    if inbox.tls == Tls::Always {
        wire = encrypt(inbox, wire).await?;
    }
    let mut client = Client::new(wire);
    let greeted = timeout(TIMEOUT, client.read_response()).await.map_err(|_| Trouble::Silence)?;
    greeted.map_err(|error| Trouble::Server(short(&error)))?.ok_or(Trouble::Silence)?;
    Ok(client)
}

/// Encrypts a way, if the server can show that it is the one that was meant.
pub(super) async fn encrypt(inbox: &Inbox, wire: Box<dyn Wire>) -> Result<Box<dyn Wire>, Trouble> {
    let host = inbox.host.trim_matches(['[', ']']).to_owned();
    let name = ServerName::try_from(host).map_err(|_| Trouble::Name(inbox.host.clone()))?;
    let secured = timeout(TIMEOUT, TlsConnector::from(Arc::new(tls()?)).connect(name, wire)).await;
    let secured = secured.map_err(|_| Trouble::Silence)?;
    Ok(Box::new(secured.map_err(|error| Trouble::Way(inbox.host.clone(), error))?))
}

/// TLS by the certificates that this machine trusts.
fn tls() -> Result<ClientConfig, Trouble> {
    let mut roots = RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let versions = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let versions = versions.map_err(|error| Trouble::Server(error.to_string()))?;
    Ok(versions.with_root_certificates(roots).with_no_client_auth())
}
