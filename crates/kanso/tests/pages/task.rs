//! The pages of a task without JavaScript: everything is a plain form.

mod access;
mod comments;
mod create;
mod files;
mod links;
mod series;
mod sides;
mod subtasks;
mod text;

use kanso_testkit::{ADMIN_PASSWORD, Browser, Page, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::Project;

/// A project of `admin`'s with one task, and `admin` signed in.
struct Desk {
    app: TestApp,
    rpc: Rpc,
    project: Project,
    task: i64,
    browser: Browser,
}

impl Desk {
    async fn new() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        rpc.call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
        let task = project.task(&rpc, 0, "The task").await;
        let browser = app.browser();
        assert_eq!(browser.sign_in("admin", ADMIN_PASSWORD).await.status, 303);
        Self { app, rpc, project, task, browser }
    }

    /// The address of the task, or of something below it.
    fn path(&self, below: &str) -> String {
        format!("/task/{}{below}", self.task)
    }

    async fn page(&self) -> Page {
        let page = self.browser.get(&self.path("")).await;
        assert_eq!(page.status, 200, "{}", page.body);
        page
    }

    /// Sends a form of the task's page.
    async fn send(&self, to: &str, fields: &[(&str, &str)]) -> Page {
        self.browser.submit(&self.path(""), to, fields).await
    }

    /// The same, which must be accepted and lead back to the task.
    async fn done(&self, to: &str, fields: &[(&str, &str)]) {
        let page = self.send(to, fields).await;
        assert_eq!(page.status, 303, "{to}: {}", page.body);
        let to = page.location.unwrap_or_default();
        assert!(to.starts_with(&self.path("")), "{to}");
    }

    async fn stored(&self) -> Value {
        self.rpc.call("getTask", json!([self.task])).await
    }
}
