//! Sealing what must not be read in a copy of the database: keys of endpoints, secret headers, secrets of second
//! factors. And what to do when the key is lost.

mod check;
mod give;
mod lost;

use std::fmt::{self, Write as _};
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering::Relaxed};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use ring::hmac;
use subtle::ConstantTimeEq;

use crate::{Conflict, Error, Result, random};

pub(crate) use check::{check_key, keep_check, opens, renew_check};
pub(crate) use give::GivenKey;
pub use lost::{Forgotten, Lost, LostOfEndpoint, Renewed, forget_lost_secrets, list_lost_secrets};

/// The file in which a key is kept.
const FILE: &str = "secret.key";

/// How long a key is, in bytes.
const LENGTH: usize = 32;

/// How long a proof is, in bytes: short enough for an address, too long to be guessed.
const PROOF: usize = 12;

/// The key that seals secrets in the database. It is kept beside the database, never in it.
#[derive(Clone)]
pub struct SecretKey {
    key: LessSafeKey,
    /// What proves that this installation wrote something: made of the key, and of no use to open anything.
    proving: hmac::Key,
    /// What it is made of, for backups that nobody reads without a passphrase.
    text: Arc<str>,
    /// Whether the database's secrets were sealed with another one. All copies know it.
    is_foreign: Arc<AtomicBool>,
}

/// The text is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("a secret key is 32 bytes in base64")]
pub struct NotAKey;

impl SecretKey {
    /// A new key, as the text that [`SecretKey::parse`] reads.
    pub fn make_up() -> String {
        let mut bytes = [0; LENGTH];
        random::fill(&mut bytes);
        STANDARD.encode(bytes)
    }

    /// The key that is kept in a folder; a new one is made up and kept there when there is none. Nobody but the
    /// account that runs the program may read the file.
    ///
    /// # Errors
    ///
    /// When the file cannot be read or written, or holds something else.
    pub fn kept_in(folder: &Path) -> io::Result<Self> {
        let file = folder.join(FILE);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => keep_new(folder, &file)?,
            Err(error) => return Err(error),
        };
        Self::parse(&text).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
    }

    /// The key that is kept in a folder, if there is one.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or holds something else.
    pub fn find_in(folder: &Path) -> io::Result<Option<Self>> {
        match fs::read_to_string(folder.join(FILE)) {
            Ok(text) => {
                let key = Self::parse(&text);
                key.map(Some).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
            }
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// A key that nobody keeps: what it sealed is lost with it.
    pub fn random() -> Self {
        Self::parse(&Self::make_up()).expect("32 bytes are a key")
    }

    /// Reads 32 bytes in base64.
    ///
    /// # Errors
    ///
    /// When the text is something else.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let bytes = STANDARD.decode(text.trim()).map_err(|_| NotAKey)?;
        let key = UnboundKey::new(&CHACHA20_POLY1305, &bytes).map_err(|_| NotAKey)?;
        let proving = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, &bytes), b"proofs of kanso");
        let proving = hmac::Key::new(hmac::HMAC_SHA256, proving.as_ref());
        let text = text.trim().into();
        Ok(Self { key: LessSafeKey::new(key), proving, text, is_foreign: Arc::default() })
    }

    /// Whether the database's secrets were sealed with another key.
    pub(crate) fn is_foreign(&self) -> bool {
        self.is_foreign.load(Relaxed)
    }

    /// What [`SecretKey::parse`] reads it from.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    pub(crate) fn mark_foreign(&self, is_foreign: bool) {
        self.is_foreign.store(is_foreign, Relaxed);
    }

    /// The same key for sealing what is to be the database's own from now on.
    pub(crate) fn as_own(&self) -> Self {
        Self { is_foreign: Arc::default(), ..self.clone() }
    }

    /// Seals a text: nobody reads or changes it without the key. The same text is sealed differently each time.
    ///
    /// # Errors
    ///
    /// [`Conflict::SecretsLost`] while this is not the database's key: what two keys sealed no one key opens.
    pub(crate) fn seal(&self, text: &str) -> Result<String> {
        if self.is_foreign() {
            return Err(Error::Conflict(Conflict::SecretsLost));
        }
        let mut nonce = [0; NONCE_LEN];
        random::fill(&mut nonce);
        let mut sealed = text.as_bytes().to_vec();
        let done =
            self.key.seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::empty(), &mut sealed);
        done.map_err(|_| Error::Stored("a secret cannot be sealed".to_owned()))?;
        Ok(STANDARD.encode([nonce.as_slice(), &sealed].concat()))
    }

    /// What proves that this installation wrote the text, in small letters and digits; `None` while this is not the
    /// database's key.
    pub(crate) fn prove(&self, text: &str) -> Option<String> {
        let proof = hmac::sign(&self.proving, text.as_bytes());
        (!self.is_foreign()).then(|| {
            proof.as_ref().iter().take(PROOF).fold(String::with_capacity(2 * PROOF), |mut hex, byte| {
                let _ = write!(hex, "{byte:02x}");
                hex
            })
        })
    }

    /// Whether this is the proof of the text.
    pub(crate) fn is_proven(&self, text: &str, proof: &str) -> bool {
        let known = self.prove(text);
        known.is_some_and(|known| known.as_bytes().ct_eq(proof.as_bytes()).into())
    }

    /// The text that was sealed.
    ///
    /// # Errors
    ///
    /// [`Error::Stored`] when another key sealed it, or somebody changed it.
    pub(crate) fn open(&self, sealed: &str) -> Result<String> {
        let opened = || {
            let mut bytes = STANDARD.decode(sealed).ok()?;
            let (nonce, sealed) = bytes.split_at_mut_checked(NONCE_LEN)?;
            let nonce = Nonce::try_assume_unique_for_key(nonce).ok()?;
            let text = self.key.open_in_place(nonce, Aad::empty(), sealed).ok()?;
            String::from_utf8(text.to_vec()).ok()
        };
        opened().ok_or_else(|| Error::Stored("a secret was sealed with another key".to_owned()))
    }
}

