//! Hashing passwords, away from the threads that answer requests.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Argon2, PasswordHasher, PasswordVerifier};
use tokio::sync::Semaphore;

use crate::{Error, Result};

/// How many hashes are computed at once: each takes 19 MiB and tens of milliseconds of a core, and strangers
/// can ask for them.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// The hash to store for a password: Argon2id with the library's parameters and a salt of its own.
pub(crate) async fn hash(password: String) -> Result<String> {
    run(move || {
        let hash = Argon2::default().hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|error| Error::Stored(format!("password hash: {error}")))
    })
    .await?
}

/// Whether the password is the one that was hashed. Without a hash it takes as long and answers no, so that
/// nobody learns from the time which user names exist.
pub(super) async fn is_right(password: String, stored: Option<String>) -> Result<bool> {
    run(move || {
        let known = stored.is_some();
        let stored = stored.unwrap_or_else(|| NOBODYS.to_owned());
        let Ok(hash) = PasswordHash::new(&stored) else { return false };
        Argon2::default().verify_password(password.as_bytes(), &hash).is_ok() && known
    })
    .await
}

/// A hash that is nobody's, with the parameters of [`hash`].
const NOBODYS: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
    RdescudvJCsgt3ub+b5dWRWJTmaaJObGzLHyQFpU1f8";

async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let failed = |reason: &str| Error::Stored(format!("password check: {reason}"));
    let _turn = AT_ONCE.acquire().await.map_err(|_| failed("closed"))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| failed(&error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_password_is_recognised_and_nobody_has_none() {
        let stored = hash("correct horse".to_owned()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(is_right("correct horse".to_owned(), Some(stored.clone())).await.unwrap());
        assert!(!is_right("wrong horse".to_owned(), Some(stored)).await.unwrap());
        assert!(!is_right("correct horse".to_owned(), None).await.unwrap());
    }

    #[test]
    fn the_hash_of_nobody_costs_what_a_real_one_does() {
        let hash = PasswordHash::new(NOBODYS).unwrap();
        assert_eq!(hash.params.to_string(), "m=19456,t=2,p=1");
    }
}
