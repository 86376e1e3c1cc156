//! Encryption with a passphrase, in the form of `age`, so that its programs open a backup, too.

use std::fmt;
use std::io::{self, BufRead, Read, Write};
use std::iter;

use age::secrecy::{ExposeSecret, SecretString};
use age::stream::StreamWriter;
use age::{DecryptError, Decryptor, Encryptor, Identity, Recipient, scrypt};

use super::BackupFault;

/// How much work a guess at a passphrase is, as a power of two: 128 MB and a good part of a second.
const WORK: u8 = 17;
/// How much work the header of a file may ask for.
const MOST_WORK: u8 = 18;

/// What every encrypted file begins with.
const MAGIC: &[u8] = b"age-encryption.org/v1\n";

/// What a backup is encrypted with. It is not shown in debug output.
#[derive(Clone)]
pub struct Passphrase(SecretString);

impl Passphrase {
    /// The text without blanks and line ends around it; `None` when nothing is left.
    pub fn new(text: &str) -> Option<Self> {
        let text = text.trim();
        (!text.is_empty()).then(|| Self(SecretString::from(text.to_owned())))
    }

    /// Whether both are the same.
    pub fn is_same(&self, other: &Self) -> bool {
        self.0.expose_secret() == other.0.expose_secret()
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase")
    }
}

/// What is written, encrypted if there is a passphrase.
pub(super) enum Encrypted<W: Write> {
    Not(W),
    WithPassphrase(Box<StreamWriter<W>>),
}

impl<W: Write> Encrypted<W> {
    pub(super) fn new(out: W, passphrase: Option<&Passphrase>) -> io::Result<Self> {
        let Some(Passphrase(passphrase)) = passphrase else { return Ok(Self::Not(out)) };
        let mut recipient = scrypt::Recipient::new(passphrase.clone());
        recipient.set_work_factor(WORK);
        let encryptor = Encryptor::with_recipients(iter::once(&recipient as &dyn Recipient));
        let stream = encryptor.map_err(io::Error::other)?.wrap_output(out)?;
        Ok(Self::WithPassphrase(Box::new(stream)))
    }

    /// Writes the end. Without it the file is cut off.
    pub(super) fn finish(self) -> io::Result<W> {
        match self {
            Self::Not(out) => Ok(out),
            Self::WithPassphrase(stream) => stream.finish(),
        }
    }
}

impl<W: Write> Write for Encrypted<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Self::Not(out) => out.write(bytes),
            Self::WithPassphrase(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Self::Not(out) => out.flush(),
            Self::WithPassphrase(stream) => stream.flush(),
        }
    }
}

/// What was written, and whether it was encrypted.
pub(super) fn decrypted(
    mut from: impl BufRead + Send + 'static,
    passphrase: Option<&Passphrase>,
) -> Result<(Box<dyn Read + Send>, bool), BackupFault> {
    let broken = |error: io::Error| BackupFault::Broken(error.to_string());
    // The first bytes are one piece of what the buffer takes in at once.
    if !from.fill_buf().map_err(broken)?.starts_with(MAGIC) {
        return Ok((Box::new(from), false));
    }
    let Some(Passphrase(passphrase)) = passphrase else { return Err(BackupFault::NeedsPassphrase) };
    let mut identity = scrypt::Identity::new(passphrase.clone());
    identity.set_max_work_factor(MOST_WORK);
    let decryptor = Decryptor::new_buffered(from).map_err(|error| refused(&error))?;
    let stream = decryptor.decrypt(iter::once(&identity as &dyn Identity));
    Ok((Box::new(stream.map_err(|error| refused(&error))?), true))
}

fn refused(error: &DecryptError) -> BackupFault {
    let is_of_key = matches!(
        error,
        DecryptError::DecryptionFailed
            | DecryptError::KeyDecryptionFailed
            | DecryptError::NoMatchingKeys
            | DecryptError::InvalidMac
    );
    if is_of_key { BackupFault::WrongPassphrase } else { BackupFault::Broken(error.to_string()) }
}
