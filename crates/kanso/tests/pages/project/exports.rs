//! What a project holds, taken out as files.

use std::time::Duration;

use serde_json::json;

use super::{World, signed_in};
use crate::team::person;

const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// The lines of a file that was downloaded.
async fn lines(world: &World, query: &str) -> Vec<String> {
    let page = world.ada.get(&world.at(&format!("/exports/file?{query}"))).await;
    assert_eq!((page.status, page.header("content-type")), (200, Some("text/csv; charset=utf-8")));
    assert!(page.body.ends_with("\r\n"), "{}", page.body);
    page.body.trim_end_matches("\r\n").split("\r\n").map(str::to_owned).collect()
}

/// A project whose tasks have all that a file tells.
async fn filled() -> (World, i64) {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let project = world.project.id;
    world.app.set("application_date_format", "Y-m-d").await;
    let category = rpc.call_for_id("createCategory", json!([project, "Bug, or not"])).await;
    let new = json!({
        "title": "=HYPERLINK(\"http://example.org\")", "project_id": project, "column_id": world.project.columns[0],
        "owner_id": 2, "creator_id": 2, "color_id": "dark_grey", "category_id": category, "score": -3, "priority": 2,
        "date_due": "2026-12-24 10:00", "reference": "@ref", "tags": ["b", "a"],
    });
    let task = rpc.call_for_id("createTask", new).await;
    rpc.call("updateTask", json!({"id": task, "time_estimated": 2.5, "time_spent": 1})).await;
    (world, task)
}

#[tokio::test]
async fn tasks_come_with_kanboards_columns_and_run_nothing() {
    let (world, task) = filled().await;
    let rpc = world.app.rpc();
    world.app.pass(DAY).await;
    let second = world.project.task(&rpc, 1, "second").await;
    rpc.call("closeTask", json!([second])).await;
    let file = lines(&world, "what=tasks").await;
    let heading = "Task Id,Reference,Project,Status,Category,Swimlane,Column,Position,Color,Due date,Creator,\
        Creator Name,Assignee Username,Assignee Name,Complexity,Title,Creation date,Modification date,\
        Completion date,Start date,Time estimated,Time spent,Priority,Tags";
    assert_eq!(file[0], heading);
    let first = format!(
        "{task},'@ref,Demo Project,Open,\"Bug, or not\",Default swimlane,Backlog,1,Dark Grey,2026-12-24 10:00,ada,\
         ,ada,,-3,\"'=HYPERLINK(\"\"http://example.org\"\")\",2026-09-21 14:13,2026-09-21 14:13,,,2.5,1,2,\"a, b\""
    );
    assert_eq!(file[1], first);
    let closed = format!(
        "{second},,Demo Project,Closed,,Default swimlane,Ready,1,Yellow,,,,,,0,second,2026-09-22 14:13,\
         2026-09-22 14:13,2026-09-22 14:13,,0,0,0,"
    );
    assert_eq!((file[2].as_str(), file.len()), (closed.as_str(), 3));

    let by_day = lines(&world, "what=tasks&from=2026-09-22&until=2026-09-22").await;
    assert_eq!(by_day, [heading, &closed]);
    assert_eq!(lines(&world, "what=tasks&until=2026-09-20").await, [heading]);
    let marked = lines(&world, "what=tasks&bom=1").await;
    assert_eq!(marked[0], format!("\u{feff}{heading}"));
}

#[tokio::test]
async fn subtasks_and_moves_have_files_of_their_own() {
    let (world, task) = filled().await;
    let rpc = world.app.rpc();
    let new = json!({"task_id": task, "title": "part", "user_id": 2, "time_estimated": 1.5});
    let subtask = rpc.call_for_id("createSubtask", new).await;
    world.app.pass(DAY / 2).await;
    world.project.drag(&world.app.rpc_as("ada", "adaada"), task, 2, 1).await;
    let file = lines(&world, "what=subtasks").await;
    assert_eq!(file[0], "Subtask Id,Title,Status,Assignee,Time estimated,Time spent,Task Id,Task Title");
    let part = format!("{subtask},part,Todo,ada,1.5,0,{task},\"'=HYPERLINK(\"\"http://example.org\"\")\"");
    assert_eq!(file[1..], [part]);

    let file = lines(&world, "what=transitions").await;
    assert_eq!(file[0], "Id,Task Title,Source column,Destination column,Executer,Date,Time spent");
    assert_eq!(file.len(), 2);
    let (_, rest) = file[1].split_once(',').unwrap();
    let move_ =
        "\"'=HYPERLINK(\"\"http://example.org\"\")\",Backlog,Work in progress,ada,2026-09-22 02:13,12.00";
    assert_eq!(rest, move_);
    assert_eq!(lines(&world, "what=transitions&from=2026-09-23").await.len(), 1);
}

#[tokio::test]
async fn a_large_project_is_whole_in_its_file() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    world.project.task(&rpc, 0, "like").await;
    let copies = "INSERT INTO tasks (title, date_creation, color_id, project_id, column_id, position, \
        date_modification, swimlane_id, date_moved) WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n \
        WHERE i < 2500) SELECT 'task', date_creation, color_id, project_id, column_id, i + 1, date_modification, \
        swimlane_id, date_moved FROM tasks, n WHERE title = 'like'";
    world.app.execute(&[copies]).await;
    assert_eq!(lines(&world, "what=tasks").await.len(), 2_502);
}

#[tokio::test]
async fn files_are_for_those_who_manage_the_project() {
    let (world, _) = filled().await;
    person(&world.app, &world.project, "bob", Some("project-member")).await;
    let bob = signed_in(&world.app, "bob", "bobbob").await;
    for path in ["/exports", "/exports/file?what=tasks"] {
        assert_eq!(bob.get(&world.at(path)).await.status, 403, "{path}");
    }
    let page = world.ada.get(&world.at("/exports")).await;
    assert!(page.status == 200 && page.body.contains("value=\"transitions\""), "{}", page.body);
    for odd in ["what=all", "what=tasks&from=soon", "what=tasks&from=2026-09-22&until=2026-09-21"] {
        assert_eq!(world.ada.get(&world.at(&format!("/exports/file?{odd}"))).await.status, 422, "{odd}");
    }
    let file = world.ada.get(&world.at("/exports/file?what=tasks")).await;
    let name = "attachment; filename=\"Demo Project-tasks.csv\"; filename*=UTF-8''Demo%20Project-tasks.csv";
    assert_eq!(file.header("content-disposition"), Some(name));
}
