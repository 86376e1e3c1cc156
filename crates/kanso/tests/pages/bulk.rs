//! Acting on several tasks of a board at once, by plain forms.

use kanso_testkit::{ADMIN_PASSWORD, Browser, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, person, told};

/// A project that `admin` manages, with tasks named by their titles in its first column.
struct World {
    app: TestApp,
    browser: Browser,
    project: Project,
    tasks: Vec<i64>,
}

impl World {
    async fn new(titles: &[&str]) -> Self {
        let app = TestApp::start().await;
        let browser = app.browser();
        browser.sign_in("admin", ADMIN_PASSWORD).await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        rpc.call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
        let mut tasks = Vec::new();
        for title in titles {
            tasks.push(project.task(&rpc, 0, title).await);
        }
        Self { app, browser, project, tasks }
    }

    /// Posts the form, and answers its status.
    async fn act(&self, fields: &[(&str, &str)]) -> u16 {
        let board = format!("/board/{}", self.project.id);
        self.browser.submit(&board, &format!("{board}/tasks"), fields).await.status
    }

    /// Posts the form as a script does, and answers what undoes it.
    async fn undo_of(&self, fields: &[(&str, &str)]) -> String {
        let board = format!("/board/{}", self.project.id);
        let answer = self.browser.submit(&board, &format!("{board}/tasks?fragment"), fields).await;
        let told: Value = serde_json::from_str(&answer.body).unwrap();
        assert_eq!(told["undo"]["act"], json!("undo"), "{told}");
        told["undo"]["changed"].as_str().unwrap().to_owned()
    }

    fn named(&self) -> String {
        self.tasks.iter().map(i64::to_string).collect::<Vec<_>>().join(",")
    }

    async fn titles(&self, column: usize) -> Vec<String> {
        self.project.column(&self.app.rpc(), column).await.into_iter().map(|(title, _)| title).collect()
    }

    async fn task(&self, at: usize) -> Value {
        self.app.rpc().call("getTask", json!([self.tasks[at]])).await
    }
}

#[tokio::test]
async fn selected_tasks_are_moved_in_order_and_each_is_told() {
    let world = World::new(&["A", "B", "C"]).await;
    let before = told(&world.app).await.len();
    let column = world.project.columns[2].to_string();
    let (a, c) = (world.tasks[0].to_string(), world.tasks[2].to_string());
    // As a list without script sends them: one field for each.
    let fields = [("act", "move"), ("tasks", c.as_str()), ("tasks", a.as_str()), ("column", column.as_str())];
    assert_eq!(world.act(&fields).await, 303);
    assert_eq!(world.titles(2).await, ["C", "A"]);
    assert_eq!(world.titles(0).await, ["B"]);
    assert_eq!(told(&world.app).await[before..], ["task.move.column", "task.move.column"]);
    // Those that are there stay in their order, and nothing is told again.
    assert_eq!(world.act(&fields).await, 303);
    assert_eq!(told(&world.app).await.len(), before + 2);
}

#[tokio::test]
async fn all_or_nothing_happens() {
    let world = World::new(&["A", "B"]).await;
    let foreign = Project::create(&world.app.rpc()).await;
    let theirs = foreign.task(&world.app.rpc(), 0, "Theirs").await;
    let before = told(&world.app).await.len();
    for other in [theirs, 999_999] {
        let tasks = format!("{},{other}", world.named());
        assert_eq!(world.act(&[("act", "close"), ("tasks", &tasks)]).await, 404, "{other}");
    }
    assert_eq!(world.titles(0).await, ["A", "B"]);
    assert_eq!(told(&world.app).await.len(), before);
    for nonsense in [
        vec![("act", "close"), ("tasks", "")],
        vec![("act", "close"), ("tasks", "x")],
        vec![("act", "dance"), ("tasks", "1")],
        vec![("act", "color"), ("tasks", "1"), ("color", "none of them")],
        vec![("act", "place"), ("places", "1 2")],
        vec![("act", "sort-column"), ("order", "mood")],
    ] {
        assert_eq!(world.act(&nonsense).await, 422, "{nonsense:?}");
    }
}

