//! Copying a task to a project, and moving it there.

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, ids, int, members, person, told, with};

const BOTH: [&str; 2] = ["duplicateTaskToProject", "moveTaskToProject"];

async fn get(rpc: &Rpc, task: i64) -> Value {
    rpc.call("getTask", json!([task])).await
}

/// Two projects with a member `eve`. Only the first one's column "Testing" and swimlane "Web" have the names that
/// the second one's have, in another order.
struct World {
    app: TestApp,
    rpc: Rpc,
    from: Project,
    to: Project,
    /// "Testing" and "Web" of the first project.
    near: (i64, i64),
    /// Those of the second.
    far: (i64, i64),
    eve: (i64, Rpc),
}

impl World {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let (from, to) = (Project::create(&rpc).await, Project::create(&rpc).await);
        let places = async |project: &Project| {
            let column = rpc.call_for_id("addColumn", json!([project.id, "Testing"])).await;
            (column, rpc.call_for_id("addSwimlane", json!([project.id, "Web"])).await)
        };
        let (near, far) = (places(&from).await, places(&to).await);
        rpc.call("changeColumnPosition", json!([to.id, far.0, 2])).await;
        let eve = person(&app, &from, "eve", Some("project-member")).await;
        rpc.call("addProjectUser", json!([to.id, eve.0, "project-member"])).await;
        Self { app, rpc, from, to, near, far, eve }
    }

    /// A task of the first project with all there can be.
    async fn task(&self, more: Value) -> i64 {
        let new = json!({"title": "Brakes", "project_id": self.from.id, "column_id": self.near.0,
            "swimlane_id": self.near.1, "owner_id": self.eve.0, "description": "squeal", "color_id": "red",
            "score": 5, "priority": 2, "reference": "R", "date_due": "2026-12-24 10:00",
            "date_started": "2026-12-01 10:00", "time_spent": 3, "time_estimated": 2, "recurrence_factor": 4});
        self.rpc.call_for_id("createTask", with(new, &more)).await
    }

    fn assert_has(task: &Value, expected: &Value) {
        for (field, value) in members(expected) {
            assert_eq!(&task[field], value, "{field} of {task}");
        }
    }
}

#[tokio::test]
async fn a_copy_is_a_new_task_at_the_end_of_its_lane() {
    let world = World::start().await;
    let task = world.task(json!({})).await;
    let before = get(&world.rpc, task).await;
    world.app.clock.advance(Duration::from_secs(60));
    let (_, eve) = &world.eve;
    let first = eve.call_for_id("duplicateTaskToProject", json!([task, world.to.id])).await;
    let second = eve.call_for_id("duplicateTaskToProject", json!([task, world.to.id])).await;
    let now = world.app.clock.now();
    let expected = with(
        before.clone(),
        &json!({"id": first, "project_id": world.to.id, "column_id": world.far.0,
        "swimlane_id": world.far.1, "position": 1, "creator_id": world.eve.0, "date_started": null,
        "time_spent": 0, "date_creation": now, "date_modification": now, "date_moved": now}),
    );
    let copy = get(&world.rpc, first).await;
    for (field, value) in members(&expected).iter().filter(|(field, _)| *field != "url") {
        assert_eq!(&copy[field], value, "{field}");
    }
    assert_eq!(get(&world.rpc, second).await["position"], json!(2));
    assert_eq!(get(&world.rpc, task).await, before, "the task itself stays");
    let project = |id: i64| world.rpc.call("getProjectById", json!([id]));
    assert_eq!(project(world.to.id).await["last_modified"], json!(now));
    assert_eq!(project(world.from.id).await["last_modified"], json!(now - 60));
    let link = "task_internal_link.create_update";
    assert_eq!(told(&world.app).await[1..4], ["task.create", link, link]);
    let links = "SELECT task_id, opposite_task_id, link_id FROM task_has_links ORDER BY id";
    assert_eq!(world.app.rows::<(i64, i64, i64)>(links).await[..2], [(first, task, 4), (task, first, 5)]);
}

