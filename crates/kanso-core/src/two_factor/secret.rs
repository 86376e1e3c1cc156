//! The secret that an account and a device share, and the codes that follow from it.

use totp_rs::{Builder, Secret, Totp};

use crate::{Error, Result, SecretKey, random};

/// Begins a stored secret that is sealed. One that came from Kanboard is stored as it is.
const SEALED: &str = "sealed:";
/// What a device calls the place that the codes are for.
const ISSUER: &str = "Kanso";

/// Whether what is stored for an account can be read with this key.
pub(crate) fn is_readable(stored: &str, secrets: &SecretKey) -> bool {
    stored.strip_prefix(SEALED).is_none_or(|sealed| secrets.open(sealed).is_ok())
}

/// A secret in base32 that was stored as it is, as it is stored here.
pub(crate) fn sealed(text: &str, secrets: &SecretKey) -> Result<String> {
    Ok(format!("{SEALED}{}", secrets.seal(text)?))
}

/// What makes the codes of one account.
pub(super) struct Shared(Totp);

impl Shared {
    /// A new secret for an account.
    pub(super) fn make_up(username: &str) -> Self {
        let mut bytes = vec![0; 20];
        random::fill(&mut bytes);
        Self::new(bytes.into(), username)
    }

    /// The secret that is stored for an account.
    pub(super) fn read(stored: &str, secrets: &SecretKey, username: &str) -> Result<Self> {
        let text = match stored.strip_prefix(SEALED) {
            Some(sealed) => secrets.open(sealed)?,
            None => stored.to_owned(),
        };
        let secret = Secret::try_from_base32(text);
        let secret = secret.map_err(|_| Error::Stored("the secret of a second factor".to_owned()))?;
        Ok(Self::new(secret, username))
    }

    fn new(secret: Secret, username: &str) -> Self {
        // Between issuer and account stands a colon, so neither has one.
        let account = username.replace(':', "_");
        let builder = Builder::new().with_secret(secret).with_account_name(account).with_issuer(Some(ISSUER));
        // SHA-1, six digits and half a minute are what every device knows. Secrets of Kanboard may be shorter than
        // the standard wants.
        Self(builder.build_noncompliant())
    }

    /// As it is stored.
    pub(super) fn sealed(&self, secrets: &SecretKey) -> Result<String> {
        sealed(&self.text(), secrets)
    }

    /// As people type it into a device.
    pub(super) fn text(&self) -> String {
        self.0.secret().to_base32()
    }

    /// As a device reads it from a QR code.
    pub(super) fn url(&self) -> Result<String> {
        self.0.to_url().map_err(|error| Error::Stored(format!("address of a second factor: {error}")))
    }

    /// The time step that this is the code of, if it is one of about now and later than `after`.
    pub(super) fn step_of(&self, code: &str, now: i64, after: i64) -> Option<i64> {
        let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
        let step = self.0.check(&code, u64::try_from(now).unwrap_or_default())?;
        i64::try_from(step).ok().filter(|step| *step > after)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of the tables in RFC 6238.
    const KNOWN: &str = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    #[test]
    fn codes_are_those_of_the_standard_and_each_is_taken_once() {
        let shared = Shared::read(KNOWN, &SecretKey::random(), "ada").unwrap();
        // The last six digits of 94287082 and 07081804.
        assert_eq!(shared.step_of("287082", 59, 0), Some(1));
        assert_eq!(shared.step_of("081 804", 1_111_111_109, 0), Some(37_037_036));
        assert_eq!(shared.step_of("287082", 59, 1), None, "it was taken");
        assert_eq!(shared.step_of("287082", 59 + 30, 0), Some(1), "clocks differ");
        assert_eq!(shared.step_of("287082", 59 + 31, 0), None);
        for wrong in ["", "28708", "2870822", "abcdef"] {
            assert_eq!(shared.step_of(wrong, 59, 0), None, "{wrong}");
        }
    }

    #[test]
    fn what_is_stored_is_sealed_and_read_again() {
        let key = SecretKey::random();
        let shared = Shared::make_up("a:da");
        let stored = shared.sealed(&key).unwrap();
        assert!(!stored.contains(&shared.text()));
        assert_eq!(Shared::read(&stored, &key, "a:da").unwrap().url().unwrap(), shared.url().unwrap());
        assert!(
            shared.url().unwrap().starts_with("otpauth://totp/Kanso:a_da?secret="),
            "{}",
            shared.url().unwrap()
        );
        assert!(Shared::read(&stored, &SecretKey::random(), "ada").is_err());
    }
}
