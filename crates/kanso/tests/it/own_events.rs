//! What is told besides tasks: projects and the parts of their boards, with both ends of each change.

use kanso_core::Actor;
use kanso_core::event::{Logged, list_events_after};
use kanso_domain::{EventName, FieldValue, NamedChange};
use kanso_testkit::{ADMIN_PASSWORD, TestApp};
use serde_json::{Value, json};

use crate::team::Project;

/// The events of a project after its creation, each as its name, its changes and what it is about.
async fn told(app: &TestApp, project: i64) -> Vec<(String, String, Value)> {
    let log = list_events_after(&app.app, &Actor::Application, project.into(), 0.into(), 100).await;
    log.expect("the log").into_iter().skip(1).map(line).collect()
}

fn line(entry: Logged) -> (String, String, Value) {
    let kanso_domain::Event::Managed { id, ref changes, .. } = entry.event else {
        unreachable!("{:?} is about a task", entry.event);
    };
    let name = entry.event.names().map(EventName::as_str).collect::<String>();
    let about = entry.snapshot.managed.expect("what it is about");
    let of_whom = ["id", "user_id", "group_id"].into_iter().find_map(|key| about.get(key)).expect("an id");
    assert_eq!(of_whom, id, "{name}");
    let end = |value: &FieldValue| serde_json::to_string(value).expect("JSON");
    let change = |NamedChange { field, from, to }: &NamedChange| format!("{field} {}→{}", end(from), end(to));
    (name, changes.iter().map(change).collect::<Vec<_>>().join(", "), about)
}

/// Names and changes alone.
async fn lines(app: &TestApp, project: i64) -> Vec<String> {
    let told = told(app, project).await;
    told.into_iter().map(|(name, changes, _)| format!("{name} {changes}").trim_end().to_owned()).collect()
}

async fn call_all(app: &TestApp, calls: &[(&str, Value)]) {
    for (method, params) in calls {
        app.rpc().call(method, params.clone()).await;
    }
}

#[tokio::test]
async fn what_becomes_of_a_project_is_told_without_its_token() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    let project = admin.call_for_id("createProject", json!({"name": "Shop", "identifier": "web"})).await;
    let log = list_events_after(&app.app, &Actor::Application, project.into(), 0.into(), 1).await.unwrap();
    let created = log.into_iter().next().expect("its creation is told");
    assert_eq!((created.project, created.actor.as_deref()), (project.into(), Some("admin")));
    let (name, changes, about) = line(created);
    assert_eq!((name.as_str(), changes.as_str()), ("project.create", ""));
    let mut shown = rpc.call("getProjectById", json!([project])).await;
    for hidden in ["token", "url"] {
        shown.as_object_mut().unwrap().shift_remove(hidden);
    }
    assert_eq!(about, shown);

    let before = told(&app, project).await.len();
    call_all(
        &app,
        &[
            ("updateProject", json!({"project_id": project, "name": "Web shop", "priority_end": 5})),
            ("updateProject", json!({"project_id": project, "name": "Web shop"})),
            ("updateProject", json!({"project_id": project, "name": ""})),
            ("disableProject", json!([project])),
            ("disableProject", json!([project])),
            ("enableProject", json!([project])),
            ("enableProjectPublicAccess", json!([project])),
            ("disableProjectPublicAccess", json!([project])),
        ],
    )
    .await;
    assert_eq!(
        lines(&app, project).await[before..],
        [
            r#"project.update name "Shop"→"Web shop", priority_end 3→5"#,
            "project.update is_active 1→0",
            "project.update is_active 0→1",
            "project.update is_public 0→1",
            "project.update is_public 1→0",
        ]
    );
    for (name, _, about) in &told(&app, project).await[before..] {
        assert!(about.get("token").is_none(), "{name} shows the token");
    }
}

#[tokio::test]
async fn what_becomes_of_columns_and_swimlanes_is_told_of_the_one_that_was_meant() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let column = rpc.call_for_id("addColumn", json!([project.id, "Review"])).await;
    call_all(
        &app,
        &[
            ("addColumn", json!([project.id, "Review"])),
            ("updateColumn", json!([column, "QA", 3, "At most three"])),
            ("updateColumn", json!([column, "QA", 3, "At most three"])),
            ("changeColumnPosition", json!([project.id, column, 1])),
            ("changeColumnPosition", json!([project.id, column, 9])),
            ("removeColumn", json!([column])),
        ],
    )
    .await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Expedite"])).await;
    call_all(
        &app,
        &[
            ("updateSwimlane", json!([project.id, lane, "Urgent"])),
            ("changeSwimlanePosition", json!([project.id, lane, 1])),
            ("disableSwimlane", json!([project.id, lane])),
            ("disableSwimlane", json!([project.id, lane])),
            ("disableSwimlane", json!([project.id, 999])),
            ("enableSwimlane", json!([project.id, lane])),
            ("removeSwimlane", json!([project.id, lane])),
            ("removeSwimlane", json!([project.id, lane])),
        ],
    )
    .await;
    assert_eq!(
        lines(&app, project.id).await,
        [
            "column.create",
            r#"column.update title "Review"→"QA", task_limit 0→3, description ""→"At most three""#,
            "column.update position 5→1",
            "column.remove",
            "swimlane.create",
            r#"swimlane.update name "Expedite"→"Urgent""#,
            "swimlane.update position 2→1",
            "swimlane.update position 1→0, is_active 1→0",
            "swimlane.update position 0→2, is_active 0→1",
            "swimlane.remove",
        ]
    );
    let told = told(&app, project.id).await;
    let column = json!({"id": column, "title": "QA", "position": 1, "project_id": project.id, "task_limit": 3,
        "description": "At most three", "hide_in_dashboard": 0});
    assert_eq!((&told[2].2, &told[3].2), (&column, &column), "what it was before it went");
}