#[tokio::test]
async fn closed_tasks_are_opened_again_where_they_were() {
    let world = World::new(&["A", "B", "C"]).await;
    let tasks = format!("{},{}", world.tasks[0], world.tasks[1]);
    assert_eq!(world.act(&[("act", "close"), ("tasks", &tasks)]).await, 303);
    assert_eq!(world.titles(0).await, ["C"]);
    assert_eq!(world.act(&[("act", "open"), ("tasks", &tasks)]).await, 303);
    assert_eq!(world.titles(0).await, ["A", "B", "C"]);
    let events = told(&world.app).await;
    assert_eq!(events[3..], ["task.close", "task.close", "task.open", "task.open"]);
    let column = world.project.columns[0].to_string();
    assert_eq!(world.act(&[("act", "close-column"), ("column", &column)]).await, 303);
    assert_eq!(told(&world.app).await.len(), events.len() + 3);
}

#[tokio::test]
async fn moves_are_undone_from_the_last_to_the_first() {
    let world = World::new(&["A", "B", "C", "D"]).await;
    let (first, lane) = (world.project.columns[0], world.project.swimlane);
    let column = world.project.columns[1].to_string();
    let moved = format!("{},{}", world.tasks[1], world.tasks[3]);
    assert_eq!(world.act(&[("act", "move"), ("tasks", &moved), ("column", &column)]).await, 303);
    // When D left, it was the third.
    let back = format!("{} {first} {lane} 3,{} {first} {lane} 2", world.tasks[3], world.tasks[1]);
    assert_eq!(world.act(&[("act", "place"), ("places", &back)]).await, 303);
    assert_eq!(world.titles(0).await, ["A", "B", "C", "D"]);
    assert!(world.titles(1).await.is_empty());
}

#[tokio::test]
async fn selected_tasks_get_the_same_values() {
    let world = World::new(&["A", "B"]).await;
    let rpc = world.app.rpc();
    rpc.call("setTaskTags", json!([world.project.id, world.tasks[0], ["old"]])).await;
    for (act, field, value) in [
        ("assign", "assignee", "1"),
        ("color", "color", "red"),
        ("priority", "priority", "2"),
        ("due", "date_due", "2026-12-24"),
        ("tag", "tags", "new, newer"),
    ] {
        let fields = [("act", act), ("tasks", &world.named()), (field, value)];
        assert_eq!(world.act(&fields).await, 303, "{act}");
    }
    for at in [0, 1] {
        let task = world.task(at).await;
        assert_eq!(
            (&task["owner_id"], &task["color_id"], &task["priority"]),
            (&json!(1), &json!("red"), &json!(2))
        );
    }
    let tags = rpc.call("getTaskTags", json!([world.tasks[0]])).await;
    let names: Vec<&str> = tags.as_object().unwrap().values().filter_map(Value::as_str).collect();
    assert_eq!(names, ["old", "new", "newer"]);
    assert!(told(&world.app).await.ends_with(&["task.tag_change", "task.tag_change"]));
}

