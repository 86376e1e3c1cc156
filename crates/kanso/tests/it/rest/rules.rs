//! Rules of projects, composed and kept over the API.

use kanso_testkit::{Receiver, TestApp};
use serde_json::{Value, json};

use super::{Api, each, refused};
use crate::team::{Project, int, person, with};

/// A project with ada, who manages it.
struct World {
    app: TestApp,
    project: Project,
    api: Api,
    ada: i64,
}

impl World {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let project = Project::create(&app.rpc()).await;
        let (ada, _) = person(&app, &project, "ada", Some("project-manager")).await;
        let api = Api::admin(&app).await.person("ada");
        Self { app, project, api, ada }
    }

    fn path(&self) -> String {
        format!("/api/v1/projects/{}/rules", self.project.id)
    }

    async fn rule(&self, fields: &Value) -> i64 {
        let usual = json!({"events": ["task.move.column"], "deeds": [{"do": "close"}]});
        let made = self.api.post(&self.path(), with(usual, fields)).await;
        assert_eq!(made.status, 201, "{made:?}");
        int(&made.body["id"])
    }
}

#[tokio::test]
async fn a_rule_is_made_shown_changed_paused_and_removed() {
    let world = World::start().await;
    let (api, rpc) = (&world.api, world.app.rpc());
    let deeds = json!([
        {"do": "color", "color": "red"},
        {"do": "due", "days": 3},
        {"do": "notify", "to": {"user": world.ada}, "text": "Look"},
        {"do": "notify", "to": "assignee", "text": "Yours"},
    ]);
    let new = json!({"events": ["task.*", "!task.update"], "filter": " title:brakes ", "deeds": deeds});
    let made = api.post(&world.path(), new).await;
    let id = int(&made.body["id"]);
    let path = format!("{}/{id}", world.path());
    assert_eq!((made.status, made.header("location")), (201, Some(path.as_str())));
    let expected = json!({
        "id": id, "project_id": world.project.id, "action": null, "events": ["task.*", "!task.update"],
        "filter": "title:brakes", "deeds": deeds, "params": {}, "paused": false, "owner_id": world.ada,
    });
    assert_eq!(made.body, expected);
    assert_eq!(api.read(&path).await, expected);

    let changed = api.patch(&path, json!({"events": ["task.move.column"], "filter": null})).await;
    let expected = with(expected, &json!({"events": ["task.move.column"], "filter": ""}));
    assert_eq!((changed.status, &changed.body), (200, &expected), "what is left out stays");
    assert_eq!(api.post(&format!("{path}/pause"), json!({})).await.body["paused"], json!(true));
    let task = world.project.task(&rpc, 0, "x").await;
    let color = async || rpc.call("getTask", json!([task])).await["color_id"].clone();
    world.project.drag(&rpc, task, 1, 1).await;
    assert_eq!(color().await, json!("yellow"));
    assert_eq!(api.post(&format!("{path}/resume"), json!({})).await.body["paused"], json!(false));
    world.project.drag(&rpc, task, 2, 1).await;
    assert_eq!(color().await, json!("red"), "the change is in effect at once");
    assert_eq!(api.delete(&path).await.status, 204);
    assert_eq!(api.get(&path).await.status, 404);
    assert_eq!(api.delete(&path).await.status, 404);
}

#[tokio::test]
async fn the_log_says_what_a_rule_did_and_why_it_did_not() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let rule = world.rule(&json!({"filter": "title:brakes"})).await;
    let path = format!("{}/{rule}/log", world.path());
    let (lights, brakes) =
        (world.project.task(&rpc, 0, "Lights").await, world.project.task(&rpc, 0, "Brakes").await);
    for task in [lights, brakes] {
        world.project.drag(&rpc, task, 1, 1).await;
    }
    let log = world.api.read(&path).await;
    assert_eq!(each(&log["data"], "outcome"), ["done", "unmet"], "newest first");
    assert_eq!(each(&log["data"], "detail"), [&Value::Null, &json!("filter")]);
    assert_eq!(each(&log["data"], "task_id"), [brakes, lights]);
    let event = log["data"][0]["event"].as_str().expect("an event");
    let told = world.api.read(&format!("/api/v1/events/{event}")).await;
    assert_eq!(
        (&told["type"], &log["data"][0]["type"]),
        (&json!("task.move.column"), &json!("task.move.column"))
    );
    let first = world.api.read(&format!("{path}?limit=1")).await;
    let next = first["next"].as_str().expect("there is more");
    let second = world.api.read(&format!("{path}?limit=1&after={next}")).await;
    assert_eq!((each(&second["data"], "outcome"), &second["next"]), (vec![&json!("unmet")], &Value::Null));
}

#[tokio::test]
async fn the_log_of_one_among_many_rules_is_its_own() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let mut rules = Vec::new();
    for filter in ["title:lamp", "title:lamp", "", "title:lamp", "title:lamp"] {
        rules.push(world.rule(&json!({"filter": filter, "deeds": [{"do": "color", "color": "red"}]})).await);
    }
    let task = world.project.task(&rpc, 0, "Brakes").await;
    world.project.drag(&rpc, task, 1, 1).await;
    // So many others that the rule is not among those that are read first.
    let first = rules[0];
    let others = format!(
        "INSERT INTO rule_log (project_id, event_id, task_id, event_name, outcome, detail, logged_at) \
         WITH RECURSIVE n (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM n WHERE n < 600) \
         SELECT l.project_id, l.event_id, l.task_id, l.event_name, l.outcome, 'filter {first}-{} ;', l.logged_at \
         FROM rule_log l CROSS JOIN n WHERE l.action_id IS NULL",
        rules[1]
    );
    world.app.execute(&[&others]).await;

    let log = async |rule: i64| world.api.read(&format!("{}/{rule}/log", world.path())).await;
    for (rule, outcome) in rules.iter().skip(2).zip(["done", "unmet", "unmet"]) {
        let log = log(*rule).await;
        assert_eq!((each(&log["data"], "outcome"), &log["next"]), (vec![&json!(outcome)], &Value::Null));
    }
    let (mut after, mut seen) = (String::new(), 0);
    loop {
        let page = world.api.read(&format!("{}/{first}/log?limit=100{after}", world.path())).await;
        let ids = each(&page["data"], "id");
        assert!(ids.is_sorted_by_key(|id| -int(id)), "newest first");
        seen += ids.len();
        let Some(next) = page["next"].as_str() else { break };
        after = format!("&after={next}");
    }
    assert_eq!(seen, 601);
}

