//! Recurring tasks: when the next occurrence comes, and what it is like.

mod calendar;

use std::time::Duration;

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, int, members, person, told, with};

async fn get(rpc: &Rpc, task: i64) -> Value {
    rpc.call("getTask", json!([task])).await
}

/// A recurring task in the `column`th column, with these values besides.
async fn recurring(rpc: &Rpc, project: &Project, column: usize, trigger: i64, more: Value) -> i64 {
    let new = json!({"title": "Backup", "project_id": project.id, "column_id": project.columns[column],
        "recurrence_status": 1, "recurrence_trigger": trigger, "recurrence_factor": 1});
    rpc.call_for_id("createTask", with(new, &more)).await
}

async fn count(rpc: &Rpc, project: &Project) -> usize {
    let (open, closed) = (json!([project.id, 1]), json!([project.id, 0]));
    entries(&rpc.call("getAllTasks", open).await).count()
        + entries(&rpc.call("getAllTasks", closed).await).count()
}

#[tokio::test]
async fn the_next_one_is_like_the_last_one_and_both_know_it() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves_rpc) = person(&app, &project, "eve", Some("project-member")).await;
    let more = json!({"date_due": "2026-11-30 12:00", "recurrence_factor": 7, "owner_id": eve, "color_id": "red",
        "description": "all of it", "score": 3, "priority": 2, "reference": "R", "time_estimated": 1.5,
        "time_spent": 4, "date_started": "2026-11-01 12:00"});
    let old = recurring(&rpc, &project, 2, 2, more).await;
    let before = get(&rpc, old).await;
    app.clock.advance(Duration::from_secs(60));
    assert_eq!(eves_rpc.call("closeTask", json!([old])).await, json!(true));
    let (now, new) = (app.clock.now(), old + 1);

    let expected = with(
        before.clone(),
        &json!({"is_active": 0, "date_completed": now, "date_modification": now,
        "recurrence_status": 2, "recurrence_child": new}),
    );
    assert_eq!(get(&rpc, old).await, expected);
    let expected = with(
        before.clone(),
        &json!({"id": new, "column_id": project.columns[0], "position": 1,
        "creator_id": eve, "date_creation": now, "date_modification": now, "date_moved": now,
        "date_due": int(&before["date_due"]) + 7 * 86_400, "date_started": null, "time_spent": 0,
        "recurrence_parent": old}),
    );
    let after = get(&rpc, new).await;
    for (field, value) in members(&expected).iter().filter(|(field, _)| *field != "url") {
        assert_eq!(&after[field], value, "{field}");
    }

    assert_eq!(told(&app).await, ["task.create", "task.close", "task.create"]);
    let log =
        app.rows::<(i64, Option<i64>)>("SELECT id, cause_id FROM events WHERE task_id > 0 ORDER BY id").await;
    assert_eq!(log[2].1, Some(log[1].0), "closing led to it");

    for method in ["openTask", "closeTask"] {
        rpc.call(method, json!([old])).await;
    }
    assert_eq!(count(&rpc, &project).await, 2, "the old one is done with");
    rpc.call("closeTask", json!([new])).await;
    assert_eq!(get(&rpc, new + 1).await["recurrence_parent"], json!(new), "the new one goes on");
}

#[tokio::test]
async fn it_comes_when_the_trigger_says() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    // Trigger, from which column to which, into the other swimlane, and whether it comes.
    for (trigger, from, to, other_lane, comes) in [
        (0, 0, 1, false, true),
        (0, 0, 3, true, true),
        (0, 1, 2, false, false),
        (0, 0, 0, true, false),
        (1, 0, 3, false, true),
        (1, 2, 3, true, true),
        (1, 3, 3, true, false),
        (1, 0, 2, false, false),
        (2, 0, 3, false, false),
        (9, 0, 3, false, false),
    ] {
        let task = recurring(&rpc, &project, from, trigger, json!({})).await;
        let known = count(&rpc, &project).await;
        let swimlane = if other_lane { lane } else { project.swimlane };
        let moved = json!([project.id, task, project.columns[to], 1, swimlane]);
        assert_eq!(rpc.call("moveTaskPosition", moved).await, json!(true));
        let what = format!("trigger {trigger}, {from} to {to}, {other_lane}");
        assert_eq!(count(&rpc, &project).await, known + usize::from(comes), "{what}");
        let status = &get(&rpc, task).await["recurrence_status"];
        assert_eq!(status, &json!(if comes { 2 } else { 1 }), "{what}");
        if comes {
            // In the first column, and so not set off again by its own move there.
            assert_eq!(get(&rpc, task + 1).await["column_id"], json!(project.columns[0]), "{what}");
            assert_eq!(get(&rpc, task + 1).await["swimlane_id"], json!(swimlane), "{what}");
        }
        for method in ["openTask", "removeTask"] {
            rpc.call(method, json!([task])).await;
        }
    }
    let not_recurring = rpc.call_for_id("createTask", json!({"title": "x", "project_id": project.id})).await;
    let known = count(&rpc, &project).await;
    rpc.call("closeTask", json!([not_recurring])).await;
    assert_eq!(count(&rpc, &project).await, known);
}

#[tokio::test]
async fn the_due_date_goes_on_in_the_time_zone_of_the_application() {
    let app = TestApp::start().await;
    app.set("application_timezone", "Europe/Berlin").await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let now = app.clock.now();
    for (more, expected) in [
        // 2026-03-28 10:00 is at 9 o'clock UTC, a day later at 8.
        (json!({"date_due": "2026-03-28 10:00"}), json!(1_774_771_200)),
        (json!({"date_due": "2026-01-31 10:00", "recurrence_timeframe": 1}), json!(1_772_528_400)),
        (json!({"date_due": "2026-03-28 10:00", "recurrence_factor": 0}), json!(1_774_688_400)),
        (json!({"date_due": "2026-03-28 10:00", "recurrence_basedate": 1}), json!(now + 86_400)),
        (json!({"date_due": "2026-03-28 10:00", "recurrence_factor": -1}), json!(1_774_602_000)),
        (
            json!({"date_due": "2026-03-28 10:00", "recurrence_factor": 9_000_000_000_000_i64}),
            json!(1_774_688_400),
        ),
        (json!({"date_due": "", "recurrence_basedate": 1}), json!(0)),
    ] {
        let task = recurring(&rpc, &project, 0, 2, more.clone()).await;
        rpc.call("closeTask", json!([task])).await;
        assert_eq!(get(&rpc, task + 1).await["date_due"], expected, "{more}");
    }
}
