//! Starts a whole Kanso for a test: a real server on a port of its own, a database of its own (SQLite, or
//! PostgreSQL when `KANSO_TEST_DB=postgres`), and a clock that the test moves. Nothing sleeps: webhooks go out
//! when the test says so.
//!
//! Begin with [`TestApp::start`].

#![recursion_limit = "512"]
#![expect(clippy::panic, reason = "a helper of tests fails the test with what it saw")]

mod api;
mod browser;
mod database;
mod gate;
mod identity;
mod imap;
pub mod kanboard;
mod keeper;
mod late;
mod ldap;
mod live;
mod mail;
mod nats;
mod program;
mod receiver;
mod rest;
pub mod team;
mod template;

use std::path::PathBuf;
use std::time::Duration;

use kanso::cli::{Options, ServeOptions};
use kanso::config::Config;
use kanso::serve::{DeliverBy, Server};
use kanso_core::file::FileStore;
use kanso_core::user::PasswordCost;
use kanso_core::{Actor, App, Clock, SecretKey, setting};
use kanso_db::{Db, FromRow};
use kanso_domain::schedule::Pace;
use tokio::sync::OnceCell;

pub use api::{Answer, Rpc};
pub use browser::{Browser, Page};
pub use database::Database;
pub use gate::Gate;
pub use identity::{IdentityProvider, Lie};
pub use imap::MailFolder;
pub use ldap::PeopleDirectory;
pub use live::{Live, Message};
pub use mail::{MailServer, ReceivedMail};
pub use nats::{Nats, Published};
pub use program::{Ended, Program, Running};
pub use receiver::{Received, Receiver, Response};
pub use rest::{Reply, Rest};

/// The password of the account `admin`.
pub const ADMIN_PASSWORD: &str = "admin's secret";

/// When a test begins: 2026-09-21 14:13:20 UTC.
pub const START: i64 = 1_790_000_000;

/// The secret key of every test's server, so that a test can open the database of a program it started.
pub const SECRET_KEY: &str = "a2Fuc28tdGVzdGtpdC1rYW5zby10ZXN0a2l0LWthbnM=";

/// The same, to open a database with.
pub fn secrets() -> SecretKey {
    SecretKey::parse(SECRET_KEY).expect("32 bytes in base64")
}

/// A server under test. Everything goes when it is dropped.
pub struct TestApp {
    /// The application behind the server, to look behind the scenes.
    pub app: App,
    /// The time, which only the test moves.
    pub clock: Clock,
    server: Server,
    opened: OnceCell<Db>,
    // Last, so that it goes after the server.
    database: Database,
}

impl TestApp {
    /// Starts a server with one account, `admin`, whose webhooks may reach loopback.
    pub async fn start() -> Self {
        Self::start_with(ServeOptions {
            webhook_allow_private_networks: Some(true),
            ..ServeOptions::default()
        })
        .await
    }

    /// The same with other options. It always listens on a free port.
    pub async fn start_with(options: ServeOptions) -> Self {
        Self::start_by(Clock::manual(START), options).await
    }

    /// The same by a clock that others go by, too.
    pub async fn start_by(clock: Clock, options: ServeOptions) -> Self {
        let database = Database::prepared().await;
        let files = FileStore::in_folder(database.folder().join("files"));
        let app = App::open(kanso_db::Config::new(database.url()), files, clock.clone(), secrets())
            .await
            .expect("database opens")
            .with_password_cost(PasswordCost::Least);
        let listen = Some(([127, 0, 0, 1], 0).into());
        let config = Config::read(Options::default()).expect("no file is named");
        let config = config.for_server(ServeOptions { listen, ..options });
        let server = Server::start(app.clone(), &config, DeliverBy::Hand).await.expect("server starts");
        Self { app, clock, server, opened: OnceCell::new(), database }
    }

