//! Signatures, as Standard Webhooks describes them: of id, time and body, one for each key.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso_core::endpoint::{KeyKind, SigningKey};
use ring::hmac;
use ring::signature::Ed25519KeyPair;

/// Signs messages with all of an endpoint's keys, so that a receiver may know any of them.
// No `Debug`: keys must not end in debug output.
pub struct Signer(Vec<Key>);

enum Key {
    V1(hmac::Key),
    V1a(Ed25519KeyPair),
}

impl Signer {
    /// A signer with these keys.
    pub fn new(keys: &[SigningKey]) -> Self {
        Self(keys.iter().filter_map(Key::read).collect())
    }

    /// The header `webhook-signature`: a signature by each key, with spaces between. `None` without keys.
    ///
    /// `timestamp` is in Unix seconds.
    pub fn sign(&self, id: &str, timestamp: i64, body: &str) -> Option<String> {
        let signed = format!("{id}.{timestamp}.{body}");
        let signatures: Vec<String> = self.0.iter().map(|key| key.sign(signed.as_bytes())).collect();
        (!signatures.is_empty()).then(|| signatures.join(" "))
    }
}

impl Key {
    fn read(key: &SigningKey) -> Option<Self> {
        let read = STANDARD.decode(&key.base64).ok().and_then(|bytes| match key.kind {
            KeyKind::V1 => Some(Self::V1(hmac::Key::new(hmac::HMAC_SHA256, &bytes))),
            KeyKind::V1a => Ed25519KeyPair::from_seed_unchecked(&bytes).ok().map(Self::V1a),
        });
        if read.is_none() {
            tracing::error!(kind = key.kind.as_str(), "a webhook's signing key cannot be read; rotate it");
        }
        read
    }

    fn sign(&self, message: &[u8]) -> String {
        match self {
            Self::V1(key) => format!("v1,{}", STANDARD.encode(hmac::sign(key, message))),
            Self::V1a(pair) => format!("v1a,{}", STANDARD.encode(pair.sign(message))),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use ring::signature::{ED25519, UnparsedPublicKey};
    use standardwebhooks::Webhook;

    use super::*;

    fn signed(keys: &[(KeyKind, &str)], id: &str, timestamp: i64, body: &str) -> Option<String> {
        let key = |(kind, base64): &(KeyKind, &str)| SigningKey { kind: *kind, base64: (*base64).to_owned() };
        Signer::new(&keys.iter().map(key).collect::<Vec<_>>()).sign(id, timestamp, body)
    }

    /// The vector of the specification's own libraries.
    #[test]
    fn a_known_message_has_its_known_signature() {
        let (id, body) =
            ("msg_27UH4WbU6Z5A5EzD8u03UvzRbpk", r#"{"email":"test@example.com","username":"test_user"}"#);
        let signature = signed(&[(KeyKind::V1, "C2FVsBQIhrscChlQIMV+b5sSYspob7oD")], id, 1_649_367_553, body);
        assert_eq!(signature.as_deref(), Some("v1,tZ1I4/hDygAJgO5TYxiSd6Sd0kDW6hPenDe+bTa3Kkw="));
    }

    /// The first key pair of RFC 8032, section 7.1.
    #[test]
    fn who_has_the_public_half_can_verify() {
        let seed = "nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
        let public = STANDARD.decode("11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=").unwrap();
        let signature = signed(&[(KeyKind::V1a, seed)], "evt_1", 1_800_000_000, "Größe").unwrap();
        let bytes = STANDARD.decode(signature.strip_prefix("v1a,").unwrap()).unwrap();
        let verify =
            |message: &str| UnparsedPublicKey::new(&ED25519, &public).verify(message.as_bytes(), &bytes);
        assert!(verify("evt_1.1800000000.Größe").is_ok());
        assert!(verify("evt_1.1800000001.Größe").is_err());
        // What openssl makes of the same key and message.
        let openssl =
            "1n2xGn4GDoSFM19d2+5d8ngJ9b+6UOWTTfgQPqKlsCV8ljFs0wHSc9KmXYz7LJmnvq5+wky1XQYvlxDDRr9dAw==";
        assert_eq!(signature, format!("v1a,{openssl}"));
    }

    #[test]
    fn every_key_signs_and_without_keys_there_is_no_signature() {
        let keys = [(KeyKind::V1, "AAAA"), (KeyKind::V1, "BBBB")];
        let both = signed(&keys, "id", 1, "{}").unwrap();
        let each = |key| signed(&[key], "id", 1, "{}").unwrap();
        assert_eq!(both, format!("{} {}", each(keys[0]), each(keys[1])));
        assert_eq!(signed(&[], "id", 1, "{}"), None);
        assert_eq!(signed(&[(KeyKind::V1a, "AAAA"), (KeyKind::V1, "?")], "id", 1, "{}"), None, "no keys");
    }

    proptest! {
        #[test]
        fn the_specifications_library_signs_alike(
            secret in proptest::collection::vec(any::<u8>(), 1..80), id in "[a-zA-Z0-9_-]{1,40}", at: i64, body: String,
        ) {
            let signature = signed(&[(KeyKind::V1, &STANDARD.encode(&secret))], &id, at, &body);
            let theirs = Webhook::from_bytes(secret).unwrap().sign(&id, at, body.as_bytes()).unwrap();
            prop_assert_eq!(signature, Some(theirs));
        }
    }
}