#[tokio::test]
async fn kanboards_actions_are_listed_paused_and_removed_but_not_changed() {
    let world = World::start().await;
    let name = "\\Kanboard\\Action\\TaskCloseColumn";
    let column = world.project.columns[3].to_string();
    let new = json!([world.project.id, "task.move.column", name, {"column_id": column}]);
    let action = world.app.rpc().call_for_id("createAction", new).await;
    let composed = world.rule(&json!({})).await;
    let page = world.api.read(&world.path()).await;
    assert_eq!(each(&page["data"], "id"), [action, composed]);
    assert_eq!(page["data"][0]["action"], json!(name));
    assert_eq!(page["data"][0]["params"], json!({"column_id": column}));
    let path = format!("{}/{action}", world.path());
    assert_eq!(world.api.patch(&path, json!({"filter": "x"})).await.status, 422);
    assert_eq!(world.api.post(&format!("{path}/pause"), json!({})).await.body["paused"], json!(true));
    assert_eq!(world.api.delete(&path).await.status, 204);
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_with_the_field() {
    let world = World::start().await;
    let good = json!({"events": ["task.close"], "deeds": [{"do": "open"}]});
    let path = format!("{}/{}", world.path(), world.rule(&json!({})).await);
    for (odd, field) in [
        (json!({"events": []}), "events"),
        (json!({"events": ["task.explode"]}), "events"),
        (json!({"events": "task.close"}), "events"),
        (json!({"filter": "x".repeat(1001)}), "query"),
        (json!({"deeds": []}), "deeds"),
        (json!({"deeds": vec![json!({"do": "open"}); 11]}), "deeds"),
        (json!({"deeds": [{"do": "explode"}]}), "deeds[0]"),
        (json!({"deeds": [{"do": "color", "color": "mud"}]}), "color"),
        (json!({"deeds": [{"do": "notify", "to": "assignee", "text": " "}]}), "text"),
        (json!({"deeds": [{"do": "create", "project": world.project.id, "title": "x"}]}), "project"),
        (json!({"colour": "red"}), "colour"),
    ] {
        let reply = world.api.post(&world.path(), with(good.clone(), &odd)).await;
        assert_eq!(reply.status, 422, "{odd}: {reply:?}");
        assert!(refused(&reply).1.starts_with(field), "{odd}: {reply:?}");
        let reply = world.api.patch(&path, odd.clone()).await;
        assert_eq!(reply.status, 422, "{odd}: {reply:?}");
    }
}

#[tokio::test]
async fn only_managers_of_the_project_reach_its_rules_and_who_changes_one_answers_for_it() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let rule = world.rule(&json!({})).await;
    person(&world.app, &world.project, "member", Some("project-member")).await;
    person(&world.app, &world.project, "outsider", None).await;
    let (boss, _) = person(&world.app, &world.project, "boss", Some("project-manager")).await;
    let other = Project::create(&rpc).await;
    person(&world.app, &other, "stranger", Some("project-manager")).await;
    let path = format!("{}/{rule}", world.path());
    let new = json!({"events": ["task.close"], "deeds": [{"do": "open"}]});
    for (name, status) in [("member", 403), ("outsider", 404), ("stranger", 404)] {
        let api = world.api.person(name);
        assert_eq!(api.get(&world.path()).await.status, status, "{name}");
        assert_eq!(api.post(&world.path(), new.clone()).await.status, status, "{name}");
        for act in [path.clone(), format!("{path}/log")] {
            assert_eq!(api.get(&act).await.status, status, "{name} {act}");
        }
        assert_eq!(api.patch(&path, json!({})).await.status, status, "{name}");
        assert_eq!(api.post(&format!("{path}/pause"), json!({})).await.status, status, "{name}");
        assert_eq!(api.delete(&path).await.status, status, "{name}");
    }
    let elsewhere = format!("/api/v1/projects/{}/rules/{rule}", other.id);
    assert_eq!(world.api.person("stranger").get(&elsewhere).await.status, 404, "by way of another project");
    assert_eq!(Api::anonymous(&world.app).await.get(&path).await.status, 401);
    let changed = world.api.person("boss").patch(&path, json!({"filter": "x"})).await;
    assert_eq!(changed.body["owner_id"], json!(boss), "{changed:?}");
}

#[tokio::test]
async fn a_webhook_of_the_project_is_called_by_its_id() {
    let world = World::start().await;
    let receiver = Receiver::start().await;
    let fields = json!({"project_id": world.project.id, "events": ["comment.create"]});
    let webhook = world.api.webhook(&receiver, fields).await;
    world.rule(&json!({"deeds": [{"do": "webhook", "webhook": webhook}]})).await;
    let rpc = world.app.rpc();
    let task = world.project.task(&rpc, 0, "x").await;
    world.project.drag(&rpc, task, 1, 1).await;
    world.app.settle().await;
    let received = receiver.received();
    assert_eq!(received.len(), 1);
    assert_eq!(received[0].body["type"], json!("task.move.column"));
}