    /// The address of a page or of the API.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.server.address)
    }

    /// The folder in which the content of files is.
    pub fn files(&self) -> PathBuf {
        self.database.folder().join("files")
    }

    /// Reads rows from the database beside the server: what no procedure shows.
    pub async fn rows<T: FromRow + Send + 'static>(&self, select: &'static str) -> Vec<T> {
        let db = self.opened().await;
        let rows = db.read(move |conn| Box::pin(async move { conn.all::<T>(select, &[]).await })).await;
        rows.expect("the database answers")
    }

    /// The application of another server on the same database, with the same clock.
    pub async fn beside(&self) -> App {
        self.beside_with(secrets()).await
    }

    /// The same with another secret key.
    pub async fn beside_with(&self, secrets: SecretKey) -> App {
        let config = kanso_db::Config::new(self.database.url());
        let files = FileStore::in_folder(self.files());
        App::open(config, files, self.clock.clone(), secrets).await.expect("database opens")
    }

    /// The database, opened once more for all looks at it.
    async fn opened(&self) -> &Db {
        let open = async || {
            let config = kanso_db::Config::new(self.database.url());
            Db::open(config, &[]).await.expect("database opens")
        };
        self.opened.get_or_init(open).await
    }

    /// Sends the mails that are due, and answers whether the mail server is there.
    pub async fn send_mails(&self) -> bool {
        let post = self.server.post.as_ref().expect("a mail server is set");
        let sent = kanso_mail::send_due(&self.server.app, post, self.server.words.as_ref(), Pace::default());
        sent.await.expect("the database answers")
    }

    /// Takes in the mails that are unread in the folder, and answers what went wrong, if anything did.
    pub async fn fetch_mails(&self) -> Option<String> {
        let inbox = self.server.inbox.as_ref().expect("a folder is set");
        let looked = kanso_mail::look(&self.server.app, inbox, self.server.words.as_ref());
        looked.await.expect("the database answers")
    }

    /// The application of this server, which knows how it was started.
    pub fn serving(&self) -> &App {
        &self.server.app
    }

    /// A client of the JSON-RPC API with the application's token.
    pub fn rpc(&self) -> Rpc {
        Rpc::new(self.url("/jsonrpc.php"), "jsonrpc", self.app.settings().get("api_token"))
    }

    /// A client of the JSON-RPC API as a person.
    pub fn rpc_as(&self, username: &str, password: &str) -> Rpc {
        Rpc::new(self.url("/jsonrpc.php"), username, password)
    }

    /// A client of the API under `/api/v1` without credentials.
    pub fn rest(&self) -> Rest {
        Rest::new(self.url(""))
    }

    /// A browser without JavaScript, not signed in.
    pub fn browser(&self) -> Browser {
        Browser::new(self.url(""))
    }

    /// Changes a setting as the administrator.
    pub async fn set(&self, name: &str, value: &str) {
        setting::set_setting(&self.app, &Actor::Application, name, value).await.expect("setting is accepted");
    }

    /// A receiver of webhooks, to which the settings point from now on.
    pub async fn receiver(&self) -> Receiver {
        let receiver = Receiver::start().await;
        self.set("webhook_url", &receiver.url()).await;
        receiver
    }

    /// Sends all webhooks that are due now.
    pub async fn settle(&self) {
        kanso_webhooks::run_until_idle(&self.app, &self.server.sender).await.expect("the database answers");
    }

    /// Carries out statements behind the application's back, for rows that a test is not about.
    pub async fn execute(&self, statements: &[&str]) {
        let db = self.opened().await;
        for statement in statements {
            let statement = (*statement).to_owned();
            let done =
                db.write(move |conn| Box::pin(async move { conn.execute(&statement, &[]).await })).await;
            done.expect("statement is carried out");
        }
    }

    /// Moves the clock, then sends all webhooks that are due then.
    pub async fn pass(&self, time: Duration) {
        self.clock.advance(time);
        self.settle().await;
    }
}
