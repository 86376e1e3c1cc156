//! The pages of a project and of its settings, without JavaScript.

mod access;
mod actions;
mod archive;
mod copy;
mod exports;
mod files;
mod lists;
mod people;
mod reports;
mod rules;
mod settings;
mod task_import;

use kanso_testkit::{ADMIN_PASSWORD, Browser, Page, TestApp};

use crate::team::{Project, person};

/// A project with somebody who manages it, in a browser.
struct World {
    app: TestApp,
    project: Project,
    ada: Browser,
}

impl World {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let project = Project::create(&app.rpc()).await;
        person(&app, &project, "ada", Some("project-manager")).await;
        let ada = signed_in(&app, "ada", "adaada").await;
        Self { app, project, ada }
    }

    /// The address of a page of the project.
    fn at(&self, path: &str) -> String {
        format!("/project/{}{path}", self.project.id)
    }

    /// Sends a form from the page `from` of the project to `path`.
    async fn send(&self, from: &str, path: &str, fields: &[(&str, &str)]) -> Page {
        self.ada.submit(&self.at(from), path, fields).await
    }
}

async fn signed_in(app: &TestApp, name: &str, password: &str) -> Browser {
    let browser = app.browser();
    assert_eq!(browser.sign_in(name, password).await.status, 303);
    browser
}

async fn admin(app: &TestApp) -> Browser {
    signed_in(app, "admin", ADMIN_PASSWORD).await
}
