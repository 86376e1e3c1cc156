//! The work of each day: done once, by whoever comes first.

use std::time::Duration;

use kanso_core::action::{next_daily, run_daily};
use kanso_testkit::{Database, Program, START, TestApp};
use serde_json::json;

use crate::team::{Project, person};

const DAY: Duration = Duration::from_secs(86_400);

/// Projects whose daily work is to write a mail for their one task, and the user it goes to.
async fn start(projects: usize) -> (TestApp, Vec<Project>) {
    let app = TestApp::start().await;
    let mut all = Vec::new();
    for _ in 0..projects {
        all.push(Project::create(&app.rpc()).await);
    }
    let (eve, _) = person(&app, &all[0], "eve", None).await;
    app.execute(&[&format!("UPDATE users SET email = 'eve@example.org' WHERE id = {eve}")]).await;
    for project in &all {
        let params = json!({"user_id": eve, "subject": "{{project_id}}", "duration": -1});
        let action = "\\Kanboard\\Action\\TaskEmailNoActivity";
        let new = json!([project.id, "task.cronjob.daily", action, params]);
        app.rpc().call_for_id("createAction", new).await;
        project.task(&app.rpc(), 0, "x").await;
    }
    (app, all)
}

async fn mails(app: &TestApp) -> usize {
    app.rows::<(i64,)>("SELECT id FROM mails").await.len()
}

#[tokio::test]
async fn it_is_done_once_a_day_for_each_project() {
    let (app, projects) = start(2).await;
    assert_eq!(run_daily(&app.app).await.unwrap(), 2);
    assert_eq!(run_daily(&app.app).await.unwrap(), 0);
    app.clock.advance(DAY / 4);
    assert_eq!(run_daily(&app.app).await.unwrap(), 0, "the same day");
    assert_eq!(mails(&app).await, 2);
    app.clock.advance(DAY);
    app.rpc().call("closeTask", json!([1])).await;
    assert_eq!(run_daily(&app.app).await.unwrap(), 2);
    assert_eq!(mails(&app).await, 3, "closed tasks are left alone");
    app.clock.advance(DAY);
    app.rpc().call("removeProject", json!([projects[1].id])).await;
    assert_eq!(run_daily(&app.app).await.unwrap(), 1);
    let kept = app.rows::<(String,)>("SELECT day FROM daily_work").await;
    assert_eq!(kept.len(), 1, "nothing is kept of earlier days: {kept:?}");
}

#[tokio::test]
async fn the_day_begins_in_the_time_zone_of_the_settings() {
    let (app, _) = start(1).await;
    // It is 14:13 in London and 23:13 in Tokyo.
    app.set("application_timezone", "Asia/Tokyo").await;
    assert_eq!(run_daily(&app.app).await.unwrap(), 1);
    assert_eq!(next_daily(&app.app), (START + 46 * 60 + 40) * 1000);
    app.clock.advance(Duration::from_secs(46 * 60 + 39));
    assert_eq!(run_daily(&app.app).await.unwrap(), 0);
    app.clock.advance(Duration::from_secs(1));
    assert_eq!(run_daily(&app.app).await.unwrap(), 1);
    // Going west, the day that was done comes again: it stays done.
    app.set("application_timezone", "America/New_York").await;
    assert_eq!(run_daily(&app.app).await.unwrap(), 0);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_servers_do_it_once() {
    let (app, _) = start(3).await;
    let all = (run_daily(&app.app), run_daily(&app.app), run_daily(&app.app), run_daily(&app.app));
    let (a, b, c, d) = tokio::join!(all.0, all.1, all.2, all.3);
    assert_eq!([a, b, c, d].into_iter().map(Result::unwrap).sum::<usize>(), 3);
    assert_eq!(mails(&app).await, 3);
}

#[tokio::test]
async fn the_command_does_what_is_left_of_today() {
    let database = Database::create().await;
    let run = async || Program::run(env!("CARGO_BIN_EXE_kanso"), &database, &["run", "daily"]).await;
    assert_eq!(run().await, "Daily work done for projects: 0");
}
