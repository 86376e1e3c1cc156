//! The certificate that clients are shown, as its files have it.

use std::fmt;
use std::path::Path;
use std::sync::Arc;

use anyhow::{Context, ensure};
use parking_lot::RwLock;
use rustls::crypto::ring;
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, ResolvesServerCert};
use rustls::sign::CertifiedKey;

use super::TlsFiles;

/// A certificate that is exchanged while the server runs.
pub(crate) struct Certificate {
    files: TlsFiles,
    shown: RwLock<Shown>,
}

struct Shown {
    key: Arc<CertifiedKey>,
    /// What the files held when they were read last, whether that could be used or not.
    seen: Content,
}

#[derive(PartialEq, Eq)]
struct Content {
    certificate: Vec<u8>,
    key: Vec<u8>,
}

impl Certificate {
    /// # Errors
    ///
    /// When a file is not named, cannot be read, holds no certificate or key, or the key is not that of the certificate.
    pub(crate) fn read(files: TlsFiles) -> anyhow::Result<Self> {
        let seen = Content::read(&files)?;
        let key = Arc::new(seen.parse(&files)?);
        Ok(Self { files, shown: RwLock::new(Shown { key, seen }) })
    }

    /// Reads the files anew, and goes on with what they hold if that has changed and can be used.
    pub(crate) fn look(&self) {
        // While they are written, one of them may be missing, or not belong to the other yet.
        let Ok(seen) = Content::read(&self.files) else { return };
        if self.shown.read().seen == seen {
            return;
        }
        match seen.parse(&self.files) {
            Ok(key) => {
                *self.shown.write() = Shown { key: Arc::new(key), seen };
                tracing::info!("goes on with the renewed certificate");
            }
            Err(error) => {
                self.shown.write().seen = seen;
                tracing::warn!(
                    error = format!("{error:#}"),
                    "the changed certificate cannot be used; goes on with the one before"
                );
            }
        }
    }
}

impl Content {
    fn read(files: &TlsFiles) -> anyhow::Result<Self> {
        let read = |path: &Path, what: &str| {
            ensure!(
                !path.as_os_str().is_empty(),
                "{what} is missing: --tls-certificate and --tls-key go together"
            );
            std::fs::read(path).with_context(|| format!("cannot read {what} {}", path.display()))
        };
        Ok(Self {
            certificate: read(&files.certificate, "the certificate")?,
            key: read(&files.key, "the key of the certificate")?,
        })
    }

    fn parse(&self, files: &TlsFiles) -> anyhow::Result<CertifiedKey> {
        let (certificate, key) = (files.certificate.display(), files.key.display());
        let chain = CertificateDer::pem_slice_iter(&self.certificate).collect::<Result<Vec<_>, _>>();
        let chain = chain.with_context(|| format!("{certificate} is no PEM file"))?;
        ensure!(!chain.is_empty(), "there is no certificate in {certificate}");
        let secret = PrivateKeyDer::from_pem_slice(&self.key);
        let secret = secret.with_context(|| format!("there is no private key in {key}"))?;
        CertifiedKey::from_der(chain, secret, &ring::default_provider())
            .with_context(|| format!("{key} is not the key of {certificate}"))
    }
}

impl ResolvesServerCert for Certificate {
    fn resolve(&self, _hello: ClientHello<'_>) -> Option<Arc<CertifiedKey>> {
        Some(Arc::clone(&self.shown.read().key))
    }
}

impl fmt::Debug for Certificate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Certificate").field("files", &self.files).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRST: &str = include_str!("../../tests/tls/first.pem");
    const FIRST_KEY: &str = include_str!("../../tests/tls/first.key");
    const SECOND: &str = include_str!("../../tests/tls/second.pem");
    const SECOND_KEY: &str = include_str!("../../tests/tls/second.key");

    fn shown(certificate: &Certificate) -> Vec<u8> {
        certificate.shown.read().key.cert[0].to_vec()
    }

    fn der(pem: &str) -> Vec<u8> {
        CertificateDer::from_pem_slice(pem.as_bytes()).unwrap().to_vec()
    }

    #[test]
    fn a_renewed_certificate_is_taken_up_and_a_broken_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let files = TlsFiles { certificate: folder.path().join("a.pem"), key: folder.path().join("a.key") };
        let write = |pem: &str, key: &str| {
            std::fs::write(&files.certificate, pem).unwrap();
            std::fs::write(&files.key, key).unwrap();
        };
        write(FIRST, FIRST_KEY);
        let certificate = Certificate::read(files.clone()).unwrap();
        assert_eq!(shown(&certificate), der(FIRST));
        for (pem, key) in [(SECOND, FIRST_KEY), ("", ""), ("nonsense", SECOND_KEY)] {
            write(pem, key);
            certificate.look();
            assert_eq!(shown(&certificate), der(FIRST), "half written");
        }
        std::fs::remove_file(&files.key).unwrap();
        certificate.look();
        write(SECOND, SECOND_KEY);
        certificate.look();
        assert_eq!(shown(&certificate), der(SECOND));
    }

    #[test]
    fn what_cannot_be_used_is_refused_at_the_start() {
        let folder = tempfile::tempdir().unwrap();
        let (pem, key) = (folder.path().join("a.pem"), folder.path().join("a.key"));
        std::fs::write(&pem, FIRST).unwrap();
        std::fs::write(&key, SECOND_KEY).unwrap();
        let said = |certificate: Option<&Path>, key: Option<&Path>| {
            let files = TlsFiles::of(certificate.map(Path::to_owned), key.map(Path::to_owned)).unwrap();
            format!("{:#}", Certificate::read(files).unwrap_err())
        };
        assert!(said(Some(&pem), Some(&key)).contains("is not the key of"));
        assert!(said(Some(&pem), None).contains("go together"));
        assert!(said(Some(&key), Some(&key)).contains("there is no certificate in"));
        assert!(said(Some(&pem), Some(&pem)).contains("there is no private key in"));
        assert!(said(Some(&folder.path().join("none")), Some(&key)).contains("cannot read the certificate"));
    }
}
