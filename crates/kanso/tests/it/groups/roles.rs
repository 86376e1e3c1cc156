//! What a group's role in a project is worth to its members.

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, ids, person};

async fn group(rpc: &Rpc, name: &str, members: &[i64]) -> i64 {
    let group = rpc.call_for_id("createGroup", json!([name])).await;
    for user in members {
        assert_eq!(rpc.call("addGroupMember", json!([group, user])).await, json!(true));
    }
    group
}

#[tokio::test]
async fn a_groups_role_is_granted_changed_and_taken_away() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves) = person(&app, &project, "eve", None).await;
    let group = group(&rpc, "g", &[eve]).await;
    let role = async || rpc.call("getProjectUserRole", json!([project.id, eve])).await;
    let sees = async || eves.try_call("getColumns", json!([project.id])).await.status == 200;
    let ask = async |method: &str, params: Value| rpc.call(method, params).await;
    assert!(role().await == "" && !sees().await);

    assert_eq!(ask("addProjectGroup", json!([project.id, group])).await, json!(true));
    assert!(role().await == "project-member" && sees().await);
    let refused =
        [json!([project.id, group, "project-manager"]), json!([project.id, 999]), json!([999, group])];
    for refused in refused {
        assert_eq!(ask("addProjectGroup", refused.clone()).await, json!(false), "{refused}");
    }
    assert_eq!(role().await, "project-member");
    for name in ["project-viewer", "project-manager", "a role of its own"] {
        assert_eq!(ask("changeProjectGroupRole", json!([project.id, group, name])).await, json!(true));
        assert_eq!((role().await, sees().await), (json!(name), name != "a role of its own"), "{name}");
    }
    assert_eq!(ask("removeProjectGroup", json!([project.id, group])).await, json!(true));
    assert_eq!(ask("removeProjectGroup", json!([project.id, group])).await, json!(false));
    assert!(role().await == "" && !sees().await);
    for nothing in [
        json!([project.id, group, "project-member"]),
        json!([project.id, 999, "x"]),
        json!([999, group, "x"]),
    ] {
        assert_eq!(ask("changeProjectGroupRole", nothing.clone()).await, json!(true), "{nothing}");
    }
    assert_eq!(role().await, "", "a role is not granted by changing it");

    ask("addProjectGroup", json!([project.id, group])).await;
    ask("removeGroup", json!([group])).await;
    assert!(role().await == "" && !sees().await);
}

#[tokio::test]
async fn the_own_role_counts_else_the_highest_of_the_groups() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves) = person(&app, &project, "eve", None).await;
    let role = async || rpc.call("getProjectUserRole", json!([project.id, eve])).await;
    let may_manage = async || eves.try_call("addColumn", json!([project.id, "x"])).await.status == 200;
    for (name, given) in
        [("a", "own"), ("b", "project-viewer"), ("c", "project-manager"), ("d", "project-member")]
    {
        let group = group(&rpc, name, &[eve]).await;
        rpc.call("addProjectGroup", json!([project.id, group, given])).await;
    }
    assert!(role().await == "project-manager" && may_manage().await);
    rpc.call("addProjectUser", json!([project.id, eve, "project-viewer"])).await;
    assert!(role().await == "project-viewer" && !may_manage().await);
    rpc.call("changeProjectUserRole", json!([project.id, eve, "a role of its own"])).await;
    assert_eq!(role().await, "a role of its own");
    assert_eq!(eves.try_call("getProjectById", json!([project.id])).await.status, 403);
    rpc.call("removeProjectUser", json!([project.id, eve])).await;
    assert!(role().await == "project-manager");
    // Roles in another project are worth nothing here.
    let other = Project::create(&rpc).await;
    assert_eq!(rpc.call("getProjectUserRole", json!([other.id, eve])).await, "");
    assert_eq!(eves.try_call("getProjectById", json!([other.id])).await.status, 403);
}

#[tokio::test]
async fn people_of_groups_are_listed_and_given_tasks() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let mut people = Vec::new();
    for (name, own) in [
        ("ada", None),
        ("bob", None),
        ("carol", Some("project-viewer")),
        ("dave", Some("a role of its own")),
        ("erin", None),
    ] {
        people.push(person(&app, &project, name, own).await.0);
    }
    let [ada, bob, carol, dave, erin] = people[..] else { unreachable!() };
    let viewers = group(&rpc, "viewers", &[ada, bob]).await;
    let members = group(&rpc, "members", &[bob, carol, erin]).await;
    rpc.call("addProjectGroup", json!([project.id, viewers, "project-viewer"])).await;
    rpc.call("addProjectGroup", json!([project.id, members, "project-member"])).await;
    rpc.call("disableUser", json!([erin])).await;
    let users = rpc.call("getProjectUsers", json!([project.id])).await;
    insta::assert_compact_json_snapshot!(users, @r#"{"2": "ada", "3": "bob", "4": "carol", "5": "dave", "6": "erin"}"#);
    let assignable = rpc.call("getAssignableUsers", json!([project.id])).await;
    insta::assert_compact_json_snapshot!(assignable, @r#"{"3": "bob", "5": "dave"}"#);
    for (user, accepted) in
        [(ada, false), (bob, true), (carol, false), (dave, true), (erin, false), (1, false)]
    {
        let new = json!({"title": "x", "project_id": project.id, "owner_id": user});
        let created = rpc.call("createTask", new).await;
        assert_eq!(created.as_i64().is_some_and(|id| id > 0), accepted, "{user}: {created}");
    }
}

#[tokio::test]
async fn projects_of_groups_are_among_ones_own() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (first, second, third) =
        (Project::create(&rpc).await, Project::create(&rpc).await, Project::create(&rpc).await);
    let (eve, eves) = person(&app, &first, "eve", Some("project-member")).await;
    let group = group(&rpc, "g", &[eve]).await;
    for project in [&first, &second] {
        rpc.call("addProjectGroup", json!([project.id, group, "project-viewer"])).await;
    }
    rpc.call("addProjectUser", json!([third.id, eve, "a role of its own"])).await;
    assert_eq!(ids(&eves.call("getMyProjects", json!([])).await), [first.id, second.id, third.id]);
    let names = eves.call("getMyProjectsList", json!([])).await;
    assert_eq!(names.as_object().unwrap().len(), 3);
    rpc.call("disableProject", json!([second.id])).await;
    assert_eq!(ids(&eves.call("getMyProjects", json!([])).await), [first.id, third.id]);

    rpc.call("enableProject", json!([second.id])).await;
    let browser = app.browser();
    browser.sign_in("eve", "eveeve").await;
    let page = browser.get("/").await;
    assert_eq!(page.status, 200);
    for (project, is_there) in [(&first, true), (&second, true), (&third, false)] {
        assert_eq!(page.body.contains(&format!("/board/{}\"", project.id)), is_there, "{}", project.id);
    }
    assert_eq!(browser.get(&format!("/board/{}", second.id)).await.status, 200);
    assert_eq!(browser.get(&format!("/board/{}", third.id)).await.status, 404);
}
