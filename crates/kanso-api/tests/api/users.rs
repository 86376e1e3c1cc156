use super::*;

#[tokio::test]
async fn accounts_are_shown_without_their_secrets() {
    let api = Api::start().await;
    let new = json!({"username": "erin", "password": "erin-pw", "name": "Erin", "email": "erin@example.org"});
    assert_eq!(api.call("admin", "createUser", new).await, json!(6));
    let user = json!({"id": 6, "username": "erin", "is_admin": 0, "is_ldap_user": 0,
        "name": "Erin", "email": "erin@example.org", "google_id": null, "github_id": null, "notifications_enabled": 0,
        "timezone": null, "language": null, "disable_login_form": 0, "twofactor_activated": 0, "notifications_filter": 4, "nb_failed_login": 0, "lock_expiration_date": 0, "is_project_admin": 0,
        "gitlab_id": null, "role": "app-user", "is_active": 1, "avatar_path": null, "filter": null, "theme": "light"});
    assert_eq!(api.call(APPLICATION, "getUser", json!([6])).await.to_string(), user.to_string());
    assert_eq!(api.call(APPLICATION, "getUserByName", json!(["erin"])).await, user);
    let users = api.call(APPLICATION, "getAllUsers", json!([])).await;
    let names: Vec<_> =
        users.as_array().unwrap().iter().map(|user| user["username"].as_str().unwrap()).collect();
    assert_eq!(names, ["admin", "alice", "bob", "carol", "dave", "erin"]);
    let me = json!({"id": 3, "username": "bob", "is_ldap_user": false, "name": "Bob Stone", "email": "",
        "google_id": null, "github_id": null, "notifications_enabled": 0, "timezone": null, "language": null,
        "disable_login_form": 0, "twofactor_activated": false,
        "notifications_filter": 4, "nb_failed_login": 0, "lock_expiration_date": 0, "gitlab_id": null, "role": "app-user",
        "is_active": 1, "avatar_path": null, "filter": null, "theme": "light"});
    assert_eq!(api.call("bob", "getMe", json!([])).await.to_string(), me.to_string());
}

#[tokio::test]
async fn refused_and_unknown_accounts() {
    let api = Api::start().await;
    for new in [
        json!(["alice", "another-pw"]),
        json!(["", "erin-pw"]),
        json!(["erin", "short"]),
        json!(["erin", "erin-pw", "Erin", "not-an-email"]),
        json!(["erin", "erin-pw", "Erin", "", "superuser"]),
    ] {
        assert_eq!(api.call(APPLICATION, "createUser", new.clone()).await, json!(false), "{new}");
    }
    assert_eq!(api.call("alice", "createUser", json!(["erin", "erin-pw"])).await, forbidden());
    assert_eq!(api.call("alice", "getUser", json!([2])).await, forbidden());
    for (method, params, answer) in [
        ("getUser", json!([999]), json!(null)),
        ("getUserByName", json!(["nobody"]), json!(null)),
        ("getUserByName", json!([null]), json!(null)),
        ("isActiveUser", json!([3]), json!(true)),
        ("isActiveUser", json!([999]), json!(false)),
    ] {
        assert_eq!(api.call("admin", method, params).await, answer, "{method}");
    }
}

#[tokio::test]
async fn the_application_describes_itself() {
    let api = Api::start().await;
    assert_eq!(api.call("bob", "getTimezone", json!([])).await, "UTC");
    assert_eq!(api.call("bob", "getDefaultTaskColor", json!([])).await, "yellow");
    let roles = r#"{"app-admin":"Administrator","app-manager":"Manager","app-user":"User"}"#;
    assert_eq!(api.call("bob", "getApplicationRoles", json!([])).await.to_string(), roles);
    let roles = r#"{"project-manager":"Project Manager","project-member":"Project Member","project-viewer":"Project Viewer"}"#;
    assert_eq!(api.call("bob", "getProjectRoles", json!([])).await.to_string(), roles);
    let colors = api.call("bob", "getDefaultTaskColors", json!([])).await;
    assert_eq!(colors.as_object().unwrap().len(), 16);
    assert_eq!(
        colors["yellow"],
        json!({"name": "Yellow", "background": "rgb(245, 247, 196)", "border": "rgb(223, 227, 45)"})
    );
    assert_eq!(api.call("bob", "getColorList", json!([])).await["deep_orange"], "Deep Orange");
}
