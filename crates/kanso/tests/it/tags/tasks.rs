//! Giving tasks their tags by name.

use std::time::Duration;

use kanso_domain::Event;
use kanso_testkit::{ADMIN_PASSWORD, Rpc, TestApp};
use serde_json::{Value, json};

use super::{create, names};
use crate::team::{Project, events, int, members, person, told};

async fn tags(rpc: &Rpc, task: i64) -> Vec<String> {
    let tags = rpc.call("getTaskTags", json!([task])).await;
    members(&tags).values().map(|name| name.as_str().expect("a name").to_owned()).collect()
}

#[tokio::test]
async fn a_task_gets_the_tags_of_these_names_and_loses_the_others() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "x").await;
    let (search, urgent) = (create(&rpc, project.id, "search").await, create(&rpc, 0, "urgent").await);
    assert_eq!(rpc.call("getTaskTags", json!([task])).await, json!({}));
    let set = async |tags: Value| rpc.call("setTaskTags", json!([project.id, task, tags])).await;

    assert_eq!(set(json!(["hotfix", "search"])).await, json!(true));
    let shown = rpc.call("getTaskTags", json!([task])).await;
    let hotfix = urgent + 1;
    assert_eq!(shown, json!({search.to_string(): "search", hotfix.to_string(): "hotfix"}));
    let created = rpc.call("getTagsByProject", json!([project.id])).await;
    let expected = json!({"id": hotfix, "name": "hotfix", "project_id": project.id, "color_id": null});
    assert_eq!(created[0], expected, "without a colour");

    assert_eq!(set(json!(["urgent"])).await, json!(true));
    assert_eq!(rpc.call("getTaskTags", json!([task])).await, json!({urgent.to_string(): "urgent"}));
    assert_eq!(set(json!([])).await, json!(true));
    assert_eq!(rpc.call("getTaskTags", json!([task])).await, json!({}));
    // An object counts as its values; nothing, 0 and null are no names, blanks are.
    assert_eq!(set(json!({"a": "x", "b": "", "c": null, "d": "0", "e": " "})).await, json!(true));
    assert_eq!(tags(&rpc, task).await, ["x", " "]);
    assert_eq!(set(json!(["new", "new"])).await, json!(true), "twice is once");
    assert_eq!(tags(&rpc, task).await, ["new"]);
    assert_eq!(set(json!(["é".repeat(192)])).await, json!(false));
    assert_eq!(tags(&rpc, task).await, ["new"]);
    for malformed in [json!("new"), json!(1), json!(null)] {
        let answer = rpc.try_call("setTaskTags", json!([project.id, task, malformed])).await;
        assert_eq!(answer.body["error"]["code"], -32602, "{malformed}");
    }
}

#[tokio::test]
async fn a_tag_is_found_by_name_whatever_the_capitals_and_one_of_all_projects_first() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let task = project.task(&rpc, 0, "x").await;
    create(&rpc, other.id, "elsewhere").await;
    for (project, name) in
        [(project.id, "SEO"), (project.id, "everywhere"), (0, "EveryWhere"), (project.id, "50%")]
    {
        create(&rpc, project, name).await;
    }
    let set = async |tags: Value| rpc.call("setTaskTags", json!([project.id, task, tags])).await;
    assert_eq!(set(json!(["seo", "everywhere", "elsewhere", "5__", "É"])).await, json!(true));
    assert_eq!(tags(&rpc, task).await, ["SEO", "EveryWhere", "elsewhere", "5__", "É"]);
    assert_eq!(set(json!(["é"])).await, json!(true));
    assert_eq!(tags(&rpc, task).await, ["é"], "only ASCII letters are found whatever their case");
    let own = rpc.call("getTagsByProject", json!([project.id])).await;
    assert_eq!(names(&own), ["50%", "5__", "SEO", "elsewhere", "everywhere", "É", "é"]);

    // What is taken away is compared exactly, as in Kanboard: the tag is found and taken away again.
    assert_eq!(set(json!(["SEO"])).await, json!(true));
    assert_eq!(set(json!(["seo"])).await, json!(true));
    assert_eq!(tags(&rpc, task).await, Vec::<String>::new());
}

#[tokio::test]
async fn other_tags_are_told_with_both_ends_and_the_same_ones_are_not() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let new = json!({"title": "x", "project_id": project.id, "tags": ["one"]});
    let task = rpc.call_for_id("createTask", new).await;
    rpc.call("setTaskTags", json!([project.id, task, ["one", "two"]])).await;
    rpc.call("setTaskTags", json!([project.id, task, ["two", "one"]])).await;
    rpc.call("updateTask", json!({"id": task, "tags": ["two"]})).await;
    rpc.call("updateTask", json!({"id": task, "title": "y", "tags": []})).await;
    let names = ["task.create", "task.tag_change", "task.tag_change", "task.tag_change", "task.update"];
    assert_eq!(told(&app).await, names);
    let tagged: Vec<_> = events(&app, Some(project.id))
        .await
        .into_iter()
        .filter_map(|logged| {
            let Event::TaskTagged { before, .. } = logged.event else { return None };
            Some((before, logged.snapshot.tags))
        })
        .collect();
    let list = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect::<Vec<_>>();
    let expected = [
        (list(&["one"]), list(&["one", "two"])),
        (list(&["one", "two"]), list(&["two"])),
        (list(&["two"]), Vec::new()),
    ];
    assert_eq!(tagged, expected);
    let activity = rpc.call("getProjectActivity", json!([project.id])).await;
    assert!(!activity.to_string().contains("task.tag_change"), "Kanboard has no such activity");
}

