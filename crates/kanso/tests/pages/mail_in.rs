//! Mails that come in: what becomes of them, once, and what does not.

mod once;
mod refused;
mod replies;
mod tasks;
mod views;

use kanso::cli::ServeOptions;
use kanso_testkit::{ADMIN_PASSWORD, Browser, MailFolder, MailServer, ReceivedMail, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, person};

/// Where mails come in.
const ADDRESS: &str = "kanso@example.org";

/// A server that takes mails in and sends some, with a project and two members who have addresses.
struct World {
    app: TestApp,
    folder: MailFolder,
    sent: MailServer,
    project: Project,
    ada: (i64, Rpc),
    bob: (i64, Rpc),
}

impl World {
    async fn start() -> Self {
        Self::start_with(|_, _| {}).await
    }

    /// The same, started differently.
    async fn start_with(change: impl Fn(&mut ServeOptions, &MailFolder)) -> Self {
        let (folder, sent) = (MailFolder::start().await, MailServer::start().await);
        let mut options = ServeOptions {
            smtp_url: Some(sent.url()),
            mail_from: Some("news@example.org".to_owned()),
            mail_in_url: Some(folder.url()),
            mail_in_address: Some(ADDRESS.to_owned()),
            ..ServeOptions::default()
        };
        change(&mut options, &folder);
        let app = TestApp::start_with(options).await;
        let project = Project::create(&app.rpc()).await;
        let ada = with_address(&app, &project, "ada", Some("project-member")).await;
        let bob = with_address(&app, &project, "bob", Some("project-member")).await;
        Self { app, folder, sent, project, ada, bob }
    }

    /// Where mails go that become tasks.
    fn address(&self) -> String {
        format!("kanso+{}@example.org", self.project.id)
    }

    /// Delivers a mail of Ada's and lets the server look.
    async fn receive(&self, mail: &str) {
        self.folder.deliver(mail).await;
        assert_eq!(self.app.fetch_mails().await, None);
    }

    /// The tasks of the project.
    async fn tasks(&self) -> Vec<Value> {
        let tasks = self.app.rpc().call("getAllTasks", json!([self.project.id])).await;
        tasks.as_array().cloned().unwrap_or_default()
    }

    async fn titles(&self) -> Vec<String> {
        let tasks = self.tasks().await;
        tasks.iter().map(|task| task["title"].as_str().unwrap_or_default().to_owned()).collect()
    }

    /// What became of the mails, and why, oldest first.
    async fn became(&self) -> Vec<(String, String)> {
        const LIST: &str = "SELECT state, COALESCE(reason, '') FROM incoming_mails ORDER BY id";
        self.app.rows::<(String, String)>(LIST).await
    }

    /// What was sent to somebody since the test began.
    async fn sent_to(&self, address: &str) -> Vec<ReceivedMail> {
        assert!(self.app.send_mails().await);
        self.sent.received().into_iter().filter(|mail| mail.to == address).collect()
    }

    async fn admin(&self) -> Browser {
        signed_in(&self.app, "admin", ADMIN_PASSWORD).await
    }
}

/// A mail in plain text.
fn mail(from: &str, to: &str, subject: &str, text: &str) -> String {
    mail_with(from, to, subject, "", text)
}

/// The same with more lines in its header, each with its end.
fn mail_with(from: &str, to: &str, subject: &str, more: &str, text: &str) -> String {
    let id = format!("{}.{}", subject.len(), text.len());
    format!(
        "From: {from}\nTo: {to}\nSubject: {subject}\nMessage-ID: <{id}@example.org>\n\
         Date: Mon, 21 Sep 2026 14:13:20 +0000\n{more}\n{text}\n"
    )
}

async fn with_address(app: &TestApp, project: &Project, name: &str, role: Option<&str>) -> (i64, Rpc) {
    let (id, rpc) = person(app, project, name, role).await;
    let email = format!("{name}@example.org");
    assert_eq!(app.rpc().call("updateUser", json!({"id": id, "email": email})).await, json!(true));
    (id, rpc)
}

async fn signed_in(app: &TestApp, name: &str, password: &str) -> Browser {
    let browser = app.browser();
    assert_eq!(browser.sign_in(name, password).await.status, 303);
    browser
}
