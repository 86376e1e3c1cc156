//! Accounts, the person who calls, and what the application tells everybody.

use kanso_testkit::{ADMIN_PASSWORD, TestApp};
use serde_json::{Value, json};

use crate::team::{entries, ids, members};

#[tokio::test]
async fn an_account_is_shown_with_kanboards_fields_and_without_its_secrets() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let new = json!(["eve", "eveeve", "Eve Stone", "eve@example.org", "app-manager"]);
    let eve = rpc.call_for_id("createUser", new).await;
    let user = rpc.call("getUser", json!([eve])).await;
    insta::assert_json_snapshot!(user, @r#"
    {
      "id": 2,
      "username": "eve",
      "is_admin": 0,
      "is_ldap_user": 0,
      "name": "Eve Stone",
      "email": "eve@example.org",
      "google_id": null,
      "github_id": null,
      "notifications_enabled": 0,
      "timezone": null,
      "language": null,
      "disable_login_form": 0,
      "twofactor_activated": 0,
      "notifications_filter": 4,
      "nb_failed_login": 0,
      "lock_expiration_date": 0,
      "is_project_admin": 0,
      "gitlab_id": null,
      "role": "app-manager",
      "is_active": 1,
      "avatar_path": null,
      "filter": null,
      "theme": "light"
    }
    "#);
    assert_eq!(rpc.call("getUserByName", json!(["eve"])).await, user);
    for unknown in ["Eve", "nobody", ""] {
        assert_eq!(rpc.call("getUserByName", json!([unknown])).await, json!(null), "{unknown}");
    }
    assert_eq!(rpc.call("getUser", json!([999])).await, json!(null));
    let admin = rpc.call("getUser", json!([1])).await;
    assert_eq!((&admin["is_admin"], &admin["role"]), (&json!(1), &json!("app-admin")));
    assert_eq!((&admin["name"], &admin["email"]), (&json!(null), &json!(null)));

    let me = app.rpc_as("eve", "eveeve").call("getMe", json!([])).await;
    let mut expected = user;
    for hidden in ["password", "is_admin", "is_project_admin"] {
        expected.as_object_mut().unwrap().shift_remove(hidden);
    }
    expected["is_ldap_user"] = json!(false);
    expected["twofactor_activated"] = json!(false);
    assert_eq!(me, expected);
    assert!(members(&me).keys().eq(members(&expected).keys()), "{me}");
}

#[tokio::test]
async fn an_account_is_created_from_valid_values_only() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    rpc.call_for_id("createUser", json!(["eve", "eveeve"])).await;
    for refused in [
        json!(["", "secret"]),
        json!(["  ", "secret"]),
        json!(["eve", "secret"]),
        json!([" eve ", "secret"]),
        json!(["é".repeat(192), "secret"]),
        json!(["bob", "short"]),
        json!(["bob", ""]),
        json!(["bob", "secret", "Bob", "not-an-email"]),
        json!(["bob", "secret", "Bob", "bob@example.org", "superuser"]),
        json!(["bob", "secret", "Bob", "bob@example.org", "project-manager"]),
    ] {
        assert_eq!(rpc.call("createUser", refused.clone()).await, json!(false), "{refused}");
    }
    let trimmed = rpc.call_for_id("createUser", json!([" Zoe ", "secret"])).await;
    let user = rpc.call("getUser", json!([trimmed])).await;
    let stored = ["username", "name", "email", "role"].map(|field| user[field].clone());
    assert_eq!(stored, ["Zoe", "", "", "app-user"]);
    rpc.call_for_id("createUser", json!(["EVE", "eveeve"])).await;
    rpc.call_for_id("createUser", json!(["é".repeat(191), "secret"])).await;
    let all = rpc.call("getAllUsers", json!([])).await;
    let names: Vec<&Value> = entries(&all).map(|user| &user["username"]).collect();
    assert_eq!(
        names,
        [&json!("EVE"), &json!("Zoe"), &json!("admin"), &json!("eve"), &json!("é".repeat(191))]
    );
    assert_eq!(app.rpc_as("Zoe", "secret").try_call("getMe", json!([])).await.status, 200);
}

