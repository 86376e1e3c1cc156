//! getMyDashboard: the open tasks that concern who calls.

use kanso_testkit::{Rpc, TestApp};
use serde_json::json;

use crate::team::{Project, ids, person};

async fn shown(rpc: &Rpc) -> Vec<i64> {
    ids(&rpc.call("getMyDashboard", json!([])).await)
}

/// Two projects with two tasks each; bob has the first of each.
async fn start() -> (TestApp, Project, Project, Rpc, Rpc) {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (first, second) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let (bob, bobs_rpc) = person(&app, &first, "bob", Some("project-member")).await;
    let (_, alices_rpc) = person(&app, &first, "alice", Some("project-manager")).await;
    assert_eq!(bob, 2);
    rpc.call("addProjectUser", json!([second.id, bob, "project-viewer"])).await;
    for project in [&first, &second] {
        for owner in [bob, 0] {
            let new = json!({"title": "A task", "project_id": project.id, "column_id": project.columns[1]});
            let task = rpc.call_for_id("createTask", new).await;
            // A viewer cannot be given a task, but may have kept one.
            app.execute(&[&format!("UPDATE tasks SET owner_id = {owner} WHERE id = {task}")]).await;
        }
    }
    (app, first, second, bobs_rpc, alices_rpc)
}

#[tokio::test]
async fn it_shows_my_open_tasks_and_those_with_my_subtasks() {
    let (app, .., bob, alice) = start().await;
    assert_eq!(shown(&bob).await, [1, 3]);
    assert_eq!(shown(&alice).await, [] as [i64; 0]);
    app.execute(&[
        "INSERT INTO subtasks (id, title, status, task_id, user_id, position, time_estimated, time_spent) VALUES \
         (11, 'Later', 7, 4, 2, 9, 0, 0), (12, 'Collect', 1, 4, 2, 2, 2, 1.5), (13, 'Not mine', 0, 4, 3, 1, 0, 0), \
         (14, 'Done', 2, 1, 2, 1, 0, 0)",
        "INSERT INTO subtask_timers (subtask_id, user_id, started_at, ended_at) VALUES (12, 2, 1790000000, 0), \
         (12, 2, 1780000000, 1780003600), (11, 3, 1790000000, 0)",
        "INSERT INTO tags (id, name, folded, project_id, color_id) VALUES (81, 'urgent', 'urgent', 0, 'red'), \
         (82, 'Zoo', 'zoo', 2, NULL)",
        "INSERT INTO task_has_tags (task_id, tag_id) VALUES (4, 81), (4, 82)",
    ])
    .await;
    assert_eq!(shown(&bob).await, [1, 3, 4]);
    assert_eq!(shown(&alice).await, [4]);
    let dashboard = bob.call("getMyDashboard", json!([])).await;
    insta::assert_json_snapshot!(dashboard[2]);
    assert_eq!(ids(&dashboard[0]["subtasks"]), [14]);
    assert_eq!((&dashboard[1]["subtasks"], &dashboard[1]["tags"]), (&json!([]), &json!([])));
}

#[tokio::test]
async fn closed_tasks_disabled_projects_and_hidden_columns_are_left_out() {
    let (app, first, second, bob, _) = start().await;
    app.execute(&[&format!("UPDATE columns SET hide_in_dashboard = 1 WHERE id = {}", first.columns[1])])
        .await;
    assert_eq!(shown(&bob).await, [3]);
    app.execute(&["UPDATE columns SET hide_in_dashboard = 0"]).await;
    app.execute(&[&format!("UPDATE projects SET is_active = 0 WHERE id = {}", second.id)]).await;
    assert_eq!(shown(&bob).await, [1]);
    app.rpc().call("closeTask", json!([1])).await;
    assert_eq!(shown(&bob).await, [] as [i64; 0]);
}

#[tokio::test]
async fn the_application_has_none() {
    let (app, ..) = start().await;
    assert_eq!(app.rpc().try_call("getMyDashboard", json!([])).await.status, 403);
}