#[tokio::test]
async fn a_moved_task_keeps_what_it_has_and_is_open() {
    let world = World::start().await;
    let task = world.task(json!({})).await;
    world.rpc.call("closeTask", json!([task])).await;
    let before = get(&world.rpc, task).await;
    world.app.clock.advance(Duration::from_secs(60));
    assert_eq!(world.eve.1.call("moveTaskToProject", json!([task, world.to.id])).await, json!(true));
    let expected = with(
        before,
        &json!({"project_id": world.to.id, "column_id": world.far.0,
        "swimlane_id": world.far.1, "position": 1, "is_active": 1}),
    );
    assert_eq!(get(&world.rpc, task).await, expected);
    assert_eq!(ids(&world.rpc.call("getAllTasks", json!([world.to.id])).await), [task]);
    assert_eq!(told(&world.app).await, ["task.create", "task.close", "task.move.project"]);
    // Both lanes know how many they hold.
    let next = json!({"title": "x", "project_id": world.to.id, "column_id": world.far.0, "swimlane_id": world.far.1});
    let next = world.rpc.call_for_id("createTask", next).await;
    assert_eq!(get(&world.rpc, next).await["position"], json!(2));
    let back = world.task(json!({})).await;
    assert_eq!(get(&world.rpc, back).await["position"], json!(1));
}

#[tokio::test]
async fn places_and_people_are_found_by_name() {
    let world = World::start().await;
    let (to, eve) = (&world.to, world.eve.0);
    let (viewer, _) = person(&world.app, &world.from, "viewer", Some("project-member")).await;
    world.rpc.call("addProjectUser", json!([to.id, viewer, "project-viewer"])).await;
    let (stranger, _) = person(&world.app, &world.from, "stranger", Some("project-member")).await;
    let insert = |name: &str, project: i64| world.rpc.call("createCategory", json!([project, name]));
    insert("Bug", world.from.id).await;
    insert("Idea", world.from.id).await;
    insert("bug", to.id).await;
    let (bug, idea, far_bug) = (1, 2, 3);
    world.rpc.call("addColumn", json!([world.from.id, "Only here"])).await;
    let only_here = *ids(&world.rpc.call("getColumns", json!([world.from.id])).await).last().unwrap();
    world
        .rpc
        .call(
            "updateProject",
            json!({"project_id": to.id, "priority_default": 1, "priority_start": 1, "priority_end": 2}),
        )
        .await;
    for (new, to_project, expected) in [
        (
            json!({"category_id": bug}),
            json!({}),
            json!({"category_id": far_bug, "owner_id": eve, "priority": 2}),
        ),
        (json!({"category_id": idea, "priority": 3}), json!({}), json!({"category_id": 0, "priority": 1})),
        (json!({"column_id": only_here}), json!({}), json!({"column_id": to.columns[0]})),
        (json!({"owner_id": viewer}), json!({}), json!({"owner_id": viewer})),
        (json!({"owner_id": stranger}), json!({}), json!({"owner_id": 0})),
        (json!({}), json!({"owner_id": stranger}), json!({"owner_id": 0})),
        (json!({}), json!({"owner_id": viewer}), json!({"owner_id": viewer})),
        (json!({}), json!({"owner_id": 0}), json!({"owner_id": 0})),
        (json!({}), json!({"column_id": world.from.columns[2]}), json!({"column_id": to.columns[2]})),
        (json!({}), json!({"column_id": to.columns[3]}), json!({"column_id": to.columns[3]})),
        (json!({}), json!({"column_id": 999}), json!({"column_id": to.columns[0]})),
        (json!({}), json!({"swimlane_id": to.swimlane}), json!({"swimlane_id": to.swimlane})),
        (json!({}), json!({"swimlane_id": 999}), json!({"swimlane_id": to.swimlane})),
        (json!({}), json!({"category_id": bug}), json!({"category_id": far_bug})),
        (json!({}), json!({"category_id": far_bug}), json!({"category_id": far_bug})),
        (json!({"category_id": bug}), json!({"category_id": 0}), json!({"category_id": 0})),
    ] {
        let task = world.task(new).await;
        let params = with(json!({"task_id": task, "project_id": to.id}), &to_project);
        let copy = world.rpc.call_for_id("duplicateTaskToProject", params.clone()).await;
        World::assert_has(&get(&world.rpc, copy).await, &expected);
        assert_eq!(world.rpc.call("moveTaskToProject", params).await, json!(true));
        World::assert_has(&get(&world.rpc, task).await, &expected);
    }
    // An administrator keeps whom they like.
    let admin = world.app.rpc_as("admin", ADMIN_PASSWORD);
    for project in [&world.from, to] {
        world.rpc.call("addProjectUser", json!([project.id, 1, "project-member"])).await;
    }
    let task = world.task(json!({"owner_id": stranger})).await;
    let copy = admin.call_for_id("duplicateTaskToProject", json!([task, to.id])).await;
    assert_eq!(get(&world.rpc, copy).await["owner_id"], json!(stranger));
}

