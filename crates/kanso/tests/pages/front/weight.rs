//! What pages weigh. Scripts and styles are weighed where they are embedded.

use kanso_testkit::TestApp;
use serde_json::json;

use super::signed_in;
use crate::team::Project;

/// How many bytes of HTML a task may cost on a board.
const MOST_OF_A_TASK: usize = 1_500;
const TASKS: usize = 40;

#[tokio::test]
async fn a_task_costs_little_on_a_board() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    assert_eq!(rpc.call("enableProjectPublicAccess", json!([project.id])).await, json!(true));
    let token = rpc.call("getProjectById", json!([project.id])).await["token"].clone();
    let (bob, browser) = signed_in(&app, &project, "bob", "project-member").await;
    let category = rpc.call_for_id("createCategory", json!({"project_id": project.id, "name": "Web"})).await;
    let boards =
        [format!("/board/{}", project.id), format!("/public/board/{}", token.as_str().expect("a token"))];
    let weigh = async || {
        let mut sizes = Vec::new();
        for board in &boards {
            sizes.push(browser.get(board).await.body.len());
        }
        sizes
    };
    let empty = weigh().await;
    for number in 0..TASKS {
        let new = json!({"title": format!("A title as long as they are, number {number}"), "owner_id": bob,
            "project_id": project.id, "date_due": "2026-10-01 12:00", "priority": 2, "score": 3,
            "category_id": category, "tags": ["print", "urgent"]});
        rpc.call_for_id("createTask", new).await;
    }
    for ((full, empty), board) in weigh().await.into_iter().zip(empty).zip(&boards) {
        let each = (full - empty) / TASKS;
        assert!(each <= MOST_OF_A_TASK, "{each} bytes a task on {board}");
    }
}
