//! Tasks that come back on days of the calendar: made once, by whoever comes first, and no more than one at a time.

use std::time::Duration;

use jiff::civil::date;
use kanso_core::recurrence::{create_due_tasks, end_recurrence, find_recurrence, set_recurrence};
use kanso_core::{Actor, Error};
use kanso_domain::{Block, Restrictions};
use kanso_testkit::TestApp;
use serde_json::{Value, json};

use super::{count, get};
use crate::team::{Project, int, person, with};

const DAY: u64 = 86_400;

/// A task that comes back on the days of a rule, counted from 21 September 2026, which is today and a Monday.
async fn start(rule: &str, more: Value) -> (TestApp, Project, i64) {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let new = with(json!({"title": "Water the plants", "project_id": project.id}), &more);
    let task = app.rpc().call_for_id("createTask", new).await;
    come_back(&app, task, rule).await;
    (app, project, task)
}

async fn come_back(app: &TestApp, task: i64, rule: &str) {
    let (rule, today) = (rule.parse().expect("a rule"), date(2026, 9, 21));
    let set = set_recurrence(&app.app, &Actor::Application, task.into(), rule, today);
    set.await.expect("it comes back");
}

async fn made(app: &TestApp) -> usize {
    create_due_tasks(&app.app).await.expect("the database answers")
}

#[tokio::test]
async fn the_next_one_comes_on_its_day_with_all_that_belongs_to_it() {
    let more =
        json!({"date_due": "2026-09-23 12:00", "color_id": "red", "description": "All of them", "score": 3});
    let (app, project, old) = start("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", more).await;
    let rpc = app.rpc();
    rpc.call("setTaskTags", json!([project.id, old, ["garden"]])).await;
    rpc.call("createSubtask", json!({"task_id": old, "title": "Fill the can"})).await;
    rpc.call("createExternalTaskLink", json!([old, "https://example.org/", "related"])).await;
    project.drag(&rpc, old, 2, 1).await;
    let before = get(&rpc, old).await;
    app.clock.advance(Duration::from_secs(13 * DAY));
    assert_eq!(made(&app).await, 0, "its day has not come");
    app.clock.advance(Duration::from_secs(DAY));
    assert_eq!(made(&app).await, 1);

    let (new, now) = (old + 1, app.clock.now());
    let expected = with(
        before.clone(),
        &json!({"id": new, "column_id": project.columns[0], "position": 1, "date_creation": now,
        "date_modification": now, "date_moved": now, "recurrence_parent": old, "date_started": null, "time_spent": 0,
        "date_due": int(&before["date_due"]) + 14 * i64::try_from(DAY).unwrap()}),
    );
    let after = get(&rpc, new).await;
    for (field, value) in crate::team::members(&expected).iter().filter(|(field, _)| *field != "url") {
        assert_eq!(&after[field], value, "{field}");
    }
    assert_eq!(get(&rpc, old).await, with(before, &json!({"recurrence_child": new})), "the old one stays");
    assert!(rpc.call("getTaskTags", json!([new])).await.to_string().contains("garden"));
    assert_eq!(rpc.call("getAllSubtasks", json!([new])).await[0]["title"], json!("Fill the can"));
    assert_eq!(
        rpc.call("getAllExternalTaskLinks", json!([new])).await[0]["url"],
        json!("https://example.org/")
    );

    app.clock.advance(Duration::from_secs(14 * DAY));
    assert_eq!(made(&app).await, 1, "the new one goes on");
    assert_eq!(get(&rpc, new + 1).await["recurrence_parent"], json!(new));
    assert_eq!(count(&rpc, &project).await, 3);
}

