//! The command line.

mod backup;
mod listen;
mod sign_in;
mod webhook;

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use kanso_db::DatabaseUrl;

use crate::proxies::Networks;

pub use backup::{BackupOptions, DoctorOptions, RestoreOptions};
pub use listen::ListenOptions;
pub use sign_in::SignInOptions;
pub use webhook::{EndpointOptions, VerifyOptions, WebhookArgs, WebhookCommand};

/// A kanban board server: tasks on a board, an API that Kanboard's clients know, webhooks that arrive.
#[derive(Debug, Parser)]
#[command(name = "kanso", version)]
pub struct Cli {
    #[command(flatten)]
    pub options: Options,
    #[command(subcommand)]
    pub command: Command,
}

/// What every command takes. A flag wins over the environment, the environment over the file.
#[derive(Clone, Debug, Default, Args)]
pub struct Options {
    /// The folder that holds the database and files [default: data]
    #[arg(long, global = true, env = "KANSO_DATA", value_name = "DIR")]
    pub data: Option<PathBuf>,
    /// The database, sqlite:PATH or a postgres: address [default: kanso.db in the data folder]
    #[arg(long, global = true, env = "KANSO_DATABASE_URL", hide_env_values = true, value_name = "URL")]
    pub database_url: Option<DatabaseUrl>,
    /// What seals secrets in the database, 32 bytes in base64 [default: kept in secret.key in the data folder]
    #[arg(long, global = true, env = "KANSO_SECRET_KEY", hide_env_values = true, value_name = "KEY")]
    pub secret_key: Option<String>,
    /// The folder of the backups that are written each night [default: backups in the data folder]
    #[arg(long, global = true, env = "KANSO_BACKUP_DIR", value_name = "DIR")]
    pub backup_dir: Option<PathBuf>,
    /// A file with the passphrase of backups; the environment may hold the passphrase itself
    #[arg(long, global = true, env = "KANSO_BACKUP_PASSPHRASE_FILE", value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// A TOML file with these settings
    #[arg(long, global = true, env = "KANSO_CONFIG", value_name = "FILE")]
    pub config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Runs the server
    Serve(Box<ServeOptions>),
    /// Shows and changes application settings, also while the server runs
    #[command(subcommand)]
    Settings(SettingsCommand),
    /// Shows and changes accounts, also while the server runs
    #[command(subcommand)]
    User(UserCommand),
    /// Takes projects out into archives, and puts them in, also while the server runs
    #[command(subcommand)]
    Project(ProjectCommand),
    /// Shows, changes and tries out webhooks, also while the server runs
    Webhook(WebhookArgs),
    /// Shows what the secret key does not open, and goes on without it, also while the server runs
    #[command(subcommand)]
    Secrets(SecretsCommand),
    /// Takes over a whole Kanboard into a database that nobody has used, or a board of Trello as a project
    #[command(subcommand)]
    Import(ImportCommand),
    /// Writes all of the database and the files into one file, also while the server runs
    Backup(BackupOptions),
    /// Puts a backup into an empty database, of either kind
    Restore(RestoreOptions),
    /// Looks whether all is well with database, files, settings and what the server does, and says what to do
    Doctor(Box<DoctorOptions>),
    /// Follows the events of a server, and forwards them to a program on this machine
    Listen(ListenOptions),
    /// Does work that the server does by itself, also while it runs
    #[command(subcommand)]
    Run(RunCommand),
}

