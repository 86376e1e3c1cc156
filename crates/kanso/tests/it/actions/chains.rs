//! What follows from what: causes, order, ends, and actions that cannot be carried out.

use serde_json::json;

use super::{World, add};
use crate::team::{int, members, with};

#[tokio::test]
async fn an_event_names_the_one_that_led_to_it() {
    let world = World::start().await;
    let column = world.project.columns[1];
    add(&world.rpc, world.project.id, "task.move.column", "TaskCloseColumn", json!({"column_id": column}))
        .await;
    let params = json!({"dest_column_id": world.project.columns[3]});
    add(&world.rpc, world.project.id, "task.close", "TaskMoveColumnClosed", params).await;
    let task = world.project.task(&world.rpc, 0, "x").await;
    world.project.drag(&world.eve.1, task, 1, 1).await;
    let log = "SELECT id, cause_id, actor_id FROM events WHERE task_id > 0 ORDER BY id";
    let log = world.app.rows::<(i64, Option<i64>, i64)>(log).await;
    let [created, moved, closed, moved_again] = log[..] else { panic!("{log:?}") };
    assert_eq!((created.1, moved.1), (None, None));
    assert_eq!((closed.1, moved_again.1), (Some(moved.0), Some(closed.0)));
    assert!([moved, closed, moved_again].iter().all(|entry| entry.2 == world.eve.0), "the same actor");
}

#[tokio::test]
async fn what_waits_for_both_comes_before_what_waits_for_creation() {
    let world = World::start().await;
    let project = world.project.id;
    // The later one has the last word: the one for `task.create`, although it was added first.
    add(
        &world.rpc,
        project,
        "task.create",
        "TaskAssignColorColumn",
        json!({"column_id": world.project.columns[0], "color_id": "blue"}),
    )
    .await;
    add(
        &world.rpc,
        project,
        "task.create_update",
        "TaskAssignColorPriority",
        json!({"priority": 0, "color_id": "green"}),
    )
    .await;
    let task = world.project.task(&world.rpc, 0, "x").await;
    assert_eq!(world.get(task).await["color_id"], json!("blue"));
    world.rpc.call("updateTask", json!({"id": task, "title": "y"})).await;
    assert_eq!(world.get(task).await["color_id"], json!("green"));
}

#[tokio::test]
async fn a_silent_change_sets_nothing_off() {
    let world = World::start().await;
    let (project, column) = (world.project.id, world.project.columns[1]);
    add(
        &world.rpc,
        project,
        "task.create",
        "TaskAssignColorColumn",
        json!({"column_id": column, "color_id": "red"}),
    )
    .await;
    let params = json!({"color_id": "red", "category_id": world.category});
    add(&world.rpc, project, "task.create_update", "TaskAssignCategoryColor", params).await;
    let task = world.project.task(&world.rpc, 1, "x").await;
    let after = world.get(task).await;
    assert_eq!((&after["color_id"], &after["category_id"]), (&json!("red"), &json!(0)));
    // Now the colour is there when something happens.
    world.rpc.call("updateTask", json!({"id": task, "title": "y"})).await;
    assert_eq!(world.get(task).await["category_id"], json!(world.category));
}

#[tokio::test]
async fn two_that_undo_each_other_come_to_an_end() {
    let world = World::start().await;
    let project = world.project.id;
    world
        .app
        .execute(&[&format!("INSERT INTO categories (name, project_id) VALUES ('Idea', {project})")])
        .await;
    for category in [world.category, world.category + 1] {
        let params = json!({"color_id": "red", "category_id": category});
        add(&world.rpc, project, "task.create_update", "TaskAssignCategoryColor", params).await;
    }
    let new = json!({"title": "x", "project_id": project, "color_id": "red"});
    let task = world.rpc.call_for_id("createTask", new).await;
    assert!(int(&world.get(task).await["category_id"]) >= world.category);
    let log = world.app.rows::<(i64,)>("SELECT id FROM events WHERE task_id > 0").await;
    assert!((2..10).contains(&log.len()), "{} events", log.len());
}

#[tokio::test]
async fn what_an_action_names_may_be_gone() {
    let world = World::start().await;
    let (project, second) = (world.project.id, world.project.columns[1]);
    let (outsider, _) = crate::team::person(&world.app, &world.project, "outsider", None).await;
    for (event, rule, params) in [
        ("task.create_update", "TaskAssignCategoryColor", json!({"color_id": "red", "category_id": 999})),
        (
            "task.create",
            "TaskAssignUserSwimlaneChange",
            json!({"swimlane_id": world.project.swimlane, "user_id": 999}),
        ),
        ("task.create_update", "TaskAssignSpecificUser", json!({"column_id": second, "user_id": outsider})),
        ("task.create", "TaskMoveColumnCategoryChange", json!({"category_id": 0, "dest_column_id": 999})),
        (
            "task.create",
            "TaskMoveColumnCategoryChange",
            json!({"category_id": 0, "dest_column_id": world.other.columns[0]}),
        ),
        ("task.create", "TaskDuplicateAnotherProject", json!({"column_id": second, "project_id": 999})),
        ("task.create", "TaskAssignColorColumn", json!({"column_id": "second", "color_id": "blue"})),
        ("task.create", "TaskAssignDueDateOnCreation", json!({"duration": "99999999999999"})),
        ("task.create", "TaskEmail", json!({"column_id": second, "user_id": 999, "subject": "x"})),
    ] {
        add(&world.rpc, project, event, rule, params).await;
    }
    let new = json!({"title": "x", "project_id": project, "color_id": "red", "column_id": second});
    let task = world.eve.1.call_for_id("createTask", new.clone()).await;
    let after = world.get(task).await;
    let expected = with(new, &json!({"owner_id": 0, "category_id": 0, "date_due": 0, "position": 1}));
    for (field, value) in members(&expected) {
        assert_eq!(&after[field], value, "{field}");
    }
}

#[tokio::test]
async fn a_project_has_its_own_actions() {
    let world = World::start().await;
    let params = json!({"column_id": world.project.columns[1]});
    add(&world.rpc, world.other.id, "task.move.column", "TaskCloseColumn", params).await;
    let task = world.project.task(&world.rpc, 0, "x").await;
    world.project.drag(&world.rpc, task, 1, 1).await;
    assert_eq!(world.get(task).await["is_active"], json!(1));
}
