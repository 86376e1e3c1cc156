use serde_json::json;

use super::{World, between, listed};

#[tokio::test]
async fn a_list_shows_open_tasks_until_a_filter_asks_for_others() {
    let world = World::new().await;
    let (project, rpc) = (&world.project, &world.rpc);
    for title in ["Water", "Paint", "Sweep"] {
        project.task(rpc, 0, title).await;
    }
    let closed = project.task(rpc, 1, "Old").await;
    rpc.call("closeTask", json!([closed])).await;

    assert_eq!(listed(&world.get(&world.path("list")).await), ["Water", "Paint", "Sweep"]);
    assert_eq!(listed(&world.get(&world.path("list?q=status:closed")).await), ["Old"]);
    assert_eq!(listed(&world.get(&world.path("list?q=paint")).await), ["Paint"]);
    // The filter stays until it is reset, on each view of the project.
    assert_eq!(listed(&world.get(&world.path("list")).await), ["Paint"]);
    let calendar = world.get(&world.path("calendar")).await;
    assert_eq!(between(&calendar.body, "name=\"q\" value=\"", "\""), "paint");
    assert_eq!(listed(&world.get(&world.path("list?q=")).await), ["Water", "Paint", "Sweep"]);
    assert_eq!(listed(&world.get(&world.path("list")).await), ["Water", "Paint", "Sweep"]);
}

#[tokio::test]
async fn the_filter_of_one_project_is_not_that_of_another() {
    let world = World::new().await;
    let other = super::managed(&world.rpc).await;
    world.project.task(&world.rpc, 0, "Here").await;
    other.task(&world.rpc, 0, "There").await;
    assert!(listed(&world.get(&world.path("list?q=nothing")).await).is_empty());
    assert_eq!(listed(&world.get(&format!("/project/{}/list", other.id)).await), ["There"]);
}

#[tokio::test]
async fn a_list_is_sorted_by_each_column_both_ways_and_stays_so() {
    let world = World::new().await;
    let (project, rpc) = (&world.project, &world.rpc);
    let late = project.task(rpc, 1, "banana").await;
    let soon = project.task(rpc, 0, "Cherry").await;
    project.task(rpc, 2, "apple").await;
    rpc.call("updateTask", json!({"id": late, "date_due": "2026-12-24 10:00", "priority": 1, "owner_id": 1}))
        .await;
    rpc.call(
        "updateTask",
        json!({"id": soon, "date_due": "2026-12-01 10:00", "priority": 3, "reference": "R"}),
    )
    .await;
    let expected = [
        ("id", ["banana", "Cherry", "apple"], ["apple", "Cherry", "banana"]),
        ("title", ["apple", "banana", "Cherry"], ["Cherry", "banana", "apple"]),
        ("column", ["Cherry", "banana", "apple"], ["apple", "banana", "Cherry"]),
        ("priority", ["apple", "banana", "Cherry"], ["Cherry", "banana", "apple"]),
        // What has no due date, assignee or reference comes last either way.
        ("due", ["Cherry", "banana", "apple"], ["banana", "Cherry", "apple"]),
        ("assignee", ["banana", "Cherry", "apple"], ["banana", "apple", "Cherry"]),
        ("reference", ["Cherry", "banana", "apple"], ["Cherry", "apple", "banana"]),
    ];
    for (sort, ascending, descending) in expected {
        let path = world.path(&format!("list?sort={sort}&dir=asc"));
        assert_eq!(listed(&world.get(&path).await), ascending, "{sort}");
        let path = world.path(&format!("list?sort={sort}&dir=desc"));
        assert_eq!(listed(&world.get(&path).await), descending, "{sort} down");
    }
    for sort in ["swimlane", "position", "category", "started", "status", "modified", "nonsense"] {
        assert_eq!(listed(&world.get(&world.path(&format!("list?sort={sort}"))).await).len(), 3, "{sort}");
    }
    world.get(&world.path("list?sort=title&dir=desc")).await;
    assert_eq!(listed(&world.get(&world.path("list")).await), ["Cherry", "banana", "apple"]);
}

