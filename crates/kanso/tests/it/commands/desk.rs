//! A database that the commands work on, and what a server would do beside them.

use kanso_core::file::FileStore;
use kanso_core::project::{NewProject, create_project};
use kanso_core::task::{NewTask, close_task, create_task};
use kanso_core::{Actor, App, Clock};
use kanso_domain::{ProjectId, TaskId};
use kanso_testkit::{Database, Ended, Program, Receiver};
use kanso_webhooks::{Reach, Sender};
use serde_json::Value;

pub(super) const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

pub(super) struct Desk {
    pub(super) app: App,
    pub(super) project: ProjectId,
    pub(super) receiver: Receiver,
    pub(super) database: Database,
}

impl Desk {
    pub(super) async fn start() -> Self {
        let database = Database::create().await;
        let app = open(&database, Clock::system()).await;
        let new = NewProject {
            name: "Demo".to_owned(),
            identifier: Some("DEMO".to_owned()),
            ..NewProject::default()
        };
        let project = create_project(&app, &Actor::Application, new).await.expect("it is there");
        Self { app, project, receiver: Receiver::start().await, database }
    }

    /// Runs `kanso webhook …`.
    pub(super) async fn try_run(&self, arguments: &[&str]) -> Ended {
        let arguments = [&["webhook"], arguments].concat();
        Program::try_run(PROGRAM, &self.database, &arguments, "").await
    }

    /// The same, which must be done.
    pub(super) async fn run(&self, arguments: &[&str]) -> String {
        let ended = self.try_run(arguments).await;
        assert_eq!(ended.code, 0, "{arguments:?}: {ended:?}");
        ended.output
    }

    /// The same, which answers in JSON.
    pub(super) async fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.run(&[arguments, &["--json"]].concat()).await).expect("the answer is JSON")
    }

    /// Adds an endpoint that sends to the receiver, and answers its id.
    pub(super) async fn endpoint(&self, more: &[&str]) -> String {
        let url = self.receiver.url();
        let add = ["add", "Receiver", &url, "--format", "kanboard-1.2"];
        self.json(&[&add, more].concat()).await["id"].to_string()
    }

    pub(super) async fn task(&self, title: &str) -> TaskId {
        create_task(&self.app, &Actor::Application, self.new_task(title)).await.expect("it is there")
    }

    /// A task that was created an hour ago.
    pub(super) async fn old_task(&self, title: &str) -> TaskId {
        let earlier = open(&self.database, Clock::manual(self.app.clock().now() - 3600)).await;
        let task =
            create_task(&earlier, &Actor::Application, self.new_task(title)).await.expect("it is there");
        earlier.close().await;
        task
    }

    fn new_task(&self, title: &str) -> NewTask {
        NewTask { project: self.project, title: title.to_owned(), ..NewTask::default() }
    }

    pub(super) async fn close(&self, task: TaskId) {
        close_task(&self.app, &Actor::Application, task).await.expect("it is there");
    }

    /// Sends all webhooks that are due now, as a server does.
    pub(super) async fn settle(&self) {
        let sender = Sender::new(Reach { private_networks: true });
        kanso_webhooks::run_until_idle(&self.app, &sender).await.expect("it is there");
    }
}

async fn open(database: &Database, clock: Clock) -> App {
    let files = FileStore::in_folder(database.folder().join("files"));
    let config = kanso_db::Config::new(database.url());
    App::open(config, files, clock, kanso_testkit::secrets()).await.expect("it is there")
}
