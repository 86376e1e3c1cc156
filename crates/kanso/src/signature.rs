//! Signatures by Standard Webhooks: checked as a receiver does, and made for what `kanso listen` forwards.

use anyhow::{Context, bail};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;
use ring::rand::{SecureRandom, SystemRandom};
use ring::signature::{ED25519, UnparsedPublicKey};

/// What a receiver checks with.
pub(crate) enum Key {
    /// `whsec_…`: both sides know it.
    Secret(hmac::Key),
    /// `whpk_…`: the public half of a pair.
    Public(UnparsedPublicKey<Vec<u8>>),
}

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Exactly this was signed, with this key.
    Valid,
    /// Something else was signed, or with another key.
    Different,
    /// There is no signature of the key's kind.
    NotThere(&'static str),
}

impl Key {
    /// A new secret, and the text that [`Key::parse`] reads.
    ///
    /// # Errors
    ///
    /// When the machine gives no random bytes.
    pub(crate) fn make_up() -> anyhow::Result<(Self, String)> {
        let mut bytes = [0; 32];
        SystemRandom::new().fill(&mut bytes).ok().context("the machine gives no random bytes")?;
        Ok((
            Self::Secret(hmac::Key::new(hmac::HMAC_SHA256, &bytes)),
            format!("whsec_{}", STANDARD.encode(bytes)),
        ))
    }

    /// The header `webhook-signature` of a message; `None` for a public key, which signs nothing.
    pub(crate) fn sign(&self, id: &str, timestamp: i64, body: &str) -> Option<String> {
        let signed = format!("{id}.{timestamp}.{body}");
        match self {
            Self::Secret(key) => Some(format!("v1,{}", STANDARD.encode(hmac::sign(key, signed.as_bytes())))),
            Self::Public(_) => None,
        }
    }

    /// Reads a key with its prefix.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub(crate) fn parse(text: &str) -> anyhow::Result<Self> {
        let text = text.trim();
        let bytes = |base64: &str| STANDARD.decode(base64).context("the rest of a secret is base64");
        match (text.strip_prefix("whsec_"), text.strip_prefix("whpk_")) {
            (Some(secret), _) => Ok(Self::Secret(hmac::Key::new(hmac::HMAC_SHA256, &bytes(secret)?))),
            (_, Some(public)) => Ok(Self::Public(UnparsedPublicKey::new(&ED25519, bytes(public)?))),
            (None, None) => bail!("a secret begins with whsec_, a public key with whpk_"),
        }
    }

    /// Looks for a signature of this key among those of the header, which has several while a secret is changed.
    pub(crate) fn check(&self, id: &str, timestamp: i64, body: &[u8], header: &str) -> Verdict {
        let kind = match self {
            Self::Secret(_) => "v1",
            Self::Public(_) => "v1a",
        };
        let signed = [format!("{id}.{timestamp}.").as_bytes(), body].concat();
        let of_kind =
            |part: &str| part.split_once(',').filter(|(name, _)| *name == kind).map(|(_, s)| s.to_owned());
        let mut signatures = header.split_whitespace().filter_map(of_kind).peekable();
        if signatures.peek().is_none() {
            return Verdict::NotThere(kind);
        }
        let fits =
            |signature: String| STANDARD.decode(signature).is_ok_and(|bytes| self.fits(&signed, &bytes));
        if signatures.any(fits) { Verdict::Valid } else { Verdict::Different }
    }

    fn fits(&self, signed: &[u8], signature: &[u8]) -> bool {
        match self {
            Self::Secret(key) => hmac::verify(key, signed, signature).is_ok(),
            Self::Public(key) => key.verify(signed, signature).is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use ring::signature::{Ed25519KeyPair, KeyPair};

    use super::*;

    /// The example of the specification.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const TIMESTAMP: i64 = 1_614_265_330;
    const BODY: &str = r#"{"test": 2432232314}"#;
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    #[test]
    fn the_specifications_example_is_valid_and_made() {
        let key = Key::parse(SECRET).unwrap();
        assert_eq!(key.check(ID, TIMESTAMP, BODY.as_bytes(), SIGNATURE), Verdict::Valid);
        assert_eq!(key.sign(ID, TIMESTAMP, BODY).as_deref(), Some(SIGNATURE));
        let several = format!("v1a,AAAA v1,AAAA {SIGNATURE}");
        assert_eq!(key.check(ID, TIMESTAMP, BODY.as_bytes(), &several), Verdict::Valid);
    }

    #[test]
    fn whatever_differs_is_not_valid() {
        let key = Key::parse(SECRET).unwrap();
        let (other, _) = Key::make_up().unwrap();
        let body = BODY.as_bytes();
        let different = [
            key.check("msg_x", TIMESTAMP, body, SIGNATURE),
            key.check(ID, TIMESTAMP + 1, body, SIGNATURE),
            key.check(ID, TIMESTAMP, b"{}", SIGNATURE),
            other.check(ID, TIMESTAMP, body, SIGNATURE),
            key.check(ID, TIMESTAMP, body, "v1,not base64"),
        ];
        assert_eq!(different, [Verdict::Different; 5]);
        assert_eq!(key.check(ID, TIMESTAMP, body, "v1a,AAAA"), Verdict::NotThere("v1"));
        assert_eq!(key.check(ID, TIMESTAMP, body, ""), Verdict::NotThere("v1"));
    }

    #[test]
    fn a_pair_is_checked_by_its_public_half() {
        let pair = Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap();
        let public = format!("whpk_{}", STANDARD.encode(pair.public_key()));
        let signature = pair.sign(format!("{ID}.{TIMESTAMP}.{BODY}").as_bytes());
        let header = format!("{SIGNATURE} v1a,{}", STANDARD.encode(signature));
        let key = Key::parse(&public).unwrap();
        assert_eq!(key.check(ID, TIMESTAMP, BODY.as_bytes(), &header), Verdict::Valid);
        assert_eq!(key.check(ID, TIMESTAMP, b"{}", &header), Verdict::Different);
        assert_eq!(key.sign(ID, TIMESTAMP, BODY), None);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for odd in ["", "secret", "whsec_!", "whpk_?"] {
            assert!(Key::parse(odd).is_err(), "{odd}");
        }
    }
}
