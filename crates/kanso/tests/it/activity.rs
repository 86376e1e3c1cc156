//! Activity streams.

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, ids, int, members, person};

/// An app with a project and a member of it, who acts.
async fn start() -> (TestApp, Project, Rpc) {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let (_, alice) = person(&app, &project, "alice", Some("project-member")).await;
    (app, project, alice)
}

async fn stream(rpc: &Rpc, project: i64) -> Value {
    rpc.call("getProjectActivity", json!([project])).await
}

fn names(stream: &Value) -> Vec<&str> {
    entries(stream).map(|activity| activity["event_name"].as_str().expect("a name")).collect()
}

#[tokio::test]
async fn what_people_do_is_told_newest_first_with_its_data() {
    let (app, project, alice) = start().await;
    let task = project.task(&alice, 0, "Fix it").await;
    alice.call("updateTask", json!({"id": task, "title": "Fix <it>", "score": 3})).await;
    alice.call("createComment", json!([task, 2, "<b>Done?</b>"])).await;

    let stream = stream(&app.rpc(), project.id).await;
    assert_eq!(names(&stream), ["comment.create", "task.update", "task.create"]);
    let [comment, update, create] = &stream.as_array().expect("a list")[..] else { panic!("{stream}") };
    for (activity, project_id) in [(comment, project.id), (update, project.id), (create, project.id)] {
        assert_eq!(
            (&activity["project_id"], &activity["task_id"], &activity["creator_id"]),
            (&json!(project_id), &json!(task), &json!(2))
        );
        assert_eq!(activity["date_creation"], json!(kanso_testkit::START));
        assert_eq!(activity["author_username"], "alice");
        assert_eq!(activity["author"], "alice");
    }
    assert_eq!(update["changes"], json!({"title": "Fix <it>", "score": 3}));
    assert_eq!((&create["task"]["title"], &update["task"]["title"]), (&json!("Fix it"), &json!("Fix <it>")));
    assert!(!members(&create["task"]).contains_key("default_swimlane"));
    assert!(!members(create).contains_key("changes"));
    assert_eq!(comment["comment"]["comment"], "<b>Done?</b>");

    let content = comment["event_content"].as_str().expect("a text");
    assert!(content.contains("Fix &lt;it&gt;") && content.contains("&lt;b&gt;Done?"), "{content}");
    assert!(comment["event_title"].as_str().expect("a text").contains(&format!("#{task}")));
}

#[tokio::test]
async fn what_the_application_does_leaves_no_trace() {
    let (app, project, alice) = start().await;
    project.task(&app.rpc(), 0, "By a program").await;
    app.rpc().call("addColumn", json!([project.id, "More"])).await;
    assert_eq!(stream(&alice, project.id).await, json!([]));
}

#[tokio::test]
async fn a_move_across_swimlanes_and_columns_is_told_as_both() {
    let (app, project, alice) = start().await;
    let lane = app.rpc().call_for_id("addSwimlane", json!([project.id, "Urgent"])).await;
    let task = project.task(&alice, 0, "A").await;
    let to = json!([project.id, task, project.columns[1], 1, lane]);
    assert_eq!(alice.call("moveTaskPosition", to).await, json!(true));

    let stream = stream(&alice, project.id).await;
    assert_eq!(names(&stream), ["task.move.column", "task.move.swimlane", "task.create"]);
    let ids = ids(&stream);
    assert!(ids.is_sorted_by(|newer, older| newer > older), "{ids:?}");
    for activity in entries(&stream).take(2) {
        let (from, to) = (json!(project.columns[0]), json!(project.columns[1]));
        assert_eq!((&activity["src_column_id"], &activity["dst_column_id"]), (&from, &to));
        assert_eq!((&activity["column_id"], &activity["swimlane_id"]), (&to, &json!(lane)));
        // It happened in the second in which the task was made, so this is no change.
        assert_eq!(activity["changes"], json!({"src_column_id": from, "dst_column_id": to}));
        assert_eq!(activity["position"], json!(1));
    }
}

