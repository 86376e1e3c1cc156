//! Checking a signature as a receiver does.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;
use ring::signature::{ED25519, UnparsedPublicKey};

/// What a receiver checks with.
// No `Debug`: keys must not end in debug output.
pub enum Verifier {
    /// `whsec_…`: both sides know it.
    Secret(hmac::Key),
    /// `whpk_…`: the public half of a pair.
    Public(UnparsedPublicKey<Vec<u8>>),
}

/// What a check found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Exactly this was signed, with this key.
    Valid,
    /// Something else was signed, or with another key.
    Different,
    /// There is no signature of the key's kind, which is this.
    NotThere(&'static str),
}

/// Why a text is no key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotAKey {
    #[error("a secret begins with whsec_, a public key with whpk_")]
    Prefix,
    #[error("after its prefix a key is base64")]
    Base64,
}

impl Verifier {
    /// Reads a key with its prefix.
    ///
    /// # Errors
    ///
    /// When it is none.
    pub fn parse(text: &str) -> Result<Self, NotAKey> {
        let text = text.trim();
        let bytes = |base64: &str| STANDARD.decode(base64).map_err(|_| NotAKey::Base64);
        match (text.strip_prefix("whsec_"), text.strip_prefix("whpk_")) {
            (Some(secret), _) => Ok(Self::Secret(hmac::Key::new(hmac::HMAC_SHA256, &bytes(secret)?))),
            (_, Some(public)) => Ok(Self::Public(UnparsedPublicKey::new(&ED25519, bytes(public)?))),
            (None, None) => Err(NotAKey::Prefix),
        }
    }

    /// Looks for a signature of this key among those of the header, which has several while a secret is changed.
    ///
    /// `timestamp` is in Unix seconds, as its header has it; how old it may be is for the caller to say.
    pub fn check(&self, id: &str, timestamp: i64, body: &[u8], header: &str) -> Verdict {
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
    use kanso_core::endpoint::{KeyKind, SigningKey};

    use super::*;
    use crate::Signer;

    /// The example of the specification.
    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    const ID: &str = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    const TIMESTAMP: i64 = 1_614_265_330;
    const BODY: &str = r#"{"test": 2432232314}"#;
    const SIGNATURE: &str = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";

    #[test]
    fn the_specifications_example_is_valid_and_made() {
        let key = Verifier::parse(SECRET).unwrap();
        let signer = Signer::new(&[SigningKey::parse(SECRET).unwrap()]);
        assert_eq!(key.check(ID, TIMESTAMP, BODY.as_bytes(), SIGNATURE), Verdict::Valid);
        assert_eq!(signer.sign(ID, TIMESTAMP, BODY).as_deref(), Some(SIGNATURE));
        let several = format!("v1a,AAAA v1,AAAA {SIGNATURE}");
        assert_eq!(key.check(ID, TIMESTAMP, BODY.as_bytes(), &several), Verdict::Valid);
    }

    #[test]
    fn whatever_differs_is_not_valid() {
        let key = Verifier::parse(SECRET).unwrap();
        let other = Verifier::parse(&SigningKey::make_up(KeyKind::V1).shown().unwrap()).unwrap();
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
        let pair = SigningKey::make_up(KeyKind::V1a);
        let signed = Signer::new(std::slice::from_ref(&pair)).sign(ID, TIMESTAMP, BODY).unwrap();
        let header = format!("{SIGNATURE} {signed}");
        let key = Verifier::parse(&pair.shown().unwrap()).unwrap();
        assert_eq!(key.check(ID, TIMESTAMP, BODY.as_bytes(), &header), Verdict::Valid);
        assert_eq!(key.check(ID, TIMESTAMP, b"{}", &header), Verdict::Different);
    }

    #[test]
    fn what_is_no_key_is_refused() {
        for (odd, why) in [
            ("", NotAKey::Prefix),
            ("secret", NotAKey::Prefix),
            ("whsec_!", NotAKey::Base64),
            ("whpk_?", NotAKey::Base64),
        ] {
            assert_eq!(Verifier::parse(odd).err(), Some(why), "{odd}");
        }
    }
}
