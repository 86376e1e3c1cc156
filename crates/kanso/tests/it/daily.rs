//! The work of each day: done once, by whoever comes first.

use std::time::Duration;

use kanso_core::action::{next_daily, run_daily};
use kanso_core::job::{Job, Outcome, run_due_jobs, run_job};
use kanso_core::{Actor, Conflict, Error};
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

/// The jobs that were done, by what was answered.
fn done(outcomes: &[(Job, Outcome)]) -> Vec<Job> {
    let done = outcomes.iter().filter(|(_, outcome)| matches!(outcome, Outcome::Done(..)));
    done.map(|(job, _)| *job).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn of_two_servers_one_does_each_job_and_each_day_again() {
    let (app, _) = start(2).await;
    let beside = app.beside().await;
    for day in 1..=2 {
        let (here, there) = tokio::join!(run_due_jobs(&app.app), run_due_jobs(&beside));
        let (here, there) = (here.unwrap(), there.unwrap());
        let mut all = [done(&here), done(&there)].concat();
        all.sort_by_key(|job| Job::ALL.iter().position(|known| known == job));
        assert_eq!(all, Job::ALL, "each once on day {day}: {here:?} {there:?}");
        assert_eq!(mails(&app).await, 2 * day, "and what they do is done once");
        assert_eq!(done(&run_due_jobs(&beside).await.unwrap()), [], "the day is done");
        app.clock.advance(DAY);
    }
}

#[tokio::test]
async fn what_a_server_that_died_was_doing_is_taken_over_when_its_lease_runs_out() {
    let app = TestApp::start().await;
    // As a server leaves it that is killed in the middle.
    app.execute(&[&format!(
        "INSERT INTO jobs (name, day, started_at_ms, failures, next_due_at_ms, leased_until_ms, leased_by) \
         VALUES ('mails', '', {now}, 0, {now}, {now} + 300000, 'gone')",
        now = START * 1000
    )])
    .await;
    let others: Vec<Job> = Job::ALL.into_iter().filter(|job| *job != Job::Mails).collect();
    let first = run_due_jobs(&app.app).await.unwrap();
    assert_eq!(done(&first), others);
    assert!(first.contains(&(Job::Mails, Outcome::UnderWay)), "{first:?}");
    let asked = run_job(&app.app, &Actor::Application, Job::Mails).await;
    assert!(matches!(asked, Err(Error::Conflict(Conflict::AlreadyRunning))), "{asked:?}");
    app.clock.advance(Duration::from_secs(300));
    assert_eq!(done(&run_due_jobs(&app.app).await.unwrap()), [Job::Mails]);
    let left = app.rows::<(Option<String>,)>("SELECT leased_by FROM jobs").await;
    assert!(left.iter().all(|(by,)| by.is_none()), "nothing is held: {left:?}");
}

#[tokio::test]
async fn a_job_that_fails_is_tried_again_after_a_pause_that_grows() {
    let app = TestApp::start().await;
    app.execute(&["ALTER TABLE rule_log RENAME TO rule_log_away"]).await;
    let of_log = |outcomes: Vec<(Job, Outcome)>| {
        outcomes.into_iter().find(|(job, _)| *job == Job::RuleLog).expect("it is listed").1
    };
    let first = run_due_jobs(&app.app).await.unwrap();
    assert_eq!(done(&first).len(), Job::ALL.len() - 1, "the others are done: {first:?}");
    assert!(matches!(of_log(first), Outcome::Failed(_)));
    let pause = Duration::from_secs(60);
    assert_eq!(of_log(run_due_jobs(&app.app).await.unwrap()), Outcome::NotDue((START + 60) * 1000));
    app.clock.advance(pause);
    assert!(matches!(of_log(run_due_jobs(&app.app).await.unwrap()), Outcome::Failed(_)));
    app.execute(&["ALTER TABLE rule_log_away RENAME TO rule_log"]).await;
    app.clock.advance(pause);
    assert_eq!(of_log(run_due_jobs(&app.app).await.unwrap()), Outcome::NotDue((START + 180) * 1000));
    app.clock.advance(pause);
    assert_eq!(of_log(run_due_jobs(&app.app).await.unwrap()), Outcome::Done(0, 0));
}

#[tokio::test]
async fn the_command_does_what_is_left_of_today() {
    let database = Database::create().await;
    let run = async || Program::run(env!("CARGO_BIN_EXE_kanso"), &database, &["run", "daily"]).await;
    let (first, second) = (run().await, run().await);
    let is_done = |line: &str, job: Job| line.starts_with(&format!("{}: done, 0 in ", job.as_str()));
    let all = Job::ALL.into_iter().zip(first.lines()).all(|(job, line)| is_done(line, job));
    assert!(all && first.lines().count() == Job::ALL.len(), "{first}");
    assert!(second.lines().all(|line| line.contains(": not due before 20")), "{second}");
}
