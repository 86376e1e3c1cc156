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
    let undo = format!("/projects/removed?gone={}", world.project.id);
    assert_eq!((removed.status, removed.location.as_deref()), (303, Some(undo.as_str())));
    assert_eq!(world.ada.get(&world.at("/settings")).await.status, 404);
}

/// Where ada sees the project: on pages, in feeds, and by its public links.
async fn places(world: &World, task: i64) -> [String; 15] {
    let (rpc, id) = (world.app.rpc(), world.project.id);
    let token = rpc.call("getProjectById", json!([id])).await["token"].as_str().unwrap().to_owned();
    let own =
        world.app.rows::<(String,)>("SELECT token FROM users WHERE username = 'ada'").await[0].0.clone();
    [
        "/".to_owned(),
        "/my/tasks".to_owned(),
        "/my/projects".to_owned(),
        "/search?q=canary".to_owned(),
        "/search/activity?q=canary".to_owned(),
        "/palette?q=canary".to_owned(),
        format!("/feed/user/{own}"),
        format!("/ical/user/{own}"),
        format!("/public/board/{token}"),
        format!("/public/task/{task}/{token}"),
        format!("/feed/project/{token}"),
        format!("/ical/project/{token}"),
        world.at("/list"),
        format!("/task/{task}"),
        format!("/board/{id}"),
    ]
}

#[tokio::test]
async fn a_removed_project_is_seen_nowhere_and_comes_back_by_undo() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let id = world.project.id;
    let task = world.project.task(&rpc, 0, "Canary").await;
    assert_eq!(
        rpc.call("updateTask", json!({"id": task, "owner_id": 2, "date_due": "2026-09-20 10:00"})).await,
        json!(true)
    );
    assert_eq!(rpc.call("updateProject", json!([id, "Bird cage"])).await, json!(true));
    let by_ada = world.app.rpc_as("ada", "adaada");
    by_ada.call_for_id("createComment", json!({"task_id": task, "user_id": 2, "content": "Canary"})).await;
    world.send("/public", &world.at("/public"), &[("access", "on")]).await;
    world.ada.submit("/my/feeds", "/my/feeds", &[]).await;
    let shown = places(&world, task).await;
    let tells = |page: &kanso_testkit::Page| page.body.contains("Canary") || page.body.contains("Bird cage");
    for path in &shown {
        let page = world.ada.get(path).await;
        assert!(page.status == 200 && tells(&page), "{path} {}", page.status);
    }
    world.send("/end", &world.at("/remove"), &[("name", "Bird cage")]).await;
    let boss = super::admin(&world.app).await;
    for path in &shown {
        assert!(!tells(&world.ada.get(path).await), "{path}");
        assert!(!tells(&boss.get(path).await), "{path} by an administrator");
    }
    assert!(world.ada.get("/my/projects").await.body.contains("href=\"/projects/removed\""));
    let page = world.ada.get(&format!("/projects/removed?gone={id}")).await.body;
    assert!(page.contains("“Bird cage” was removed.") && page.contains("Undo"), "{page}");
    let undo = format!("/projects/removed/{id}/restore");
    assert!(page.contains(&format!("action=\"{undo}\"")));
    let eve = {
        rpc.call_for_id("createUser", json!(["eve", "eveeve"])).await;
        super::signed_in(&world.app, "eve", "eveeve").await
    };
    assert!(!tells(&eve.get("/projects/removed").await));
    assert_eq!(eve.submit("/projects/removed", &undo, &[]).await.status, 404);
    let back = world.ada.submit("/projects/removed", &undo, &[]).await;
    assert_eq!((back.status, back.location.as_deref()), (303, Some(world.at("").as_str())));
    for path in &shown {
        assert!(tells(&world.ada.get(path).await), "{path}");
    }
    world.send("/end", &world.at("/remove"), &[("name", "Bird cage")]).await;
    let purge = format!("/projects/removed/{id}/purge");
    assert_eq!(world.ada.submit("/projects/removed", &purge, &[]).await.status, 303);
    assert!(world.ada.get("/projects/removed").await.body.contains("Nothing was removed"));
    assert_eq!(boss.submit("/projects/removed", &undo, &[]).await.status, 404);
}
