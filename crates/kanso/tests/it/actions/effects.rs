//! The actions that do something besides changing their task.

use std::time::Duration;

use kanso_core::action::run_daily;
use serde_json::{Value, json};

use super::{World, add};
use crate::team::{Project, entries, ids, told};

async fn on_move(world: &World, rule: &str, params: Value) -> i64 {
    add(&world.rpc, world.project.id, "task.move.column", rule, params).await
}

#[tokio::test]
async fn the_caller_comments_on_where_the_task_went() {
    let world = World::start().await;
    on_move(&world, "CommentCreationMoveTaskColumn", json!({"column_id": world.project.columns[2]})).await;
    let task = world.project.task(&world.rpc, 0, "x").await;
    world.project.drag(&world.eve.1, task, 2, 1).await;
    let comments = world.rpc.call("getAllComments", json!([task])).await;
    assert_eq!(comments.as_array().unwrap().len(), 1);
    assert_eq!(
        (&comments[0]["user_id"], &comments[0]["visibility"]),
        (&json!(world.eve.0), &json!("app-user"))
    );
    assert!(comments[0]["comment"].as_str().unwrap().contains("Work in progress"), "{comments}");
    assert_eq!(told(&world.app).await, ["task.create", "task.move.column", "comment.create"]);
}

#[tokio::test]
async fn subtasks_are_added_with_a_timer_and_finished() {
    let world = World::start().await;
    let [_, second, third, _] = world.project.columns[..] else { unreachable!() };
    on_move(&world, "SubtaskTimerMoveTaskColumn", json!({"column_id": second, "subtask": "Review"})).await;
    on_move(&world, "StopSubtaskTimerMoveTaskColumn", json!({"column_id": third})).await;
    let new = json!({"title": "x", "project_id": world.project.id});
    let task = world.eve.1.call_for_id("createTask", new).await;
    world.project.drag(&world.rpc, task, 1, 1).await;
    let subtasks = "SELECT title, status, user_id FROM subtasks";
    let timers = "SELECT user_id, started_at, CASE WHEN ended_at = 0 THEN 1 ELSE 0 END FROM subtask_timers";
    let added = world.app.rows::<(String, i64, i64)>(subtasks).await;
    assert_eq!(added, [("Review".to_owned(), 1, world.eve.0)], "for who created the task");
    assert_eq!(world.app.rows::<(i64, i64, i64)>(timers).await, [(world.eve.0, world.app.clock.now(), 1)]);

    world.app.clock.advance(Duration::from_secs(1800));
    world.project.drag(&world.rpc, task, 2, 1).await;
    assert_eq!(world.app.rows::<(String, i64, i64)>(subtasks).await[0].1, 2);
    assert_eq!(world.app.rows::<(i64, i64, i64)>(timers).await[0].2, 0, "no timer runs");

    world.app.set("subtask_time_tracking", "0").await;
    world.project.drag(&world.rpc, task, 1, 1).await;
    assert_eq!(world.app.rows::<(String, i64, i64)>(subtasks).await.len(), 2);
    assert_eq!(world.app.rows::<(i64, i64, i64)>(timers).await.len(), 1, "timers are switched off");
}

#[tokio::test]
async fn a_task_is_copied_or_moved_to_another_project() {
    let world = World::start().await;
    let (second, third, other) = (world.project.columns[1], world.project.columns[2], &world.other);
    on_move(&world, "TaskDuplicateAnotherProject", json!({"column_id": second, "project_id": other.id}))
        .await;
    on_move(&world, "TaskMoveAnotherProject", json!({"column_id": third, "project_id": other.id})).await;
    let task = world.project.task(&world.rpc, 0, "x").await;
    world.project.drag(&world.eve.1, task, 1, 1).await;
    let copies = world.rpc.call("getAllTasks", json!([other.id])).await;
    let copy = ids(&copies)[0];
    assert_eq!((&copies[0]["column_id"], &copies[0]["title"]), (&json!(other.columns[0]), &json!("x")));
    assert_eq!(copies[0]["creator_id"], json!(world.eve.0));
    world.project.drag(&world.eve.1, task, 2, 1).await;
    assert_eq!(ids(&world.rpc.call("getAllTasks", json!([other.id])).await), [task, copy]);
    assert_eq!(world.get(task).await["column_id"], json!(other.columns[2]), "of the same title");
    let link = "task_internal_link.create_update";
    let expected = ["task.create", "task.move.column", "task.create", link, link];
    let told = told(&world.app).await;
    assert_eq!(told[..5], expected);
    assert_eq!(told[5..], ["task.move.column", "task.move.project"]);
}

