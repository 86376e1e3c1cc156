//! What the flags, the environment and the file say, as one typed value.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};

use anyhow::Context;
use kanso_core::SecretKey;
use kanso_core::backup::{Nightly, Passphrase};
use kanso_core::file::FileStore;
use kanso_db::DatabaseUrl;
use kanso_domain::schedule::Pace;
use serde::Deserialize;

use crate::cli::{Options, ServeOptions, SignInOptions};
use crate::proxies::Networks;
use crate::tls::TlsFiles;

/// The largest mail that is taken in, in bytes: files in it are a third longer than they are.
const LARGEST_MAIL: usize = 32 * 1024 * 1024;

/// Where things are.
#[derive(Clone, Debug)]
pub struct Config {
    data: PathBuf,
    database_url: Option<DatabaseUrl>,
    secret_key: Option<String>,
    backup_dir: Option<PathBuf>,
    passphrase: Option<String>,
    passphrase_file: Option<PathBuf>,
    file: File,
    /// What the file says of other ways to sign in.
    sign_in: SignInOptions,
}

/// How the server runs.
#[derive(Clone, Debug)]
pub struct ServerConfig {
    /// Where things are.
    pub base: Config,
    /// Where it listens.
    pub listen: SocketAddr,
    /// The password of the first account; `None` for a random one.
    pub admin_password: Option<String>,
    /// Whether webhooks may reach loopback and private networks.
    pub allow_private_networks: bool,
    /// How fast the waits between attempts of a webhook pass.
    pub webhook_pace: Pace,
    /// Another header that may carry API credentials.
    pub api_authentication_header: Option<String>,
    /// The application's token, in place of the setting.
    pub api_token: Option<String>,
    /// The longest body of a request to the API, in bytes; `None` for the API's own choice.
    pub api_max_body_bytes: Option<usize>,
    /// What lets others than this machine read the metrics.
    pub metrics_token: Option<String>,
    /// The proxies that are believed when they say who a request comes from.
    pub trusted_proxies: Networks,
    /// What it encrypts connections with; none for plain HTTP.
    pub tls: Option<TlsFiles>,
    /// Whether to create sample tasks when there is no project.
    pub demo: bool,
    /// The NATS server that all events are published to, if one is set.
    pub nats: Option<kanso_nats::Config>,
    /// The mail server, if there is one.
    pub mail: Option<kanso_mail::Config>,
    /// The folder that mails come into, if there is one.
    pub mail_in: Option<kanso_mail::InboxConfig>,
    /// What is said of other ways to sign in.
    pub sign_in: SignInOptions,
    /// How much to log.
    pub log: String,
}

/// The settings file. Every key is optional; unknown keys are refused, so that a misspelt one is noticed.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    data: Option<PathBuf>,
    database_url: Option<String>,
    secret_key: Option<String>,
    backup_dir: Option<PathBuf>,
    backup_passphrase: Option<String>,
    backup_passphrase_file: Option<PathBuf>,
    listen: Option<SocketAddr>,
    admin_password: Option<String>,
    webhook_allow_private_networks: Option<bool>,
    webhook_retry_scale: Option<f64>,
    api_authentication_header: Option<String>,
    api_token: Option<String>,
    api_max_body_bytes: Option<usize>,
    metrics_token: Option<String>,
    trusted_proxies: Option<Networks>,
    tls_certificate: Option<PathBuf>,
    tls_key: Option<PathBuf>,
    demo: Option<bool>,
    nats_url: Option<String>,
    nats_stream: Option<String>,
    nats_credentials: Option<PathBuf>,
    smtp_url: Option<String>,
    mail_from: Option<String>,
    mail_in_url: Option<String>,
    mail_in_address: Option<String>,
    mail_in_seconds: Option<u64>,
    mail_in_authserv: Option<String>,
    mail_in_max_bytes: Option<usize>,
    log: Option<String>,
}

impl Config {
    /// Reads the file, if one is named, under the flags and the environment.
    ///
    /// # Errors
    ///
    /// When the file cannot be read, or says something that makes no sense.
    pub fn read(options: Options) -> anyhow::Result<Self> {
        let (file, sign_in) = match &options.config {
            Some(path) => {
                let text = std::fs::read_to_string(path)
                    .with_context(|| format!("cannot read {}", path.display()))?;
                read(&text).with_context(|| format!("in {}", path.display()))?
            }
            None => (File::default(), SignInOptions::default()),
        };
        let from_file = file.database_url.as_deref().map(str::parse).transpose();
        Ok(Self {
            data: options.data.or_else(|| file.data.clone()).unwrap_or_else(|| "data".into()),
            database_url: options.database_url.or(from_file.context("database_url")?),
            secret_key: options.secret_key.or_else(|| file.secret_key.clone()).filter(|key| !key.is_empty()),
            backup_dir: options.backup_dir.or_else(|| file.backup_dir.clone()),
            passphrase: passphrase().or_else(|| file.backup_passphrase.clone()),
            passphrase_file: options.passphrase_file.or_else(|| file.backup_passphrase_file.clone()),
            file,
            sign_in,
        })
    }

