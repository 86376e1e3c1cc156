//! What deliveries are signed with.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso_db::{Conn, params};
use kanso_domain::{EndpointId, UserId};
use ring::signature::{Ed25519KeyPair, KeyPair};

use crate::{Error, Result, SecretKey, random};

/// How long a secret and a seed are, in bytes.
const LENGTH: usize = 32;

/// A key that signs deliveries.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct SigningKey {
    /// Which signature it makes.
    pub kind: KeyKind,
    /// For `v1` the secret, for `v1a` the seed of the pair: base64 without a prefix.
    pub base64: String,
}

/// Which signature a key makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KeyKind {
    /// HMAC-SHA256 with a secret that both sides know.
    V1,
    /// ed25519: the receiver knows the public half only.
    V1a,
}

impl SigningKey {
    /// A new one of 32 random bytes.
    pub fn make_up(kind: KeyKind) -> Self {
        let mut bytes = [0; LENGTH];
        random::fill(&mut bytes);
        Self { kind, base64: STANDARD.encode(bytes) }
    }

    /// Reads a secret as receivers are given it; `None` for anything else.
    pub fn parse(shown: &str) -> Option<Self> {
        let base64 = shown.trim().strip_prefix("whsec_")?;
        STANDARD.decode(base64).ok()?;
        Some(Self { kind: KeyKind::V1, base64: base64.to_owned() })
    }

    /// What receivers are given: the secret as `whsec_` and base64, or the public half as `whpk_` and base64.
    pub fn shown(&self) -> Result<String> {
        match self.kind {
            KeyKind::V1 => Ok(format!("whsec_{}", self.base64)),
            KeyKind::V1a => self.public(),
        }
    }

    /// The public half of a pair: `whpk_` and base64.
    fn public(&self) -> Result<String> {
        let seed = STANDARD.decode(&self.base64).ok();
        let pair = seed.and_then(|seed| Ed25519KeyPair::from_seed_unchecked(&seed).ok());
        let pair = pair.ok_or_else(|| Error::Stored("a signing key is no seed of ed25519".to_owned()))?;
        Ok(format!("whpk_{}", STANDARD.encode(pair.public_key())))
    }
}

impl KeyKind {
    /// All there are.
    pub const ALL: [Self; 2] = [Self::V1, Self::V1a];

    /// The name that is stored, and that begins the signature.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::V1a => "v1a",
        }
    }

    /// The kind of this name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }

    pub(super) fn read(stored: &str) -> Result<Self> {
        Self::parse(stored).ok_or_else(|| Error::Stored(format!("no kind of key {stored:?}")))
    }
}

/// Shows nothing of the key.
impl std::fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "SigningKey({})", self.kind.as_str())
    }
}

/// A key of an endpoint, without what is secret of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeyLine {
    /// Which signature it makes.
    pub kind: KeyKind,
    /// When it was made, in Unix milliseconds.
    pub created_at_ms: i64,
    /// When it stops signing, in Unix milliseconds; `None` for the one in use.
    pub expires_at_ms: Option<i64>,
    /// The public half of a pair, as receivers are given it (`whpk_` and base64); `None` also for one that was sealed
    /// with another secret key.
    pub public: Option<String>,
}

/// The keys of all endpoints that are good at `now_ms`, the newest of each endpoint first; `None` for one that was
/// sealed with another secret key.
pub(crate) async fn load_keys(
    conn: &Conn,
    secrets: &SecretKey,
    now_ms: i64,
) -> Result<Vec<(EndpointId, Option<SigningKey>)>> {
    const FIND: &str = "SELECT endpoint_id, kind, sealed FROM endpoint_keys \
        WHERE expires_at_ms IS NULL OR expires_at_ms > $1 ORDER BY id DESC";
    let keys = conn.all::<(i64, String, String)>(FIND, params![now_ms]).await?;
    let open = |(endpoint, kind, sealed): (i64, String, String)| {
        let kind = KeyKind::read(&kind)?;
        Ok((endpoint.into(), secrets.open(&sealed).ok().map(|base64| SigningKey { kind, base64 })))
    };
    keys.into_iter().map(open).collect()
}

/// The keys of one endpoint that are good at `now_ms`, the newest first.
pub(super) async fn load_lines(
    conn: &Conn,
    secrets: &SecretKey,
    endpoint: EndpointId,
    now_ms: i64,
) -> Result<Vec<KeyLine>> {
    const FIND: &str = "SELECT kind, sealed, created_at_ms, expires_at_ms FROM endpoint_keys \
        WHERE endpoint_id = $1 AND (expires_at_ms IS NULL OR expires_at_ms > $2) ORDER BY id DESC";
    let keys = conn.all::<(String, String, i64, Option<i64>)>(FIND, params![endpoint.get(), now_ms]).await?;
    let open = |(kind, sealed, created_at_ms, expires_at_ms): (String, String, i64, Option<i64>)| {
        let kind = KeyKind::read(&kind)?;
        let public = match kind {
            KeyKind::V1 => None,
            KeyKind::V1a => {
                let opened = secrets.open(&sealed).ok();
                opened.map(|base64| SigningKey { kind, base64 }.public()).transpose()?
            }
        };
        Ok(KeyLine { kind, created_at_ms, expires_at_ms, public })
    };
    keys.into_iter().map(open).collect()
}

/// Stores a key of an endpoint, sealed. `unseen_by` is who is to see it once, if nobody has.
pub(crate) async fn store_key(
    conn: &Conn,
    secrets: &SecretKey,
    endpoint: EndpointId,
    key: &SigningKey,
    unseen_by: Option<UserId>,
    now_ms: i64,
) -> Result<()> {
    const STORE: &str = "INSERT INTO endpoint_keys (endpoint_id, kind, sealed, unseen_by, created_at_ms) \
        VALUES ($1, $2, $3, $4, $5)";
    let sealed = secrets.seal(&key.base64)?;
    let unseen_by = unseen_by.map(UserId::get);
    conn.execute(STORE, params![endpoint.get(), key.kind.as_str(), sealed, unseen_by, now_ms]).await?;
    Ok(())
}
