//! Columns: adding, changing, moving and removing them.

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, int};

/// The titles of a project's columns with their positions.
async fn titles(rpc: &Rpc, project: &Project) -> Vec<(String, i64)> {
    let columns = rpc.call("getColumns", json!([project.id])).await;
    let title = |column: &Value| column["title"].as_str().expect("a text").to_owned();
    entries(&columns).map(|column| (title(column), int(&column["position"]))).collect()
}

fn numbered(titles: &[&str]) -> Vec<(String, i64)> {
    titles.iter().zip(1..).map(|(title, position)| ((*title).to_owned(), position)).collect()
}

#[tokio::test]
async fn a_new_project_has_four_columns() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    assert_eq!(titles(&rpc, &project).await, numbered(&["Backlog", "Ready", "Work in progress", "Done"]));
    let columns = rpc.call("getColumns", json!([project.id])).await;
    insta::assert_json_snapshot!(columns[1], @r#"
    {
      "id": 2,
      "title": "Ready",
      "position": 2,
      "project_id": 1,
      "task_limit": 0,
      "description": "",
      "hide_in_dashboard": 0
    }
    "#);
    assert_eq!(rpc.call("getColumn", json!([project.columns[1]])).await, columns[1]);
    assert_eq!(rpc.call("getColumn", json!([999])).await, json!(null));
    assert_eq!(rpc.call("getColumns", json!([999])).await, json!([]));
}

#[tokio::test]
async fn a_column_is_added_at_the_end_with_a_title_of_its_own() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let new = json!({"project_id": project.id, "title": "Review", "task_limit": 3, "description": "Waiting"});
    let review = rpc.call_for_id("addColumn", new).await;
    let expected = json!({"id": review, "title": "Review", "position": 5, "project_id": project.id,
        "task_limit": 3, "description": "Waiting", "hide_in_dashboard": 0});
    assert_eq!(rpc.call("getColumn", json!([review])).await, expected);
    for title in ["review", "", "0"] {
        rpc.call_for_id("addColumn", json!([project.id, title])).await;
    }
    let text_limit = rpc.call_for_id("addColumn", json!([project.id, "Limit", "7"])).await;
    assert_eq!(rpc.call("getColumn", json!([text_limit])).await["task_limit"], 7);
    for refused in [json!([project.id, "Review"]), json!([project.id, ""]), json!([999, "Review"])] {
        assert_eq!(rpc.call("addColumn", refused.clone()).await, json!(false), "{refused}");
    }
    rpc.call_for_id("addColumn", json!([other.id, "Review"])).await;
    let all = ["Backlog", "Ready", "Work in progress", "Done", "Review", "review", "", "0", "Limit"];
    assert_eq!(titles(&rpc, &project).await, numbered(&all));
}

#[tokio::test]
async fn a_change_resets_what_it_leaves_out() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (column, other) = (project.columns[0], project.columns[1]);
    let get = async || rpc.call("getColumn", json!([column])).await;
    assert_eq!(rpc.call("updateColumn", json!([column, "Ideas", 4, "All of them"])).await, json!(true));
    let mut expected = json!({"id": column, "title": "Ideas", "position": 1, "project_id": project.id,
        "task_limit": 4, "description": "All of them", "hide_in_dashboard": 0});
    assert_eq!(get().await, expected);
    assert_eq!(rpc.call("updateColumn", json!([column, "Ready", 9])).await, json!(false), "taken");
    assert_eq!(get().await, expected);
    for (title, limit) in [("Ideas", json!("many")), ("", json!("")), ("ready", json!(0))] {
        assert_eq!(rpc.call("updateColumn", json!([column, title, limit])).await, json!(true), "{title}");
        expected["title"] = json!(title);
        expected["task_limit"] = json!(0);
        expected["description"] = json!("");
        assert_eq!(get().await, expected);
    }
    assert_eq!(
        rpc.call("updateColumn", json!([other, "Ready"])).await,
        json!(true),
        "its own title is not taken"
    );
    assert_eq!(rpc.call("updateColumn", json!([999, "Ghost"])).await, json!(true), "an unknown one as well");
}

#[tokio::test]
async fn a_moved_column_takes_its_place_and_all_are_numbered_anew() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    // A gap in the numbers to begin with.
    rpc.call("removeColumn", json!([project.columns[1]])).await;
    assert_eq!(titles(&rpc, &project).await[1], ("Work in progress".to_owned(), 3));
    let done = project.columns[3];
    for (position, expected) in [
        (1, ["Done", "Backlog", "Work in progress"]),
        (3, ["Backlog", "Work in progress", "Done"]),
        (2, ["Backlog", "Done", "Work in progress"]),
        (2, ["Backlog", "Done", "Work in progress"]),
    ] {
        let moved = rpc.call("changeColumnPosition", json!([project.id, done, position])).await;
        assert_eq!(moved, json!(true), "{position}");
        assert_eq!(titles(&rpc, &project).await, numbered(&expected));
    }
    for refused in [
        json!([project.id, done, 0]),
        json!([project.id, done, -1]),
        json!([project.id, done, 4]),
        json!([project.id, 999, 1]),
        json!([project.id, other.columns[0], 1]),
        json!([other.id, done, 1]),
        json!([999, done, 1]),
    ] {
        assert_eq!(rpc.call("changeColumnPosition", refused.clone()).await, json!(false), "{refused}");
    }
    assert_eq!(titles(&rpc, &project).await, numbered(&["Backlog", "Done", "Work in progress"]));
}

#[tokio::test]
async fn a_column_is_removed_only_without_tasks_and_leaves_a_gap() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "x").await;
    let remove = async |column: i64| rpc.call("removeColumn", json!([column])).await;
    assert_eq!(remove(project.columns[0]).await, json!(false), "an open task");
    rpc.call("closeTask", json!([task])).await;
    assert_eq!(remove(project.columns[0]).await, json!(false), "a closed task");
    assert_eq!(remove(project.columns[2]).await, json!(true));
    assert_eq!(remove(project.columns[2]).await, json!(false), "it is gone");
    let left = titles(&rpc, &project).await;
    assert_eq!(left, [("Backlog".to_owned(), 1), ("Ready".to_owned(), 2), ("Done".to_owned(), 4)]);
    let added = rpc.call_for_id("addColumn", json!([project.id, "Review"])).await;
    assert_eq!(rpc.call("getColumn", json!([added])).await["position"], 5, "after the highest number");
    rpc.call("removeTask", json!([task])).await;
    assert_eq!(remove(project.columns[0]).await, json!(true));
}