    /// How the database is opened. Creates the data folder when the database is to be in it.
    ///
    /// # Errors
    ///
    /// When the folder cannot be created.
    pub fn database(&self) -> anyhow::Result<kanso_db::Config> {
        let url = match &self.database_url {
            Some(url) => url.clone(),
            None => {
                self.create_data()?;
                DatabaseUrl::Sqlite(self.data.join("kanso.db"))
            }
        };
        Ok(kanso_db::Config::new(url))
    }

    /// Creates the data folder, into which nobody comes but the account that runs the program. One that is there stays
    /// as it is.
    ///
    /// # Errors
    ///
    /// When it cannot be created.
    pub(crate) fn create_data(&self) -> anyhow::Result<()> {
        create(&self.data).with_context(|| format!("cannot create {}", self.data.display()))
    }

    /// What seals secrets in the database. Several servers on one database need the same.
    ///
    /// # Errors
    ///
    /// When what is configured is no key, or the key in the data folder cannot be read.
    pub fn secrets(&self) -> anyhow::Result<SecretKey> {
        match &self.secret_key {
            Some(text) => SecretKey::parse(text).context("KANSO_SECRET_KEY"),
            None => SecretKey::kept_in(&self.data)
                .with_context(|| format!("cannot keep secret.key in {}", self.data.display())),
        }
    }

    /// The key that seals secrets in the database, if there is one; none is made up.
    ///
    /// # Errors
    ///
    /// When what is there is no key.
    pub fn key(&self) -> anyhow::Result<Option<SecretKey>> {
        match self.given_key()? {
            Some(key) => Ok(Some(key)),
            None => SecretKey::find_in(&self.data)
                .with_context(|| format!("cannot read secret.key in {}", self.data.display())),
        }
    }

    /// The key that was given by a flag, the environment or the settings file.
    ///
    /// # Errors
    ///
    /// When it is no key.
    pub fn given_key(&self) -> anyhow::Result<Option<SecretKey>> {
        self.secret_key.as_deref().map(SecretKey::parse).transpose().context("the secret key")
    }

    /// How a database is opened that is there already.
    ///
    /// # Errors
    ///
    /// When a file is named that there is none of.
    pub fn database_that_is_there(&self) -> anyhow::Result<kanso_db::Config> {
        let url =
            self.database_url.clone().unwrap_or_else(|| DatabaseUrl::Sqlite(self.data.join("kanso.db")));
        if let DatabaseUrl::Sqlite(path) = &url
            && !path.exists()
        {
            anyhow::bail!(
                "there is no database at {}: name it with --data or --database-url",
                path.display()
            );
        }
        Ok(kanso_db::Config::new(url))
    }

    /// The folder that holds the database and files.
    pub fn data(&self) -> &Path {
        &self.data
    }

    /// What backups are encrypted with, if they are.
    ///
    /// # Errors
    ///
    /// When the file with it cannot be read, or holds none.
    pub fn passphrase(&self) -> anyhow::Result<Option<Passphrase>> {
        let Some(path) = &self.passphrase_file else {
            return Ok(self.passphrase.as_deref().and_then(Passphrase::new));
        };
        let text = std::fs::read_to_string(path)
            .with_context(|| format!("cannot read the passphrase in {}", path.display()))?;
        let passphrase = Passphrase::new(&text);
        Ok(Some(passphrase.with_context(|| format!("{} is empty", path.display()))?))
    }

    /// Where backups of each night go.
    ///
    /// # Errors
    ///
    /// As [`Config::passphrase`].
    pub fn nightly(&self) -> anyhow::Result<Nightly> {
        let folder = self.backup_dir.clone().unwrap_or_else(|| self.data.join("backups"));
        Ok(Nightly { folder, passphrase: self.passphrase()? })
    }

    /// Where the content of files is kept.
    pub fn files(&self) -> FileStore {
        FileStore::in_folder(self.data.join("files"))
    }

    /// Whether webhooks may reach loopback and private networks; the file says so when the flag does not.
    pub fn allows_private_networks(&self, flag: Option<bool>) -> bool {
        flag.or(self.file.webhook_allow_private_networks).unwrap_or(false)
    }

