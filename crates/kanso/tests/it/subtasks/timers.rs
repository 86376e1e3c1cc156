//! Timers of subtasks.

use std::time::Duration;

use kanso_testkit::START;
use serde_json::{Value, json};

use super::{Team, foreign};
use crate::team::person;

const QUARTER: Duration = Duration::from_secs(15 * 60);

#[tokio::test]
async fn a_timer_gives_its_hours_to_the_subtask_and_the_task() {
    let team = Team::start().await;
    let Team { app, rpc, task, bob: (bob, bobs_rpc), .. } = &team;
    let subtask = rpc.call_for_id("createSubtask", json!([task, "one", 0, 0, 1, 1])).await;
    let timer = json!([subtask, bob]);
    let running = async || {
        let has = rpc.call("hasSubtaskTimer", timer.clone()).await;
        (has, rpc.call("getSubtaskTimeSpent", timer.clone()).await)
    };
    assert_eq!(running().await, (json!(false), json!(0)));
    let receiver = app.receiver().await;
    assert_eq!(bobs_rpc.call("setSubtaskStartTime", timer.clone()).await, json!(true));
    assert_eq!(bobs_rpc.call("setSubtaskStartTime", timer.clone()).await, json!(false));
    app.clock.advance(QUARTER * 5);
    assert_eq!(running().await, (json!(true), json!(1.25)));
    assert_eq!(team.hours().await.0, json!(1), "nothing is added while it runs");

    assert_eq!(bobs_rpc.call("setSubtaskEndTime", timer.clone()).await, json!(true));
    assert_eq!(running().await, (json!(false), json!(0)));
    app.clock.advance(QUARTER);
    assert_eq!(bobs_rpc.call("setSubtaskEndTime", timer.clone()).await, json!(true), "none runs");
    let stored = team.subtask(subtask).await;
    assert_eq!((&stored["time_spent"], &stored["status"]), (&json!(2.25), &json!(1)));
    assert_eq!(team.hours().await.0, json!(2.25));

    let changed = rpc.call("getTask", json!([task])).await;
    assert_eq!(changed["date_modification"], json!(START));
    app.settle().await;
    assert_eq!(receiver.names(), [""; 0], "timers are told to nobody");
}

#[tokio::test]
async fn a_moment_counts_for_nothing_and_leaves_what_was_typed_in() {
    let team = Team::start().await;
    let Team { app, rpc, task, bob: (bob, _), .. } = &team;
    let subtask = rpc.call_for_id("createSubtask", json!([task, "one"])).await;
    rpc.call("updateTask", json!({"id": task, "time_spent": 9})).await;
    for (seconds, hours) in [(17, json!(9)), (18, json!(0.01))] {
        assert_eq!(rpc.call("setSubtaskStartTime", json!([subtask, bob])).await, json!(true));
        app.clock.advance(Duration::from_secs(seconds));
        rpc.call("setSubtaskEndTime", json!([subtask, bob])).await;
        assert_eq!(team.hours().await.0, hours, "after {seconds} s");
    }
}

#[tokio::test]
async fn everybody_sees_their_own_timers_and_has_as_many_as_they_like() {
    let team = Team::start().await;
    let Team { app, rpc, project, task, bob: (bob, bobs_rpc), .. } = &team;
    let (eve, eves_rpc) = person(app, project, "eve", Some("project-member")).await;
    let mut subtasks = Vec::new();
    for title in ["one", "two"] {
        subtasks.push(rpc.call_for_id("createSubtask", json!([task, title])).await);
    }
    for subtask in &subtasks {
        assert_eq!(bobs_rpc.call("setSubtaskStartTime", json!([subtask, bob])).await, json!(true));
    }
    app.clock.advance(QUARTER);
    assert_eq!(eves_rpc.call("setSubtaskStartTime", json!([subtasks[1], eve])).await, json!(true));
    let timers = async |rpc: &kanso_testkit::Rpc| {
        let list = rpc.call("getAllSubtasks", json!([task])).await;
        [0, 1].map(|at: usize| {
            assert_eq!(list[at]["is_timer_started"], json!(list[at]["timer_start_date"] != 0));
            list[at]["timer_start_date"].clone()
        })
    };
    assert_eq!(timers(bobs_rpc).await, [json!(START), json!(START)]);
    assert_eq!(timers(&eves_rpc).await, [json!(0), json!(START + 900)]);
    assert_eq!(timers(rpc).await, [json!(0), json!(0)], "the application has none");
    // Anybody may ask about anybody's.
    assert_eq!(eves_rpc.call("getSubtaskTimeSpent", json!([subtasks[0], bob])).await, json!(0.25));
    // The status has nothing to do with it, and closing stops nothing.
    bobs_rpc.call("updateSubtask", json!({"id": subtasks[0], "task_id": task, "status": 2})).await;
    rpc.call("closeTask", json!([task])).await;
    assert_eq!(rpc.call("hasSubtaskTimer", json!([subtasks[0], bob])).await, json!(true));
    rpc.call("removeSubtask", json!([subtasks[0]])).await;
    assert_eq!(rpc.call("hasSubtaskTimer", json!([subtasks[0], bob])).await, json!(false));
    assert_eq!(rpc.call("hasSubtaskTimer", json!([subtasks[1], bob])).await, json!(true));
}

#[tokio::test]
async fn a_timer_is_started_and_stopped_by_its_owner() {
    let team = Team::start().await;
    let Team { app, rpc, project, task, bob: (bob, bobs_rpc), .. } = &team;
    let (_, viewers_rpc) = person(app, project, "eve", Some("project-viewer")).await;
    let subtask = rpc.call_for_id("createSubtask", json!([task, "one"])).await;
    for (method, user, unknown) in [
        ("setSubtaskStartTime", json!(1), json!(false)),
        ("setSubtaskStartTime", json!(0), json!(false)),
        ("setSubtaskStartTime", json!("bob"), json!(false)),
        ("setSubtaskEndTime", json!(1), json!(true)),
        ("setSubtaskEndTime", json!(0), json!(true)),
    ] {
        assert_eq!(bobs_rpc.call(method, json!([subtask, user])).await, json!(false), "{method} {user}");
        assert_eq!(rpc.call(method, json!([999, bob])).await, unknown);
        assert_eq!(viewers_rpc.try_call(method, json!([subtask, user])).await.status, 403);
    }
    for nobody in [json!(999), json!(0), Value::Null] {
        assert_eq!(rpc.call("setSubtaskStartTime", json!([subtask, nobody])).await, json!(false));
        assert_eq!(rpc.call("setSubtaskEndTime", json!([subtask, nobody])).await, json!(true));
        assert_eq!(rpc.call("hasSubtaskTimer", json!([subtask, nobody])).await, json!(false));
        assert_eq!(viewers_rpc.call("getSubtaskTimeSpent", json!([subtask, nobody])).await, json!(0));
    }
    assert_eq!(rpc.call("hasSubtaskTimer", json!([999, bob])).await, json!(false));
    assert_eq!(rpc.call("getSubtaskTimeSpent", json!([999, bob])).await, json!(0));
    let (_, foreign) = foreign(&team).await;
    for unknown in [999, foreign] {
        for method in ["setSubtaskStartTime", "setSubtaskEndTime", "hasSubtaskTimer", "getSubtaskTimeSpent"] {
            assert_eq!(bobs_rpc.try_call(method, json!([unknown, bob])).await.status, 403, "{method}");
        }
    }
}