#[tokio::test]
async fn a_disabled_account_loses_its_private_projects_and_gets_no_tasks() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let eve = rpc.call_for_id("createUser", json!(["eve", "eveeve"])).await;
    let project = rpc.call_for_id("createProject", json!({"name": "team", "owner_id": eve})).await;
    rpc.call("addProjectUser", json!([project, eve])).await;
    let private = app.rpc_as("eve", "eveeve").call_for_id("createMyPrivateProject", json!(["own"])).await;
    let new = json!({"title": "x", "project_id": project, "owner_id": eve});
    let task = rpc.call_for_id("createTask", new.clone()).await;
    let is_active = async || rpc.call("isActiveUser", json!([eve])).await;
    assert_eq!(is_active().await, json!(true));

    assert_eq!(rpc.call("disableUser", json!([eve])).await, json!(true));
    assert_eq!(is_active().await, json!(false));
    assert_eq!(rpc.call("getUser", json!([eve])).await["is_active"], 0);
    assert_eq!(rpc.call("getProjectById", json!([private])).await["is_active"], 0);
    assert_eq!(rpc.call("getProjectById", json!([project])).await["is_active"], 1);
    assert_eq!(rpc.call("createTask", new).await, json!(false));
    assert_eq!(rpc.call("getTask", json!([task])).await["owner_id"], eve, "what they have stays theirs");
    assert_eq!(rpc.call("getProjectUsers", json!([project])).await, json!({"2": "eve"}));
    assert_eq!(rpc.call("getAssignableUsers", json!([project])).await, json!({}));

    assert_eq!(rpc.call("enableUser", json!([eve])).await, json!(true));
    assert_eq!(is_active().await, json!(true));
    assert_eq!(rpc.call("getProjectById", json!([private])).await["is_active"], 0, "it stays disabled");
    for (method, answer) in [("disableUser", true), ("enableUser", true), ("isActiveUser", false)] {
        assert_eq!(rpc.call(method, json!([999])).await, json!(answer), "{method}");
    }
}

#[tokio::test]
async fn the_application_tells_its_constants_to_everybody() {
    let app = TestApp::start().await;
    let rpc = app.rpc_as("admin", ADMIN_PASSWORD);
    let ask = async |method: &str| rpc.call(method, json!([])).await;
    assert_eq!(ask("getVersion").await, "1.2.53");
    assert_eq!((ask("getTimezone").await, ask("getDefaultTaskColor").await), (json!("UTC"), json!("yellow")));
    app.set("application_timezone", "Europe/Paris").await;
    app.set("default_color", "teal").await;
    assert_eq!(
        (ask("getTimezone").await, ask("getDefaultTaskColor").await),
        (json!("Europe/Paris"), json!("teal"))
    );
    insta::assert_json_snapshot!(ask("getApplicationRoles").await, @r#"
    {
      "app-admin": "Administrator",
      "app-manager": "Manager",
      "app-user": "User"
    }
    "#);
    insta::assert_json_snapshot!(ask("getProjectRoles").await, @r#"
    {
      "project-manager": "Project Manager",
      "project-member": "Project Member",
      "project-viewer": "Project Viewer"
    }
    "#);
    let (names, colors) = (ask("getColorList").await, ask("getDefaultTaskColors").await);
    let listed: Vec<&str> = members(&names).keys().map(String::as_str).collect();
    let expected = "yellow blue green purple red orange grey brown deep_orange dark_grey pink teal cyan lime light_green amber";
    assert_eq!(listed.join(" "), expected);
    assert!(members(&colors).keys().eq(listed), "{colors}");
    for (id, color) in members(&colors) {
        assert!(members(color).keys().eq(["name", "background", "border"]), "{id}");
        assert_eq!(color["name"], names[id]);
    }
    insta::assert_compact_json_snapshot!(colors["dark_grey"], @r##"{"name": "Dark Grey", "background": "#cfd8dc", "border": "#455a64"}"##);
    assert_eq!(ids(&rpc.call("getAllUsers", json!([])).await), [1]);
}
