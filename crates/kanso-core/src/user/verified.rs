//! Credentials that were verified a moment ago.

use std::collections::HashMap;

use hmac::{Hmac, KeyInit, Mac};
use parking_lot::Mutex;
use sha2::Sha256;

use crate::random;

/// Remembers which passwords were right, for a few minutes and in memory only: API clients send theirs with
/// every call, and checking it on purpose takes tens of milliseconds.
///
/// What is kept is a keyed hash over the password and the stored hash, so a changed password is not recognised
/// and nothing can be read from it.
pub(crate) struct Verified {
    key: [u8; 32],
    until: Mutex<HashMap<[u8; 32], i64>>,
}

/// How long a verified credential is remembered, in seconds.
const REMEMBERED: i64 = 300;
/// More than this many are not kept; far more than there are API clients.
const MOST: usize = 10_000;

impl Verified {
    pub(crate) fn new() -> Self {
        let mut key = [0; 32];
        random::fill(&mut key);
        Self { key, until: Mutex::default() }
    }

    pub(crate) fn knows(&self, password: &str, stored: &str, now: i64) -> bool {
        self.until.lock().get(&self.digest(password, stored)).is_some_and(|until| now < *until)
    }

    pub(crate) fn remember(&self, password: &str, stored: &str, now: i64) {
        let mut until = self.until.lock();
        if until.len() >= MOST {
            until.retain(|_, until| now < *until);
        }
        if until.len() < MOST {
            until.insert(self.digest(password, stored), now + REMEMBERED);
        }
    }

    fn digest(&self, password: &str, stored: &str) -> [u8; 32] {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.key).expect("any key length will do");
        // The stored hash has no zero byte, so the two texts cannot run into each other.
        for part in [stored.as_bytes(), &[0], password.as_bytes()] {
            mac.update(part);
        }
        mac.finalize().into_bytes().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_credential_is_forgotten_in_time_and_when_the_password_changes() {
        let verified = Verified::new();
        verified.remember("secret", "$hash1", 1000);
        assert!(verified.knows("secret", "$hash1", 1000 + REMEMBERED - 1));
        assert!(!verified.knows("secret", "$hash1", 1000 + REMEMBERED));
        assert!(!verified.knows("secret", "$hash2", 1001));
        assert!(!verified.knows("Secret", "$hash1", 1001));
    }
}