#[tokio::test]
async fn a_moved_task_gets_the_number_after_the_named_column() {
    let world = World::start().await;
    let column = world.to.columns[1];
    for _ in 0..2 {
        world.to.task(&world.rpc, 1, "there").await;
    }
    for (named, position) in [(json!(column), 3), (json!(null), 1), (json!(world.from.columns[1]), 1)] {
        let task = world.task(json!({"column_id": world.from.columns[1]})).await;
        let params = json!({"task_id": task, "project_id": world.to.id, "column_id": named});
        assert_eq!(world.rpc.call("moveTaskToProject", params).await, json!(true));
        let after = get(&world.rpc, task).await;
        assert_eq!((&after["column_id"], &after["position"]), (&json!(column), &json!(position)), "{named}");
    }
}

#[tokio::test]
async fn a_copy_may_stay_in_the_project() {
    let world = World::start().await;
    let task = world.task(json!({"priority": 9})).await;
    let copy = world.rpc.call_for_id("duplicateTaskToProject", json!([task, world.from.id])).await;
    let expected = json!({"project_id": world.from.id, "column_id": world.near.0, "swimlane_id": world.near.1,
        "position": 2, "priority": 0});
    World::assert_has(&get(&world.rpc, copy).await, &expected);
}

#[tokio::test]
async fn it_needs_a_role_in_both_projects() {
    let world = World::start().await;
    let closed = Project::create(&world.rpc).await;
    let watched = Project::create(&world.rpc).await;
    world.rpc.call("addProjectUser", json!([watched.id, world.eve.0, "project-viewer"])).await;
    let (task, foreign) = (world.task(json!({})).await, closed.task(&world.rpc, 0, "x").await);
    let before = get(&world.rpc, task).await;
    for method in BOTH {
        for refused in [
            json!([task, closed.id]),
            json!([task, watched.id]),
            json!([task, 999]),
            json!([foreign, world.to.id]),
            json!([999, world.to.id]),
        ] {
            assert_eq!(world.eve.1.try_call(method, refused.clone()).await.status, 403, "{method} {refused}");
        }
        let missing = if method == "moveTaskToProject" { json!(false) } else { json!(0) };
        for unknown in [json!([999, world.to.id]), json!([task, 999]), json!(["x", world.to.id])] {
            assert_eq!(world.rpc.call(method, unknown.clone()).await, missing, "{method} {unknown}");
        }
        let wrong = json!({"task_id": task, "project_id": world.to.id, "column_id": "many"});
        assert_eq!(world.rpc.call(method, wrong).await, json!(false), "{method}");
    }
    assert_eq!(get(&world.rpc, task).await, before);
    assert_eq!(ids(&world.rpc.call("getAllTasks", json!([world.to.id])).await), [0_i64; 0]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn moves_there_and_back_at_once_all_arrive() {
    let world = World::start().await;
    let mut movers = tokio::task::JoinSet::new();
    for n in 0..8 {
        let (rpc, task) = (world.rpc.clone(), world.task(json!({})).await);
        let (there, back) = (world.to.id, world.from.id);
        movers.spawn(async move {
            for turn in 0..10 {
                let to = if (n + turn) % 2 == 0 { there } else { back };
                assert_eq!(rpc.call("moveTaskToProject", json!([task, to])).await, json!(true));
            }
        });
    }
    while let Some(done) = movers.join_next().await {
        done.unwrap();
    }
    let lanes = "SELECT (SELECT CAST(SUM(open_tasks) AS BIGINT) FROM lanes), COUNT(*) FROM tasks";
    assert_eq!(world.app.rows::<(i64, i64)>(lanes).await, [(8, 8)]);
    assert!(int(&world.rpc.call("getTask", json!([1])).await["id"]) == 1);
}