#[tokio::test]
async fn a_page_lists_thirty_tasks_and_leads_to_the_next() {
    let world = World::new().await;
    for n in 1..=31 {
        world.project.task(&world.rpc, 0, &format!("Task {n:02}")).await;
    }
    let first = world.get(&world.path("list")).await;
    assert_eq!(listed(&first).len(), 30);
    assert!(first.body.contains("31 tasks") && first.body.contains("Page 1 of 2"));
    let second = world.get(&world.path("list?page=2")).await;
    assert_eq!(listed(&second), ["Task 31"]);
    assert!(listed(&world.get(&world.path("list?page=-5")).await).len() == 30);
    assert!(listed(&world.get(&world.path("list?page=99")).await).is_empty());
}

#[tokio::test]
async fn subtasks_are_listed_below_their_task_when_asked_for() {
    let world = World::new().await;
    let task = world.project.task(&world.rpc, 0, "Garden").await;
    world.rpc.call("createSubtask", json!({"task_id": task, "title": "Dig <deep>", "user_id": 1})).await;
    let without = world.get(&world.path("list?sort=id")).await;
    assert!(!without.body.contains("Dig") && without.body.contains("0/1"));
    let with = world.get(&world.path("list?sort=id&subtasks=1")).await;
    assert!(with.body.contains("Dig &#60;deep&#62;") && with.body.contains("To do"), "{}", with.body);
    assert!(world.get(&world.path("list")).await.body.contains("Dig"));
}

#[tokio::test]
async fn who_is_no_member_finds_no_list() {
    let world = World::new().await;
    crate::team::person(&world.app, &world.project, "eve", None).await;
    let eve = world.app.browser();
    eve.sign_in("eve", "eveeve").await;
    for page in ["list", "calendar", "filters", "filters/words"] {
        assert_eq!(eve.get(&world.path(page)).await.status, 404, "{page}");
        assert_eq!(eve.get(&format!("/project/999/{page}")).await.status, 404, "{page}");
    }
}

#[tokio::test]
async fn rows_that_are_ticked_are_moved_and_closed_together() {
    let world = World::new().await;
    let (project, rpc) = (&world.project, &world.rpc);
    let tasks =
        [project.task(rpc, 0, "A").await, project.task(rpc, 0, "B").await, project.task(rpc, 0, "C").await];
    let list = world.path("list?sort=id");
    let page = world.get(&list).await;
    assert_eq!(page.body.matches("name=\"tasks\"").count(), 3);
    let (act, back) =
        (format!("/board/{}/tasks", project.id), between(&page.body, "name=\"back\" value=\"", "\""));
    let back = back.replace("&#38;", "&");
    let (first, second, column) =
        (tasks[0].to_string(), tasks[1].to_string(), project.columns[2].to_string());
    let form = [
        ("tasks", first.as_str()),
        ("tasks", &second),
        ("act", "move"),
        ("column", &column),
        ("assignee", ""),
        ("back", &back),
    ];
    let moved = world.admin.submit(&list, &act, &form).await;
    assert_eq!((moved.status, moved.location.as_deref()), (303, Some(back.as_str())));
    assert_eq!(project.column(rpc, 2).await.len(), 2);
    let form = [("tasks", first.as_str()), ("tasks", &second), ("act", "close"), ("back", &back)];
    assert_eq!(world.admin.submit(&list, &act, &form).await.status, 303);
    assert_eq!(listed(&world.get(&list).await), ["C"]);

    crate::team::person(&world.app, project, "vic", Some("project-viewer")).await;
    let vic = world.app.browser();
    vic.sign_in("vic", "vicvic").await;
    assert!(!vic.get(&list).await.body.contains("name=\"tasks\""));
}
