//! Names and passwords that are kept in a directory.

mod config;
mod entry;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use kanso_core::BoxFuture;
use kanso_core::identity::{Away, Lookup, Person, Verdict};
use ldap3::ldap_escape;
use tokio::sync::Semaphore;
use tokio::time::timeout;

use self::entry::Found;
use self::wire::Connection;

pub use config::{BadDirectory, Bind, LdapConfig};

/// How many people are looked up at once: strangers can ask for it.
const AT_ONCE: usize = 16;

/// A directory that is asked anew each time, by a connection of its own.
pub struct Ldap {
    config: LdapConfig,
    tls: Arc<rustls::ClientConfig>,
    at_once: Semaphore,
}

impl Ldap {
    /// A directory as the operator describes it. It is not asked yet.
    ///
    /// # Errors
    ///
    /// When the description makes no sense, or its certificate authority cannot be read.
    pub fn new(config: LdapConfig) -> Result<Self, BadDirectory> {
        config.check()?;
        let tls = Arc::new(wire::tls(config.authority.as_deref())?);
        Ok(Self { config, tls, at_once: Semaphore::new(AT_ONCE) })
    }

    async fn within<T>(&self, asked: impl Future<Output = Result<T, Away>>) -> Result<T, Away> {
        let limit = Duration::from_secs(self.config.seconds);
        let asked = async {
            let _turn = self.at_once.acquire().await.map_err(|error| Away(error.to_string()))?;
            asked.await
        };
        let late = |_| Away(format!("no answer within {} s from {}", self.config.seconds, self.config.url));
        timeout(limit, asked).await.map_err(late)?
    }

    async fn judge(&self, username: &str, password: &str) -> Result<Verdict, Away> {
        // A directory takes a name without a password for a visitor, and says that all is well.
        if username.is_empty() || password.is_empty() {
            return Ok(Verdict::Wrong(None));
        }
        Connection::open(&self.config, &self.tls, async |mut wire| match &self.config.bind {
            Bind::Person { template } => {
                let dn = config::fill(template, username);
                if !wire.bind(&dn, password).await? {
                    return Ok(Verdict::Wrong(Some(username.to_owned())));
                }
                let found = self.search(&mut wire, username).await?;
                Ok(found.map_or(Verdict::Wrong(None), |found| Verdict::Right(found.person)))
            }
            Bind::Nobody | Bind::Service { .. } => {
                let Some(found) = self.search(&mut wire, username).await? else {
                    return Ok(Verdict::Wrong(None));
                };
                Ok(match wire.bind(&found.dn, password).await? {
                    true => Verdict::Right(found.person),
                    false => Verdict::Wrong(Some(found.person.username)),
                })
            }
        })
        .await
    }

    async fn look(&self, username: &str) -> Result<Option<Person>, Away> {
        if username.is_empty() || matches!(self.config.bind, Bind::Person { .. }) {
            return Ok(None);
        }
        Connection::open(&self.config, &self.tls, async |mut wire| {
            Ok(self.search(&mut wire, username).await?.map(|found| found.person))
        })
        .await
    }

    /// The one entry that the filter finds for this name, with the groups that it is in.
    async fn search(&self, wire: &mut Connection, username: &str) -> Result<Option<Found>, Away> {
        let config = &self.config;
        if let Bind::Service { dn, password } = &config.bind
            && !wire.bind(dn, password).await?
        {
            return Err(Away(format!("it does not take the password of {dn}")));
        }
        let filter = config.filter.replace("%s", &ldap_escape(username));
        let mut entries = wire.search(&config.base, &filter, &config.attributes()).await?;
        if entries.len() > 1 {
            tracing::warn!(filter, "several entries of the directory are meant, so none is");
            return Ok(None);
        }
        let Some(entry) = entries.pop() else { return Ok(None) };
        let mut found = Found::read(config, &entry);
        if found.person.username.is_empty() {
            tracing::warn!(
                dn = found.dn,
                attribute = config.username,
                "an entry of the directory has no user name"
            );
            return Ok(None);
        }
        if let Some((base, filter)) = &config.group_search {
            let filter = filter
                .replace("%s", &ldap_escape(found.person.username.as_str()))
                .replace("%d", &ldap_escape(found.dn.as_str()));
            let groups = wire.search(base, &filter, &["1.1"]).await?;
            found.person.groups = Some(groups.into_iter().map(|group| group.dn).collect());
        }
        Ok(Some(found))
    }
}

impl Lookup for Ldap {
    fn verify<'a>(&'a self, username: &'a str, password: &'a str) -> BoxFuture<'a, Result<Verdict, Away>> {
        Box::pin(self.within(self.judge(username, password)))
    }

    fn find<'a>(&'a self, username: &'a str) -> BoxFuture<'a, Result<Option<Person>, Away>> {
        Box::pin(self.within(self.look(username)))
    }
}
