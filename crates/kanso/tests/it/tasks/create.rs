//! createTask: defaults, every field, and what is refused.

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use super::{assert_has, get};
use crate::team::{Project, int, members, person, with};

/// createTask with these parameters beside a title and the project.
async fn create(rpc: &Rpc, project: &Project, more: &Value) -> Value {
    rpc.call("createTask", with(json!({"title": "x", "project_id": project.id}), more)).await
}

#[tokio::test]
async fn a_new_task_has_kanboards_defaults() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = rpc.call_for_id("createTask", json!(["Write the imprint", project.id])).await;
    insta::assert_json_snapshot!(get(&rpc, task).await, @r#"
    {
      "id": 1,
      "title": "Write the imprint",
      "description": "",
      "date_creation": 1790000000,
      "color_id": "yellow",
      "project_id": 1,
      "column_id": 1,
      "owner_id": 0,
      "position": 1,
      "is_active": 1,
      "date_completed": null,
      "score": 0,
      "date_due": 0,
      "category_id": 0,
      "creator_id": 0,
      "date_modification": 1790000000,
      "reference": "",
      "date_started": 0,
      "time_spent": null,
      "time_estimated": null,
      "swimlane_id": 1,
      "date_moved": 1790000000,
      "recurrence_status": 0,
      "recurrence_trigger": 0,
      "recurrence_factor": 0,
      "recurrence_timeframe": 0,
      "recurrence_basedate": 0,
      "recurrence_parent": null,
      "recurrence_child": null,
      "priority": 0,
      "external_provider": null,
      "external_uri": null,
      "url": "http://localhost/?controller=TaskViewController&action=show&task_id=1",
      "color": {
        "name": "Yellow",
        "background": "rgb(245, 247, 196)",
        "border": "rgb(223, 227, 45)"
      }
    }
    "#);
}

/// A value for every parameter of createTask, in their order.
fn everything(project: &Project, swimlane: i64, owner: i64) -> Value {
    json!({
        "title": "Design the home page", "project_id": project.id, "color_id": "orange",
        "column_id": project.columns[1], "owner_id": owner, "creator_id": owner, "date_due": "2026-12-24 10:00",
        "description": "First draft in **Figma**", "category_id": 7, "score": 5, "swimlane_id": swimlane,
        "priority": 2, "recurrence_status": 1, "recurrence_trigger": 2, "recurrence_factor": -7,
        "recurrence_timeframe": 1, "recurrence_basedate": 1, "reference": "WEB-1", "tags": ["design", "urgent"],
        "date_started": "2026-12-01 09:00", "time_spent": 2, "time_estimated": 1.25
    })
}

#[tokio::test]
async fn every_field_can_be_given_by_name_and_by_position() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves_rpc) = person(&app, &project, "eve", Some("project-member")).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    app.set("application_url", "https://kanso.example/k").await;
    let named = everything(&project, lane, eve);
    let positional: Vec<&Value> = members(&named).values().collect();
    let by_position = rpc.call_for_id("createTask", json!(positional)).await;
    let by_position = get(&rpc, by_position).await;
    insta::assert_json_snapshot!(by_position, @r#"
    {
      "id": 1,
      "title": "Design the home page",
      "description": "First draft in **Figma**",
      "date_creation": 1790000000,
      "color_id": "orange",
      "project_id": 1,
      "column_id": 2,
      "owner_id": 2,
      "position": 1,
      "is_active": 1,
      "date_completed": null,
      "score": 5,
      "date_due": 1798106400,
      "category_id": 7,
      "creator_id": 2,
      "date_modification": 1790000000,
      "reference": "WEB-1",
      "date_started": 1796115600,
      "time_spent": 2,
      "time_estimated": 1.25,
      "swimlane_id": 2,
      "date_moved": 1790000000,
      "recurrence_status": 1,
      "recurrence_trigger": 2,
      "recurrence_factor": -7,
      "recurrence_timeframe": 1,
      "recurrence_basedate": 1,
      "recurrence_parent": null,
      "recurrence_child": null,
      "priority": 2,
      "external_provider": null,
      "external_uri": null,
      "url": "https://kanso.example/k/?controller=TaskViewController&action=show&task_id=1",
      "color": {
        "name": "Orange",
        "background": "rgb(255, 215, 179)",
        "border": "rgb(255, 172, 98)"
      }
    }
    "#);
    let by_name = eves_rpc.call_for_id("createTask", named).await;
    let mut expected = by_position;
    expected["id"] = json!(by_name);
    expected["position"] = json!(2);
    expected["url"] = json!("https://kanso.example/k/?controller=TaskViewController&action=show&task_id=2");
    assert_eq!(get(&rpc, by_name).await, expected);
}

#[tokio::test]
async fn the_creator_is_the_caller_unless_named() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (eve, eves_rpc) = person(&app, &project, "eve", Some("project-member")).await;
    let (bob, _) = person(&app, &project, "bob", Some("project-manager")).await;
    for (rpc, more, creator) in [
        (&rpc, json!({}), 0),
        (&rpc, json!({"creator_id": eve}), eve),
        (&eves_rpc, json!({}), eve),
        (&eves_rpc, json!({"creator_id": 0}), eve),
        (&eves_rpc, json!({"creator_id": bob}), bob),
    ] {
        let task = create(rpc, &project, &more).await;
        assert_eq!(get(rpc, int(&task)).await["creator_id"], creator, "{more}");
    }
}

