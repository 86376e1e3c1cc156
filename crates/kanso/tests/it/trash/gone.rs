//! What a removed task named, and is gone when the task comes back.

use kanso_core::file;
use serde_json::{Value, json};

use super::Desk;
use crate::team::{Project, entries};

#[tokio::test]
async fn what_is_gone_meanwhile_it_names_no_longer() {
    let desk = Desk::start().await;
    let tag = desk.rpc.call("getTagsByProject", json!([desk.project.id])).await[0]["id"].clone();
    desk.remove(desk.task).await;
    for (method, id) in [
        ("removeCategory", json!([desk.category])),
        ("removeTag", json!([tag])),
        ("removeUser", json!([desk.bob])),
        ("removeColumn", json!([desk.project.columns[0]])),
    ] {
        assert_eq!(desk.rpc.call(method, id).await, json!(true), "{method}");
    }
    desk.restore(desk.task).await;
    let task = desk.rpc.call("getTask", json!([desk.task])).await;
    let named = ["category_id", "owner_id", "column_id"].map(|name| task[name].clone());
    assert_eq!(named, [json!(0), json!(0), json!(desk.project.columns[1])]);
    assert_eq!(desk.rpc.call("getTaskTags", json!([desk.task])).await, json!({}));
    let subtasks = desk.rpc.call("getAllSubtasks", json!([desk.task])).await;
    assert_eq!(subtasks[0]["user_id"], 0);
    let comments = desk.rpc.call("getAllComments", json!([desk.task])).await;
    assert_eq!((&comments[0]["user_id"], &comments[0]["comment"]), (&json!(0), &json!("hello")));
}

#[tokio::test]
async fn a_link_comes_back_with_the_second_of_its_tasks() {
    for first_back in [0, 1] {
        let desk = Desk::start().await;
        let before = desk.tell().await;
        let pair = [desk.task, desk.other];
        for task in pair {
            desk.remove(task).await;
        }
        desk.restore(pair[first_back]).await;
        assert_eq!(desk.rpc.call("getAllTaskLinks", json!([pair[first_back]])).await, json!([]));
        desk.restore(pair[1 - first_back]).await;
        assert_eq!(desk.tell().await, before);
    }
}

#[tokio::test]
async fn a_link_to_a_task_that_is_gone_for_good_does_not_come_back() {
    let desk = Desk::start().await;
    desk.remove(desk.task).await;
    desk.remove(desk.other).await;
    kanso_core::trash::purge_task(&desk.app.app, &kanso_core::Actor::Application, desk.other.into())
        .await
        .unwrap();
    desk.restore(desk.task).await;
    assert_eq!(desk.rpc.call("getAllTaskLinks", json!([desk.task])).await, json!([]));
}

#[tokio::test]
async fn the_trash_goes_with_its_project() {
    let desk = Desk::start().await;
    let files = desk.rpc.call("getAllTaskFiles", json!([desk.task])).await;
    let content = desk.app.files().join(files[0]["path"].as_str().expect("a path"));
    desk.remove(desk.task).await;
    assert_eq!(desk.rpc.call("removeProject", json!([desk.project.id])).await, json!(true));
    let project = desk.project.id.into();
    kanso_core::project::purge_project(&desk.app.app, &kanso_core::Actor::Application, project)
        .await
        .unwrap();
    file::sweep(&desk.app.app).await.unwrap();
    assert!(!content.exists());
    let kept: Vec<(i64,)> = desk.app.rows("SELECT COUNT(*) FROM trash_rows").await;
    assert_eq!(kept, [(0,)]);
}

#[tokio::test]
async fn content_that_a_copy_shares_stays_when_the_task_is_gone_for_good() {
    let desk = Desk::start().await;
    let other = Project::create(&desk.rpc).await;
    let copy = desk.rpc.call_for_id("duplicateTaskToProject", json!([desk.task, other.id])).await;
    let listed = desk.rpc.call("getAllTaskFiles", json!([copy])).await;
    assert_eq!(entries(&listed).count(), 1);
    desk.remove(desk.task).await;
    kanso_core::trash::purge_task(&desk.app.app, &kanso_core::Actor::Application, desk.task.into())
        .await
        .unwrap();
    file::sweep(&desk.app.app).await.unwrap();
    let content = desk.rpc.call("downloadTaskFile", json!([listed[0]["id"]])).await;
    assert_ne!(content, Value::from(""));
}
