//! getBoard with all its sums.

mod columns;
mod swimlanes;

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, ids, int, person};

/// The board's cells, each with its tasks' ids: swimlane by swimlane, column by column.
fn cells(board: &Value) -> Vec<Vec<Vec<i64>>> {
    let columns =
        |swimlane: &Value| entries(&swimlane["columns"]).map(|column| ids(&column["tasks"])).collect();
    entries(board).map(columns).collect()
}

/// What `is_draggable` says of each task of the board, by id.
fn draggable(board: &Value) -> Vec<(i64, bool)> {
    let columns = entries(board).flat_map(|swimlane| entries(&swimlane["columns"]));
    let tasks = columns.flat_map(|column| entries(&column["tasks"]));
    let mut all: Vec<(i64, bool)> =
        tasks.map(|task| (int(&task["id"]), task["is_draggable"].as_bool().expect("a flag"))).collect();
    all.sort_unstable();
    all
}

async fn board(rpc: &Rpc, project: &Project) -> Value {
    rpc.call("getBoard", json!([project.id])).await
}

#[tokio::test]
async fn a_board_shows_open_and_closed_tasks_and_sums_them_up() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves_rpc) = person(&app, &project, "eve", Some("project-member")).await;
    for column in &project.columns[2..] {
        rpc.call("removeColumn", json!([column])).await;
    }
    rpc.call("updateColumn", json!([project.columns[1], "Doing", 3, "At most three"])).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Expedite", "Urgent ones"])).await;
    let full = json!({"title": "Design", "project_id": project.id, "color_id": "orange", "owner_id": eve,
        "column_id": project.columns[1], "date_due": "2026-12-24 10:00", "description": "**Figma**", "score": 5,
        "priority": 2, "reference": "WEB-1", "time_estimated": 1.5, "time_spent": 2});
    let closed = eves_rpc.call_for_id("createTask", full).await;
    rpc.call("createComment", json!([closed, eve, "one"])).await;
    rpc.call(
        "createComment",
        json!({"task_id": closed, "user_id": 1, "content": "two", "visibility": "app-admin"}),
    )
    .await;
    app.clock.advance(Duration::from_secs(60));
    rpc.call("closeTask", json!([closed])).await;
    for (title, swimlane, score) in [("Open", project.swimlane, json!(3)), ("Urgent", lane, json!(null))] {
        let new = json!({"title": title, "project_id": project.id, "column_id": project.columns[1],
            "swimlane_id": swimlane, "score": score});
        rpc.call_for_id("createTask", new).await;
    }
    insta::assert_json_snapshot!(board(&eves_rpc, &project).await);
}

#[tokio::test]
async fn tasks_are_ordered_by_position_and_those_of_disabled_swimlanes_left_out() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    let mut tasks = Vec::new();
    for column in [0, 0, 0, 3] {
        tasks.push(project.task(&rpc, column, "x").await);
    }
    project.drag(&rpc, tasks[2], 0, 1).await;
    rpc.call("moveTaskPosition", json!([project.id, tasks[1], project.columns[0], 1, lane])).await;
    let (first, second) = (
        vec![vec![tasks[2], tasks[0]], vec![], vec![], vec![tasks[3]]],
        vec![vec![tasks[1]], vec![], vec![], vec![]],
    );
    assert_eq!(cells(&board(&rpc, &project).await), [first.clone(), second.clone()]);
    rpc.call("changeSwimlanePosition", json!([project.id, lane, 1])).await;
    assert_eq!(cells(&board(&rpc, &project).await), [second, first.clone()]);

    rpc.call("disableSwimlane", json!([project.id, lane])).await;
    let shown = board(&rpc, &project).await;
    assert_eq!(cells(&shown), [first]);
    let column = &shown[0]["columns"][0];
    let sums = ["nb_tasks", "nb_open_tasks", "column_nb_open_tasks", "nb_visible_tasks_across_swimlane"];
    // What is hidden counts as an open task of the column, not as a visible one.
    assert_eq!(sums.map(|sum| int(&column[sum])), [2, 3, 3, 2]);
    assert_eq!((&shown[0]["nb_swimlanes"], &shown[0]["nb_tasks"]), (&json!(1), &json!(3)));
}

#[tokio::test]
async fn nothing_to_show_is_an_empty_list() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (bare, hidden) = (Project::create(&rpc).await, Project::create(&rpc).await);
    for column in &bare.columns {
        assert_eq!(rpc.call("removeColumn", json!([column])).await, json!(true));
    }
    hidden.task(&rpc, 0, "x").await;
    rpc.call("disableSwimlane", json!([hidden.id, hidden.swimlane])).await;
    assert_eq!(board(&rpc, &bare).await, json!([]), "no column");
    assert_eq!(board(&rpc, &hidden).await, json!([]), "no active swimlane");
    assert_eq!(rpc.call("getBoard", json!([999])).await, json!([]), "no project");
}

#[tokio::test]
async fn open_tasks_are_draggable_for_who_may_move_them() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (open, closed) = (project.task(&rpc, 0, "open").await, project.task(&rpc, 0, "closed").await);
    rpc.call("closeTask", json!([closed])).await;
    for (name, role, may) in [
        ("manager", "project-manager", true),
        ("member", "project-member", true),
        ("viewer", "project-viewer", false),
    ] {
        let (_, rpc) = person(&app, &project, name, Some(role)).await;
        assert_eq!(draggable(&board(&rpc, &project).await), [(open, may), (closed, false)], "{name}");
    }
    assert_eq!(draggable(&board(&rpc, &project).await), [(open, false), (closed, false)], "the application");
    // An administrator of the application may drag whatever they see.
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    assert_eq!(admin.try_call("getBoard", json!([project.id])).await.status, 403);
    rpc.call("addProjectUser", json!([project.id, 1, "project-viewer"])).await;
    assert_eq!(draggable(&board(&admin, &project).await), [(open, true), (closed, false)]);
}
