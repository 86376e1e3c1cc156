use serde_json::json;

use super::{World, listed, managed};

#[tokio::test]
async fn a_search_goes_through_all_my_projects_and_no_others() {
    let world = World::new().await;
    let (rpc, other) = (&world.rpc, managed(&world.rpc).await);
    let foreign = crate::team::Project::create(rpc).await;
    let ended = managed(rpc).await;
    world.project.task(rpc, 0, "Plant a tree").await;
    let done = other.task(rpc, 2, "Cut the tree").await;
    rpc.call("closeTask", json!([done])).await;
    other.task(rpc, 1, "Sweep").await;
    foreign.task(rpc, 0, "A foreign tree").await;
    ended.task(rpc, 0, "An old tree").await;
    rpc.call("disableProject", json!([ended.id])).await;

    assert_eq!(listed(&world.get("/search?q=tree").await), ["Plant a tree", "Cut the tree"]);
    assert_eq!(listed(&world.get("/search?q=tree+status:open").await), ["Plant a tree"]);
    assert_eq!(listed(&world.get("/search?q=column:Ready").await), ["Sweep"]);
    assert_eq!(listed(&world.get(&format!("/search?q=project:{}", other.id)).await).len(), 2);
    assert_eq!(listed(&world.get(&format!("/search?q=project:{}", foreign.id)).await).len(), 0);
    for query in
        ["tag:x", "category:y", "swimlane:z", "ref:r", "due:today", "assignee:admin", "link:blocks", "id:1"]
    {
        world.get(&format!("/search?q={query}")).await;
    }
}

#[tokio::test]
async fn today_is_the_readers() {
    let world = World::new().await;
    let task = world.project.task(&world.rpc, 0, "Tomorrow in Greenwich").await;
    world.rpc.call("updateTask", json!({"id": task, "date_due": "2026-09-22 05:00"})).await;
    let board = format!("/board/{}?q=due:today", world.project.id);
    let finds = async || {
        let list = listed(&world.get("/search?q=due:today").await).len();
        (list, world.get(&board).await.body.contains("Tomorrow in Greenwich"))
    };
    // It is the afternoon of the 21st there.
    assert_eq!(finds().await, (0, false));
    kanso_core::user::update_profile(
        &world.app.app,
        &kanso_core::Actor::Application,
        1.into(),
        kanso_core::user::ProfilePatch {
            timezone: Some("Pacific/Kiritimati".to_owned()),
            ..kanso_core::user::ProfilePatch::default()
        },
    )
    .await
    .unwrap();
    assert_eq!(finds().await, (1, true));
}

#[tokio::test]
async fn columns_of_the_same_name_are_one_on_the_board_of_a_search() {
    let world = World::new().await;
    let other = managed(&world.rpc).await;
    world.project.task(&world.rpc, 1, "Here").await;
    other.task(&world.rpc, 1, "There").await;
    other.task(&world.rpc, 0, "Before").await;
    let board = world.get("/search?view=board&q=status:open").await.body;
    let ready = board.split("aria-label=\"Ready\"").nth(1).unwrap();
    assert!(ready.contains("Here") && ready.contains("There") && !ready.contains("Before"));
    assert!(board.find("aria-label=\"Backlog\"").unwrap() < board.find("aria-label=\"Ready\"").unwrap());
}

#[tokio::test]
async fn nothing_is_searched_before_something_is_asked_for() {
    let world = World::new().await;
    world.project.task(&world.rpc, 0, "Water").await;
    let page = world.get("/search").await;
    assert!(listed(&page).is_empty() && page.body.contains("Search all your projects"));
    // Who has no project finds nothing, and no fault.
    crate::team::person(&world.app, &world.project, "eve", None).await;
    let eve = world.app.browser();
    eve.sign_in("eve", "eveeve").await;
    let found = eve.get("/search?q=water").await;
    assert!(found.status == 200 && listed(&found).is_empty());
}
