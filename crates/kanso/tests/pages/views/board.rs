use serde_json::json;

use super::{World, between};

/// The titles on the board, from lane to lane.
fn shown(body: &str) -> Vec<String> {
    let tasks = body.split("<article class=\"task").skip(1);
    tasks.map(|task| between(between(task, "<h3>", "</h3>"), ">", "<").to_owned()).collect()
}

#[tokio::test]
async fn a_board_shows_what_its_filter_asks_for_and_says_what_it_hides() {
    let world = World::new().await;
    let (project, rpc) = (&world.project, &world.rpc);
    let mine = project.task(rpc, 0, "Mine").await;
    project.task(rpc, 0, "Other").await;
    project.task(rpc, 1, "Third").await;
    let closed = project.task(rpc, 1, "Closed").await;
    rpc.call("updateTask", json!({"id": mine, "owner_id": 1, "tags": ["urgent"]})).await;
    rpc.call("closeTask", json!([closed])).await;
    rpc.call("updateColumn", json!([project.columns[0], "Backlog", 1])).await;
    let path = format!("/board/{}", project.id);
    let board = async |query: &str| world.get(&format!("{path}{query}")).await.body;

    assert_eq!(shown(&board("").await), ["Mine", "Other", "Third"]);
    let filtered = board("?q=assignee:me").await;
    assert_eq!(shown(&filtered), ["Mine"]);
    assert!(filtered.contains("data-filter=\"assignee:me\"") && filtered.contains("urgent"));
    assert!(filtered.contains("1 shown, 2 open") && filtered.contains("0 shown, 1 open"), "{filtered}");
    // The limit counts all tasks, whatever is shown.
    assert!(filtered.contains("1 over the limit of 1"));
    // The filter stays with the board and the list.
    assert_eq!(shown(&board("").await), ["Mine"]);
    assert_eq!(super::listed(&world.get(&world.path("list")).await), ["Mine"]);
    let all = board("?q=status:open+status:closed").await;
    assert_eq!(shown(&all), ["Mine", "Other", "Third", "Closed"]);
    assert!(all.contains("class=\"task recent closed\"") || all.contains("class=\"task closed\""));
    assert_eq!(shown(&board("?q=").await), ["Mine", "Other", "Third"]);
    for query in [
        "tag:urgent",
        "project:1",
        "category:none",
        "ref:x",
        "due:none",
        "column:Ready",
        "swimlane:x",
        "prio:1",
    ] {
        board(&format!("?q={query}")).await;
    }
}

#[tokio::test]
async fn a_single_task_is_answered_as_the_filter_of_the_page_shows_it() {
    let world = World::new().await;
    let task = world.project.task(&world.rpc, 0, "Water").await;
    world.project.task(&world.rpc, 1, "Paint").await;
    let (board, column) = (world.project.id, world.project.columns[0]);
    let path = |query: &str| format!("/board/{board}/task/{task}?q={query}");
    let shown = world.get(&path("water")).await.body;
    assert!(shown.contains("Water") && shown.contains(&format!("{} {column} 1", world.project.swimlane)));
    let hidden = world.get(&path("status:closed")).await.body;
    assert!(hidden.contains("data-gone") && hidden.contains(&format!("data-task=\"{task}\"")));
    assert!(!hidden.contains("Water"));
    // One that is not there is hidden too.
    assert!(world.get(&format!("/board/{board}/task/999?q=water")).await.body.contains("data-gone"));
}

#[tokio::test]
async fn a_task_moves_behind_a_neighbour_past_those_that_are_hidden() {
    let world = World::new().await;
    let (project, rpc) = (&world.project, &world.rpc);
    let mut tasks = Vec::new();
    for title in ["A", "hidden", "B", "C"] {
        tasks.push(project.task(rpc, 0, title).await);
    }
    let column = project.columns[0].to_string();
    let order = async || project.column(rpc, 0).await.into_iter().map(|(title, _)| title).collect::<Vec<_>>();
    let board = format!("/board/{}", project.id);
    let moved = async |task: i64, beside: (&str, String)| {
        let fields = [("column", column.as_str()), ("position", "1"), (beside.0, beside.1.as_str())];
        world.admin.submit(&board, &format!("/task/{task}/move"), &fields).await.status
    };
    assert_eq!(moved(tasks[3], ("after", tasks[0].to_string())).await, 303);
    assert_eq!(order().await, ["A", "C", "hidden", "B"]);
    assert_eq!(moved(tasks[0], ("before", tasks[2].to_string())).await, 303);
    assert_eq!(order().await, ["C", "hidden", "A", "B"]);
    // A neighbour that has gone leaves the number.
    assert_eq!(moved(tasks[2], ("after", "999".to_owned())).await, 303);
    assert_eq!(order().await, ["B", "C", "hidden", "A"]);
}