#[tokio::test]
async fn what_a_bulk_change_did_is_undone_task_by_task() {
    let world = World::new(&["A", "B", "C"]).await;
    let rpc = world.app.rpc();
    let (project, tasks) = (world.project.id, &world.tasks);
    let category = rpc.call("createCategory", json!([project, "Bug"])).await;
    rpc.call("updateTask", json!({"id": tasks[0], "color_id": "green", "priority": 1, "owner_id": 1})).await;
    rpc.call("updateTask", json!({"id": tasks[1], "category_id": category, "date_due": "2026-12-01"})).await;
    rpc.call("setTaskTags", json!([project, tasks[0], ["old", "new"]])).await;
    let before = rpc.call("getAllTasks", json!([project])).await;
    let tags = async || rpc.call("getTaskTags", json!([tasks[0]])).await;
    let had = tags().await;
    let mut steps = Vec::new();
    for (act, field, value) in [
        ("assign", "assignee", "0"),
        ("color", "color", "red"),
        ("priority", "priority", "2"),
        ("category", "category", "0"),
        ("due", "date_due", "2026-12-24"),
        ("tag", "tags", "new, newer"),
    ] {
        steps.push(world.undo_of(&[("act", act), ("tasks", &world.named()), (field, value)]).await);
    }
    // What others do to the tags meanwhile stays.
    rpc.call("setTaskTags", json!([project, tasks[1], ["new", "newer", "theirs"]])).await;
    for step in steps.iter().rev() {
        assert_eq!(world.act(&[("act", "undo"), ("changed", step)]).await, 303, "{step}");
    }
    let after = rpc.call("getAllTasks", json!([project])).await;
    for (was, is) in before.as_array().unwrap().iter().zip(after.as_array().unwrap()) {
        for field in ["owner_id", "color_id", "priority", "category_id"] {
            assert_eq!(was[field], is[field], "{field}");
        }
        let due = |task: &Value| task["date_due"].as_i64().unwrap_or_default();
        assert_eq!(due(was), due(is));
    }
    assert_eq!(tags().await, had);
    let left = rpc.call("getTaskTags", json!([tasks[1]])).await;
    assert_eq!(left.as_object().unwrap().values().collect::<Vec<_>>(), ["theirs"]);
}

#[tokio::test]
async fn what_others_changed_since_is_not_undone() {
    let world = World::new(&["A", "B"]).await;
    let red = [("act", "color"), ("tasks", &world.named()), ("color", "red")];
    let step = world.undo_of(&red).await;
    world.app.rpc().call("updateTask", json!({"id": world.tasks[1], "color_id": "blue"})).await;
    assert_eq!(world.act(&[("act", "undo"), ("changed", &step)]).await, 409);
    assert_eq!(world.task(0).await["color_id"], json!("red"), "all or nothing");
    assert_eq!(world.act(&[("act", "undo"), ("changed", "nonsense")]).await, 422);
    let foreign = Project::create(&world.app.rpc()).await.task(&world.app.rpc(), 0, "Theirs").await;
    let theirs = json!([{"task": foreign, "fields": [{"field": "title", "from": "x", "to": "Theirs"}]}]);
    assert_eq!(world.act(&[("act", "undo"), ("changed", &theirs.to_string())]).await, 404);
}

#[tokio::test]
async fn a_column_is_sorted_and_boards_are_told() {
    let world = World::new(&["A", "B", "C"]).await;
    let rpc = world.app.rpc();
    for (at, day) in [(0, "2026-12-24"), (1, "2026-12-01")] {
        rpc.call("updateTask", json!({"id": world.tasks[at], "date_due": day})).await;
    }
    let column = world.project.columns[0].to_string();
    let board = format!("/board/{}", world.project.id);
    let mut live = world.browser.follow(&format!("{board}/live"), None).await;
    assert_eq!(world.act(&[("act", "sort-column"), ("column", &column), ("order", "due")]).await, 303);
    assert_eq!(world.titles(0).await, ["B", "A", "C"]);
    assert_eq!(live.next().await.event, "board");
    assert_eq!(world.act(&[("act", "sort-column"), ("column", &column), ("order", "id-desc")]).await, 303);
    assert_eq!(world.titles(0).await, ["C", "B", "A"]);
}

#[tokio::test]
async fn who_may_only_look_changes_nothing() {
    let world = World::new(&["A"]).await;
    person(&world.app, &world.project, "viewer", Some("project-viewer")).await;
    person(&world.app, &world.project, "stranger", None).await;
    let board = format!("/board/{}", world.project.id);
    for (name, status) in [("viewer", 403), ("stranger", 404)] {
        let browser = world.app.browser();
        browser.sign_in(name, &format!("{name}{name}")).await;
        let fields = [("act", "close"), ("tasks", &world.named())];
        let answer = browser.submit("/project/new", &format!("{board}/tasks"), &fields).await;
        assert_eq!(answer.status, status, "{name}");
    }
    assert_eq!(world.task(0).await["is_active"], json!(1));
}
