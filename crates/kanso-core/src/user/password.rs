//! Hashing passwords, away from the threads that answer requests.

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};
use tokio::sync::Semaphore;

use crate::{App, Error, Result};

/// How many hashes are computed at once: each takes 19 MiB and tens of milliseconds of a core, and strangers
/// can ask for them.
static AT_ONCE: Semaphore = Semaphore::const_new(4);

/// How much work it is to compute the hash of a password, for whoever guesses and for whoever knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PasswordCost {
    /// What the library recommends: 19 MiB of memory, twice over.
    #[default]
    Recommended,
    /// As little as there is. For tests, which would otherwise spend half of their time on it.
    Least,
}

impl PasswordCost {
    fn hasher(self) -> Argon2<'static> {
        let params = match self {
            Self::Recommended => Params::default(),
            Self::Least => Params::new(Params::MIN_M_COST, 1, 1, None).unwrap_or_default(),
        };
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
    }
}

/// The hash to store for a password: Argon2id with a salt of its own.
pub(crate) async fn hash(app: &App, password: String) -> Result<String> {
    let cost = app.password_cost();
    run(move || {
        let hash = cost.hasher().hash_password(password.as_bytes());
        hash.map(|hash| hash.to_string()).map_err(|error| Error::Stored(format!("password hash: {error}")))
    })
    .await?
}

/// Whether the password is the one that was hashed. Without a hash it takes as long and answers no, so that
/// nobody learns from the time which user names exist.
pub(super) async fn is_right(app: &App, password: String, stored: Option<String>) -> Result<bool> {
    let Some(stored) = stored else {
        hash(app, password).await?;
        return Ok(false);
    };
    run(move || {
        if is_kanboards(&stored) {
            return bcrypt::verify(password, &stored).unwrap_or(false);
        }
        let Ok(hash) = PasswordHash::new(&stored) else { return false };
        // What it cost to compute is written in the hash.
        Argon2::default().verify_password(password.as_bytes(), &hash).is_ok()
    })
    .await
}

/// Whether a stored hash came from Kanboard. It is good for one more time: then it is made anew.
pub(super) fn is_kanboards(stored: &str) -> bool {
    stored.starts_with("$2")
}

async fn run<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Result<T> {
    let failed = |reason: &str| Error::Stored(format!("password check: {reason}"));
    let _turn = AT_ONCE.acquire().await.map_err(|_| failed("closed"))?;
    tokio::task::spawn_blocking(work).await.map_err(|error| failed(&error.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::file::FileStore;
    use crate::{Clock, SecretKey};

    async fn open(folder: &tempfile::TempDir) -> App {
        let url = kanso_db::DatabaseUrl::Sqlite(folder.path().join("kanso.db"));
        let files = FileStore::in_folder(folder.path().join("files"));
        App::open(kanso_db::Config::new(url), files, Clock::manual(0), SecretKey::random()).await.unwrap()
    }

    #[tokio::test]
    async fn a_password_is_recognised_and_nobody_has_none() {
        let folder = tempfile::tempdir().unwrap();
        let app = open(&folder).await;
        let stored = hash(&app, "correct horse".to_owned()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=19456,t=2,p=1$"));
        assert!(is_right(&app, "correct horse".to_owned(), Some(stored.clone())).await.unwrap());
        assert!(!is_right(&app, "wrong horse".to_owned(), Some(stored)).await.unwrap());
        assert!(!is_right(&app, "correct horse".to_owned(), None).await.unwrap());
    }

    #[tokio::test]
    async fn a_hash_of_kanboards_is_recognised() {
        let folder = tempfile::tempdir().unwrap();
        let app = open(&folder).await;
        let hash = bcrypt::hash_with_result("correct horse", 4).unwrap();
        for version in [bcrypt::Version::TwoY, bcrypt::Version::TwoA, bcrypt::Version::TwoB] {
            let stored = hash.format_for_version(version);
            assert!(is_kanboards(&stored));
            assert!(is_right(&app, "correct horse".to_owned(), Some(stored.clone())).await.unwrap());
            assert!(!is_right(&app, "wrong horse".to_owned(), Some(stored)).await.unwrap());
        }
        assert!(!is_right(&app, String::new(), Some("$2y$10$half".to_owned())).await.unwrap());
    }

    #[tokio::test]
    async fn a_cheaper_hash_is_recognised_too() {
        let folder = tempfile::tempdir().unwrap();
        let app = open(&folder).await.with_password_cost(PasswordCost::Least);
        let stored = hash(&app, "correct horse".to_owned()).await.unwrap();
        assert!(stored.starts_with("$argon2id$v=19$m=8,t=1,p=1$"), "{stored}");
        assert!(is_right(&app, "correct horse".to_owned(), Some(stored.clone())).await.unwrap());
        assert!(!is_right(&app, "wrong horse".to_owned(), Some(stored)).await.unwrap());
    }
}
