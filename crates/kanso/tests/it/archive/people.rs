//! Whose archive it is, and who is who.

use kanso_core::archive::{ArchiveSource, Left, check_archive, export_archive};
use kanso_core::user::find_user;
use kanso_core::{Actor, Error};
use kanso_testkit::TestApp;
use serde_json::{Value, json};

use super::{APPLICATION, furnish, people, put_in, taken_out};
use crate::team::{entries, person};
use crate::trash::Desk;

async fn actor(app: &TestApp, id: i64) -> Actor {
    Actor::User(find_user(&app.app, &APPLICATION, id.into()).await.expect("an account").signed_in())
}

#[tokio::test]
async fn who_is_not_known_leaves_their_name() {
    let desk = Desk::start().await;
    furnish(&desk).await;
    let there = TestApp::start().await;
    let file = taken_out(&desk.app.app, desk.project.id).await;
    let source = ArchiveSource::Bytes(file.clone().into());
    let preview = check_archive(&there.app, &APPLICATION, &source).await.unwrap();
    for left in [
        Left::Person("bob".to_owned()),
        Left::Person("ada".to_owned()),
        Left::Group("Editors".to_owned()),
        Left::Tag("global".to_owned()),
        Left::Endpoints(1),
    ] {
        assert!(preview.left.contains(&left), "{left:?} {:?}", preview.left);
    }
    assert_eq!((preview.name.as_str(), preview.counts["tasks"]), ("Demo Project", 2));
    let project = put_in(&there.app, &APPLICATION, file).await.unwrap();
    let rpc = there.rpc();
    let tasks = rpc.call("getAllTasks", json!([project])).await;
    let whole = entries(&tasks).find(|task| task["title"] == "Whole").expect("the task");
    assert_eq!((&whole["owner_id"], &whole["description"]), (&json!(0), &json!("all **of** it\n\n→ bob")));
    let comments = rpc.call("getAllComments", json!([whole["id"]])).await;
    assert_eq!(comments[0]["comment"], "hello\n\n— bob");
    let tags = rpc.call("getTaskTags", json!([whole["id"]])).await;
    let tags: Vec<&Value> = tags.as_object().expect("tags").values().collect();
    assert!(tags.contains(&&json!("global")), "{tags:?}");
    assert_eq!(rpc.call("getProjectUsers", json!([project])).await, json!({}));
}

#[tokio::test]
async fn an_address_that_one_account_has_tells_who_somebody_is() {
    let desk = Desk::start().await;
    let named = json!({"id": desk.bob, "name": "Bob Stone", "email": "bob@example.org"});
    assert_eq!(desk.rpc.call("updateUser", named).await, json!(true));
    let there = TestApp::start().await;
    let robert = json!({"username": "robert", "password": "secret", "email": "BOB@example.org"});
    let robert = there.rpc().call_for_id("createUser", robert).await;
    let file = taken_out(&desk.app.app, desk.project.id).await;
    let source = ArchiveSource::Bytes(file.clone().into());
    let preview = check_archive(&there.app, &APPLICATION, &source).await.unwrap();
    assert!(preview.people.contains(&("Bob Stone (bob)".to_owned(), "robert".to_owned())));
    let project = put_in(&there.app, &APPLICATION, file).await.unwrap();
    let tasks = there.rpc().call("getAllTasks", json!([project])).await;
    let whole = entries(&tasks).find(|task| task["title"] == "Whole").expect("the task");
    assert_eq!(whole["owner_id"], robert);
}

#[tokio::test]
async fn who_puts_it_in_manages_it_and_owns_its_rules() {
    let desk = Desk::start().await;
    furnish(&desk).await;
    let app = &desk.app;
    let boss = json!({"username": "boss", "password": "secret", "role": "app-manager"});
    let boss = desk.rpc.call_for_id("createUser", boss).await;
    let file = taken_out(&app.app, desk.project.id).await;
    let refused = put_in(&app.app, &actor(app, desk.bob).await, file.clone()).await;
    assert!(matches!(refused, Err(Error::Forbidden(_))), "{refused:?}");
    let project = put_in(&app.app, &actor(app, boss).await, file).await.unwrap();
    let role = desk.rpc.call("getProjectUserRole", json!([project, boss])).await;
    assert_eq!(role, "project-manager");
    let owners: Vec<(i64, i64)> = app.rows("SELECT project_id, owner_id FROM actions ORDER BY id").await;
    assert!(owners.iter().filter(|(of, _)| *of == project).all(|(_, owner)| *owner == boss), "{owners:?}");
    assert_eq!(owners.iter().filter(|(of, _)| *of == project).count(), 2);
    let endpoints: Vec<(i64, i64, String)> =
        app.rows("SELECT project_id, enabled, url FROM endpoints ORDER BY id DESC LIMIT 1").await;
    assert_eq!(endpoints, [(project, 0, "https://example.org:8443/".to_owned())]);
    let own = desk.rpc.call("getProjectById", json!([project])).await;
    assert_eq!((&own["identifier"], own["token"].as_str().map(str::len)), (&Value::Null, Some(60)));
}

#[tokio::test]
async fn only_managers_take_a_project_out() {
    let desk = Desk::start().await;
    people(&TestApp::start().await).await;
    let (_, _) = person(&desk.app, &desk.project, "vera", Some("project-viewer")).await;
    let bob = actor(&desk.app, desk.bob).await;
    let refused = export_archive(&desk.app.app, &bob, desk.project.id.into()).await;
    assert!(matches!(refused.map(drop), Err(Error::Forbidden(_))));
}
