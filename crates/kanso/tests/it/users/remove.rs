//! What stays when an account is deleted.

use kanso_testkit::TestApp;
use serde_json::json;

use crate::team::{Project, ids, person};

#[tokio::test]
async fn what_somebody_had_to_do_is_nobodys_and_what_they_wrote_stays() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves) = person(&app, &project, "eve", Some("project-manager")).await;
    let (bob, _) = person(&app, &project, "bob", Some("project-member")).await;
    let new = |owner: i64| json!({"title": "x", "project_id": project.id, "owner_id": owner});
    let own = eves.call_for_id("createTask", new(eve)).await;
    let bobs = eves.call_for_id("createTask", new(bob)).await;
    let closed = eves.call_for_id("createTask", new(eve)).await;
    eves.call("closeTask", json!([closed])).await;
    let comment = eves.call_for_id("createComment", json!([bobs, eve, "mine"])).await;
    let other = rpc.call_for_id("createComment", json!([bobs, bob, "his"])).await;
    rpc.call("updateProject", json!({"project_id": project.id, "owner_id": eve})).await;

    assert_eq!(rpc.call("removeUser", json!([eve])).await, json!(true));
    for (task, owner) in [(own, 0), (closed, 0), (bobs, bob)] {
        let task = rpc.call("getTask", json!([task])).await;
        assert_eq!((&task["owner_id"], &task["creator_id"]), (&json!(owner), &json!(eve)), "{task}");
    }
    let mine = rpc.call("getComment", json!([comment])).await;
    assert_eq!((&mine["user_id"], &mine["username"]), (&json!(0), &json!(null)));
    assert_eq!(mine["comment"], "mine");
    assert_eq!(rpc.call("getComment", json!([other])).await["user_id"], bob);
    assert_eq!(rpc.call("getProjectById", json!([project.id])).await["owner_id"], eve);
    assert_eq!(rpc.call("getProjectUsers", json!([project.id])).await, json!({bob.to_string(): "bob"}));
    assert_eq!(rpc.call("getUser", json!([eve])).await, json!(null));
    assert_eq!(eves.try_call("getMe", json!([])).await.status, 401);
    for unknown in [eve, 999, 0] {
        assert_eq!(rpc.call("removeUser", json!([unknown])).await, json!(false), "{unknown}");
    }
    // Their name is free again, for another account.
    let again = rpc.call_for_id("createUser", json!(["eve", "eveeve"])).await;
    assert!(again > bob);
    assert_eq!(eves.try_call("getTask", json!([own])).await.status, 403);
}

#[tokio::test]
async fn private_projects_go_with_who_is_in_them() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let team = Project::create(&rpc).await;
    let (eve, eves) = person(&app, &team, "eve", Some("project-member")).await;
    let (bob, bobs) = person(&app, &team, "bob", None).await;
    let own = eves.call_for_id("createMyPrivateProject", json!(["own"])).await;
    let shared = bobs.call_for_id("createMyPrivateProject", json!(["shared"])).await;
    let through_group = bobs.call_for_id("createMyPrivateProject", json!(["through a group"])).await;
    let kept = bobs.call_for_id("createMyPrivateProject", json!(["kept"])).await;
    rpc.call("addProjectUser", json!([shared, eve, "project-viewer"])).await;
    let group = rpc.call_for_id("createGroup", json!(["g"])).await;
    rpc.call("addGroupMember", json!([group, eve])).await;
    rpc.call("addProjectGroup", json!([through_group, group])).await;
    let task = rpc.call_for_id("createTask", json!(["x", own])).await;

    assert_eq!(rpc.call("removeUser", json!([eve])).await, json!(true));
    for gone in [own, shared] {
        assert_eq!(rpc.call("getProjectById", json!([gone])).await, json!(null), "{gone}");
    }
    assert_eq!(rpc.call("getTask", json!([task])).await, json!(null));
    assert_eq!(ids(&rpc.call("getAllProjects", json!([])).await), [team.id, kept, through_group]);
    assert_eq!(rpc.call("getGroupMembers", json!([group])).await, json!([]));
    assert_eq!(rpc.call("getMemberGroups", json!([eve])).await, json!([]));
    assert_eq!(rpc.call("getProjectUsers", json!([kept])).await, json!({bob.to_string(): "bob"}));
}

#[tokio::test]
async fn who_is_deleted_is_signed_out_and_an_administrator_can_delete_themselves() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let boss = rpc
        .call_for_id("createUser", json!({"username": "boss", "password": "bossboss", "role": "app-admin"}))
        .await;
    let bosses = app.rpc_as("boss", "bossboss");
    assert_eq!(bosses.call("removeUser", json!([boss])).await, json!(true));
    assert_eq!(bosses.try_call("getMe", json!([])).await.status, 401);
    assert_eq!(rpc.call("getUser", json!([boss])).await, json!(null));
}
