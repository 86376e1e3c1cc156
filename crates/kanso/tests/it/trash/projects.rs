//! Removed projects: who brings them back, for how long they are kept, and what is told.

use std::time::Duration;

use kanso_core::project::{list_removed_projects, purge_project, restore_project};
use kanso_core::trash::{KEPT_DAYS, empty_old};
use kanso_core::user::find_user;
use kanso_core::{Actor, Error, file};
use kanso_testkit::{ADMIN_PASSWORD, Receiver};
use serde_json::{Value, json};

use super::{APPLICATION, DAY, Desk};
use crate::team::{Project, person};

impl Desk {
    async fn remove_project(&self) {
        assert_eq!(self.rpc.call("removeProject", json!([self.project.id])).await, json!(true));
    }

    async fn actor(&self, id: i64) -> Actor {
        let account = find_user(&self.app.app, &APPLICATION, id.into()).await.expect("an account");
        Actor::User(account.signed_in())
    }

    async fn restore_project(&self, actor: &Actor) -> Result<(), Error> {
        restore_project(&self.app.app, actor, self.project.id.into()).await
    }
}

#[tokio::test]
async fn it_comes_back_under_its_ids_with_files_people_and_trash() {
    let desk = Desk::start().await;
    desk.remove(desk.other).await;
    let before = (desk.tell().await, desk.rpc.call("getProjectUsers", json!([desk.project.id])).await);
    let content = desk.download().await;
    desk.remove_project().await;
    assert_eq!(desk.rpc.call("getTask", json!([desk.task])).await, Value::Null);
    assert_eq!(desk.rpc.call("removeProject", json!([desk.project.id])).await, json!(false), "it is gone");
    file::sweep(&desk.app.app).await.unwrap();
    desk.restore_project(&APPLICATION).await.unwrap();
    let after = (desk.tell().await, desk.rpc.call("getProjectUsers", json!([desk.project.id])).await);
    assert_eq!(after, before);
    assert_eq!(desk.download().await, content);
    assert_eq!(desk.titles_in_trash().await, ["Other"]);
    desk.restore(desk.other).await;
}

#[tokio::test]
async fn who_managed_it_and_administrators_bring_it_back_and_nobody_else() {
    let desk = Desk::start().await;
    let (mia, _) = person(&desk.app, &desk.project, "mia", Some("project-manager")).await;
    let (oskar, _) = person(&desk.app, &desk.project, "oskar", None).await;
    let (gina, _) = person(&desk.app, &desk.project, "gina", None).await;
    let group = desk.rpc.call_for_id("createGroup", json!(["Leads"])).await;
    for (method, ids) in [
        ("addGroupMember", json!([group, gina])),
        ("addProjectGroup", json!([desk.project.id, group, "project-manager"])),
    ] {
        assert_eq!(desk.rpc.call(method, ids).await, json!(true));
    }
    let app = &desk.app.app;
    for (id, may) in [(mia, true), (gina, true), (1, true), (desk.bob, false), (oskar, false)] {
        desk.remove_project().await;
        let actor = desk.actor(id).await;
        let listed = list_removed_projects(app, &actor).await.unwrap();
        assert_eq!(listed.len(), usize::from(may), "{id}");
        let restored = desk.restore_project(&actor).await;
        if may {
            restored.unwrap();
        } else {
            assert!(matches!(restored, Err(Error::NotFound(_))), "{id}: {restored:?}");
            let purged = purge_project(app, &actor, desk.project.id.into()).await;
            assert!(matches!(purged, Err(Error::NotFound(_))), "{id}: {purged:?}");
            desk.restore_project(&APPLICATION).await.unwrap();
        }
        let again = desk.restore_project(&actor).await;
        assert!(matches!(again, Err(Error::NotFound(_))), "what is there cannot be brought back");
    }
}

#[tokio::test]
async fn after_a_month_a_project_is_gone_for_good_with_its_files() {
    let desk = Desk::start().await;
    let files = desk.rpc.call("getAllTaskFiles", json!([desk.task])).await;
    let content = desk.app.files().join(files[0]["path"].as_str().expect("a path"));
    desk.remove_project().await;
    desk.app.clock.advance(DAY * u32::try_from(KEPT_DAYS).unwrap());
    assert_eq!(empty_old(&desk.app.app).await.unwrap(), 0);
    file::sweep(&desk.app.app).await.unwrap();
    assert!(content.exists());
    desk.app.clock.advance(Duration::from_secs(1));
    assert_eq!(empty_old(&desk.app.app).await.unwrap(), 1);
    file::sweep(&desk.app.app).await.unwrap();
    assert!(!content.exists());
    assert!(matches!(desk.restore_project(&APPLICATION).await, Err(Error::NotFound(_))));
    assert_eq!(desk.app.rows::<(i64,)>("SELECT COUNT(*) FROM tasks").await, [(0,)]);
}

#[tokio::test]
async fn what_others_took_meanwhile_is_theirs() {
    let desk = Desk::start().await;
    let names = |id: i64| json!({"project_id": id, "identifier": "DESK", "email": "desk@example.org"});
    assert_eq!(desk.rpc.call("updateProject", names(desk.project.id)).await, json!(true));
    desk.remove_project().await;
    let other = Project::create(&desk.rpc).await;
    assert_eq!(desk.rpc.call("updateProject", names(other.id)).await, json!(true));
    desk.rpc.call("removeUser", json!([desk.bob])).await;
    desk.restore_project(&APPLICATION).await.unwrap();
    let project = desk.rpc.call("getProjectById", json!([desk.project.id])).await;
    assert_eq!((&project["identifier"], &project["email"]), (&Value::Null, &Value::Null));
    let found = desk.rpc.call("getProjectByIdentifier", json!(["DESK"])).await;
    assert_eq!(found["id"], other.id);
    assert_eq!(desk.rpc.call("getProjectUsers", json!([desk.project.id])).await, json!({}));
}

#[tokio::test]
async fn both_are_told_and_nothing_of_it_is_read_meanwhile() {
    let desk = Desk::start().await;
    let receiver = Receiver::start().await;
    let rest = desk.app.rest().basic("admin", ADMIN_PASSWORD);
    let new = json!({"url": receiver.url(), "project_id": desk.project.id, "name": "all"});
    assert_eq!(rest.post("/api/v1/webhooks", new).await.status, 201);
    desk.remove_project().await;
    desk.app.settle().await;
    assert_eq!(
        receiver
            .received()
            .last()
            .map(|told| told.body["type"].as_str().unwrap_or_default().to_owned())
            .as_deref(),
        Some("project.remove")
    );
    let count = receiver.received().len();
    let (_, by_bob) = (desk.bob, desk.app.rpc_as("bob", "bobbob"));
    for (method, params) in
        [("getMyDashboard", json!([])), ("getMyActivityStream", json!([])), ("getMyProjects", json!([]))]
    {
        assert_eq!(by_bob.call(method, params).await, json!([]), "{method}");
    }
    let feed = desk.app.rest().basic("bob", "bobbob").get("/api/v1/events").await;
    assert_eq!((feed.status, &feed.body["data"]), (200, &json!([])));
    let of_project = format!("/api/v1/events?project_id={}", desk.project.id);
    assert_eq!(desk.app.rest().basic("bob", "bobbob").get(&of_project).await.status, 404);
    desk.restore_project(&APPLICATION).await.unwrap();
    desk.app.settle().await;
    let names: Vec<String> = receiver.received()[count..]
        .iter()
        .map(|told| told.body["type"].as_str().unwrap_or_default().to_owned())
        .collect();
    assert_eq!(names, ["project.restore", "task.file.create"]);
}