#[tokio::test]
async fn after_a_long_stop_the_latest_day_is_made_up_for() {
    let (app, project, old) = start("FREQ=DAILY", json!({"date_due": "2026-09-21 18:00"})).await;
    app.clock.advance(Duration::from_secs(10 * DAY));
    assert_eq!(made(&app).await, 1, "ten days passed");
    let next = get(&app.rpc(), old + 1).await;
    let due = int(&get(&app.rpc(), old).await["date_due"]) + 10 * i64::try_from(DAY).unwrap();
    assert_eq!(int(&next["date_due"]), due, "it is of the last of them");
    assert_eq!(made(&app).await, 0);
    app.clock.advance(Duration::from_secs(DAY));
    assert_eq!(made(&app).await, 1);
    assert_eq!(count(&app.rpc(), &project).await, 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn several_servers_make_it_once() {
    let (app, project, _) = start("FREQ=DAILY", json!({})).await;
    let beside = app.beside().await;
    for day in 1..=3 {
        app.clock.advance(Duration::from_secs(DAY));
        let all = [&app.app, &beside, &app.app, &beside].map(create_due_tasks);
        let [a, b, c, d] = all;
        let (a, b, c, d) = tokio::join!(a, b, c, d);
        assert_eq!([a, b, c, d].into_iter().map(Result::unwrap).sum::<usize>(), 1, "day {day}");
        assert_eq!(count(&app.rpc(), &project).await, day + 1);
    }
}

#[tokio::test]
async fn what_was_made_and_what_is_next_are_one_transaction() {
    let (app, project, old) = start("FREQ=DAILY", json!({})).await;
    app.clock.advance(Duration::from_secs(DAY));
    // Its subtasks cannot be copied once it is there.
    app.execute(&["ALTER TABLE subtasks RENAME TO subtasks_away"]).await;
    assert!(create_due_tasks(&app.app).await.is_err());
    app.execute(&["ALTER TABLE subtasks_away RENAME TO subtasks"]).await;
    assert_eq!(count(&app.rpc(), &project).await, 1, "nothing is left of it");
    assert_eq!(made(&app).await, 1, "the next call makes it");
    let child = int(&get(&app.rpc(), old).await["recurrence_child"]);
    assert_eq!(get(&app.rpc(), child).await["recurrence_parent"], json!(old));
}

#[tokio::test]
async fn a_series_ends_waits_in_a_closed_project_and_goes_to_the_trash_with_its_task() {
    let (app, project, old) = start("FREQ=DAILY;COUNT=3", json!({})).await;
    let rpc = app.rpc();
    rpc.call("disableProject", json!([project.id])).await;
    app.clock.advance(Duration::from_secs(DAY));
    assert_eq!(made(&app).await, 0, "the project is closed");
    rpc.call("enableProject", json!([project.id])).await;
    assert_eq!(made(&app).await, 1);
    assert_eq!(rpc.call("removeTask", json!([old + 1])).await, json!(true));
    app.clock.advance(Duration::from_secs(DAY));
    assert_eq!(made(&app).await, 0, "it is in the trash");
    kanso_core::trash::restore_task(&app.app, &Actor::Application, (old + 1).into()).await.unwrap();
    assert_eq!(made(&app).await, 1, "it came back with its series");
    app.clock.advance(Duration::from_secs(5 * DAY));
    assert_eq!(made(&app).await, 0, "three days were asked for");
    let last = find_recurrence(&app.app, &Actor::Application, (old + 2).into()).await.unwrap();
    assert_eq!(last.map(|last| last.next_on), Some(None));
}

#[tokio::test]
async fn only_who_may_change_the_task_lets_it_come_back() {
    let (app, project, task) = start("FREQ=DAILY", json!({})).await;
    let (app, id, admin) = (&app, project.id.into(), &Actor::Application);
    let role = kanso_core::role::create_role(&app.app, admin, id, "helper".to_owned()).await.unwrap();
    let blocked = Restrictions { blocks: vec![Block::UpdatingOthers], ..Restrictions::default() };
    kanso_core::role::restrict_role(&app.app, admin, id, role, blocked).await.unwrap();
    for (name, role) in [("viewer", Some("project-viewer")), ("helper", Some("helper")), ("stranger", None)] {
        person(app, &project, name, role).await;
        let browser = app.browser();
        browser.sign_in(name, &format!("{name}{name}")).await;
        let page = browser.submit("/profile", &format!("/task/{task}/series/end"), &[]).await;
        assert!([403, 404].contains(&page.status), "{name}: {}", page.status);
    }
    assert!(find_recurrence(&app.app, admin, task.into()).await.unwrap().is_some());
    end_recurrence(&app.app, admin, task.into()).await.unwrap();
    assert!(find_recurrence(&app.app, admin, task.into()).await.unwrap().is_none());
    let gone = end_recurrence(&app.app, admin, 9999.into()).await;
    assert!(matches!(gone, Err(Error::NotFound(_))), "{gone:?}");
}
