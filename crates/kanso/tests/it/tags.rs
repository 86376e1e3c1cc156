//! Tags: of a project and of all, and which tasks have them.

mod tasks;

use kanso_testkit::{ADMIN_PASSWORD, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, person};

async fn create(rpc: &Rpc, project: i64, name: &str) -> i64 {
    rpc.call_for_id("createTag", json!([project, name])).await
}

fn names(tags: &Value) -> Vec<&str> {
    entries(tags).map(|tag| tag["name"].as_str().expect("a name")).collect()
}

#[tokio::test]
async fn a_tag_is_created_changed_and_removed() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let new = json!({"project_id": project.id, "tag": "seo", "color_id": "blue"});
    let seo = rpc.call_for_id("createTag", new).await;
    assert_eq!(rpc.call("createTag", json!([project.id, "seo"])).await, json!(false), "it is taken");
    let urgent = rpc.call_for_id("createTag", json!([0, "urgent", "red"])).await;
    let own = json!({"id": seo, "name": "seo", "project_id": project.id, "color_id": "blue"});
    let global = json!({"id": urgent, "name": "urgent", "project_id": 0, "color_id": "red"});
    assert_eq!(rpc.call("getTagsByProject", json!([project.id])).await, json!([own]));
    assert_eq!(rpc.call("getTagsByProject", json!([0])).await, json!([global]));
    assert_eq!(rpc.call("getAllTags", json!(null)).await, json!([own, global]));

    assert_eq!(rpc.call("updateTag", json!([seo, "search", "green"])).await, json!(true));
    assert_eq!(rpc.call("updateTag", json!([seo, "Search"])).await, json!(true));
    let changed = json!([{"id": seo, "name": "Search", "project_id": project.id, "color_id": null}]);
    assert_eq!(rpc.call("getTagsByProject", json!([project.id])).await, changed, "the colour goes");
    assert_eq!(rpc.call("updateTag", json!([urgent, "now", "red"])).await, json!(true));

    for tag in [seo, urgent] {
        assert_eq!(rpc.call("removeTag", json!([tag])).await, json!(true));
    }
    assert_eq!(rpc.call("getAllTags", json!([])).await, json!([]));
}

#[tokio::test]
async fn names_differ_by_their_capitals_and_are_sorted_by_bytes() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await.id, Project::create(&rpc).await.id);
    let bug = create(&rpc, project, "bug").await;
    for name in ["Bug", "", "été", "Zoo", "50%", &"é".repeat(191)] {
        create(&rpc, project, name).await;
    }
    create(&rpc, other, "bug").await;
    create(&rpc, 0, "bug").await;
    for refused in ["bug", "Bug", "", &"é".repeat(192)] {
        assert_eq!(rpc.call("createTag", json!([project, refused])).await, json!(false), "{refused}");
    }
    for refused in ["Bug", &"é".repeat(192)] {
        assert_eq!(rpc.call("updateTag", json!([bug, refused])).await, json!(false), "{refused}");
    }
    assert_eq!(rpc.call("updateTag", json!([bug, "bug"])).await, json!(true), "its own name");
    let tags = rpc.call("getTagsByProject", json!([project])).await;
    assert_eq!(names(&tags), ["", "50%", "Bug", "Zoo", "bug", "été", &"é".repeat(191)]);
}

#[tokio::test]
async fn people_see_tags_of_all_projects_and_of_their_own_active_ones() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (own, closed, foreign) =
        (Project::create(&rpc).await, Project::create(&rpc).await, Project::create(&rpc).await);
    for (project, name) in
        [(own.id, "own"), (closed.id, "closed"), (foreign.id, "foreign"), (0, "everywhere")]
    {
        create(&rpc, project, name).await;
    }
    let (viewer, viewers_rpc) = person(&app, &own, "viewer", Some("project-viewer")).await;
    rpc.call("addProjectUser", json!([closed.id, viewer])).await;
    rpc.call("disableProject", json!([closed.id])).await;
    let (_, outsider) = person(&app, &own, "outsider", None).await;
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    for (rpc, seen) in [
        (&rpc, vec!["closed", "everywhere", "foreign", "own"]),
        (&admin, vec!["closed", "everywhere", "foreign", "own"]),
        (&viewers_rpc, vec!["everywhere", "own"]),
        (&outsider, vec!["everywhere"]),
    ] {
        assert_eq!(names(&rpc.call("getAllTags", json!([])).await), seen);
    }
}

#[tokio::test]
async fn tags_of_all_projects_are_the_applications() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let global = create(&rpc, 0, "everywhere").await;
    let (_, manager) = person(&app, &project, "manager", Some("project-manager")).await;
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    for person in [&manager, &admin] {
        for (method, params) in [
            ("getTagsByProject", json!([0])),
            ("createTag", json!([0, "x"])),
            ("updateTag", json!([global, "x"])),
            ("removeTag", json!([global])),
        ] {
            assert_eq!(person.try_call(method, params.clone()).await.status, 403, "{method} {params}");
        }
    }
    assert_eq!(names(&rpc.call("getAllTags", json!([])).await), ["everywhere"]);
}

#[tokio::test]
async fn a_foreign_tag_cannot_be_told_from_none() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, foreign) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let hidden = create(&rpc, foreign.id, "hidden").await;
    let own = create(&rpc, project.id, "own").await;
    let (_, member) = person(&app, &project, "member", Some("project-member")).await;
    let (_, viewer) = person(&app, &project, "viewer", Some("project-viewer")).await;
    assert_eq!(rpc.call("updateTag", json!([999, "ghost"])).await, json!(true));
    assert_eq!(rpc.call("removeTag", json!([999])).await, json!(false));
    for (who, tag) in [(&member, hidden), (&member, 999), (&viewer, own), (&viewer, hidden), (&viewer, 999)] {
        for (method, params) in [("updateTag", json!([tag, "x"])), ("removeTag", json!([tag]))] {
            assert_eq!(who.try_call(method, params.clone()).await.status, 403, "{method} {params}");
        }
    }
    for project in [foreign.id, 999] {
        for (method, params) in [("createTag", json!([project, "x"])), ("getTagsByProject", json!([project]))]
        {
            assert_eq!(member.try_call(method, params.clone()).await.status, 403, "{method} {params}");
        }
    }
    assert_eq!(rpc.call("getTagsByProject", json!([999])).await, json!([]));
    assert_eq!(rpc.call("createTag", json!([999, "x"])).await, json!(false));
    assert_eq!(member.call("updateTag", json!([own, "renamed"])).await, json!(true));
    assert_eq!(member.call("removeTag", json!([own])).await, json!(true));
}

#[tokio::test]
async fn the_tags_of_a_project_go_with_it() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    for (project, name) in [(project.id, "gone"), (other.id, "kept"), (0, "everywhere")] {
        create(&rpc, project, name).await;
    }
    let task = project.task(&rpc, 0, "x").await;
    rpc.call("setTaskTags", json!([project.id, task, ["gone", "everywhere"]])).await;
    assert_eq!(rpc.call("removeProject", json!([project.id])).await, json!(true));
    assert_eq!(names(&rpc.call("getAllTags", json!([])).await), ["everywhere", "kept"]);
}