#[tokio::test]
async fn what_becomes_of_categories_and_tags_is_told() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let category = rpc.call_for_id("createCategory", json!([project.id, "Bug", "red"])).await;
    let tag = rpc.call_for_id("createTag", json!([project.id, "seo"])).await;
    call_all(
        &app,
        &[
            ("updateCategory", json!([category, "Defect"])),
            ("updateCategory", json!([category, "Defect"])),
            ("updateCategory", json!([category, ""])),
            ("removeCategory", json!([category])),
            ("updateTag", json!([tag, "search", "green"])),
            ("removeTag", json!([tag])),
            ("removeTag", json!([tag])),
        ],
    )
    .await;
    assert_eq!(
        lines(&app, project.id).await,
        [
            "category.create",
            "tag.create",
            r#"category.update name "Bug"→"Defect", color_id "red"→null"#,
            "category.remove",
            r#"tag.update name "seo"→"search", color_id null→"green""#,
            "tag.remove",
        ]
    );
}

#[tokio::test]
async fn a_tag_that_comes_to_be_with_a_task_is_told_once() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "x").await;
    for names in [json!(["new"]), json!(["New"]), json!([])] {
        rpc.call("setTaskTags", json!([project.id, task, names])).await;
    }
    let log =
        list_events_after(&app.app, &Actor::Application, project.id.into(), 0.into(), 100).await.unwrap();
    let names: Vec<&str> = log.iter().flat_map(|entry| entry.event.names()).map(EventName::as_str).collect();
    let tagged = ["task.tag_change", "task.tag_change"];
    assert_eq!(names, [&["project.create", "task.create", "tag.create"][..], &tagged].concat());
}

#[tokio::test]
async fn receivers_of_kanboards_events_hear_nothing_of_these() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let receiver = app.receiver().await;
    let project = Project::create(&rpc).await;
    rpc.call_for_id("createCategory", json!([project.id, "Bug"])).await;
    rpc.call_for_id("createTag", json!([0, "everywhere"])).await;
    rpc.call("removeProject", json!([project.id])).await;
    app.settle().await;
    assert!(receiver.names().is_empty(), "{:?}", receiver.names());
}

#[tokio::test]
async fn an_open_board_is_drawn_anew_when_its_parts_change() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    rpc.call("addProjectUser", json!([project.id, 1, "project-viewer"])).await;
    let browser = app.browser();
    browser.sign_in("admin", ADMIN_PASSWORD).await;
    let mut live = browser.follow(&format!("/board/{}/live", project.id), None).await;
    for (method, params) in [
        ("updateColumn", json!([project.columns[0], "Inbox"])),
        ("changeColumnPosition", json!([project.id, project.columns[0], 2])),
        ("addSwimlane", json!([project.id, "Expedite"])),
        ("createCategory", json!([project.id, "Bug"])),
        ("createTag", json!([project.id, "seo"])),
        ("updateProject", json!([project.id, "Renamed"])),
    ] {
        rpc.call(method, params).await;
        assert_eq!(live.next().await.event, "board", "{method}");
    }
    // Once for each: what comes next is the next change.
    let task = project.task(&rpc, 0, "x").await;
    let next = live.next().await;
    assert_eq!((next.event.as_str(), &next.data["task"]), ("task", &json!(task)));
}

#[tokio::test]
async fn what_goes_with_an_account_or_a_group_is_told_in_the_projects() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let team = rpc.call_for_id("createProject", json!({"name": "Team"})).await;
    let eve = rpc.call_for_id("createUser", json!({"username": "eve", "password": "eveeve"})).await;
    let own = app.rpc_as("eve", "eveeve").call_for_id("createMyPrivateProject", json!(["Hers"])).await;
    let group = rpc.call_for_id("createGroup", json!(["Operations"])).await;
    call_all(
        &app,
        &[
            ("addProjectUser", json!([team, eve, "project-member"])),
            ("addProjectGroup", json!([team, group, "project-viewer"])),
            ("disableUser", json!([eve])),
        ],
    )
    .await;
    assert_eq!(lines(&app, own).await, ["permission.create", "project.update is_active 1→0"]);

    call_all(&app, &[("removeGroup", json!([group])), ("removeUser", json!([eve]))]).await;
    let told = told(&app, team).await;
    let about = |(name, _, row): &(String, String, Value)| json!([name, row["user_id"], row["group_id"]]);
    assert_eq!(
        told.iter().map(about).collect::<Value>(),
        json!([
            ["permission.create", eve, null],
            ["permission.create", null, group],
            ["permission.remove", null, group],
            ["permission.remove", eve, null],
        ])
    );
}
