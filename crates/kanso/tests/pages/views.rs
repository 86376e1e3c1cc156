//! The filter, the list, the calendar and the search, without JavaScript.

mod activity;
mod board;
mod calendar;
mod filters;
mod list;
mod search;

use kanso_testkit::{ADMIN_PASSWORD, Browser, Page, Rpc, TestApp};
use serde_json::json;

use crate::team::Project;

/// A project that `admin` manages.
struct World {
    app: TestApp,
    rpc: Rpc,
    project: Project,
    admin: Browser,
}

impl World {
    async fn new() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = managed(&rpc).await;
        let admin = app.browser();
        assert_eq!(admin.sign_in("admin", ADMIN_PASSWORD).await.status, 303);
        Self { app, rpc, project, admin }
    }

    /// The address of a page of the project.
    fn path(&self, rest: &str) -> String {
        format!("/project/{}/{rest}", self.project.id)
    }

    async fn get(&self, path: &str) -> Page {
        let page = self.admin.get(path).await;
        assert_eq!(page.status, 200, "{path}");
        page
    }
}

async fn managed(rpc: &Rpc) -> Project {
    let project = Project::create(rpc).await;
    rpc.call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
    project
}

/// The titles of the tasks in the table, in its order.
fn listed(page: &Page) -> Vec<String> {
    let links = page.body.split("class=\"row\" href=\"/task/").skip(1);
    links.map(|link| between(link, ">", "<").to_owned()).collect()
}

/// What stands between two texts, the first time.
fn between<'t>(text: &'t str, begin: &str, end: &str) -> &'t str {
    text.split_once(begin).and_then(|(_, rest)| rest.split_once(end)).map_or("", |(found, _)| found)
}
