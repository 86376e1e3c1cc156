//! Notifications, and many calls at once.

use serde_json::json;

use super::{
    FORBIDDEN, INVALID_REQUEST, NO_SUCH_METHOD, PARSE_ERROR, Reply, VERSION, Wire, call, reply, result,
    unauthorized,
};
use crate::team::{Project, entries};

#[tokio::test]
async fn a_notification_is_carried_out_and_answered_with_nothing() {
    let wire = Wire::start().await;
    let rpc = wire.app.rpc();
    let project = Project::create(&rpc).await;
    let new =
        |id: &str| format!(r#"{{"jsonrpc":"2.0","method":"createTask","params":["x",{}]{id}}}"#, project.id);
    for body in [new(""), new(r#","id":null"#)] {
        assert_eq!(wire.ask(&body).await, reply(200, ""));
    }
    let tasks = rpc.call("getAllTasks", json!([project.id])).await;
    assert_eq!(tasks.as_array().map(Vec::len), Some(2));
    for failing in [r#"{"jsonrpc":"2.0","method":"nope"}"#, r#"{"jsonrpc":"2.0","method":"getTask"}"#] {
        assert_eq!(wire.ask(failing).await, reply(200, ""));
    }
    // But who may not call is told.
    let anonymous = Reply::to(wire.request(&new(""))).await;
    assert_eq!(anonymous, unauthorized());
    assert_eq!(wire.ask(r#"{"jsonrpc":"2.0","method":"getMe"}"#).await, reply(403, FORBIDDEN));
}

#[tokio::test]
async fn a_batch_is_answered_in_order_without_its_notifications() {
    let wire = Wire::start().await;
    let (version, timezone) = (VERSION, r#"{"jsonrpc":"2.0","method":"getTimezone","id":"b"}"#);
    let silent = r#"{"jsonrpc":"2.0","method":"getVersion"}"#;
    let batch = [version, timezone, &call("nope", "[]"), silent, r#"{"foo":1}"#, "1", "\"text\""].join(",");
    let results = [&result("\"1.2.53\"", "1"), &result("\"UTC\"", "\"b\""), NO_SUCH_METHOD].join(",");
    let expected = [&results, INVALID_REQUEST, PARSE_ERROR, PARSE_ERROR].join(",");
    assert_eq!(wire.ask(&format!("[{batch}]")).await, reply(200, &format!("[{expected}]")));

    assert_eq!(wire.ask("[1,2]").await, reply(200, &format!("[{PARSE_ERROR},{PARSE_ERROR}]")));
    assert_eq!(wire.ask(&format!("[{silent},{silent}]")).await, reply(200, ""));
    assert_eq!(wire.ask(&format!("[{version}]")).await.body, format!("[{}]", result("\"1.2.53\"", "1")));
}

#[tokio::test]
async fn a_forbidden_call_ends_its_batch_and_nothing_else_is_answered() {
    let wire = Wire::start().await;
    let rpc = wire.app.rpc();
    let project = Project::create(&rpc).await;
    let new = |title: &str| call("createTask", &json!([title, project.id]).to_string());
    let batch = [new("before"), call("getMe", "[]"), new("after")].join(",");
    assert_eq!(wire.ask(&format!("[{batch}]")).await, reply(403, FORBIDDEN));
    let tasks = rpc.call("getAllTasks", json!([project.id])).await;
    let titles: Vec<_> = entries(&tasks).map(|task| &task["title"]).collect();
    assert_eq!(titles, ["before"]);

    let batch = format!("[{VERSION},{VERSION}]");
    assert_eq!(wire.ask_as("jsonrpc", "wrong", &batch).await, unauthorized());
    assert_eq!(Reply::to(wire.request(&batch)).await, unauthorized());
    // What needs no credentials comes before they are asked for.
    let batch = format!("[1,{VERSION}]");
    assert_eq!(Reply::to(wire.request(&batch)).await, unauthorized());
    assert_eq!(Reply::to(wire.request("[1]")).await, reply(200, &format!("[{PARSE_ERROR}]")));
}
