//! The fields of a project, public access, closing and removing it.

use serde_json::json;

use super::World;

const FIELDS: [(&str, &str); 11] = [
    ("name", "Renamed"),
    ("identifier", "web2"),
    ("description", "**What** it is for"),
    ("owner", "0"),
    ("email", "team@example.org"),
    ("start_date", "2026-10-01"),
    ("end_date", ""),
    ("task_limit", "12"),
    ("priority_start", "1"),
    ("priority_end", "5"),
    ("priority_default", "2"),
];

#[tokio::test]
async fn the_fields_of_a_project_are_changed_and_shown() {
    let world = World::start().await;
    let path = world.at("/settings");
    let mut fields = FIELDS.to_vec();
    fields.extend([("per_swimlane", "1"), ("kind", "team")]);
    let saved = world.send("/settings", &path, &fields).await;
    assert_eq!((saved.status, saved.location), (303, Some(format!("{path}?done"))));
    let project = world.app.rpc().call("getProjectById", json!([world.project.id])).await;
    let names = ["name", "identifier", "email", "start_date", "task_limit", "per_swimlane_task_limits"];
    let stored = names.map(|name| project[name].clone());
    assert_eq!(
        stored,
        [
            json!("Renamed"),
            json!("WEB2"),
            json!("team@example.org"),
            json!("2026-10-01"),
            json!(12),
            json!(1)
        ]
    );
    assert_eq!(
        [&project["priority_start"], &project["priority_end"], &project["priority_default"]],
        [1, 5, 2]
    );
    let overview = world.ada.get(&world.at("")).await;
    assert!(overview.body.contains("<strong>What</strong> it is for") && overview.body.contains("WEB2"));
    assert!(world.ada.get(&format!("{path}?done")).await.body.contains("value=\"Renamed\""));
}

#[tokio::test]
async fn what_is_refused_is_shown_again_with_the_reason() {
    let world = World::start().await;
    let path = world.at("/settings");
    for (field, value, says) in [
        ("identifier", "a b", "Identifier"),
        ("email", "nobody", "E-mail"),
        ("task_limit", "many", "Task limit"),
        ("priority_default", "9", "Priority"),
        ("start_date", "soon", "Start date"),
        ("name", "", "Name"),
    ] {
        let mut fields: Vec<_> = FIELDS.into_iter().filter(|(name, _)| *name != field).collect();
        fields.push((field, value));
        let page = world.send("/settings", &path, &fields).await;
        assert_eq!(page.status, 422, "{field}");
        let note = page.body.split("role=\"alert\">").nth(1).unwrap_or_default();
        assert!(note.starts_with(says), "{field}: {}", note.split('<').next().unwrap_or_default());
        assert!(page.body.contains("**What** it is for"), "what was typed stays");
    }
    let project = world.app.rpc().call("getProjectById", json!([world.project.id])).await;
    assert_eq!(project["name"], "Demo Project");
}

#[tokio::test]
async fn a_personal_project_has_no_page_of_permissions_in_its_menu() {
    let world = World::start().await;
    let people = format!("href=\"{}\"", world.at("/people"));
    assert!(world.ada.get(&world.at("/settings")).await.body.contains(&people));
    let mut fields = FIELDS.to_vec();
    fields.push(("kind", "personal"));
    assert_eq!(world.send("/settings", &world.at("/settings"), &fields).await.status, 303);
    assert!(!world.ada.get(&world.at("/settings")).await.body.contains(&people));
    world.app.set("disable_private_project", "1").await;
    assert_eq!(world.send("/settings", &world.at("/settings"), &fields).await.status, 303, "it may stay so");
    *fields.last_mut().unwrap() = ("kind", "team");
    assert_eq!(world.send("/settings", &world.at("/settings"), &fields).await.status, 303);
    *fields.last_mut().unwrap() = ("kind", "personal");
    assert_eq!(world.send("/settings", &world.at("/settings"), &fields).await.status, 409);
}

#[tokio::test]
async fn public_access_is_turned_on_renewed_and_off() {
    let world = World::start().await;
    let path = world.at("/public");
    let token = async || {
        let project = world.app.rpc().call("getProjectById", json!([world.project.id])).await;
        project["token"].as_str().unwrap().to_owned()
    };
    world.send("/public", &path, &[("access", "on")]).await;
    let first = token().await;
    assert_eq!(first.len(), 60);
    let page = world.ada.get(&path).await.body;
    for address in ["public/board", "feed/project", "ical/project"] {
        assert!(page.contains(&format!("{address}/{first}")), "{address}");
    }
    world.send("/public", &path, &[("access", "on")]).await;
    assert_ne!(token().await, first, "a new token");
    world.send("/public", &path, &[("access", "off")]).await;
    assert_eq!(token().await, "");
}

#[tokio::test]
async fn a_project_is_closed_opened_again_and_removed_by_its_name() {
    let world = World::start().await;
    let is_active =
        async || world.app.rpc().call("getProjectById", json!([world.project.id])).await["is_active"].clone();
    world.send("/end", &world.at("/close"), &[]).await;
    assert_eq!(is_active().await, 0);
    assert!(world.ada.get(&world.at("/end")).await.body.contains("Open project again"));
    world.send("/end", &world.at("/open"), &[]).await;
    assert_eq!(is_active().await, 1);

    let refused = world.send("/end", &world.at("/remove"), &[("name", "Another")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(is_active().await, 1, "it is still there");
    let removed = world.send("/end", &world.at("/remove"), &[("name", "Demo Project")]).await;
    assert_eq!((removed.status, removed.location.as_deref()), (303, Some("/")));
    assert_eq!(world.ada.get(&world.at("/settings")).await.status, 404);
}
