//! Who may do what: administrators everything, managers what is of their project, others nothing.

use kanso_testkit::{Receiver, TestApp};
use serde_json::{Value, json};

use super::{Api, WEBHOOKS, each};
use crate::team::{Project, person};

/// What can be done with a webhook, its deliveries and recoveries: method, path, body. What removes comes last.
fn acts(webhook: i64, delivery: i64) -> Vec<(&'static str, String, Value)> {
    let path = format!("{WEBHOOKS}/{webhook}");
    let since = json!({"since": 0, "dry_run": true});
    vec![
        ("get", path.clone(), Value::Null),
        ("patch", path.clone(), json!({"name": "Other"})),
        ("post", format!("{path}/test"), json!({"type": "task.close"})),
        ("post", format!("{path}/rotate-secret"), json!({})),
        ("post", format!("{path}/recover"), since),
        ("get", format!("{path}/health"), Value::Null),
        ("get", format!("{path}/deliveries"), Value::Null),
        ("get", format!("{path}/explain?event=evt_1_00000000"), Value::Null),
        ("get", format!("/api/v1/deliveries/{delivery}"), Value::Null),
        ("post", format!("/api/v1/deliveries/{delivery}/redeliver"), Value::Null),
        ("delete", path, Value::Null),
    ]
}

async fn act(api: &Api, (method, path, body): &(&str, String, Value)) -> (u16, Value) {
    let reply = match *method {
        "get" => api.get(path).await,
        "patch" => api.patch(path, body.clone()).await,
        "post" if body.is_null() => api.post(path, json!({})).await,
        "post" => api.post(path, body.clone()).await,
        _ => api.delete(path).await,
    };
    (reply.status, reply.body)
}

#[tokio::test]
async fn a_foreign_webhook_and_a_missing_one_are_answered_alike() {
    let app = TestApp::start().await;
    let (admin, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    for (name, role) in
        [("manager", Some("project-manager")), ("member", Some("project-member")), ("outsider", None)]
    {
        person(&app, &project, name, role).await;
    }
    person(&app, &other, "stranger", Some("project-manager")).await;
    let own = admin.webhook(&receiver, json!({"project_id": project.id})).await;
    let of_all = admin.webhook(&receiver, json!({})).await;
    project.task(&rpc, 0, "Task").await;
    let first = async |webhook: i64| {
        let page = admin.read(&format!("{WEBHOOKS}/{webhook}/deliveries")).await;
        page["data"][0]["id"].as_i64().expect("a delivery")
    };
    let (to_own, to_all) = (first(own).await, first(of_all).await);

    for (name, closed) in
        [("member", own), ("outsider", own), ("stranger", own), ("manager", of_all), ("stranger", of_all)]
    {
        let api = admin.person(name);
        let delivery = if closed == own { to_own } else { to_all };
        for (foreign, missing) in acts(closed, delivery).iter().zip(&acts(9999, 9999)) {
            let answers = (act(&api, foreign).await, act(&api, missing).await);
            assert_eq!(answers.0, answers.1, "{name} {foreign:?}");
            assert_eq!(answers.0.0, 404, "{name} {foreign:?}");
        }
    }
    let anonymous = Api::anonymous(&app).await;
    for closed in acts(own, to_own).iter().chain(&acts(9999, 9999)) {
        assert_eq!(act(&anonymous, closed).await.0, 401, "{closed:?}");
    }
    assert_eq!(receiver.received().len(), 0, "no test event went out");
    for api in [admin.person("manager"), admin.clone()] {
        let webhook = api.webhook(&receiver, json!({"project_id": project.id})).await;
        project.task(&rpc, 0, "Task").await;
        for allowed in acts(webhook, first(webhook).await) {
            let (status, body) = act(&api, &allowed).await;
            // The event of the explanation is made up.
            let expected: &[u16] = if allowed.1.contains("explain") { &[404] } else { &[200, 202, 204] };
            assert!(expected.contains(&status), "{allowed:?}: {status} {body}");
        }
    }
}

#[tokio::test]
async fn who_may_not_make_a_webhook_learns_nothing_of_the_network() {
    let app = TestApp::start().await;
    let (admin, rpc) = (Api::admin(&app).await, app.rpc());
    let project = Project::create(&rpc).await;
    person(&app, &project, "manager", Some("project-manager")).await;
    person(&app, &project, "member", Some("project-member")).await;
    person(&app, &project, "outsider", None).await;
    let draft = |project: Value| json!({"name": "x", "url": "http://224.0.0.1/", "project_id": project});
    for path in [WEBHOOKS, "/api/v1/webhooks/explain"] {
        for (name, project, status) in [
            ("manager", Value::Null, 403),
            ("member", Value::Null, 403),
            ("member", json!(project.id), 403),
            ("outsider", json!(project.id), 422),
            ("outsider", json!(9999), 422),
        ] {
            let reply = admin.person(name).post(path, draft(project)).await;
            assert_eq!(reply.status, status, "{name} {path} {reply:?}");
            assert!(!reply.body.to_string().contains("224.0.0.1"), "{reply:?}");
        }
    }
}

#[tokio::test]
async fn everybody_lists_what_they_manage() {
    let app = TestApp::start().await;
    let (admin, receiver, rpc) = (Api::admin(&app).await, Receiver::start().await, app.rpc());
    let project = Project::create(&rpc).await;
    person(&app, &project, "manager", Some("project-manager")).await;
    person(&app, &project, "member", Some("project-member")).await;
    let of_all = admin.webhook(&receiver, json!({})).await;
    let manager = admin.person("manager");
    let own = manager.webhook(&receiver, json!({"project_id": project.id})).await;
    assert_eq!(each(&admin.read(WEBHOOKS).await["data"], "id"), [of_all, own]);
    let of_project = format!("{WEBHOOKS}?project_id={}", project.id);
    assert_eq!(each(&manager.read(&of_project).await["data"], "id"), [own]);
    assert_eq!(manager.get(WEBHOOKS).await.status, 403);
    assert_eq!(admin.person("member").get(&of_project).await.status, 403);
    assert_eq!(manager.get("/api/v1/webhooks?project_id=9999").await.status, 404);
}
