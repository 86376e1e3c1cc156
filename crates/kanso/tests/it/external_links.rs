//! Links from a task to something elsewhere.

use std::time::Duration;

use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, announced, entries, ids, person, with};

struct Office {
    app: TestApp,
    rpc: Rpc,
    task: i64,
    other: i64,
    bob: Rpc,
    viewer: Rpc,
    outsider: Rpc,
}

impl Office {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        let (task, other) = (project.task(&rpc, 0, "x").await, project.task(&rpc, 0, "y").await);
        let (_, bob) = person(&app, &project, "bob", Some("project-member")).await;
        let (_, viewer) = person(&app, &project, "vera", Some("project-viewer")).await;
        let (_, outsider) = person(&app, &project, "oskar", None).await;
        Self { app, rpc, task, other, bob, viewer, outsider }
    }

    async fn get(&self, link: i64) -> Value {
        self.rpc.call("getExternalTaskLinkById", json!([self.task, link])).await
    }

    async fn list(&self) -> Value {
        self.rpc.call("getAllExternalTaskLinks", json!([self.task])).await
    }
}

#[tokio::test]
async fn there_are_three_kinds_and_one_relation() {
    let office = Office::start().await;
    let types = office.outsider.call("getExternalTaskLinkTypes", json!([])).await;
    assert_eq!(
        types.to_string(),
        r#"{"auto":"Auto","attachment":"Attachment","file":"Local File","weblink":"Web Link"}"#
    );
    for (provider, answer) in [
        ("weblink", json!({"related": "Related"})),
        ("attachment", json!({"related": "Related"})),
        ("file", json!({"related": "Related"})),
        ("auto", json!(false)),
        ("nope", json!(false)),
    ] {
        let named = json!({"providerName": provider});
        let known = office.outsider.call("getExternalTaskLinkProviderDependencies", named).await;
        assert_eq!(known, answer, "{provider}");
    }
}