/// What the server takes besides.
#[derive(Clone, Debug, Default, Args)]
pub struct ServeOptions {
    /// Where to listen [default: 127.0.0.1:8080]
    #[arg(long, env = "KANSO_LISTEN", value_name = "ADDRESS")]
    pub listen: Option<SocketAddr>,
    /// The password of the first account, `admin`, at the first start [default: a random one, printed once]
    #[arg(long, env = "KANSO_ADMIN_PASSWORD", hide_env_values = true, value_name = "PASSWORD")]
    pub admin_password: Option<String>,
    /// Lets webhooks reach loopback and private networks
    #[arg(long, env = "KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS", value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    pub webhook_allow_private_networks: Option<bool>,
    /// Shortens the waits before another attempt of a webhook, from 0 to 1, to try things out [default: 1]
    #[arg(long, env = "KANSO_WEBHOOK_RETRY_SCALE", value_name = "PART")]
    pub webhook_retry_scale: Option<f64>,
    /// The name of another header that carries API credentials, as base64 of user:password
    #[arg(long, env = "KANSO_API_AUTHENTICATION_HEADER", value_name = "NAME")]
    pub api_authentication_header: Option<String>,
    /// The password of the API user jsonrpc, whatever the settings say
    #[arg(long, env = "KANSO_API_TOKEN", hide_env_values = true, value_name = "TOKEN")]
    pub api_token: Option<String>,
    /// The longest body of a request to the API, in bytes [default: 33554432]
    #[arg(long, env = "KANSO_API_MAX_BODY_BYTES", value_name = "BYTES")]
    pub api_max_body_bytes: Option<usize>,
    /// The bearer token with which /metrics may be read from elsewhere than this machine
    #[arg(long, env = "KANSO_METRICS_TOKEN", hide_env_values = true, value_name = "TOKEN")]
    pub metrics_token: Option<String>,
    /// The networks of reverse proxies, with commas between: only from there X-Forwarded-For and X-Forwarded-Proto are
    /// believed. Sign-ins, the lock-out of addresses and the metrics go by it [default: none]
    #[arg(long, env = "KANSO_TRUSTED_PROXIES", value_name = "NETWORKS")]
    pub trusted_proxies: Option<Networks>,
    /// Encrypts connections with this certificate: a PEM file with the whole chain, read again when it changes. Takes
    /// --tls-key, too [default: none, plain HTTP]
    #[arg(long, env = "KANSO_TLS_CERTIFICATE", value_name = "FILE")]
    pub tls_certificate: Option<PathBuf>,
    /// The private key of the certificate: a PEM file
    #[arg(long, env = "KANSO_TLS_KEY", value_name = "FILE")]
    pub tls_key: Option<PathBuf>,
    /// Creates a project with sample tasks when there is no project at all
    #[arg(long, env = "KANSO_DEMO", value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    pub demo: Option<bool>,
    /// Publishes all events into NATS JetStream at this address: `nats://user:password@host:4222`, `tls://host`
    #[arg(long, env = "KANSO_NATS_URL", hide_env_values = true, value_name = "URL")]
    pub nats_url: Option<String>,
    /// The stream of NATS; it is made when there is none [default: KANSO]
    #[arg(long, env = "KANSO_NATS_STREAM", value_name = "NAME")]
    pub nats_stream: Option<String>,
    /// A file with credentials for NATS
    #[arg(long, env = "KANSO_NATS_CREDENTIALS", value_name = "FILE")]
    pub nats_credentials: Option<PathBuf>,
    /// Sends mails by this server: `smtp://user:password@host:587?tls=required`, `smtps://user:password@host`, `smtp://localhost`
    #[arg(long, env = "KANSO_SMTP_URL", hide_env_values = true, value_name = "URL")]
    pub smtp_url: Option<String>,
    /// Who mails come from, where the settings do not say it
    #[arg(long, env = "KANSO_MAIL_FROM", value_name = "ADDRESS")]
    pub mail_from: Option<String>,
    /// Takes mails in from this folder: `imaps://user:password@host/folder`, `imap://…` with STARTTLS
    #[arg(long, env = "KANSO_MAIL_IN_URL", hide_env_values = true, value_name = "URL")]
    pub mail_in_url: Option<String>,
    /// The address whose mails arrive in that folder, also with `+` and something after it in front of the @
    #[arg(long, env = "KANSO_MAIL_IN_ADDRESS", value_name = "ADDRESS")]
    pub mail_in_address: Option<String>,
    /// How often that folder is looked into, in seconds [default: 60]
    #[arg(long, env = "KANSO_MAIL_IN_SECONDS", value_name = "SECONDS")]
    pub mail_in_seconds: Option<u64>,
    /// What the receiving mail server calls itself in Authentication-Results: only mails that it proved are taken
    #[arg(long, env = "KANSO_MAIL_IN_AUTHSERV", value_name = "NAME")]
    pub mail_in_authserv: Option<String>,
    /// The largest mail that is taken in, in bytes [default: 33554432]
    #[arg(long, env = "KANSO_MAIL_IN_MAX_BYTES", value_name = "BYTES")]
    pub mail_in_max_bytes: Option<usize>,
    #[command(flatten)]
    pub sign_in: SignInOptions,
    /// How much to log: error, warn, info, debug or trace; MODULE=LEVEL,… for parts [default: info]
    #[arg(long, env = "KANSO_LOG", value_name = "LEVEL")]
    pub log: Option<String>,
}

