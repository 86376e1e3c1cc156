//! createProject: defaults, every field, and who becomes manager.

use kanso_testkit::TestApp;
use serde_json::{Value, json};

use crate::team::{entries, members, with};

#[tokio::test]
async fn a_new_project_has_kanboards_defaults() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let id = rpc.call_for_id("createProject", json!(["Mobile app"])).await;
    insta::assert_json_snapshot!(rpc.call("getProjectById", json!([id])).await, @r#"
    {
      "id": 1,
      "name": "Mobile app",
      "is_active": 1,
      "token": "",
      "last_modified": 1790000000,
      "is_public": 0,
      "is_private": 0,
      "is_everybody_allowed": 0,
      "default_swimlane": "Default swimlane",
      "show_default_swimlane": 1,
      "description": null,
      "identifier": "",
      "start_date": "",
      "end_date": "",
      "owner_id": 0,
      "priority_default": 0,
      "priority_start": 0,
      "priority_end": 3,
      "email": null,
      "predefined_email_subjects": null,
      "per_swimlane_task_limits": 0,
      "task_limit": 0,
      "enable_global_tags": 1,
      "url": {
        "board": "http://localhost/?controller=BoardViewController&action=show&project_id=1",
        "list": "http://localhost/?controller=TaskListController&action=show&project_id=1"
      }
    }
    "#);
    assert_eq!(
        rpc.call("getProjectUsers", json!([id])).await,
        json!({}),
        "the application gives nobody a role"
    );

    app.set("board_columns", " To do ,Doing,, To do,Done").await;
    let id = rpc.call_for_id("createProject", json!(["Mobile app"])).await;
    let columns = rpc.call("getColumns", json!([id])).await;
    let columns: Vec<_> = entries(&columns).map(|column| column["title"].clone()).collect();
    assert_eq!(columns, ["To do", "Doing", "Done"]);
}

#[tokio::test]
async fn every_field_can_be_given_by_name_and_by_position() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let named = json!({"name": "Data warehouse", "description": "Reporting back-end", "owner_id": 1,
        "identifier": "dwh", "start_date": "2026-11-01", "end_date": "next year", "priority_default": 1,
        "priority_start": -1, "priority_end": 5, "email": "dwh@example.org"});
    let by_name = rpc.call_for_id("createProject", named.clone()).await;
    let project = rpc.call("getProjectById", json!([by_name])).await;
    let stored =
        ["name", "description", "owner_id", "identifier", "start_date", "end_date", "priority_default"];
    insta::assert_compact_json_snapshot!(stored.map(|field| project[field].clone()), @r#"["Data warehouse", "Reporting back-end", 1, "DWH", "2026-11-01", "next year", 1]"#);
    let stored = ["priority_start", "priority_end", "email"].map(|field| project[field].clone());
    assert_eq!(stored, [json!(-1), json!(5), json!("dwh@example.org")]);

    let mut positional: Vec<Value> = members(&named).values().cloned().collect();
    positional[3] = json!("DWH2");
    positional[9] = json!("dwh2@example.org");
    let by_position = rpc.call_for_id("createProject", json!(positional)).await;
    let mut expected = project;
    expected["id"] = json!(by_position);
    expected["identifier"] = json!("DWH2");
    expected["email"] = json!("dwh2@example.org");
    let mut stored = rpc.call("getProjectById", json!([by_position])).await;
    expected["url"] = stored["url"].take();
    stored["url"] = expected["url"].clone();
    assert_eq!(stored, expected);
}

#[tokio::test]
async fn the_owner_becomes_manager_when_a_person_creates_a_project() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let eve = rpc.call_for_id("createUser", json!(["eve", "eveeve"])).await;
    let bob = rpc
        .call_for_id("createUser", json!({"username": "bob", "password": "bobbob", "role": "app-manager"}))
        .await;
    let bobs_rpc = app.rpc_as("bob", "bobbob");
    for (more, owner, member) in [
        (json!({}), bob, Some(bob)),
        (json!({"owner_id": 0}), bob, Some(bob)),
        // Who names somebody else gets no role.
        (json!({"owner_id": eve}), eve, Some(eve)),
    ] {
        let id = bobs_rpc.call_for_id("createProject", with(json!({"name": "x"}), &more)).await;
        assert_eq!(rpc.call("getProjectById", json!([id])).await["owner_id"], owner);
        let users = rpc.call("getProjectUsers", json!([id])).await;
        let users: Vec<i64> = members(&users).keys().map(|id| id.parse().unwrap()).collect();
        assert_eq!(users, Vec::from_iter(member));
        let role = rpc.call("getProjectUserRole", json!([id, owner])).await;
        assert_eq!(role, "project-manager");
    }
    let owned = rpc.call_for_id("createProject", json!({"name": "x", "owner_id": eve})).await;
    assert_eq!(rpc.call("getProjectById", json!([owned])).await["owner_id"], eve);
    assert_eq!(rpc.call("getProjectUserRole", json!([owned, eve])).await, json!(""));
}
