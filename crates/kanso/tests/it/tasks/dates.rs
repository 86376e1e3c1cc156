//! Dates as text, and the dates that an act touches.

use std::time::Duration;

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use super::get;
use crate::team::{Project, int};

/// 2026-12-24 10:00 UTC.
const AT_TEN: i64 = 1_798_106_400;
/// The same day at the time of day at which tests begin, 14:13:20 UTC.
const THAT_DAY: i64 = AT_TEN - 36_000 + 51_200;

/// The due date that is stored for a text by createTask and by updateTask alike; `None` when both refuse it.
async fn stored(rpc: &Rpc, project: &Project, due: &Value) -> Option<Value> {
    let new = json!({"title": "x", "project_id": project.id, "date_due": due});
    let task = rpc.call("createTask", new).await;
    let other = project.task(rpc, 0, "x").await;
    let updated = rpc.call("updateTask", json!({"id": other, "date_due": due})).await;
    assert_eq!(updated, json!(task.is_i64()), "createTask and updateTask agree on {due}");
    let created = get(rpc, task.as_i64()?).await["date_due"].take();
    assert_eq!(get(rpc, other).await["date_due"], created, "{due}");
    Some(created)
}

#[tokio::test]
async fn dates_are_read_in_the_forms_of_the_contract() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    for (text, at) in [
        ("2026-12-24 10:00", AT_TEN),
        ("2026-12-24 9:05", AT_TEN - 3_300),
        ("2026-1-5 10:00", 1_767_607_200),
        ("2026-12-24", THAT_DAY),
        ("2026_12_24", THAT_DAY),
        ("2026_12_24 10:30", AT_TEN + 1_800),
        ("12/24/2026", THAT_DAY),
        ("12/24/2026 10:00", AT_TEN),
        ("1970-01-02 00:00", 86_400),
        ("2020-02-29 00:00", 1_582_934_400),
        ("", 0),
    ] {
        assert_eq!(stored(&rpc, &project, &json!(text)).await, Some(json!(at)), "{text}");
    }
}

#[tokio::test]
async fn anything_else_is_refused() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    for refused in [
        json!(AT_TEN),
        json!(AT_TEN.to_string()),
        json!(0),
        json!("0"),
        json!(true),
        json!(false),
        json!("2026-12-24 10:00:00"),
        json!("2026-12-24T10:00"),
        json!("2026-12-24 10:00Z"),
        json!("2026-12-24 10:00 +01:00"),
        json!("24.12.2026"),
        json!("24/12/2026"),
        json!("2026-02-30"),
        json!("2027-02-29 10:00"),
        json!("1969-12-31 10:00"),
        json!("12/24/2026 3:30 pm"),
        json!("tomorrow"),
        json!(" "),
    ] {
        assert_eq!(stored(&rpc, &project, &refused).await, None, "{refused}");
    }
}

#[tokio::test]
async fn the_settings_say_in_which_order_and_where_dates_are_read() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let read = async |text: &str| stored(&rpc, &project, &json!(text)).await;
    app.set("application_date_format", "d/m/Y").await;
    assert_eq!(read("24/12/2026").await, Some(json!(THAT_DAY)));
    assert_eq!(read("24/12/2026 10:00").await, Some(json!(AT_TEN)));
    assert_eq!(read("12/24/2026").await, None);
    assert_eq!(read("2026-12-24 10:00").await, Some(json!(AT_TEN)));

    app.set("application_date_format", "m/d/Y").await;
    app.set("application_time_format", "g:i a").await;
    assert_eq!(read("12/24/2026 3:30 pm").await, Some(json!(AT_TEN + 19_800)));
    assert_eq!(read("12/24/2026 15:30").await, None);
    assert_eq!(read("2026-12-24 15:30").await, Some(json!(AT_TEN + 19_800)));

    // An hour ahead of UTC in winter, two in September, when the clock says 16:13:20 there.
    app.set("application_timezone", "Europe/Paris").await;
    assert_eq!(read("2026-12-24 10:00").await, Some(json!(AT_TEN - 3_600)));
    assert_eq!(read("2026-12-24").await, Some(json!(THAT_DAY + 3_600)));
}

