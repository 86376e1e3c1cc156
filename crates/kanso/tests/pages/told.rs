//! What people are told of what others do: on the page, and by mail.

mod killed;
mod letters;
mod list;
mod mails;
mod rules;

use kanso::cli::ServeOptions;
use kanso_testkit::{ADMIN_PASSWORD, Browser, MailServer, Rpc, TestApp};
use serde_json::json;

use crate::team::{Project, person};

/// A server that sends mails, with a project and two members who have addresses and want to be told of their tasks.
struct World {
    app: TestApp,
    mails: MailServer,
    project: Project,
    ada: Member,
    bob: Member,
}

struct Member {
    id: i64,
    rpc: Rpc,
    browser: Browser,
}

impl World {
    async fn start() -> Self {
        let mails = MailServer::start().await;
        let options = ServeOptions {
            smtp_url: Some(mails.url()),
            mail_from: Some("kanso@example.org".to_owned()),
            ..ServeOptions::default()
        };
        let app = TestApp::start_with(options).await;
        let project = Project::create(&app.rpc()).await;
        let (ada, bob) = (member(&app, &project, "ada").await, member(&app, &project, "bob").await);
        Self { app, mails, project, ada, bob }
    }

    /// A task of Bob's, by Ada.
    async fn task_for_bob(&self, title: &str) -> i64 {
        let new = json!({"title": title, "project_id": self.project.id, "owner_id": self.bob.id});
        self.ada.rpc.call_for_id("createTask", new).await
    }

    /// The mails that came since the test asked, after all that are due were sent.
    async fn arrived(&self) -> Vec<kanso_testkit::ReceivedMail> {
        assert!(self.app.send_mails().await);
        self.mails.received()
    }

    async fn admin(&self) -> Browser {
        signed_in(&self.app, "admin", ADMIN_PASSWORD).await
    }
}

impl Member {
    /// Chooses what they are told; `more` comes to what everybody asks for.
    async fn choose(&self, more: &[(&str, &str)]) {
        let mut fields = vec![("enabled", "1"), ("channel", "web"), ("channel", "email")];
        for topic in ["task", "assignee", "move", "comment"] {
            fields.push(("topic", topic));
        }
        for (name, usual) in [("filter", "4"), ("rhythm", "now"), ("quiet_from", ""), ("quiet_until", "")] {
            let chosen = more.iter().find(|(field, _)| *field == name);
            fields.push((name, chosen.map_or(usual, |(_, value)| value)));
        }
        let saved = self.browser.submit("/profile/notifications", "/profile/notifications", &fields).await;
        assert_eq!(saved.location.as_deref(), Some("/profile/notifications?done=saved"), "{}", saved.body);
    }

    /// How many the bell says are unread.
    async fn unread(&self) -> String {
        self.browser.get("/notifications/count").await.body
    }
}

async fn member(app: &TestApp, project: &Project, name: &str) -> Member {
    let (id, rpc) = person(app, project, name, Some("project-member")).await;
    let email = format!("{name}@example.org");
    assert_eq!(app.rpc().call("updateUser", json!({"id": id, "email": email})).await, json!(true));
    let browser = signed_in(app, name, &format!("{name}{name}")).await;
    let member = Member { id, rpc, browser };
    member.choose(&[]).await;
    member
}

async fn signed_in(app: &TestApp, name: &str, password: &str) -> Browser {
    let browser = app.browser();
    assert_eq!(browser.sign_in(name, password).await.status, 303);
    browser
}
