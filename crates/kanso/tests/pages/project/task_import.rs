//! Tasks from a list, all or none.

use kanso_testkit::Page;
use serde_json::{Value, json};

use super::{World, signed_in};
use crate::team::{entries, person, told};

const HEADING: &str = "Reference,Title,Description,Assignee Username,Creator Username,Color Name,Column Name,\
    Category Name,Swimlane Name,Complexity,Time Estimated,Time Spent,Start Date,Due Date,Priority,Status,Tags,\
    External Link";

async fn look(world: &World, list: &str, fields: &[(&str, &str)]) -> Page {
    let path = world.at("/task-import");
    world.ada.upload(&path, &path, fields, &[("tasks.csv", list.as_bytes())]).await
}

async fn accept(world: &World, list: &str) -> Page {
    let fields = [("list", list), ("delimiter", ","), ("enclosure", "\"")];
    world.send("/task-import", &world.at("/task-import/all"), &fields).await
}

async fn tasks(world: &World) -> Vec<Value> {
    let mut all = Vec::new();
    for status in [1, 0] {
        let list = world.app.rpc().call("getAllTasks", json!([world.project.id, status])).await;
        all.extend(entries(&list).cloned());
    }
    all
}

#[tokio::test]
async fn a_list_is_looked_at_and_then_made_with_all_its_values() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    rpc.call("createCategory", json!([world.project.id, "Bug"])).await;
    let list = format!(
        "{HEADING}\n\
         R-1,'=first,Some *text*,ada,ada,Dark Grey,Ready,Bug,Default swimlane,5,\"2,5\",1,2026-09-01,2026-12-24 10:00,2,,\"a, b\",\
         https://example.org/x\n\
         ,second,,,,,,,,,,,,,,1,,\n"
    );
    let page = look(&world, &list, &[]).await;
    assert_eq!(page.status, 200, "{}", page.body);
    assert!(page.body.contains("Create 2 tasks") && page.body.contains(">=first<"), "{}", page.body);
    assert!(tasks(&world).await.is_empty(), "nothing is made yet");
    let made = accept(&world, &list).await;
    assert_eq!(made.location, Some(format!("/board/{}", world.project.id)), "{}", made.body);

    let all = tasks(&world).await;
    let (first, second) = (&all[0], &all[1]);
    let names =
        ["title", "reference", "description", "color_id", "score", "priority", "owner_id", "creator_id"];
    let stored = names.map(|name| first[name].clone());
    let expected = json!(["=first", "R-1", "Some *text*", "dark_grey", 5, 2, 2, 2]);
    assert_eq!(json!(stored), expected);
    assert_eq!((&first["time_estimated"], &first["time_spent"]), (&json!(2.5), &json!(1)));
    assert_eq!(
        (&first["column_id"], &first["date_due"]),
        (&json!(world.project.columns[1]), &json!(1_798_106_400))
    );
    let tags = rpc.call("getTaskTags", json!([first["id"]])).await;
    assert_eq!(
        tags.as_object().map(|tags| tags.values().cloned().collect()),
        Some(vec![json!("a"), json!("b")])
    );
    let links = rpc.call("getAllExternalTaskLinks", json!([first["id"]])).await;
    assert_eq!(links[0]["url"], "https://example.org/x");
    assert_eq!((&second["is_active"], &second["title"]), (&json!(0), &json!("second")));
    assert_eq!(
        told(&world.app).await,
        ["task.create", "task.create", "task.close"],
        "webhooks follow from these"
    );
}

#[tokio::test]
async fn each_bad_line_says_all_that_is_wrong_and_nothing_is_made() {
    let world = World::start().await;
    person(&world.app, &world.project, "eve", Some("project-viewer")).await;
    let list = "Reference;Title\n;good\n;;\n;'a;b';;nobody;;pink elephant;Nowhere;None;Lane\n\
        ;dates;;eve;;;;;;many;-1;x;soon;2026-02-30;high;;;javascript:alert(1)\n";
    let page = look(&world, list, &[("delimiter", ";"), ("enclosure", "'")]).await;
    assert_eq!(page.status, 422);
    assert!(page.body.contains("2 lines are refused") && page.body.contains(">a;b<"), "{}", page.body);
    for says in
        ["Assignee", "Color", "Column", "Category", "Swimlane", "Complexity", "Time estimated", "Time spent"]
    {
        assert!(page.body.contains(&format!("<span class=\"badge bad\">{says}")), "{says}: {}", page.body);
    }
    for says in ["Start date", "Due date", "Priority"] {
        assert!(page.body.contains(&format!("<span class=\"badge bad\">{says}")), "{says}: {}", page.body);
    }
    assert!(!page.body.contains("/task-import/all"), "there is nothing to accept");

    let mixed = format!("{HEADING}\n,good\n,,no title\n");
    let refused = accept(&world, &mixed).await;
    assert!(refused.status == 422 && refused.body.contains("1 line is refused"), "{}", refused.body);
    assert!(tasks(&world).await.is_empty(), "not even the good one");
}

#[tokio::test]
async fn what_is_no_list_is_refused() {
    let world = World::start().await;
    assert_eq!(look(&world, HEADING, &[]).await.status, 422);
    let path = world.at("/task-import");
    let latin = world.ada.upload(&path, &path, &[], &[("a.csv", b"a,b\n\xe9,x\n")]).await;
    assert!(latin.status == 422 && latin.body.contains("UTF-8"), "{}", latin.body);
    let many: String = (0..=1_000).map(|number| format!(",task {number}\n")).collect();
    let page = look(&world, &format!("{HEADING}\n{many}"), &[]).await;
    assert!(page.status == 422 && page.body.contains("1000"), "{}", page.body);
    let large = look(&world, &format!("{HEADING}\n,task,{}\n", "x".repeat(500_000)), &[]).await;
    assert!(large.status == 422 && large.body.contains("too large"), "{}", large.body);
    let template = world.ada.get(&world.at("/task-import/template")).await;
    assert_eq!((template.status, template.body.trim_end()), (200, HEADING));
}

#[tokio::test]
async fn lists_are_taken_from_those_who_manage_the_project() {
    let world = World::start().await;
    person(&world.app, &world.project, "bob", Some("project-member")).await;
    let bob = signed_in(&world.app, "bob", "bobbob").await;
    for path in ["/task-import", "/task-import/template"] {
        assert_eq!(bob.get(&world.at(path)).await.status, 403, "{path}");
    }
    let fields = [("list", "Reference,Title\n,task\n"), ("delimiter", ","), ("enclosure", "\"")];
    let refused = bob.submit(&world.at(""), &world.at("/task-import/all"), &fields).await;
    assert_eq!(refused.status, 403, "{}", refused.body);
    assert!(tasks(&world).await.is_empty());
}