#[tokio::test]
async fn odd_values_are_stored_as_kanboard_stores_them() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    app.set("default_color", "teal").await;
    let null = json!({"score": null, "category_id": null, "priority": null, "description": null,
        "reference": null, "date_due": null, "date_started": null});
    for (given, stored) in [
        (null.clone(), null),
        (json!({"title": "0"}), json!({"title": "0"})),
        (json!({"title": " x "}), json!({"title": " x "})),
        (json!({"title": "é".repeat(65_535)}), json!({"title": "é".repeat(65_535)})),
        (json!({"reference": "é".repeat(191)}), json!({"reference": "é".repeat(191)})),
        (json!({"color_id": ""}), json!({"color_id": "teal"})),
        (json!({"column_id": 0}), json!({"column_id": project.columns[0]})),
        (json!({"column_id": "", "score": ""}), json!({"column_id": project.columns[0]})),
        (json!({"swimlane_id": null}), json!({"swimlane_id": project.swimlane})),
        (json!({"score": "12", "priority": "-3"}), json!({"score": 12, "priority": -3})),
        (json!({"score": -2_147_483_647}), json!({"score": -2_147_483_647})),
        (json!({"category_id": 4711}), json!({"category_id": 4711})),
        (
            json!({"time_spent": 2.0, "time_estimated": "1.5"}),
            json!({"time_spent": 2, "time_estimated": 1.5}),
        ),
        (json!({"date_due": "", "date_started": ""}), json!({"date_due": 0, "date_started": 0})),
        (
            json!({"date_due": "2026-12-01 09:00", "date_started": "2026-12-01 09:00"}),
            json!({"date_due": 1_796_115_600, "date_started": 1_796_115_600}),
        ),
    ] {
        let task = create(&rpc, &project, &given).await;
        assert_has(&get(&rpc, int(&task)).await, &stored);
    }
    // A colour that is none is kept, and looks like the default.
    let task = create(&rpc, &project, &json!({"color_id": "mauve"})).await;
    let task = get(&rpc, int(&task)).await;
    assert_eq!((&task["color_id"], &task["color"]["name"]), (&json!("mauve"), &json!("Teal")));
}

#[tokio::test]
async fn what_is_not_valid_is_refused_with_false_and_creates_nothing() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (viewer, _) = person(&app, &project, "viewer", Some("project-viewer")).await;
    for refused in [
        json!({"title": ""}),
        json!({"title": null}),
        json!({"title": "é".repeat(65_536)}),
        json!({"reference": "é".repeat(192)}),
        json!({"owner_id": null}),
        json!({"owner_id": "0"}),
        json!({"owner_id": viewer}),
        json!({"owner_id": 999}),
        json!({"creator_id": viewer}),
        json!({"creator_id": 999}),
        json!({"score": "many"}),
        json!({"score": 1.5}),
        json!({"score": true}),
        json!({"score": 2_147_483_648_i64}),
        json!({"priority": "1.5"}),
        json!({"priority": false}),
        json!({"category_id": "none"}),
        json!({"column_id": "first"}),
        json!({"swimlane_id": 0}),
        json!({"swimlane_id": -1}),
        json!({"recurrence_factor": "often"}),
        json!({"time_estimated": "long"}),
        json!({"date_due": 1_798_106_400}),
        json!({"date_started": "soon"}),
        json!({"date_due": "2026-01-01 10:00", "date_started": "2026-02-01 10:00"}),
    ] {
        assert_eq!(create(&rpc, &project, &refused).await, json!(false), "{refused}");
    }
    assert_eq!(rpc.call("getAllTasks", json!([project.id])).await, json!([]));
}

#[tokio::test]
async fn a_place_that_is_not_there_is_answered_with_zero() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    for place in [
        json!({"project_id": 999}),
        json!({"column_id": 999}),
        json!({"swimlane_id": 999}),
        // Kanboard would take these.
        json!({"column_id": other.columns[0]}),
        json!({"swimlane_id": other.swimlane}),
    ] {
        assert_eq!(create(&rpc, &project, &place).await, json!(0), "{place}");
    }
    rpc.call("disableSwimlane", json!([project.id, project.swimlane])).await;
    assert_eq!(create(&rpc, &project, &json!({})).await, json!(0), "no active swimlane");
    for column in &other.columns {
        rpc.call("removeColumn", json!([column])).await;
    }
    assert_eq!(create(&rpc, &other, &json!({})).await, json!(0), "no column");
}

#[tokio::test]
async fn tasks_can_be_given_to_active_members_that_are_no_viewers() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "x").await;
    for (name, role, assignable) in [
        ("manager", Some("project-manager"), true),
        ("member", Some("project-member"), true),
        ("custom", Some("a role of their own"), true),
        ("viewer", Some("project-viewer"), false),
        ("outsider", None, false),
    ] {
        let (id, _) = person(&app, &project, name, role).await;
        let made = create(&rpc, &project, &json!({"owner_id": id})).await;
        assert_eq!(made != json!(false), assignable, "createTask for {name}: {made}");
        let made = create(&rpc, &project, &json!({"creator_id": id})).await;
        assert_eq!(made != json!(false), assignable, "createTask by {name}: {made}");
        let changed = rpc.call("updateTask", json!({"id": task, "owner_id": id})).await;
        assert_eq!(changed, json!(assignable), "updateTask for {name}");
    }
    // An administrator needs a role as well.
    assert_eq!(create(&rpc, &project, &json!({"owner_id": 1})).await, json!(false));
    // Who leaves keeps what they have, and gets no more.
    let (leaver, _) = person(&app, &project, "leaver", Some("project-member")).await;
    let kept = create(&rpc, &project, &json!({"owner_id": leaver})).await;
    rpc.call("removeProjectUser", json!([project.id, leaver])).await;
    assert_eq!(get(&rpc, int(&kept)).await["owner_id"], leaver);
    assert_eq!(create(&rpc, &project, &json!({"owner_id": leaver})).await, json!(false));
}
