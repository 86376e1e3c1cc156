//! updateTask: what changes, what is refused, and which event tells of it.

use std::time::Duration;

use kanso_testkit::TestApp;
use serde_json::json;

use super::{assert_has, get};
use crate::team::{Project, members, person, with};

#[tokio::test]
async fn values_replace_the_stored_ones_and_null_leaves_them() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves_rpc) = person(&app, &project, "eve", Some("project-member")).await;
    let task = project.task(&rpc, 0, "before").await;
    app.clock.advance(Duration::from_secs(60));
    let values = json!({
        "title": "after", "color_id": "purple", "owner_id": eve, "date_due": "2026-12-24 10:00",
        "description": "new", "category_id": 7, "score": 5, "priority": 2, "recurrence_status": 1,
        "recurrence_trigger": 2, "recurrence_factor": -7, "recurrence_timeframe": 1, "recurrence_basedate": 1,
        "reference": "WEB-1", "tags": [], "date_started": "2026-12-01 09:00", "time_spent": 2, "time_estimated": 1.25
    });
    let mut expected = get(&rpc, task).await;
    let mut by_position = vec![json!(task)];
    by_position.extend(members(&values).values().cloned());
    assert_eq!(eves_rpc.call("updateTask", json!(by_position)).await, json!(true));
    for (name, value) in members(&values).iter().filter(|(name, _)| *name != "tags") {
        expected[name] = value.clone();
    }
    expected["date_due"] = json!(1_798_106_400);
    expected["date_started"] = json!(1_796_115_600);
    expected["date_modification"] = json!(1_790_000_060);
    expected["color"]["name"] = json!("Purple");
    expected["color"]["background"] = json!("rgb(223, 176, 255)");
    expected["color"]["border"] = json!("rgb(205, 133, 254)");
    assert_eq!(get(&rpc, task).await, expected);

    let mut nothing = vec![json!(task)];
    nothing.resize(19, json!(null));
    assert_eq!(rpc.call("updateTask", json!(nothing)).await, json!(true));
    assert_eq!(rpc.call("updateTask", json!([task])).await, json!(true));
    assert_eq!(get(&rpc, task).await, expected);
}

#[tokio::test]
async fn the_place_the_project_and_the_creator_cannot_be_changed_here() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let task = project.task(&rpc, 0, "x").await;
    let before = get(&rpc, task).await;
    let elsewhere = json!({"id": task, "project_id": other.id, "column_id": project.columns[1], "position": 9,
        "swimlane_id": other.swimlane, "creator_id": 1, "is_active": 0, "date_creation": 0});
    assert_eq!(rpc.call("updateTask", elsewhere).await, json!(true));
    assert_eq!(get(&rpc, task).await, before);
}

#[tokio::test]
async fn odd_values_are_stored_as_kanboard_stores_them() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, _) = person(&app, &project, "eve", Some("project-member")).await;
    let new = json!({"title": "x", "project_id": project.id, "owner_id": eve, "score": 5, "reference": "r",
        "date_due": "2026-12-24 10:00", "date_started": "2026-12-01 09:00"});
    let task = rpc.call_for_id("createTask", new).await;
    rpc.call("closeTask", json!([task])).await;
    for (given, stored) in [
        (json!({"title": ""}), json!({"title": "", "is_active": 0})),
        (json!({"date_due": ""}), json!({"date_due": 0})),
        (json!({"date_started": ""}), json!({"date_started": 0})),
        (json!({"score": ""}), json!({"score": 0})),
        (json!({"reference": ""}), json!({"reference": ""})),
        (json!({"color_id": "mauve"}), json!({"color_id": "mauve"})),
        (json!({"owner_id": "0"}), json!({"owner_id": 0})),
        (json!({"owner_id": eve.to_string()}), json!({"owner_id": eve})),
        (json!({"owner_id": 0}), json!({"owner_id": 0})),
        // The stored start is not compared with a due date that comes alone.
        (json!({"date_started": "2026-12-01 09:00"}), json!({"date_started": 1_796_115_600})),
        (json!({"date_due": "2026-11-30 09:00"}), json!({"date_due": 1_796_029_200})),
    ] {
        let update = with(json!({"id": task}), &given);
        assert_eq!(rpc.call("updateTask", update).await, json!(true), "{given}");
        assert_has(&get(&rpc, task).await, &stored);
    }
}

#[tokio::test]
async fn what_is_not_valid_is_refused_and_changes_nothing() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (viewer, _) = person(&app, &project, "viewer", Some("project-viewer")).await;
    let task = project.task(&rpc, 0, "x").await;
    let before = get(&rpc, task).await;
    app.clock.advance(Duration::from_secs(60));
    for refused in [
        json!({"title": "é".repeat(65_536)}),
        json!({"reference": "é".repeat(192)}),
        json!({"owner_id": ""}),
        json!({"owner_id": viewer}),
        json!({"owner_id": 999}),
        json!({"owner_id": 1}),
        json!({"owner_id": "eve"}),
        json!({"score": "many"}),
        json!({"score": 1.5}),
        json!({"score": true}),
        json!({"score": 2_147_483_648_i64}),
        json!({"category_id": "none"}),
        json!({"recurrence_status": "often"}),
        json!({"time_spent": "long"}),
        json!({"date_due": 1_798_106_400}),
        json!({"date_due": "24.12.2026"}),
        json!({"date_due": "2026-01-01 10:00", "date_started": "2026-02-01 10:00"}),
    ] {
        let update = with(json!({"id": task, "description": "must not be stored"}), &refused);
        assert_eq!(rpc.call("updateTask", update).await, json!(false), "{refused}");
    }
    assert_eq!(get(&rpc, task).await, before);
}

#[tokio::test]
async fn a_new_assignee_alone_has_an_event_of_its_own() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, _) = person(&app, &project, "eve", Some("project-member")).await;
    let task = project.task(&rpc, 0, "x").await;
    let receiver = app.receiver().await;
    let none: [&str; 0] = [];
    let mut known = 0;
    for (update, expected) in [
        (json!({}), &none[..]),
        (json!({"title": "x", "owner_id": 0, "score": 0, "date_due": ""}), &[]),
        (json!({"tags": ["new"]}), &[]),
        (json!({"owner_id": eve}), &["task.assignee_change"]),
        (json!({"owner_id": eve}), &[]),
        (json!({"owner_id": 0, "title": "x"}), &["task.assignee_change"]),
        (json!({"owner_id": eve, "title": "y"}), &["task.update"]),
        (json!({"description": "new"}), &["task.update"]),
        (json!({"time_estimated": 1.5}), &["task.update"]),
        (json!({"time_estimated": "1.5"}), &[]),
        (json!({"date_due": "2026-12-24 10:00"}), &["task.update"]),
        (json!({"date_due": "12/24/2026 10:00"}), &[]),
        (json!({"recurrence_factor": 3}), &["task.update"]),
    ] {
        assert_eq!(rpc.call("updateTask", with(json!({"id": task}), &update)).await, json!(true), "{update}");
        app.settle().await;
        let names = receiver.names();
        assert_eq!(&names[known..], expected, "{update}");
        known = names.len();
    }
}
