//! Categories: their names, their tasks, and those of new projects.

use std::time::Duration;

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, person};

async fn names(rpc: &Rpc, project: i64) -> Vec<String> {
    let categories = rpc.call("getAllCategories", json!([project])).await;
    entries(&categories).map(|category| category["name"].as_str().expect("a name").to_owned()).collect()
}

#[tokio::test]
async fn a_category_is_created_changed_and_removed() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await.id, Project::create(&rpc).await.id);
    let named = json!({"project_id": project, "name": "Bug", "color_id": "red"});
    let bug = rpc.call_for_id("createCategory", named).await;
    let feature = rpc.call_for_id("createCategory", json!([project, "Feature"])).await;
    assert_eq!((bug, feature), (1, 2));
    let shown =
        json!({"id": bug, "name": "Bug", "project_id": project, "description": null, "color_id": "red"});
    assert_eq!(rpc.call("getCategory", json!([bug])).await, shown);
    let second = json!({"id": feature, "name": "Feature", "project_id": project, "description": null, "color_id": null});
    assert_eq!(rpc.call("getAllCategories", json!([project])).await, json!([shown, second]));
    assert_eq!(rpc.call("getAllCategories", json!([other])).await, json!([]));

    assert_eq!(rpc.call("updateCategory", json!([bug, "Defect"])).await, json!(true));
    let changed = rpc.call("getCategory", json!([bug])).await;
    assert_eq!((&changed["name"], &changed["color_id"]), (&json!("Defect"), &Value::Null), "the colour goes");
    assert_eq!(rpc.call("updateCategory", json!([bug, "DEFECT", "no-colour"])).await, json!(true));
    assert_eq!(rpc.call("getCategory", json!([bug])).await["color_id"], "no-colour", "any text is a colour");

    assert_eq!(rpc.call("removeCategory", json!([bug])).await, json!(true));
    assert_eq!(names(&rpc, project).await, ["Feature"]);
}

#[tokio::test]
async fn a_name_is_taken_in_its_project_whatever_the_capitals() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await.id, Project::create(&rpc).await.id);
    let bug = rpc.call_for_id("createCategory", json!([project, "Bug"])).await;
    rpc.call_for_id("createCategory", json!([project, "Éclair"])).await;
    for refused in ["bug", "BUG", "", &"é".repeat(192)] {
        assert_eq!(rpc.call("createCategory", json!([project, refused])).await, json!(false), "{refused}");
    }
    // Only ASCII letters are compared without their case.
    for free in ["éclair", "apple", "Zebra", &"é".repeat(191)] {
        rpc.call_for_id("createCategory", json!([project, free])).await;
    }
    rpc.call_for_id("createCategory", json!([other, "bug"])).await;
    for refused in ["APPLE", "", &"é".repeat(192)] {
        assert_eq!(rpc.call("updateCategory", json!([bug, refused])).await, json!(false), "{refused}");
    }
    assert_eq!(names(&rpc, project).await, ["apple", "Bug", "Zebra", "Éclair", "éclair", &"é".repeat(191)]);
}

#[tokio::test]
async fn tasks_of_a_removed_category_have_none_and_keep_their_dates() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let bug = rpc.call_for_id("createCategory", json!([project.id, "Bug"])).await;
    let kept = rpc.call_for_id("createCategory", json!([project.id, "Kept"])).await;
    let create = async |category: i64| {
        let new = json!({"title": "x", "project_id": project.id, "category_id": category});
        rpc.call_for_id("createTask", new).await
    };
    let (task, other) = (create(bug).await, create(kept).await);
    let receiver = app.receiver().await;
    let before = rpc.call("getProjectById", json!([project.id])).await;
    let mut expected = rpc.call("getTask", json!([task])).await;
    app.clock.advance(Duration::from_secs(60));
    assert_eq!(rpc.call("removeCategory", json!([bug])).await, json!(true));
    expected["category_id"] = json!(0);
    assert_eq!(rpc.call("getTask", json!([task])).await, expected);
    assert_eq!(rpc.call("getTask", json!([other])).await["category_id"], kept);
    assert_eq!(rpc.call("getProjectById", json!([project.id])).await, before);
    app.settle().await;
    assert!(receiver.names().is_empty(), "Kanboard tells nobody: {:?}", receiver.names());
}

#[tokio::test]
async fn a_new_project_gets_the_categories_of_the_setting() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    assert_eq!(names(&rpc, Project::create(&rpc).await.id).await, Vec::<String>::new());
    app.set("project_categories", " Bug ,Idea,, bug").await;
    assert_eq!(names(&rpc, Project::create(&rpc).await.id).await, ["Bug", "Idea"]);
}

#[tokio::test]
async fn what_is_not_there_is_told_to_the_application_only() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, foreign) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let hidden = rpc.call_for_id("createCategory", json!([foreign.id, "Bug"])).await;
    let own = rpc.call_for_id("createCategory", json!([project.id, "Bug"])).await;
    for (method, params, answer) in [
        ("createCategory", json!([999, "x"]), json!(false)),
        ("getCategory", json!([999]), json!(null)),
        ("getAllCategories", json!([999]), json!([])),
        ("updateCategory", json!([999, "x"]), json!(true)),
        ("removeCategory", json!([999]), json!(false)),
    ] {
        assert_eq!(rpc.call(method, params.clone()).await, answer, "{method} {params}");
    }
    let (_, manager) = person(&app, &project, "manager", Some("project-manager")).await;
    let (_, member) = person(&app, &project, "member", Some("project-member")).await;
    for id in [999, hidden] {
        for (method, params) in [
            ("getCategory", json!([id])),
            ("updateCategory", json!([id, "x"])),
            ("updateCategory", json!([id, ""])),
            ("removeCategory", json!([id])),
        ] {
            assert_eq!(manager.try_call(method, params.clone()).await.status, 403, "{method} {params}");
        }
    }
    assert_eq!(member.call("getCategory", json!([own])).await["id"], own);
    assert_eq!(member.try_call("removeCategory", json!([own])).await.status, 403);
    assert_eq!(manager.call("removeCategory", json!([own])).await, json!(true));
}
