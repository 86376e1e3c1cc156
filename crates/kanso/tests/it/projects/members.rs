//! Who belongs to a project, and as what.

use kanso_testkit::TestApp;
use serde_json::json;

use crate::team::{Project, person};

#[tokio::test]
async fn members_are_listed_by_display_name() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    assert_eq!(rpc.call("getProjectUsers", json!([project.id])).await, json!({}));
    assert_eq!(rpc.call("getAssignableUsers", json!([project.id])).await, json!({}));
    for (username, name, role) in [
        ("zoe", "Alice Martin", "project-manager"),
        ("bob", "", "project-member"),
        ("carol", "Carol Diaz", "project-viewer"),
        ("dave", "alice martin", "a role of their own"),
    ] {
        let new = json!({"username": username, "password": "secret", "name": name});
        let id = rpc.call_for_id("createUser", new).await;
        assert_eq!(rpc.call("addProjectUser", json!([project.id, id, role])).await, json!(true));
    }
    let members = rpc.call("getProjectUsers", json!([project.id])).await;
    insta::assert_compact_json_snapshot!(members, @r#"{"2": "Alice Martin", "4": "Carol Diaz", "5": "alice martin", "3": "bob"}"#);
    let assignable = rpc.call("getAssignableUsers", json!([project.id])).await;
    insta::assert_compact_json_snapshot!(assignable, @r#"{"2": "Alice Martin", "5": "alice martin", "3": "bob"}"#);
    let with_nobody = json!({"project_id": project.id, "prepend_unassigned": true});
    let assignable = rpc.call("getAssignableUsers", with_nobody).await;
    insta::assert_compact_json_snapshot!(assignable, @r#"{"0": "Unassigned", "2": "Alice Martin", "5": "alice martin", "3": "bob"}"#);
    for prepend in [json!(false), json!(0), json!(null)] {
        let all = rpc.call("getAssignableUsers", json!([project.id, prepend])).await;
        assert_eq!(crate::team::members(&all).len(), 3, "{prepend}");
    }
}

#[tokio::test]
async fn a_membership_is_added_changed_and_removed() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves_rpc) = person(&app, &project, "eve", None).await;
    let role = async || rpc.call("getProjectUserRole", json!([project.id, eve])).await;
    let sees = async || eves_rpc.try_call("getColumns", json!([project.id])).await.status == 200;
    assert!(role().await == "" && !sees().await);

    assert_eq!(rpc.call("addProjectUser", json!([project.id, eve])).await, json!(true));
    assert!(role().await == "project-member" && sees().await);
    let again = rpc.call("addProjectUser", json!([project.id, eve, "project-manager"])).await;
    assert_eq!(again, json!(false));
    assert_eq!(role().await, "project-member", "a role is not changed by adding");

    for name in ["project-manager", "project-viewer"] {
        assert_eq!(rpc.call("changeProjectUserRole", json!([project.id, eve, name])).await, json!(true));
        assert!(role().await == name && sees().await);
    }
    // A role that Kanso does not know gives no access.
    assert_eq!(rpc.call("changeProjectUserRole", json!([project.id, eve, "custom"])).await, json!(true));
    assert!(role().await == "custom" && !sees().await);

    assert_eq!(rpc.call("removeProjectUser", json!([project.id, eve])).await, json!(true));
    assert!(role().await == "" && !sees().await);
    assert_eq!(rpc.call("removeProjectUser", json!([project.id, eve])).await, json!(false));
    let changed = rpc.call("changeProjectUserRole", json!([project.id, eve, "project-member"])).await;
    assert_eq!(changed, json!(true), "also when there is no membership");
    assert_eq!(role().await, "");
}

#[tokio::test]
async fn unknown_people_and_projects_are_told_as_the_contract_says() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    for (method, params, answer) in [
        ("addProjectUser", json!([project.id, 999]), json!(false)),
        ("addProjectUser", json!([999, 1]), json!(false)),
        ("removeProjectUser", json!([project.id, 999]), json!(false)),
        ("removeProjectUser", json!([999, 1]), json!(false)),
        ("changeProjectUserRole", json!([project.id, 999, "project-member"]), json!(true)),
        ("changeProjectUserRole", json!([999, 1, "project-member"]), json!(true)),
        ("getProjectUserRole", json!([project.id, 999]), json!("")),
        ("getProjectUserRole", json!([999, 1]), json!("")),
        ("getProjectUsers", json!([999]), json!({})),
        ("getAssignableUsers", json!([999]), json!({})),
    ] {
        assert_eq!(rpc.call(method, params.clone()).await, answer, "{method} {params}");
    }
    assert_eq!(rpc.call("getProjectUsers", json!([project.id])).await, json!({}));
}