#[tokio::test]
async fn an_explicit_null_is_no_date() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let new =
        json!({"title": "x", "project_id": project.id, "date_due": null, "date_started": "2026-12-24 10:00"});
    let task = rpc.call_for_id("createTask", new).await;
    assert_eq!(get(&rpc, task).await["date_due"], json!(null));
    rpc.call("updateTask", json!({"id": task, "date_started": null})).await;
    assert_eq!(get(&rpc, task).await["date_started"], json!(AT_TEN));
}

/// An act, and whether it touches the task's `date_modification`, the task's `date_moved` and the project's
/// `last_modified`.
type Touch = (&'static str, Value, [bool; 3]);

fn acts(project: &Project, lane: i64, task: i64, other: i64) -> Vec<Touch> {
    let (id, columns) = (project.id, &project.columns);
    vec![
        ("createTask", json!(["another", id]), [false, false, true]),
        ("updateTask", json!({"id": task, "title": "changed"}), [true, false, true]),
        ("updateTask", json!({"id": task, "title": "changed"}), [true, false, false]),
        ("updateTask", json!({"id": task, "tags": ["new"]}), [true, false, false]),
        ("updateTask", json!({"id": task, "title": "x", "date_due": "never"}), [false, false, false]),
        ("moveTaskPosition", json!([id, task, columns[0], 2, project.swimlane]), [false, false, true]),
        ("moveTaskPosition", json!([id, task, columns[0], 2, project.swimlane]), [false, false, false]),
        ("moveTaskPosition", json!([id, task, columns[1], 1, project.swimlane]), [true, true, true]),
        ("moveTaskPosition", json!([id, task, columns[1], 1, lane]), [true, true, true]),
        ("closeTask", json!([task]), [true, false, true]),
        ("openTask", json!([task]), [true, false, true]),
        ("removeTask", json!([other]), [false, false, false]),
        ("createComment", json!([task, 0, "text"]), [false, false, false]),
        ("updateComment", json!([1, "better text"]), [false, false, false]),
        ("removeComment", json!([1]), [false, false, false]),
        ("updateProject", json!({"project_id": id, "name": "renamed"}), [false, false, false]),
        ("disableProject", json!([id]), [false, false, false]),
        ("enableProject", json!([id]), [false, false, false]),
        ("addColumn", json!([id, "Review"]), [false, false, false]),
        ("updateColumn", json!([columns[0], "Ideas"]), [false, false, false]),
        ("changeColumnPosition", json!([id, columns[0], 2]), [false, false, false]),
        ("removeColumn", json!([columns[2]]), [false, false, false]),
        ("addSwimlane", json!([id, "Lane 3"]), [false, false, false]),
        ("disableSwimlane", json!([id, project.swimlane]), [false, false, false]),
        ("enableSwimlane", json!([id, project.swimlane]), [false, false, false]),
        ("addProjectUser", json!([id, 1]), [false, false, false]),
        ("changeProjectUserRole", json!([id, 1, "project-viewer"]), [false, false, false]),
        ("removeProjectUser", json!([id, 1]), [false, false, false]),
    ]
}

#[tokio::test]
async fn each_act_touches_the_dates_that_kanboard_touches() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    let (task, other) = (project.task(&rpc, 0, "x").await, project.task(&rpc, 0, "other").await);
    let dates = async || {
        let task = get(&rpc, task).await;
        let project = rpc.call("getProjectById", json!([project.id])).await;
        [&task["date_modification"], &task["date_moved"], &project["last_modified"]].map(int)
    };
    let (mut known, mut now) = (dates().await, kanso_testkit::START);
    for (method, params, touched) in acts(&project, lane, task, other) {
        app.clock.advance(Duration::from_secs(60));
        now += 60;
        rpc.call(method, params.clone()).await;
        let expected = std::array::from_fn(|n| if touched[n] { now } else { known[n] });
        known = dates().await;
        assert_eq!(known, expected, "{method} {params}");
    }
}