#[derive(Debug, Subcommand)]
pub enum SettingsCommand {
    /// Shows all settings; secrets are masked
    List,
    /// Shows one setting as it is
    Get { name: String },
    /// Changes one setting
    Set { name: String, value: String },
}

#[derive(Debug, Subcommand)]
pub enum UserCommand {
    /// Shows all accounts
    List,
    /// Creates an account; its password is read from the terminal's input unless it is given
    Create {
        username: String,
        #[arg(long, env = "KANSO_PASSWORD", hide_env_values = true)]
        password: Option<String>,
        #[arg(long, default_value = "")]
        name: String,
        #[arg(long, default_value = "")]
        email: String,
        /// app-user, app-manager or app-admin
        #[arg(long, default_value = "app-user")]
        role: String,
    },
    /// Gives an account another personal access token for the API, and shows it this once
    Token {
        username: String,
        /// Takes the token away instead
        #[arg(long)]
        remove: bool,
    },
    /// Switches the second factor of an account off, for who lost the device and the recovery codes
    #[command(name = "reset-2fa")]
    ResetTwoFactor { username: String },
    /// Has somebody sign in elsewhere from now on, and forgets the password that was kept here
    HandOver { username: String },
    /// Gives an account another password and ends its sessions
    ResetPassword {
        username: String,
        /// Also where the account signs in elsewhere: from now on its password is kept here
        #[arg(long)]
        take_back: bool,
        #[arg(long, env = "KANSO_PASSWORD", hide_env_values = true)]
        password: Option<String>,
    },
}

#[derive(Debug, Subcommand)]
pub enum ProjectCommand {
    /// Writes a project with all that belongs to it into a file
    Export {
        /// The id of the project
        project: i64,
        file: PathBuf,
    },
    /// Makes a project of such a file, and shows its id and what was left out
    Import { file: PathBuf },
}

#[derive(Debug, Subcommand)]
pub enum ImportCommand {
    /// Takes over a Kanboard: accounts, projects, tasks, files, history, tokens and settings
    Kanboard(KanboardOptions),
    /// Makes a project of a board that Trello exported as JSON, also while the server runs
    Trello(TrelloOptions),
}

/// What an import from Trello takes.
#[derive(Clone, Debug, Args)]
pub struct TrelloOptions {
    /// The file that Trello exported: Share > Print, export > JSON
    pub file: PathBuf,
    /// Who somebody at Trello is here, `THEIR-NAME=USERNAME`; may be given several times. Else people are known by the
    /// same user name
    #[arg(long, value_name = "NAME=NAME", value_parser = pair)]
    pub person: Vec<(String, String)>,
    /// Only tells what would become of it
    #[arg(long)]
    pub dry_run: bool,
}

fn pair(text: &str) -> Result<(String, String), String> {
    let (theirs, here) = text.split_once('=').ok_or("write it THEIR-NAME=USERNAME")?;
    Ok((theirs.trim_start_matches('@').to_owned(), here.to_owned()))
}

/// What an import from Kanboard takes.
#[derive(Clone, Debug, Args)]
pub struct KanboardOptions {
    /// Kanboard's database: the path of db.sqlite, or `postgres://user:password@host/database`, or `mysql://…` for MySQL
    /// and MariaDB
    #[arg(env = "KANSO_IMPORT_SOURCE", hide_env_values = true)]
    pub source: String,
    /// Kanboard's folder data/files, with the contents of files
    #[arg(long, value_name = "DIR")]
    pub files: Option<PathBuf>,
    /// Only tells what was found, what will come along and what will not; the exit code is 3 where something stays behind
    #[arg(long)]
    pub dry_run: bool,
    /// Does not ask first
    #[arg(long)]
    pub yes: bool,
}

#[derive(Debug, Subcommand)]
pub enum SecretsCommand {
    /// Says whether the secret key opens all that is sealed in the database, and what it does not open
    Check,
    /// Takes away what the secret key does not open, and makes new secrets for endpoints. For a key that is lost for
    /// good
    Forget {
        /// Does not ask first
        #[arg(long)]
        yes: bool,
    },
}

#[derive(Debug, Subcommand)]
pub enum RunCommand {
    /// The jobs of today that are not done yet, a line for each: automatic actions, reminders, forgetting what is old
    Daily,
}