#[tokio::test]
async fn actions_of_two_projects_do_not_copy_a_task_back_and_forth_for_ever() {
    let world = World::start().await;
    let rule = "TaskDuplicateAnotherProject";
    for (from, to) in [(&world.project, &world.other), (&world.other, &world.project)] {
        let params = json!({"column_id": from.columns[0], "project_id": to.id});
        add(&world.rpc, from.id, "task.create", rule, params).await;
    }
    world.project.task(&world.rpc, 0, "x").await;
    let count =
        async |project: &Project| ids(&world.rpc.call("getAllTasks", json!([project.id])).await).len();
    assert_eq!((count(&world.project).await, count(&world.other).await), (2, 1), "each acts once");
    // The other way round begins in the project with the higher id, whose lock is taken second.
    world.other.task(&world.rpc, 0, "y").await;
    assert_eq!((count(&world.project).await, count(&world.other).await), (3, 3));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn projects_that_reach_each_other_do_not_stand_in_each_others_way() {
    const TASKS: usize = 12;
    let world = World::start().await;
    let mut closers = tokio::task::JoinSet::new();
    for (from, to) in [(&world.project, &world.other), (&world.other, &world.project)] {
        let params = json!({"column_id": from.columns[0], "project_id": to.id});
        add(&world.rpc, from.id, "task.close", "TaskDuplicateAnotherProject", params).await;
        for _ in 0..TASKS {
            let (rpc, task) = (world.rpc.clone(), from.task(&world.rpc, 0, "x").await);
            closers.spawn(async move { rpc.call("closeTask", json!([task])).await });
        }
    }
    while let Some(closed) = closers.join_next().await {
        assert_eq!(closed.unwrap(), json!(true));
    }
    for project in [&world.project, &world.other] {
        let copies = ids(&world.rpc.call("getAllTasks", json!([project.id])).await);
        assert_eq!(copies.len(), TASKS, "those of the other one");
    }
}

#[tokio::test]
async fn mails_are_written_down_for_who_has_an_address() {
    let world = World::start().await;
    let (column, eve) = (world.project.columns[1], world.eve.0);
    for (user, subject) in
        [(eve, "{{title}} of {{project_name}} {{nothing}} {{column_title"), (world.max, "no")]
    {
        let params = json!({"column_id": column, "user_id": user, "subject": subject});
        add(&world.rpc, world.project.id, "task.close", "TaskEmail", params).await;
    }
    let params = json!({"user_id": eve, "subject": "{{id}} sleeps", "duration": 1});
    add(&world.rpc, world.project.id, "task.cronjob.daily", "TaskEmailNoActivity", params).await;
    world.app.execute(&[&format!("UPDATE users SET email = 'eve@example.org' WHERE id = {eve}")]).await;
    let (task, elsewhere) =
        (world.project.task(&world.rpc, 1, "Brakes").await, world.project.task(&world.rpc, 0, "x").await);
    for closed in [task, elsewhere] {
        world.rpc.call("closeTask", json!([closed])).await;
    }
    world.rpc.call("openTask", json!([task])).await;
    world.app.clock.advance(Duration::from_secs(2 * 86_400));
    assert_eq!(run_daily(&world.app.app).await.unwrap(), 1);
    let mails = "SELECT m.user_id, m.subject, m.task_id, e.event FROM mails m \
        LEFT JOIN events e ON e.id = m.event_id ORDER BY m.id";
    let mails = world.app.rows::<(i64, String, i64, Option<String>)>(mails).await;
    let subject = "Brakes of Demo Project {{nothing}} {{column_title".to_owned();
    let [first, second] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!((first.0, &first.1, first.2), (eve, &subject, task));
    assert!(first.3.as_deref().unwrap().contains("task_closed"), "{first:?}");
    assert_eq!(second, &(eve, format!("{task} sleeps"), task, None));
}

#[tokio::test]
async fn what_names_somebody_who_acts_does_nothing_for_the_application() {
    let world = World::start().await;
    let into = json!({"column_id": world.project.columns[1]});
    for rule in [
        "CommentCreationMoveTaskColumn",
        "TaskAssignCurrentUserColumn",
        "TaskAssignCurrentUserColumnIfNoUserAlreadySet",
    ] {
        on_move(&world, rule, into.clone()).await;
    }
    add(&world.rpc, world.project.id, "task.create", "TaskAssignCurrentUser", json!({})).await;
    let task = world.project.task(&world.rpc, 0, "x").await;
    world.project.drag(&world.rpc, task, 1, 1).await;
    assert_eq!(world.get(task).await["owner_id"], json!(0));
    let comments = world.rpc.call("getAllComments", json!([task])).await;
    assert_eq!(entries(&comments).count(), 0);
}
