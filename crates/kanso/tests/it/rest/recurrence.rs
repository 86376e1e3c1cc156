//! Tasks that come back on days of the calendar, set over the API.

use kanso_testkit::TestApp;
use serde_json::{Value, json};

use super::Api;
use crate::team::{Project, person};

/// A task in a project that ada works in and vera may look at. Today is Monday, 21 September 2026.
async fn world() -> (TestApp, Api, String, i64) {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    person(&app, &project, "ada", Some("project-member")).await;
    person(&app, &project, "vera", Some("project-viewer")).await;
    person(&app, &project, "zoe", None).await;
    let task = project.task(&app.rpc(), 0, "Water the plants").await;
    let api = Api::admin(&app).await;
    (app, api, format!("/api/v1/tasks/{task}/recurrence"), task)
}

#[tokio::test]
async fn a_task_comes_back_until_that_is_ended() {
    let (app, api, path, task) = world().await;
    let (ada, vera) = (api.person("ada"), api.person("vera"));
    let never = json!({"rule": null, "begins_on": null, "next_on": null});
    assert_eq!(ada.read(&path).await, never);
    let new = json!({"rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "begins_on": "2026-09-21"});
    let set = ada.put(&path, new.clone()).await;
    let expected = json!({
        "rule": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO", "begins_on": "2026-09-21", "next_on": "2026-10-05",
    });
    assert_eq!((set.status, &set.body), (200, &expected));
    assert_eq!(vera.read(&path).await, expected, "who may see the task may see that");
    // Kanboard's own recurrence would make another task besides.
    let pending = json!({"id": task, "recurrence_status": 1});
    assert_eq!(app.rpc().call("updateTask", pending.clone()).await, json!(false));
    assert_eq!(ada.delete(&path).await.status, 204);
    assert_eq!(ada.read(&path).await, never);
    assert_eq!(app.rpc().call("updateTask", pending).await, json!(true));
    assert_eq!(ada.put(&path, new).await.status, 409, "and the other way round");
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_who_may_not_is_too() {
    let (_app, api, path, _) = world().await;
    let ada = api.person("ada");
    let good = json!({"rule": "FREQ=DAILY", "begins_on": "2026-09-21"});
    for (field, value) in [
        ("rule", json!("FREQ=HOURLY")),
        ("rule", json!("every day")),
        ("rule", json!(7)),
        ("begins_on", json!("tomorrow")),
        ("begins_on", json!("2026-02-30")),
        ("recurrence", json!("")),
    ] {
        let mut odd = good.clone();
        odd[field] = value;
        let reply = ada.put(&path, odd.clone()).await;
        assert_eq!((reply.status, &reply.body["field"]), (422, &json!(field)), "{odd}");
    }
    let over = json!({"rule": "FREQ=DAILY;UNTIL=20260101", "begins_on": "2025-12-24"});
    assert_eq!(ada.put(&path, over).await.status, 422, "no such day will come");
    let missing = "/api/v1/tasks/9999/recurrence";
    for (who, status) in [("vera", 403), ("zoe", 404)] {
        let by = api.person(who);
        assert_eq!(by.put(&path, good.clone()).await.status, status, "{who}");
        assert_eq!(by.delete(&path).await.status, status, "{who}");
        let missing = (by.get(missing).await, by.put(missing, good.clone()).await);
        assert_eq!((missing.0.status, missing.1.status), (404, 404), "{who}");
    }
    assert_eq!(api.person("zoe").get(&path).await.status, 404);
    assert_eq!(ada.read(&path).await["rule"], Value::Null);
}