#[tokio::test]
async fn open_boards_hear_of_tags() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    rpc.call("addProjectUser", json!([project.id, 1, "project-viewer"])).await;
    create(&rpc, project.id, "known").await;
    let task = project.task(&rpc, 0, "x").await;
    let browser = app.browser();
    browser.sign_in("admin", ADMIN_PASSWORD).await;
    let mut live = browser.follow(&format!("/board/{}/live", project.id), None).await;
    rpc.call("setTaskTags", json!([project.id, task, ["known"]])).await;
    let heard = live.next().await;
    assert_eq!((heard.event.as_str(), &heard.data["task"]), ("task", &json!(task)));
}

#[tokio::test]
async fn tags_alone_are_no_change_of_the_task() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let new = json!({"title": "x", "project_id": project.id, "tags": ["one", "One", "two"]});
    let task = rpc.call_for_id("createTask", new).await;
    assert_eq!(tags(&rpc, task).await, ["one", "two"]);
    let receiver = app.receiver().await;
    let look = async || {
        (rpc.call("getTask", json!([task])).await, rpc.call("getProjectById", json!([project.id])).await)
    };
    let (mut expected, before) = look().await;
    app.clock.advance(Duration::from_secs(60));
    rpc.call("setTaskTags", json!([project.id, task, ["two", "three"]])).await;
    assert_eq!(look().await, (expected.clone(), before.clone()));
    assert_eq!(tags(&rpc, task).await, ["two", "three"]);

    let update = json!({"id": task, "tags": ["three"]});
    assert_eq!(rpc.call("updateTask", update).await, json!(true));
    expected["date_modification"] = json!(int(&expected["date_modification"]) + 60);
    assert_eq!(look().await, (expected.clone(), before));
    assert_eq!(tags(&rpc, task).await, ["three"]);
    app.settle().await;
    assert!(receiver.names().is_empty(), "{:?}", receiver.names());

    for (update, left) in [
        (json!({"id": task, "tags": null}), vec!["three"]),
        (json!({"id": task, "title": "y", "tags": ["four"]}), vec!["four"]),
        (json!({"id": task, "tags": []}), vec![]),
    ] {
        assert_eq!(rpc.call("updateTask", update).await, json!(true));
        assert_eq!(tags(&rpc, task).await, left);
    }
    app.settle().await;
    assert_eq!(receiver.names(), ["task.update"]);
    for method in ["createTask", "updateTask"] {
        let malformed = json!({"id": task, "title": "x", "project_id": project.id, "tags": "three"});
        let mut malformed = malformed;
        malformed.as_object_mut().unwrap().shift_remove(if method == "createTask" {
            "id"
        } else {
            "project_id"
        });
        assert_eq!(rpc.try_call(method, malformed).await.body["error"]["code"], -32602, "{method}");
    }
}

#[tokio::test]
async fn a_removed_tag_leaves_its_tasks_and_a_renamed_one_stays() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "x").await;
    let (bug, idea) = (create(&rpc, project.id, "Bug").await, create(&rpc, project.id, "idea").await);
    rpc.call("setTaskTags", json!([project.id, task, ["Bug", "idea"]])).await;
    rpc.call("updateTag", json!([bug, "bug"])).await;
    assert_eq!(tags(&rpc, task).await, ["bug", "idea"]);
    rpc.call("removeTag", json!([idea])).await;
    assert_eq!(tags(&rpc, task).await, ["bug"]);
    assert_eq!(rpc.call("setTaskTags", json!([project.id, task, ["BUG", "bug"]])).await, json!(true));
    assert_eq!(rpc.call("getTaskTags", json!([task])).await, json!({bug.to_string(): "bug"}), "found anew");
}

#[tokio::test]
async fn who_works_in_the_project_of_a_task_tags_it() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, second, foreign) =
        (Project::create(&rpc).await, Project::create(&rpc).await, Project::create(&rpc).await);
    let (task, hidden) = (project.task(&rpc, 0, "x").await, foreign.task(&rpc, 0, "x").await);
    let (member, members_rpc) = person(&app, &project, "member", Some("project-member")).await;
    rpc.call("addProjectUser", json!([second.id, member])).await;
    let (_, viewer) = person(&app, &project, "viewer", Some("project-viewer")).await;
    assert_eq!(rpc.call("setTaskTags", json!([project.id, 999, ["a"]])).await, json!(false));
    assert_eq!(rpc.call("getTaskTags", json!([999])).await, json!({}));
    for (project, task) in [
        (foreign.id, hidden),
        (project.id, hidden),
        (project.id, 999),
        (foreign.id, task),
        (999, task),
        (0, task),
    ] {
        let answer = members_rpc.try_call("setTaskTags", json!([project, task, ["a"]])).await;
        assert_eq!(answer.status, 403, "{project} {task}");
    }
    for task in [hidden, 999] {
        assert_eq!(members_rpc.try_call("getTaskTags", json!([task])).await.status, 403, "{task}");
    }
    assert_eq!(viewer.try_call("setTaskTags", json!([project.id, task, ["a"]])).await.status, 403);
    // A task takes no tags of another project.
    for rpc in [&rpc, &members_rpc] {
        assert_eq!(rpc.call("setTaskTags", json!([second.id, task, ["a"]])).await, json!(false));
    }
    assert_eq!(members_rpc.call("setTaskTags", json!([project.id, task, ["a"]])).await, json!(true));
    assert_eq!(viewer.call("getTaskTags", json!([task])).await, json!({"1": "a"}));
}
