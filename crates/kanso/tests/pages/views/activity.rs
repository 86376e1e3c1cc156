use serde_json::json;

use super::{World, between};

/// The sentences of the page, newest first.
fn told(body: &str) -> Vec<String> {
    let lines = body.split("<ul class=\"rows\">").nth(1).unwrap_or_default().split("<li>").skip(1);
    lines.map(|line| between(line, "<p>", "</p>").to_owned()).collect()
}

#[tokio::test]
async fn what_happened_in_a_project_is_told_and_searched() {
    let world = World::new().await;
    let project = &world.project;
    let (_, mia) = crate::team::person(&world.app, project, "mia", Some("project-member")).await;
    let task = project.task(&mia, 0, "Water the plants").await;
    project.task(&mia, 0, "Paint").await;
    mia.call("closeTask", json!([task])).await;
    let page = world.get(&world.path("activity")).await.body;
    let all = told(&page);
    assert_eq!(all.len(), 3, "{page}");
    assert!(all[0].contains("closed") && all[0].contains("mia"), "{all:?}");
    let about =
        async |query: &str| told(&world.get(&world.path(&format!("activity?q={query}"))).await.body).len();
    assert_eq!(about("water").await, 2);
    assert_eq!(about("status:open").await, 1);
    assert_eq!(about("creator:mia").await, 3);
    assert_eq!(about("creator:me").await, 0);
    assert_eq!(about("created:>today").await, 0);
    // It is searched in all of one's projects too.
    let everywhere = world.get("/search/activity?q=paint").await.body;
    assert_eq!(told(&everywhere).len(), 1);
}

#[tokio::test]
async fn older_activities_are_on_the_next_pages() {
    let world = World::new().await;
    let project = &world.project;
    let (_, mia) = crate::team::person(&world.app, project, "mia", Some("project-member")).await;
    for n in 0..51 {
        project.task(&mia, 0, &format!("Task {n}")).await;
    }
    let first = world.get(&world.path("activity")).await.body;
    assert_eq!(told(&first).len(), 50);
    let older = between(&first, "activity?before=", "\"").to_owned();
    let second = world.get(&world.path(&format!("activity?before={older}"))).await.body;
    assert!(second.contains("Task 0") && told(&second).len() == 1);
    crate::team::person(&world.app, project, "eve", None).await;
    let eve = world.app.browser();
    eve.sign_in("eve", "eveeve").await;
    assert_eq!(eve.get(&world.path("activity")).await.status, 404);
}
