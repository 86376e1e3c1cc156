//! Groups, who is in them, and what their roles in projects are worth.

mod roles;

use kanso_testkit::TestApp;
use serde_json::{Value, json};

use crate::team::{Project, entries, events, ids, managed, person};

#[tokio::test]
async fn a_group_is_created_changed_and_removed() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let group = async |id: i64| rpc.call("getGroup", json!([id])).await;
    assert_eq!(rpc.call("getAllGroups", json!([])).await, json!([]));
    let developers = rpc.call_for_id("createGroup", json!(["Developers"])).await;
    let operations = json!({"name": "Operations", "external_id": "cn=ops,dc=example,dc=org"});
    let operations = rpc.call_for_id("createGroup", operations).await;
    assert_eq!(rpc.call("createGroup", json!(["Developers"])).await, json!(false));
    assert_eq!(rpc.call("createGroup", json!([null])).await, json!(false));
    insta::assert_compact_json_snapshot!(group(operations).await, @r#"{"id": 2, "external_id": "cn=ops,dc=example,dc=org", "name": "Operations"}"#);
    insta::assert_compact_json_snapshot!(group(developers).await, @r#"{"id": 1, "external_id": "", "name": "Developers"}"#);

    let update = async |params: Value| rpc.call("updateGroup", params).await;
    assert_eq!(update(json!({"group_id": operations, "name": "Ops team"})).await, json!(true));
    assert_eq!(update(json!({"group_id": operations, "name": "Developers"})).await, json!(false));
    assert_eq!(
        update(json!({"group_id": operations, "name": "Ops team"})).await,
        json!(true),
        "its own name"
    );
    for nothing in [json!([operations]), json!([operations, null, null]), json!([999]), json!([999, "x"])] {
        assert_eq!(update(nothing.clone()).await, json!(true), "{nothing}");
    }
    assert_eq!(update(json!([999, "Developers"])).await, json!(false));
    assert_eq!(update(json!([developers, "", "cn=dev"])).await, json!(true), "an empty name is accepted");
    let all = rpc.call("getAllGroups", json!([])).await;
    let expected = json!([
        {"id": developers, "name": "", "external_id": "cn=dev", "nb_users": 0},
        {"id": operations, "name": "Ops team", "external_id": "cn=ops,dc=example,dc=org", "nb_users": 0},
    ]);
    assert_eq!(all.to_string(), expected.to_string());
    for name in ["zoo", "Zoo", "apes"] {
        rpc.call_for_id("createGroup", json!([name])).await;
    }
    let all = rpc.call("getAllGroups", json!([])).await;
    let names: Vec<_> = entries(&all).map(|group| &group["name"]).collect();
    assert_eq!(names, ["", "Ops team", "Zoo", "apes", "zoo"], "byte by byte");

    assert_eq!(rpc.call("removeGroup", json!([operations])).await, json!(true));
    assert_eq!(rpc.call("removeGroup", json!([operations])).await, json!(false));
    assert_eq!(group(operations).await, json!(null));
}

#[tokio::test]
async fn accounts_come_into_groups_and_leave_them() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves) = person(&app, &project, "eve", None).await;
    let group = rpc.call_for_id("createGroup", json!(["Developers"])).await;
    let ask = async |method: &str, group: i64, user: i64| rpc.call(method, json!([group, user])).await;
    assert_eq!(ask("isGroupMember", group, eve).await, json!(false));
    assert_eq!(ask("addGroupMember", group, eve).await, json!(true));
    for (group, user) in [(group, eve), (group, 999), (999, eve)] {
        assert_eq!(ask("addGroupMember", group, user).await, json!(false), "{group} {user}");
    }
    assert_eq!(ask("addGroupMember", group, 1).await, json!(true));
    assert_eq!(ask("isGroupMember", group, eve).await, json!(true));
    let listed = rpc.call("getGroupMembers", json!([group])).await;
    assert_eq!(ids(&listed), [1, eve]);
    let row = rpc.call("getUser", json!([eve])).await.to_string();
    let row = row.replacen('{', &format!("{{\"group_id\":{group},\"user_id\":{eve},"), 1);
    assert_eq!(listed[1].to_string(), row, "without secrets, as accounts are shown");
    assert_eq!(rpc.call("getAllGroups", json!([])).await[0]["nb_users"], 2);
    let own = rpc.call("getMemberGroups", json!([eve])).await;
    insta::assert_compact_json_snapshot!(own, @r#"[{"id": 1, "external_id": "", "name": "Developers"}]"#);
    let another = rpc.call_for_id("createGroup", json!(["Admins"])).await;
    ask("addGroupMember", another, eve).await;
    assert_eq!(ids(&rpc.call("getMemberGroups", json!([eve])).await), [another, group], "by name");
    for (method, nothing) in [("getGroupMembers", 999), ("getMemberGroups", 999)] {
        assert_eq!(rpc.call(method, json!([nothing])).await, json!([]), "{method}");
    }

    assert_eq!(ask("removeGroupMember", group, eve).await, json!(true));
    assert_eq!(ask("removeGroupMember", group, eve).await, json!(false));
    assert_eq!(ask("removeGroupMember", 999, eve).await, json!(false));
    assert_eq!(ask("isGroupMember", group, eve).await, json!(false));
    assert_eq!(ids(&rpc.call("getGroupMembers", json!([group])).await), [1]);
    assert_eq!(eves.try_call("getAllGroups", json!([])).await.status, 403);
}

