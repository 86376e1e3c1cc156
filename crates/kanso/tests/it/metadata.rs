//! What other programs keep with tasks and projects.

use std::time::Duration;

use kanso_testkit::TestApp;
use serde_json::json;

use crate::team::{Project, members, person};

#[tokio::test]
async fn values_are_kept_by_name_as_text() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "x").await;
    for (kind, id) in [("Task", task), ("Project", project.id)] {
        let method = |verb: &str| format!("{verb}{kind}Metadata");
        let by_name = |name: &str| {
            let (rpc, method, name) = (rpc.clone(), format!("get{kind}MetadataByName"), name.to_owned());
            async move { rpc.call(&method, json!([id, name])).await }
        };
        assert_eq!(rpc.call(&method("get"), json!([id])).await, json!({}), "{kind}");
        let values = json!({"invoice": "2026-113", "customer": "ACME", "Zone": 2, "rate": 1.5, "paid": true,
            "note": null, "zero": "0", "none": ""});
        assert_eq!(rpc.call(&method("save"), json!([id, values])).await, json!(true));
        // Names that are not named stay.
        assert_eq!(rpc.call(&method("save"), json!([id, {"customer": "Umbrella"}])).await, json!(true));
        assert_eq!(rpc.call(&method("save"), json!([id, {}])).await, json!(true));
        let kept = rpc.call(&method("get"), json!([id])).await;
        let expected = json!({"Zone": "2", "customer": "Umbrella", "invoice": "2026-113", "none": "",
            "note": null, "paid": "1", "rate": "1.5", "zero": "0"});
        assert_eq!(kept, expected, "{kind}");
        assert!(members(&kept).keys().eq(members(&expected).keys()), "sorted by name: {kept}");

        for (name, value) in [
            ("customer", "Umbrella"),
            ("Customer", ""),
            ("nope", ""),
            ("note", ""),
            ("zero", ""),
            ("none", ""),
        ] {
            assert_eq!(by_name(name).await, json!(value), "{name} of {kind}");
        }
        for answer in [true, false] {
            assert_eq!(rpc.call(&method("remove"), json!([id, "invoice"])).await, json!(answer), "{kind}");
        }
        assert_eq!(rpc.call(&method("get"), json!([id])).await["invoice"], json!(null));
        let long = json!({"fine": "x", "é".repeat(192): "x"});
        assert_eq!(rpc.call(&method("save"), json!([id, long])).await, json!(false));
        assert_eq!(by_name("fine").await, "", "all or nothing");
        let malformed = rpc.try_call(&method("save"), json!([id, "x"])).await;
        assert_eq!(malformed.body["error"]["code"], -32602);
    }
}

#[tokio::test]
async fn keeping_something_is_no_change_of_the_task() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "x").await;
    let receiver = app.receiver().await;
    let look = async || {
        (rpc.call("getTask", json!([task])).await, rpc.call("getProjectById", json!([project.id])).await)
    };
    let before = look().await;
    app.clock.advance(Duration::from_secs(60));
    rpc.call("saveTaskMetadata", json!([task, {"a": "b"}])).await;
    rpc.call("saveProjectMetadata", json!([project.id, {"a": "b"}])).await;
    rpc.call("removeTaskMetadata", json!([task, "a"])).await;
    assert_eq!(look().await, before);
    app.settle().await;
    assert!(receiver.names().is_empty());
}

#[tokio::test]
async fn who_works_in_a_project_writes_and_who_sees_it_reads() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, foreign) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let (task, hidden) = (project.task(&rpc, 0, "x").await, foreign.task(&rpc, 0, "x").await);
    for (method, params, answer) in [
        ("getTaskMetadata", json!([999]), json!({})),
        ("getTaskMetadataByName", json!([999, "a"]), json!("")),
        ("saveTaskMetadata", json!([999, {"a": "b"}]), json!(false)),
        ("removeTaskMetadata", json!([999, "a"]), json!(false)),
        ("getProjectMetadata", json!([999]), json!({})),
        ("getProjectMetadataByName", json!([999, "a"]), json!("")),
        ("saveProjectMetadata", json!([999, {"a": "b"}]), json!(false)),
        ("removeProjectMetadata", json!([999, "a"]), json!(false)),
    ] {
        assert_eq!(rpc.call(method, params.clone()).await, answer, "{method} {params}");
    }
    let (_, viewer) = person(&app, &project, "viewer", Some("project-viewer")).await;
    let (_, member) = person(&app, &project, "member", Some("project-member")).await;
    for (kind, own, others) in [("Task", task, hidden), ("Project", project.id, foreign.id)] {
        let save = format!("save{kind}Metadata");
        assert_eq!(viewer.try_call(&save, json!([own, {"a": "b"}])).await.status, 403, "{kind}");
        assert_eq!(member.call(&save, json!([own, {"a": "b"}])).await, json!(true), "{kind}");
        let get = format!("get{kind}Metadata");
        assert_eq!(viewer.call(&get, json!([own])).await, json!({"a": "b"}), "{kind}");
        for id in [others, 999] {
            for (method, params) in [
                (get.clone(), json!([id])),
                (format!("get{kind}MetadataByName"), json!([id, "a"])),
                (save.clone(), json!([id, {"a": "b"}])),
                (save.clone(), json!([id, "malformed"])),
                (format!("remove{kind}Metadata"), json!([id, "a"])),
            ] {
                assert_eq!(member.try_call(&method, params.clone()).await.status, 403, "{method} {params}");
            }
        }
    }
}
