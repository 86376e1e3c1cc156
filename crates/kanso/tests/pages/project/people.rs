//! Roles of people and groups, and roles that the project made up.

use kanso_testkit::Rpc;
use serde_json::{Value, json};

use super::{World, signed_in};
use crate::team::person;

async fn role_of(rpc: &Rpc, project: i64, user: i64) -> Value {
    rpc.call("getProjectUserRole", json!([project, user])).await
}

#[tokio::test]
async fn people_and_groups_get_a_role_another_one_and_none() {
    let world = World::start().await;
    let (rpc, project) = (world.app.rpc(), world.project.id);
    let (bob, _) = person(&world.app, &world.project, "bob", None).await;
    let id = bob.to_string();
    let people = world.at("/people");
    assert!(world.ada.get(&people).await.body.contains(&format!("<option value=\"{bob}\">bob</option>")));
    let add = [("holder", id.as_str()), ("role", "project-viewer")];
    assert_eq!(world.send("/people", &people, &add).await.status, 303);
    assert_eq!(role_of(&rpc, project, bob).await, "project-viewer");
    assert_eq!(world.send("/people", &people, &add).await.status, 409, "a second time");
    let unknown = [("holder", "1"), ("role", "king")];
    assert_eq!(world.send("/people", &people, &unknown).await.status, 422);
    let one = world.at(&format!("/people/{bob}"));
    assert_eq!(world.send("/people", &one, &[("role", "project-member")]).await.status, 303);
    assert_eq!(role_of(&rpc, project, bob).await, "project-member");
    assert_eq!(world.send("/people", &format!("{one}/remove"), &[]).await.status, 303);
    assert_eq!(role_of(&rpc, project, bob).await, "");

    let group = rpc.call_for_id("createGroup", json!(["Designers"])).await;
    rpc.call("addGroupMember", json!([group, bob])).await;
    let id = group.to_string();
    let add = [("holder", id.as_str()), ("role", "project-member")];
    assert_eq!(world.send("/people", &world.at("/groups"), &add).await.status, 303);
    assert_eq!(role_of(&rpc, project, bob).await, "project-member");
    let one = world.at(&format!("/groups/{group}"));
    assert_eq!(world.send("/people", &one, &[("role", "project-manager")]).await.status, 303);
    assert_eq!(role_of(&rpc, project, bob).await, "project-manager");
    let overview = world.ada.get(&world.at("")).await.body;
    assert!(overview.contains("Group Designers") && overview.contains("ada"));
    assert_eq!(world.send("/people", &format!("{one}/remove"), &[]).await.status, 303);
    assert_eq!(role_of(&rpc, project, bob).await, "");
}

#[tokio::test]
async fn a_role_is_made_up_restricted_given_renamed_and_done_away_with() {
    let world = World::start().await;
    let (rpc, project) = (world.app.rpc(), &world.project);
    let (bob, _) = person(&world.app, project, "bob", None).await;
    let roles = world.at("/roles");
    let made = world.send("/roles", &roles, &[("name", "Tester")]).await;
    let role = made.location.expect("it leads to the role");
    for taken in ["Tester", "project-member", ""] {
        assert_eq!(world.send("/roles", &roles, &[("name", taken)]).await.status, 422, "{taken:?}");
    }
    let (ready, done) = (project.columns[1].to_string(), project.columns[3].to_string());
    let rule = format!("{done}:block.task_open_close");
    let stated = [
        ("name", "Tester"),
        ("block", "task_remove"),
        ("block", "task_creation"),
        ("rule", rule.as_str()),
        ("rule", ""),
        ("from", ready.as_str()),
        ("to", done.as_str()),
        ("whose", "own"),
        ("from", ""),
        ("to", ""),
        ("whose", "all"),
    ];
    assert_eq!(world.send("/roles", &role, &stated).await.status, 303);
    let page = world.ada.get(&role).await.body;
    assert!(
        page.contains("value=\"task_remove\" checked")
            && page.contains(&format!("value=\"{rule}\" selected"))
    );
    assert!(page.contains(&format!("value=\"{ready}\" selected")) && page.contains("value=\"own\" selected"));

    let id = bob.to_string();
    assert_eq!(
        world.send("/people", &world.at("/people"), &[("holder", &id), ("role", "Tester")]).await.status,
        303
    );
    let browser = signed_in(&world.app, "bob", "bobbob").await;
    let board = format!("/board/{}", project.id);
    let new = [("title", "x"), ("column", ready.as_str())];
    let refused = browser.submit(&board, &format!("{board}/task"), &new).await;
    assert_eq!(refused.status, 403);
    assert!(refused.body.contains("does not let you create tasks here"), "{}", refused.body);
    assert!(
        !browser.get(&board).await.body.contains("class=\"add icon-plus\""),
        "nor does the board offer it"
    );

    assert_eq!(world.send("/roles", &role, &[("name", "Checker")]).await.status, 303);
    assert_eq!(role_of(&rpc, project.id, bob).await, "Checker");
    assert_eq!(
        browser.submit(&board, &format!("{board}/task"), &new).await.status,
        303,
        "nothing is blocked now"
    );
    assert_eq!(world.send("/roles", &format!("{role}/remove"), &[]).await.status, 303);
    assert_eq!(role_of(&rpc, project.id, bob).await, "project-viewer");
    assert_eq!(world.ada.get(&role).await.status, 404);
}