#[tokio::test]
async fn streams_end_after_fifty_or_a_hundred() {
    let (_app, project, alice) = start().await;
    let task = project.task(&alice, 0, "A").await;
    for _ in 0..55 {
        alice.call("closeTask", json!([task])).await;
        alice.call("openTask", json!([task])).await;
    }
    let (of_project, of_mine) =
        (stream(&alice, project.id).await, alice.call("getMyActivityStream", json!([])).await);
    assert_eq!((ids(&of_project).len(), ids(&of_mine).len()), (50, 100));
    assert_eq!(ids(&of_mine)[..50], ids(&of_project), "an activity has the same id everywhere");
    assert_eq!(names(&of_project)[..2], ["task.open", "task.close"]);
}

#[tokio::test]
async fn the_activities_of_a_removed_task_disappear() {
    let (_app, project, alice) = start().await;
    let kept = project.task(&alice, 0, "Kept").await;
    let removed = project.task(&alice, 0, "Removed").await;
    alice.call("removeTask", json!([removed])).await;
    let stream = stream(&alice, project.id).await;
    assert_eq!(entries(&stream).map(|activity| int(&activity["task_id"])).collect::<Vec<_>>(), [kept]);
}

#[tokio::test]
async fn comments_above_the_own_role_are_left_out_and_older_ones_fill_the_page() {
    let (app, project, alice) = start().await;
    app.rpc().call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
    let admin = app.rpc_as("admin", kanso_testkit::ADMIN_PASSWORD);
    let task = project.task(&alice, 0, "A").await;
    for text in 0..60 {
        let comment =
            json!({"task_id": task, "user_id": 1, "content": text.to_string(), "visibility": "app-admin"});
        admin.call_for_id("createComment", comment).await;
    }
    assert_eq!(names(&stream(&alice, project.id).await), ["task.create"]);
    assert_eq!(names(&alice.call("getMyActivityStream", json!([])).await), ["task.create"]);
    assert_eq!(names(&stream(&admin, project.id).await), ["comment.create"; 50]);
    assert_eq!(names(&stream(&app.rpc(), project.id).await), ["comment.create"; 50]);
}

#[tokio::test]
async fn several_projects_are_told_together() {
    let (app, project, alice) = start().await;
    let other = Project::create(&app.rpc()).await;
    app.rpc().call("addProjectUser", json!([other.id, 2])).await;
    let mut tasks = Vec::new();
    for at in [&project, &other, &project, &other] {
        tasks.push(at.task(&alice, 0, "x").await);
    }
    tasks.reverse();
    let of = |stream: &Value| entries(stream).map(|activity| int(&activity["task_id"])).collect::<Vec<_>>();

    let both = alice.call("getProjectActivities", json!([[project.id, other.id, project.id]])).await;
    assert_eq!(of(&both), tasks);
    let named = json!({"project_ids": [other.id.to_string()]});
    assert_eq!(of(&alice.call("getProjectActivities", named).await), [tasks[0], tasks[2]]);
    assert_eq!(of(&alice.call("getMyActivityStream", json!([])).await), tasks);
    assert_eq!(alice.call("getProjectActivities", json!([[]])).await, json!([]));

    // A project that was closed is no longer among one's own, but can be asked for.
    app.rpc().call("disableProject", json!([other.id])).await;
    assert_eq!(of(&alice.call("getMyActivityStream", json!([])).await), [tasks[1], tasks[3]]);
    assert_eq!(of(&stream(&alice, other.id).await), [tasks[0], tasks[2]]);
}

#[tokio::test]
async fn a_project_without_a_role_and_one_that_is_not_there_are_refused_alike() {
    let (app, project, alice) = start().await;
    let foreign = Project::create(&app.rpc()).await;
    for project in [foreign.id, 999] {
        assert_eq!(alice.try_call("getProjectActivity", json!([project])).await.status, 403);
    }
    for projects in [json!([project.id, foreign.id]), json!([project.id, 999]), json!([project.id, "x"])] {
        assert_eq!(alice.try_call("getProjectActivities", json!([projects])).await.status, 403);
    }
    let rpc = app.rpc();
    assert_eq!(rpc.call("getProjectActivity", json!([999])).await, json!([]));
    assert_eq!(rpc.call("getProjectActivities", json!([[999, -1, null, foreign.id]])).await, json!([]));
    assert_eq!(rpc.try_call("getMyActivityStream", json!([])).await.status, 403);
    for scalar in [json!(1), json!("1"), json!(null), json!(true)] {
        let answer = rpc.try_call("getProjectActivities", json!([scalar])).await;
        assert_eq!(answer.body["error"]["code"], json!(-32602), "{answer:?}");
    }
}