#[tokio::test]
async fn a_link_tells_by_its_address_what_it_leads_to() {
    let office = Office::start().await;
    let new = json!({"task_id": office.task, "url": "https://example.org/files/brief.pdf", "dependency": "related"});
    let brief = office.bob.call_for_id("createExternalTaskLink", new).await;
    let new = json!([office.task, "https://example.org/styleguide", "related", "weblink", "Style guide"]);
    let guide = office.bob.call_for_id("createExternalTaskLink", new).await;
    insta::assert_json_snapshot!(office.get(guide).await, @r#"
    {
      "id": 2,
      "link_type": "weblink",
      "dependency": "related",
      "title": "Style guide",
      "url": "https://example.org/styleguide",
      "date_creation": 1790000000,
      "date_modification": 1790000000,
      "task_id": 1,
      "creator_id": 2
    }
    "#);
    let list = office.viewer.call("getAllExternalTaskLinks", json!([office.task])).await;
    assert_eq!(ids(&list), [guide, brief], "capitals first");
    insta::assert_json_snapshot!(list[1], @r#"
    {
      "id": 1,
      "link_type": "attachment",
      "dependency": "related",
      "title": "brief.pdf",
      "url": "https://example.org/files/brief.pdf",
      "date_creation": 1790000000,
      "date_modification": 1790000000,
      "task_id": 1,
      "creator_id": 2,
      "creator_name": "",
      "creator_username": "bob",
      "dependency_label": "Related",
      "type": "Attachment"
    }
    "#);
    let new = json!([office.task, "file:///plans/house.dwg", "is drawn in", "auto", ""]);
    let plan = office.rpc.call_for_id("createExternalTaskLink", new).await;
    let list = office.list().await;
    let listed = entries(&list).find(|link| link["id"] == plan).expect("it is there");
    let seen = ["title", "type", "dependency_label", "creator_id"].map(|field| listed[field].clone());
    assert_eq!(seen, [json!("house.dwg"), json!("Local File"), json!("is drawn in"), json!(0)]);
}

#[tokio::test]
async fn what_is_not_valid_is_refused_with_false() {
    let office = Office::start().await;
    for rpc in [&office.rpc, &office.bob] {
        for refused in [
            json!([office.task, "just text", "related"]),
            json!([office.task, "just text", "related", "weblink", "X"]),
            json!([office.task, "", "related"]),
            json!([office.task, "https://example.org/x", "related", "nope", "X"]),
            json!([office.task, "https://example.org/x", ""]),
            json!([office.task, "https://example.org/x", "é".repeat(101)]),
            json!([office.task, "https://example.org", "related", "attachment"]),
            json!([office.task, "javascript://%0aalert(1)", "related", "file", "X"]),
        ] {
            assert_eq!(rpc.call("createExternalTaskLink", refused.clone()).await, json!(false), "{refused}");
        }
    }
    assert_eq!(office.list().await, json!([]));
    for (method, params, answer) in [
        ("createExternalTaskLink", json!([999, "https://example.org/x", "related"]), json!(false)),
        ("updateExternalTaskLink", json!([999, 1]), json!(false)),
        ("getExternalTaskLinkById", json!([999, 1]), json!(false)),
        ("getAllExternalTaskLinks", json!([999]), json!([])),
        ("removeExternalTaskLink", json!([999, 1]), json!(false)),
    ] {
        assert_eq!(office.rpc.call(method, params.clone()).await, answer, "{method}");
        assert_eq!(office.bob.try_call(method, params).await.status, 403, "{method}");
    }
}

#[tokio::test]
async fn an_update_changes_what_it_names() {
    let office = Office::start().await;
    let new = json!([office.task, "https://example.org/files/brief.pdf", "related"]);
    let link = office.bob.call_for_id("createExternalTaskLink", new).await;
    let mut expected = office.get(link).await;
    for (named, more) in [
        (json!({"title": "Brief"}), json!({"title": "Brief"})),
        (json!({"url": "https://example.org/"}), json!({"url": "https://example.org/"})),
        (json!({"dependency": "blocks", "title": null}), json!({"dependency": "blocks"})),
        (json!({}), json!({})),
    ] {
        office.app.clock.advance(Duration::from_secs(60));
        let update = with(json!({"task_id": office.task, "link_id": link}), &named);
        assert_eq!(office.bob.call("updateExternalTaskLink", update).await, json!(true), "{named}");
        let now = json!({"date_modification": office.app.clock.now()});
        expected = with(with(expected, &more), &now);
        assert_eq!(office.get(link).await, expected, "{named}");
    }
    for refused in [json!({"title": ""}), json!({"url": "x"}), json!({"url": ""}), json!({"dependency": ""})]
    {
        let update = with(json!({"task_id": office.task, "link_id": link}), &refused);
        assert_eq!(office.bob.call("updateExternalTaskLink", update).await, json!(false), "{refused}");
    }
    assert_eq!(office.get(link).await, expected);
}

#[tokio::test]
async fn a_link_is_found_at_its_own_task_only() {
    let office = Office::start().await;
    let _receiver = office.app.receiver().await;
    let new = json!([office.task, "https://example.org/a", "related"]);
    let link = office.bob.call_for_id("createExternalTaskLink", new).await;
    for rpc in [&office.rpc, &office.bob] {
        for wrong in [json!([office.other, link]), json!([office.task, 999])] {
            for method in ["getExternalTaskLinkById", "updateExternalTaskLink", "removeExternalTaskLink"] {
                assert_eq!(rpc.call(method, wrong.clone()).await, json!(false), "{method} {wrong}");
            }
        }
    }
    let own = json!([office.task, link]);
    let create = json!([office.task, "https://example.org/b", "related"]);
    for (method, params) in [
        ("createExternalTaskLink", create),
        ("updateExternalTaskLink", own.clone()),
        ("removeExternalTaskLink", own.clone()),
    ] {
        for rpc in [&office.viewer, &office.outsider] {
            assert_eq!(rpc.try_call(method, params.clone()).await.status, 403, "{method}");
        }
    }
    assert_eq!(office.outsider.try_call("getExternalTaskLinkById", own.clone()).await.status, 403);
    assert_eq!(office.bob.call("removeExternalTaskLink", own.clone()).await, json!(true));
    assert_eq!(office.bob.call("removeExternalTaskLink", own).await, json!(false));
    assert_eq!(announced(&office.app).await, [""; 0], "no webhook tells of them");
}