    /// Adds what only the server takes.
    pub fn for_server(self, options: ServeOptions) -> ServerConfig {
        let file = self.file.clone();
        let sign_in = options.sign_in.or(self.sign_in.clone());
        let (yes, header) = (|flag: Option<bool>| flag.unwrap_or(false), options.api_authentication_header);
        ServerConfig {
            allow_private_networks: self.allows_private_networks(options.webhook_allow_private_networks),
            base: self,
            listen: options.listen.or(file.listen).unwrap_or((Ipv4Addr::LOCALHOST, 8080).into()),
            admin_password: options.admin_password.or(file.admin_password).filter(|text| !text.is_empty()),
            webhook_pace: options
                .webhook_retry_scale
                .or(file.webhook_retry_scale)
                .map_or_else(Pace::default, Pace::of),
            api_authentication_header: header
                .or(file.api_authentication_header)
                .filter(|name| !name.is_empty()),
            api_token: options.api_token.or(file.api_token).filter(|token| !token.is_empty()),
            api_max_body_bytes: options.api_max_body_bytes.or(file.api_max_body_bytes),
            metrics_token: options.metrics_token.or(file.metrics_token).filter(|token| !token.is_empty()),
            trusted_proxies: options.trusted_proxies.or(file.trusted_proxies).unwrap_or_default(),
            tls: TlsFiles::of(
                options.tls_certificate.or(file.tls_certificate),
                options.tls_key.or(file.tls_key),
            ),
            demo: yes(options.demo.or(file.demo)),
            nats: options.nats_url.or(file.nats_url).filter(|url| !url.is_empty()).map(|url| {
                kanso_nats::Config {
                    url,
                    stream: options.nats_stream.or(file.nats_stream).unwrap_or_else(|| "KANSO".to_owned()),
                    credentials: options.nats_credentials.or(file.nats_credentials),
                }
            }),
            mail: options.smtp_url.or(file.smtp_url).filter(|url| !url.is_empty()).map(|url| {
                kanso_mail::Config {
                    url,
                    from: options.mail_from.or(file.mail_from).filter(|from| !from.is_empty()),
                }
            }),
            mail_in: options.mail_in_url.or(file.mail_in_url).filter(|url| !url.is_empty()).map(|url| {
                let given = |text: Option<String>| text.filter(|text| !text.is_empty());
                kanso_mail::InboxConfig {
                    url,
                    address: given(options.mail_in_address.or(file.mail_in_address)),
                    seconds: options.mail_in_seconds.or(file.mail_in_seconds).unwrap_or(60),
                    authserv: given(options.mail_in_authserv.or(file.mail_in_authserv)),
                    largest: options.mail_in_max_bytes.or(file.mail_in_max_bytes).unwrap_or(LARGEST_MAIL),
                }
            }),
            sign_in,
            log: options.log.or(file.log).unwrap_or_else(|| "info".to_owned()),
        }
    }
}

/// The file's keys; those of the ways to sign in are as many again, and stand by themselves.
fn read(text: &str) -> Result<(File, SignInOptions), toml::de::Error> {
    let (sign_in, rest) = text
        .parse::<toml::Table>()?
        .into_iter()
        .partition::<toml::Table, _>(|(key, _)| SignInOptions::has_key(key));
    Ok((rest.try_into()?, sign_in.try_into()?))
}

/// Creates a folder into which nobody comes but the account that runs the program. One that is there stays as it is.
fn create(folder: &Path) -> std::io::Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// The passphrase of backups. It has no flag: other accounts of the machine see those.
#[expect(clippy::disallowed_methods, reason = "this file is where the environment is read")]
fn passphrase() -> Option<String> {
    std::env::var("KANSO_BACKUP_PASSPHRASE").ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_misspelt_key_is_refused() {
        let (_, sign_in) = read("listen = \"0.0.0.0:80\"\nldap_url = \"ldaps://a\"").unwrap();
        assert_eq!(sign_in.ldap_url.as_deref(), Some("ldaps://a"));
        assert!(read("lisen = \"0.0.0.0:80\"").is_err());
        assert!(read("ldap_uri = \"ldaps://a\"").is_err());
    }

    #[test]
    fn what_the_package_shows_as_an_example_can_be_switched_on() {
        let packaged = include_str!("../../../packaging/kanso.toml");
        assert!(read(packaged).is_ok_and(|(file, _)| file.data.is_some()));
        // An example is a key and a value behind "#"; words are behind "# ".
        let examples =
            packaged.lines().filter_map(|line| line.strip_prefix('#')).filter(|line| !line.starts_with(' '));
        let switched_on: Vec<_> = examples.filter(|line| !line.is_empty()).map(read).collect();
        assert!(switched_on.len() > 10 && switched_on.iter().all(Result::is_ok), "{switched_on:?}");
    }

    #[test]
    fn a_flag_wins_over_the_file() {
        let file = File { listen: Some(([0, 0, 0, 0], 1).into()), demo: Some(true), ..File::default() };
        let config = Config { file, ..Config::read(Options::default()).unwrap() };
        let options = ServeOptions { listen: Some(([0, 0, 0, 0], 2).into()), ..ServeOptions::default() };
        let server = config.for_server(options);
        assert_eq!(server.listen.port(), 2);
        assert!(server.demo);
    }
}
