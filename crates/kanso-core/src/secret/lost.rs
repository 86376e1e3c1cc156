//! Going on after the secret key was lost: what was sealed with it, and doing without.

use std::collections::{BTreeMap, BTreeSet};

use kanso_db::{Conn, params};
use kanso_domain::{EndpointId, Permission, UserId};

use super::{SecretKey, renew_check};
use crate::endpoint::{KeyKind, SigningKey, store_key};
use crate::two_factor::{is_readable, switch_off_in};
use crate::{Actor, App, Result};

/// What the secret key does not open.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Lost {
    /// By endpoint.
    pub endpoints: Vec<LostOfEndpoint>,
    /// The user names of those who sign in with a second factor that cannot be read, sorted.
    pub people: Vec<String>,
}

/// What the secret key does not open of an endpoint.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LostOfEndpoint {
    /// Which.
    pub id: EndpointId,
    /// What people call it.
    pub name: String,
    /// The kinds of its keys in use.
    pub keys: BTreeSet<KeyKind>,
    /// Whether its headers are lost: names and values are sealed together.
    pub headers: bool,
}

/// What was taken away, and what stands in its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// By endpoint.
    pub endpoints: Vec<Renewed>,
    /// The user names of those whose second factor is off now, sorted.
    pub people: Vec<String>,
}

/// What became of an endpoint.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Renewed {
    /// What was lost.
    pub lost: LostOfEndpoint,
    /// What its receiver must be given: a secret (`whsec_`) or the public half of a pair (`whpk_`) for each lost kind.
    pub shown: Vec<String>,
}

impl Lost {
    /// Whether the key opens everything.
    pub fn is_empty(&self) -> bool {
        self.endpoints.is_empty() && self.people.is_empty()
    }
}

/// What was found, as the statements that take it away need it.
#[derive(Default)]
struct Found {
    endpoints: BTreeMap<EndpointId, LostOfEndpoint>,
    keys: Vec<i64>,
    accounts: Vec<UserId>,
    people: BTreeSet<String>,
}

/// What is sealed in the database and the secret key does not open, for administrators.
#[crate::use_case]
pub async fn list_lost_secrets(app: &App, actor: &Actor) -> Result<Lost> {
    actor.require(Permission::Administrate)?;
    let (secrets, now) = (app.secrets().clone(), app.clock().now_ms());
    let found = app.read(move |conn| Box::pin(async move { find(conn, &secrets, now).await })).await?;
    Ok(Lost {
        endpoints: found.endpoints.into_values().collect(),
        people: found.people.into_iter().collect(),
    })
}

/// Takes away all that the secret key does not open, for administrators: endpoints get new keys in place of those in
/// use and lose their headers, second factors are switched off. From then on the key is the database's.
#[crate::use_case]
pub async fn forget_lost_secrets(app: &App, actor: &Actor) -> Result<Forgotten> {
    actor.require(Permission::Administrate)?;
    let own = app.secrets().as_own();
    let forgotten = app
        .change_instance(actor, move |change| {
            Box::pin(async move {
                let (conn, now) = (change.conn(), change.now_ms());
                let found = find(conn, &own, now).await?;
                let forgotten = forget(conn, &own, found, now).await?;
                renew_check(conn, &own).await?;
                Ok(forgotten)
            })
        })
        .await?;
    app.secrets().mark_foreign(false);
    Ok(forgotten)
}

async fn forget(conn: &Conn, own: &SecretKey, found: Found, now: i64) -> Result<Forgotten> {
    const KEY: &str = "DELETE FROM endpoint_keys WHERE id = $1";
    const HEADERS: &str = "UPDATE endpoints SET headers = '' WHERE id = $1";
    for key in found.keys {
        conn.execute(KEY, params![key]).await?;
    }
    let mut endpoints = Vec::new();
    for lost in found.endpoints.into_values() {
        let mut shown = Vec::new();
        for kind in &lost.keys {
            let key = SigningKey::make_up(*kind);
            store_key(conn, own, lost.id, &key, None, now).await?;
            shown.push(key.shown()?);
        }
        if lost.headers {
            conn.execute(HEADERS, params![lost.id.get()]).await?;
        }
        endpoints.push(Renewed { lost, shown });
    }
    for account in found.accounts {
        switch_off_in(conn, account).await?;
    }
    Ok(Forgotten { endpoints, people: found.people.into_iter().collect() })
}

async fn find(conn: &Conn, secrets: &SecretKey, now: i64) -> Result<Found> {
    let mut found = Found::default();
    find_keys(conn, secrets, now, &mut found).await?;
    find_headers(conn, secrets, &mut found).await?;
    find_accounts(conn, secrets, &mut found).await?;
    Ok(found)
}

async fn find_keys(conn: &Conn, secrets: &SecretKey, now: i64, found: &mut Found) -> Result<()> {
    const KEYS: &str = "SELECT k.id, k.endpoint_id, e.name, k.kind, k.sealed, \
        CASE WHEN k.expires_at_ms IS NULL THEN 1 ELSE 0 END FROM endpoint_keys k \
        JOIN endpoints e ON e.id = k.endpoint_id WHERE k.expires_at_ms IS NULL OR k.expires_at_ms > $1 ORDER BY k.id";
    let keys = conn.all::<(i64, i64, String, String, String, i64)>(KEYS, params![now]).await?;
    for (id, endpoint, name, kind, sealed, in_use) in keys {
        if secrets.open(&sealed).is_ok() {
            continue;
        }
        found.keys.push(id);
        if let (1, Some(kind)) = (in_use, KeyKind::parse(&kind)) {
            found.of(endpoint.into(), name).keys.insert(kind);
        }
    }
    Ok(())
}

async fn find_headers(conn: &Conn, secrets: &SecretKey, found: &mut Found) -> Result<()> {
    const HEADERS: &str = "SELECT id, name, headers FROM endpoints WHERE headers <> '' ORDER BY id";
    for (endpoint, name, sealed) in conn.all::<(i64, String, String)>(HEADERS, &[]).await? {
        if secrets.open(&sealed).is_err() {
            found.of(endpoint.into(), name).headers = true;
        }
    }
    Ok(())
}

async fn find_accounts(conn: &Conn, secrets: &SecretKey, found: &mut Found) -> Result<()> {
    const ACCOUNTS: &str = "SELECT id, username, twofactor_secret, twofactor_activated FROM users \
        WHERE twofactor_secret <> '' ORDER BY id";
    for (user, username, stored, is_on) in conn.all::<(i64, String, String, i64)>(ACCOUNTS, &[]).await? {
        if is_readable(&stored, secrets) {
            continue;
        }
        found.accounts.push(user.into());
        // One that was set up and never switched on is missed by nobody.
        if is_on == 1 {
            found.people.insert(username);
        }
    }
    Ok(())
}

impl Found {
    fn of(&mut self, id: EndpointId, name: String) -> &mut LostOfEndpoint {
        self.endpoints.entry(id).or_insert_with(|| LostOfEndpoint { id, name, ..LostOfEndpoint::default() })
    }
}