#[tokio::test]
async fn what_happens_to_groups_and_roles_is_told() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, _) = person(&app, &project, "eve", None).await;
    let before = events(&app, None).await.len();
    let group = rpc.call_for_id("createGroup", json!(["g"])).await;
    for (method, params) in [
        ("updateGroup", json!([group, "h"])),
        ("updateGroup", json!([group, "h"])),
        ("addGroupMember", json!([group, eve])),
        ("addGroupMember", json!([group, eve])),
        ("addProjectUser", json!([project.id, eve])),
        ("changeProjectUserRole", json!([project.id, eve, "project-viewer"])),
        ("changeProjectUserRole", json!([project.id, eve, "project-viewer"])),
        ("changeProjectUserRole", json!([project.id, 1, "project-viewer"])),
        ("removeProjectUser", json!([project.id, eve])),
        ("addProjectGroup", json!([project.id, group, "project-manager"])),
        ("changeProjectGroupRole", json!([project.id, group, "project-member"])),
        ("removeProjectGroup", json!([project.id, group])),
        ("removeGroupMember", json!([group, eve])),
        ("removeGroup", json!([group])),
    ] {
        rpc.call(method, params).await;
    }
    let of_groups: Vec<_> = events(&app, None).await[before..].iter().map(managed).collect();
    let row = |name: &str| json!({"id": group, "external_id": "", "name": name});
    let expected = [
        json!(["group.create", group, [], row("g")]),
        json!(["group.update", group, [["name", "g", "h"]], row("h")]),
        json!(["group.update", group, [["user_id", null, eve]], row("h")]),
        json!(["group.update", group, [["user_id", eve, null]], row("h")]),
        json!(["group.remove", group, [], row("h")]),
    ];
    assert_eq!(of_groups, expected);
    let of_roles: Vec<_> = events(&app, Some(project.id)).await.iter().map(managed).collect();
    let of_roles: Vec<_> =
        of_roles.into_iter().filter(|event| event[0].as_str().unwrap().starts_with("perm")).collect();
    let own = |role: &str| json!({"project_id": project.id, "user_id": eve, "name": "eve", "role": role});
    let through =
        |role: &str| json!({"project_id": project.id, "group_id": group, "name": "h", "role": role});
    let (manager, member, viewer) = ("project-manager", "project-member", "project-viewer");
    let expected = [
        json!(["permission.create", eve, [], own(member)]),
        json!(["permission.update", eve, [["role", member, viewer]], own(viewer)]),
        json!(["permission.remove", eve, [], own(viewer)]),
        json!(["permission.create", group, [], through(manager)]),
        json!(["permission.update", group, [["role", manager, member]], through(member)]),
        json!(["permission.remove", group, [], through(member)]),
    ];
    assert_eq!(of_roles, expected);
}
