//! An application on a database of its own, whose clock the test holds.

use std::time::Duration;

use kanso_core::delivery::health::{Health, list_health};
use kanso_core::delivery::{DeliveryFilter, DeliveryRecord, find_delivery, list_deliveries};
use kanso_core::endpoint::{Format, NewEndpoint, create_endpoint};
use kanso_core::file::FileStore;
use kanso_core::project::{NewProject, create_project};
use kanso_core::setting::set_setting;
use kanso_core::task::{NewTask, TaskPatch, create_task, update_task};
use kanso_core::{Actor, App, Clock, Config, DatabaseUrl, MIGRATIONS};
use kanso_db::{Db, params};
use kanso_domain::{EndpointId, ProjectId, TaskId};
use kanso_webhooks::{Reach, Sender, run_until_idle};
use tempfile::TempDir;

use crate::receiver::Receiver;

pub(crate) const NOW: i64 = 1_800_000_000;
pub(crate) const TOKEN: &str = "s3cret/token";

pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) project: ProjectId,
    pub(crate) sender: Sender,
    folder: TempDir,
}

/// A sender that may reach this machine, and gives up early.
pub(crate) fn sender() -> Sender {
    Sender::new(Reach { private_networks: true }).with_time_limit(Duration::from_secs(10))
}

/// An endpoint at `receiver` for new tasks, in a format that closes the connection after each delivery.
pub(crate) fn to(receiver: &Receiver) -> NewEndpoint {
    let (name, url, events) = ("Receiver".to_owned(), receiver.url(), "task.create".parse().unwrap());
    NewEndpoint { name, url, events, format: Format::Kanboard12, ..NewEndpoint::default() }
}

impl House {
    /// With a clock that stands still, and webhooks to `receiver`.
    pub(crate) async fn start(receiver: &Receiver) -> Self {
        let house = Self::start_at(Clock::manual(NOW)).await;
        house.set("webhook_token", TOKEN).await;
        house.set("webhook_url", &receiver.url()).await;
        house
    }

    pub(crate) async fn start_at(clock: Clock) -> Self {
        let folder = TempDir::new().unwrap();
        let files = FileStore::in_folder(folder.path().join("files"));
        let app = App::open(config(&folder), files, clock, kanso_core::SecretKey::random()).await.unwrap();
        let new = NewProject { name: "Demo".to_owned(), ..NewProject::default() };
        let project = create_project(&app, &Actor::Application, new).await.unwrap();
        Self { app, project, sender: sender(), folder }
    }

    pub(crate) async fn set(&self, name: &str, value: &str) {
        set_setting(&self.app, &Actor::Application, name, value).await.unwrap();
    }

    pub(crate) async fn create(&self, title: &str) -> TaskId {
        let new = NewTask { project: self.project, title: title.to_owned(), ..NewTask::default() };
        create_task(&self.app, &Actor::Application, new).await.unwrap()
    }

    pub(crate) async fn rename(&self, task: TaskId, title: &str) {
        let patch = TaskPatch { title: Some(title.to_owned()), ..TaskPatch::default() };
        update_task(&self.app, &Actor::Application, task, patch).await.unwrap();
    }

    /// Delivers what is due, and answers how many attempts that took.
    pub(crate) async fn deliver(&self) -> usize {
        run_until_idle(&self.app, &self.sender).await.unwrap()
    }

    pub(crate) fn advance(&self, seconds: u64) {
        self.app.clock().advance(Duration::from_secs(seconds));
    }

    /// The deliveries with their attempts, oldest first.
    pub(crate) async fn log(&self) -> Vec<DeliveryRecord> {
        let lines = list_deliveries(
            &self.app,
            &Actor::Application,
            DeliveryFilter { limit: 10_000, ..DeliveryFilter::default() },
        )
        .await
        .unwrap();
        let mut records = Vec::new();
        for line in lines.iter().rev() {
            records.push(find_delivery(&self.app, &Actor::Application, line.id).await.unwrap());
        }
        records
    }

    /// How the only endpoint fares.
    pub(crate) async fn health(&self) -> Health {
        list_health(&self.app, &Actor::Application, None).await.unwrap().remove(0)
    }

    /// How many deliveries the receiver took.
    pub(crate) async fn delivered(&self) -> usize {
        self.log().await.iter().filter(|record| record.line.state == "delivered").count()
    }

    /// Makes an endpoint, and answers its id and secret.
    pub(crate) async fn endpoint(&self, new: NewEndpoint) -> (EndpointId, String) {
        create_endpoint(&self.app, &Actor::Application, new).await.unwrap()
    }

    /// Another endpoint beside the settings' one.
    pub(crate) async fn add_endpoint(&self, url: &str) {
        const ADD: &str = "INSERT INTO endpoints (name, url, token, format, created_at) \
            VALUES ('Another', $1, '', 'kanboard-2016', 0)";
        self.execute(ADD, url).await;
    }

    /// Makes the body of all deliveries so far: a test of the wire is about no format.
    pub(crate) async fn make_bodies(&self, body: &str) {
        self.execute("UPDATE deliveries SET body = $1 WHERE body IS NULL", body).await;
    }

    /// How many deliveries are claimed and not yet settled.
    pub(crate) async fn under_way(&self) -> i64 {
        const COUNT: &str = "SELECT COUNT(*) FROM deliveries WHERE leased_until_ms > 0";
        let db = self.database().await;
        let count = db.read(|conn| Box::pin(async move { conn.one::<(i64,)>(COUNT, &[]).await })).await;
        db.close().await;
        count.unwrap().unwrap().0
    }

    async fn execute(&self, statement: &'static str, value: &str) {
        let db = self.database().await;
        let value = value.to_owned();
        db.write(move |conn| Box::pin(async move { conn.execute(statement, params![value]).await }))
            .await
            .unwrap();
        db.close().await;
    }

    /// The same database beside the application, for what it has no words for.
    async fn database(&self) -> Db {
        Db::open(config(&self.folder), MIGRATIONS).await.unwrap()
    }
}

fn config(folder: &TempDir) -> Config {
    Config::new(DatabaseUrl::Sqlite(folder.path().join("kanso.db")))
}
