//! One connection to a directory, which lasts as long as one question.

use std::path::Path;
use std::sync::Arc;

use kanso_core::identity::Away;
use ldap3::{Ldap, LdapConnAsync, LdapConnSettings, LdapError, LdapResult, Scope, SearchEntry};
use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;
use rustls::{ClientConfig, RootCertStore};

use super::config::{BadDirectory, LdapConfig, Tls};

/// What a directory answers to a wrong password, or to a name that it does not have or take.
const WRONG: [u32; 7] = [19, 32, 34, 48, 49, 50, 53];

/// A connection on which somebody asks.
pub(super) struct Connection(Ldap);

impl Connection {
    /// Connects, has `ask` ask, and leaves.
    pub(super) async fn open<T>(
        config: &LdapConfig,
        tls: &Arc<ClientConfig>,
        ask: impl AsyncFnOnce(Self) -> Result<T, Away>,
    ) -> Result<T, Away> {
        let way = config.tls().map_err(|bad| Away(bad.to_string()))?;
        let settings = LdapConnSettings::new().set_config(Arc::clone(tls)).set_starttls(way == Tls::Upgraded);
        let address = config.url.split('?').next().unwrap_or_default();
        let unreached = |error: LdapError| Away(format!("{address}: {error}"));
        let (driver, ldap) = LdapConnAsync::with_settings(settings, address).await.map_err(unreached)?;
        tokio::select! {
            answer = ask(Self(ldap)) => answer,
            ended = driver.drive() => {
                let reason = ended.err().map_or_else(|| "it hung up".to_owned(), |error| error.to_string());
                Err(Away(format!("{address}: {reason}")))
            }
        }
    }

    /// Whether the directory takes this password for this name. An empty one it would take for a visitor's.
    pub(super) async fn bind(&mut self, dn: &str, password: &str) -> Result<bool, Away> {
        if dn.is_empty() || password.is_empty() {
            return Ok(false);
        }
        let LdapResult { rc, text, .. } =
            self.0.simple_bind(dn, password).await.map_err(|error| broken(&error))?;
        match rc {
            0 => Ok(true),
            wrong if WRONG.contains(&wrong) => {
                tracing::debug!(dn, code = wrong, text, "the directory does not take a password");
                Ok(false)
            }
            other => Err(Away(format!("it answers {other} {text} to {dn}"))),
        }
    }

    /// The entries under `base` that the filter finds; one more than one is enough to know that there are several.
    pub(super) async fn search(
        &mut self,
        base: &str,
        filter: &str,
        attributes: &[&str],
    ) -> Result<Vec<SearchEntry>, Away> {
        let found =
            self.0.search(base, Scope::Subtree, filter, attributes).await.map_err(|error| broken(&error))?;
        let (entries, _) = found.success().map_err(|error| broken(&error))?;
        // Active Directory points to other servers besides.
        let entries = entries.into_iter().filter(|entry| !entry.is_ref() && !entry.is_intermediate());
        Ok(entries.map(SearchEntry::construct).collect())
    }
}

fn broken(error: &LdapError) -> Away {
    Away(error.to_string())
}

/// TLS that trusts the authority in this file, else those of the machine.
pub(super) fn tls(authority: Option<&Path>) -> Result<ClientConfig, BadDirectory> {
    let mut roots = RootCertStore::empty();
    match authority {
        Some(file) => {
            let bad = |error: &dyn std::fmt::Display| {
                BadDirectory(format!("KANSO_LDAP_CA {}: {error}", file.display()))
            };
            for certificate in CertificateDer::pem_file_iter(file).map_err(|error| bad(&error))? {
                let certificate = certificate.map_err(|error| bad(&error))?;
                roots.add(certificate).map_err(|error| bad(&error))?;
            }
            if roots.is_empty() {
                return Err(bad(&"there is no certificate in it"));
            }
        }
        None => {
            roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        }
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let builder = ClientConfig::builder_with_provider(provider).with_safe_default_protocol_versions();
    let builder = builder.map_err(|error| BadDirectory(error.to_string()))?;
    Ok(builder.with_root_certificates(roots).with_no_client_auth())
}
