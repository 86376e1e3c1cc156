//! Subtasks: their answers, the hours they give to their task, and their timers.

mod timers;

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, ids, person};

/// A project with a task and a member.
struct Team {
    app: TestApp,
    rpc: Rpc,
    project: Project,
    task: i64,
    bob: (i64, Rpc),
}

impl Team {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        let task = project.task(&rpc, 0, "x").await;
        let bob = person(&app, &project, "bob", Some("project-member")).await;
        Self { app, rpc, project, task, bob }
    }

    /// What was spent on the task, and what it should take.
    async fn hours(&self) -> (Value, Value) {
        let task = self.rpc.call("getTask", json!([self.task])).await;
        (task["time_spent"].clone(), task["time_estimated"].clone())
    }

    async fn subtask(&self, subtask: i64) -> Value {
        self.rpc.call("getSubtask", json!([subtask])).await
    }
}

#[tokio::test]
async fn a_subtask_has_kanboards_fields() {
    let team = Team::start().await;
    let Team { rpc, task, bob: (bob, bobs_rpc), .. } = &team;
    let all = json!({"task_id": task, "title": "Collect references", "user_id": bob, "time_estimated": 2,
        "time_spent": "0.5", "status": 1});
    let first = bobs_rpc.call_for_id("createSubtask", all).await;
    let second = bobs_rpc.call_for_id("createSubtask", json!([task, "Draw wireframes"])).await;
    insta::assert_json_snapshot!(team.subtask(first).await, @r#"
    {
      "id": 1,
      "title": "Collect references",
      "status": 1,
      "time_estimated": 2,
      "time_spent": 0.5,
      "task_id": 1,
      "user_id": 2,
      "position": 1
    }
    "#);
    let list = rpc.call("getAllSubtasks", json!([task])).await;
    assert_eq!(ids(&list), [first, second]);
    insta::assert_json_snapshot!(list[1], @r#"
    {
      "id": 2,
      "title": "Draw wireframes",
      "status": 0,
      "time_estimated": 0,
      "time_spent": 0,
      "task_id": 1,
      "user_id": 0,
      "position": 2,
      "username": null,
      "name": null,
      "timer_start_date": 0,
      "status_name": "Todo",
      "is_timer_started": false
    }
    "#);
    assert_eq!((&list[0]["username"], &list[0]["status_name"]), (&json!("bob"), &json!("In progress")));
}

#[tokio::test]
async fn a_subtask_changes_where_it_is_told_to_and_nowhere_else() {
    let team = Team::start().await;
    let Team { rpc, task, .. } = &team;
    let first = rpc.call_for_id("createSubtask", json!([task, "one", 0, 1, 0.5])).await;
    let second = rpc.call_for_id("createSubtask", json!([task, "two", 0, 1])).await;
    // Neither who has it nor its status is judged.
    let update =
        json!({"id": first, "task_id": task, "title": "", "user_id": 999, "status": 7, "position": 9});
    assert_eq!(rpc.call("updateSubtask", update).await, json!(true));
    let changed = team.subtask(first).await;
    assert_eq!(
        changed,
        json!({"id": first, "title": "", "status": 7, "time_estimated": 1, "time_spent": 0.5, "task_id": task,
            "user_id": 999, "position": 9})
    );
    let list = rpc.call("getAllSubtasks", json!([task])).await;
    assert_eq!(ids(&list), [second, first], "by position");
    assert_eq!(list[1]["status_name"], Value::Null);
    // The next one comes after the last.
    let third = rpc.call_for_id("createSubtask", json!([task, "three"])).await;
    assert_eq!(team.subtask(third).await["position"], json!(10));
    assert_eq!(rpc.call("removeSubtask", json!([second])).await, json!(true));
    assert_eq!(team.subtask(first).await["position"], json!(9), "removal leaves a gap");
    assert_eq!(team.subtask(second).await, Value::Null);
}

#[tokio::test]
async fn what_is_not_valid_or_not_there_is_answered_as_kanboard_does() {
    let team = Team::start().await;
    let Team { rpc, project, task, bob: (_, bobs_rpc), .. } = &team;
    let other = project.task(rpc, 0, "y").await;
    let subtask = rpc.call_for_id("createSubtask", json!([task, "one"])).await;
    for refused in [
        json!([task, ""]),
        json!([task, "é".repeat(65_536)]),
        json!([task, "x", "nobody"]),
        json!([task, "x", 0, "two"]),
        json!([task, "x", 0, 0, []]),
        json!([task, "x", 0, 0, 0, 1.5]),
    ] {
        for rpc in [rpc, bobs_rpc] {
            assert_eq!(rpc.call("createSubtask", refused.clone()).await, json!(false));
        }
    }
    for (method, params, answer) in [
        ("createSubtask", json!([999, "x"]), json!(false)),
        ("getSubtask", json!([999]), json!(null)),
        ("getAllSubtasks", json!([999]), json!([])),
        ("updateSubtask", json!([999, task]), json!(false)),
        ("updateSubtask", json!([subtask, 999]), json!(false)),
        ("updateSubtask", json!([subtask, other, "x"]), json!(false)),
        ("updateSubtask", json!([subtask, task, "é".repeat(65_536)]), json!(false)),
        ("updateSubtask", json!([subtask, task, "x", null, null, null, "done"]), json!(false)),
        ("removeSubtask", json!([999]), json!(false)),
    ] {
        assert_eq!(rpc.call(method, params.clone()).await, answer, "{method} {params}");
    }
    for (method, params) in [
        ("createSubtask", json!([999, ""])),
        ("getSubtask", json!([999])),
        ("getAllSubtasks", json!([999])),
        ("updateSubtask", json!([subtask, 999, "x"])),
        ("removeSubtask", json!([999])),
    ] {
        assert_eq!(bobs_rpc.try_call(method, params.clone()).await.status, 403, "{method} {params}");
    }
    // The task is theirs; whether there is such a subtask elsewhere they are not told.
    let (_, foreign) = foreign(&team).await;
    for unknown in [999, foreign] {
        assert_eq!(bobs_rpc.call("updateSubtask", json!([unknown, task, "x"])).await, json!(false));
        assert_eq!(bobs_rpc.try_call("getSubtask", json!([unknown])).await.status, 403);
    }
    assert_eq!(team.subtask(subtask).await["title"], json!("one"));
}

/// A task with a subtask in a project of nobody's.
async fn foreign(team: &Team) -> (i64, i64) {
    let task = Project::create(&team.rpc).await.task(&team.rpc, 0, "foreign").await;
    (task, team.rpc.call_for_id("createSubtask", json!([task, "foreign"])).await)
}

#[tokio::test]
async fn the_hours_of_subtasks_are_those_of_their_task() {
    let team = Team::start().await;
    let Team { rpc, task, .. } = &team;
    assert_eq!(team.hours().await, (json!(null), json!(null)));
    rpc.call("updateTask", json!({"id": task, "time_spent": 9, "time_estimated": 9})).await;
    let first = rpc.call_for_id("createSubtask", json!([task, "one"])).await;
    assert_eq!(team.hours().await, (json!(0), json!(0)), "what was typed in is gone");
    let second = rpc.call_for_id("createSubtask", json!([task, "two", 0, 2.5, 1.25])).await;
    assert_eq!(team.hours().await, (json!(1.25), json!(2.5)));
    rpc.call("updateSubtask", json!({"id": first, "task_id": task, "time_spent": 0.75})).await;
    assert_eq!(team.hours().await, (json!(2), json!(2.5)));
    rpc.call("updateTask", json!({"id": task, "time_spent": 9})).await;
    rpc.call("updateSubtask", json!([first, task])).await;
    assert_eq!(team.hours().await, (json!(2), json!(2.5)), "a change of nothing sums up too");
    rpc.call("removeSubtask", json!([second])).await;
    assert_eq!(team.hours().await, (json!(0.75), json!(0)));
    rpc.call("removeSubtask", json!([first])).await;
    assert_eq!(team.hours().await, (json!(null), json!(null)));
}

#[tokio::test]
async fn closing_a_task_finishes_its_subtasks_and_opening_leaves_them() {
    let team = Team::start().await;
    let Team { rpc, task, .. } = &team;
    for status in [0, 1, 7] {
        rpc.call_for_id("createSubtask", json!([task, "x", 0, 0, 0, status])).await;
    }
    rpc.call("updateTask", json!({"id": task, "time_spent": 9})).await;
    let receiver = team.app.receiver().await;
    rpc.call("closeTask", json!([task])).await;
    rpc.call("openTask", json!([task])).await;
    let list = rpc.call("getAllSubtasks", json!([task])).await;
    assert!(entries(&list).all(|subtask| subtask["status_name"] == "Done"), "{list}");
    assert_eq!(team.hours().await.0, json!(9), "the hours are not summed up");
    team.app.settle().await;
    assert_eq!(receiver.names(), ["task.close", "task.open"]);
}

#[tokio::test]
async fn each_change_is_told_with_the_task_and_the_subtask() {
    let team = Team::start().await;
    let Team { app, rpc, project, task, bob: (bob, bobs_rpc) } = &team;
    app.set("webhook_format", "kanboard-1.2").await;
    let receiver = app.receiver().await;
    let modified = async |name: &str| {
        let project = rpc.call("getProjectById", json!([project.id])).await["last_modified"].clone();
        (name.to_owned(), project, rpc.call("getTask", json!([task])).await["date_modification"].clone())
    };
    let (_, mut before, own) = modified("").await;
    for (method, params) in [
        ("createSubtask", json!([task, "one", bob, 2])),
        ("updateSubtask", json!([1, task])),
        ("removeSubtask", json!([1])),
    ] {
        app.clock.advance(std::time::Duration::from_secs(10));
        bobs_rpc.call(method, params).await;
        let (method, now, task) = modified(method).await;
        assert!(now.as_i64() > before.as_i64(), "{method} touches the project");
        assert_eq!(task, own, "{method} does not touch the task");
        before = now;
    }
    app.settle().await;
    assert_eq!(receiver.names(), ["subtask.create", "subtask.update", "subtask.delete"]);
    let received = receiver.received();
    for (at, changes) in [(0, Value::Null), (1, json!([])), (2, Value::Null)] {
        let body = &received[at].body;
        let data = &body["event_data"];
        assert_eq!(body["event_author"], json!("bob"));
        assert_eq!((&data["subtask"]["id"], &data["subtask"]["username"]), (&json!(1), &json!("bob")));
        assert_eq!(data["changes"], changes);
        // Of a removal the hours before it are told, as in Kanboard.
        assert_eq!((&data["task"]["id"], &data["task"]["time_estimated"]), (&json!(task), &json!(2)));
    }
}