/// Makes up a key and keeps it. When another process does so at the same time, one of the two keys stays.
fn keep_new(folder: &Path, file: &Path) -> io::Result<String> {
    fs::create_dir_all(folder)?;
    let draft = folder.join(format!("{FILE}.{}", random::hex(8)));
    write_own(&draft, &SecretKey::make_up())?;
    // A link to a name that is taken fails, so that the key of who came first stays.
    let linked = fs::hard_link(&draft, file);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() != io::ErrorKind::AlreadyExists => Err(error),
        _ => fs::read_to_string(file),
    }
}

/// Writes a file that nobody but the account that runs the program may read.
fn write_own(path: &Path, text: &str) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut new = options.open(path)?;
    new.write_all(text.as_bytes())?;
    new.sync_all()
}

/// Shows nothing of the key.
impl fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SecretKey")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_sealed_opens_with_the_same_key_only() {
        let key = SecretKey::parse(&SecretKey::make_up()).unwrap();
        let other = SecretKey::parse(&SecretKey::make_up()).unwrap();
        let sealed = key.seal("a secret, ça").unwrap();
        assert!(!sealed.contains("secret"));
        assert_ne!(sealed, key.seal("a secret, ça").unwrap());
        assert_eq!(key.open(&sealed).unwrap(), "a secret, ça");
        assert!(other.open(&sealed).is_err());
        assert!(key.open(&format!("A{}", &sealed[1..])).is_err() || sealed.starts_with('A'));
        for odd in ["", "AAAA", "not base64"] {
            assert!(key.open(odd).is_err(), "{odd}");
        }
    }

    #[test]
    fn a_key_of_another_database_seals_nothing_and_opens_its_own() {
        let key = SecretKey::random();
        let sealed = key.seal("text").unwrap();
        let copy = key.clone();
        key.mark_foreign(true);
        assert!(matches!(copy.seal("text"), Err(Error::Conflict(Conflict::SecretsLost))));
        assert_eq!(copy.open(&sealed).unwrap(), "text");
        assert!(copy.as_own().seal("text").is_ok());
    }

    #[test]
    fn a_kept_key_stays_the_same() {
        let folder = tempfile::tempdir().unwrap();
        let sealed = SecretKey::kept_in(folder.path()).unwrap().seal("text").unwrap();
        assert_eq!(SecretKey::kept_in(folder.path()).unwrap().open(&sealed).unwrap(), "text");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        fs::write(folder.path().join(FILE), "something else").unwrap();
        assert!(SecretKey::kept_in(folder.path()).is_err());
    }

    #[test]
    fn a_key_is_32_bytes() {
        for odd in ["", "AAAA", "x", &STANDARD.encode([0; 33])] {
            assert_eq!(SecretKey::parse(odd).err(), Some(NotAKey), "{odd}");
        }
    }
}
