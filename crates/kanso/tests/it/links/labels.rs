//! Labels of links.

use kanso_testkit::ADMIN_PASSWORD;
use serde_json::{Value, json};

use super::{BLOCKS, IS_BLOCKED, RELATES, Team};
use crate::team::ids;

#[tokio::test]
async fn there_are_kanboards_eleven_labels() {
    let team = Team::start().await;
    let Team { rpc, .. } = &team;
    let list = rpc.call("getAllLinks", json!([])).await;
    assert_eq!(ids(&list), (1..=11).collect::<Vec<_>>());
    assert_eq!(list[1], json!({"id": 2, "label": "blocks", "opposite_id": 3}));
    assert_eq!(list[3]["label"], json!("duplicates"), "which has this number");
    for (link, opposite) in [(BLOCKS, IS_BLOCKED), (RELATES, RELATES), (999, 999)] {
        assert_eq!(rpc.call("getOppositeLinkId", json!([link])).await, json!(opposite));
    }
    assert_eq!(rpc.call("getLinkByLabel", json!(["blocks"])).await, list[1]);
    assert_eq!(rpc.call("getLinkById", json!([2])).await, list[1]);
    for (method, unknown) in [
        ("getLinkByLabel", json!(["Blocks"])),
        ("getLinkByLabel", json!([null])),
        ("getLinkById", json!([999])),
    ] {
        assert_eq!(rpc.call(method, unknown).await, Value::Null);
    }
}

#[tokio::test]
async fn a_label_is_made_alone_or_with_its_opposite() {
    let team = Team::start().await;
    let Team { rpc, .. } = &team;
    let pair = rpc.call_for_id("createLink", json!(["depends on", "is required by"])).await;
    assert_eq!(
        rpc.call("getLinkById", json!([pair + 1])).await,
        json!({"id": pair + 1, "label": "is required by", "opposite_id": pair})
    );
    assert_eq!(rpc.call("getOppositeLinkId", json!([pair])).await, json!(pair + 1));
    let single = rpc.call_for_id("createLink", json!(["is similar to"])).await;
    assert_eq!(rpc.call("getLinkById", json!([single])).await["opposite_id"], json!(0));
    for refused in [
        json!([""]),
        json!(["", "x"]),
        json!([null]),
        json!(["blocks"]),
        json!(["same", "same"]),
        json!(["new", "blocks"]),
    ] {
        assert_eq!(rpc.call("createLink", refused.clone()).await, json!(false), "{refused}");
    }
    assert_eq!(rpc.call("getAllLinks", json!([])).await.as_array().unwrap().len(), 14);
}

#[tokio::test]
async fn a_label_changes_alone() {
    let team = Team::start().await;
    let Team { rpc, .. } = &team;
    assert_eq!(rpc.call("updateLink", json!([BLOCKS, 0, "stops"])).await, json!(true));
    assert_eq!(
        rpc.call("getLinkById", json!([BLOCKS])).await,
        json!({"id": BLOCKS, "label": "stops", "opposite_id": 0})
    );
    assert_eq!(rpc.call("getLinkById", json!([IS_BLOCKED])).await["opposite_id"], json!(BLOCKS));
    // With its own name, and an opposite that nobody knows.
    assert_eq!(rpc.call("updateLink", json!([BLOCKS, 999, "stops"])).await, json!(true));
    assert_eq!(rpc.call("updateLink", json!([999, 0, "unheard of"])).await, json!(true));
    for refused in [json!([BLOCKS, 0, ""]), json!([BLOCKS, 0, "fixes"]), json!([999, 0, "fixes"])] {
        assert_eq!(rpc.call("updateLink", refused.clone()).await, json!(false), "{refused}");
    }
}

#[tokio::test]
async fn with_a_label_its_links_go() {
    let team = Team::start().await;
    let Team { rpc, .. } = &team;
    let [a, b] = team.tasks().await;
    let link = rpc.call_for_id("createTaskLink", json!([a, b, BLOCKS])).await;
    rpc.call_for_id("createTaskLink", json!([a, b, RELATES])).await;
    assert_eq!(rpc.call("removeLink", json!([BLOCKS])).await, json!(true));
    assert_eq!(rpc.call("removeLink", json!([BLOCKS])).await, json!(false));
    assert_eq!(rpc.call("getLinkById", json!([IS_BLOCKED])).await["opposite_id"], json!(0));
    assert_eq!(team.links(a).await.len(), 1);
    // What is left of the other side lives on, can be changed, and gets a side of its own again.
    assert_eq!(team.links(b).await.len(), 2);
    assert_eq!(rpc.call("updateTaskLink", json!([link + 1, b, a, IS_BLOCKED])).await, json!(true));
    assert_eq!(team.links(a).await[1].1, "is blocked by");
    assert_eq!(rpc.call("removeTaskLink", json!([link + 1])).await, json!(true));
    assert_eq!((team.links(a).await.len(), team.links(b).await.len()), (1, 1));
}

#[tokio::test]
async fn labels_are_for_administrators() {
    let Team { app, bob, .. } = Team::start().await;
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    for (method, params) in [
        ("getAllLinks", json!([])),
        ("getOppositeLinkId", json!([1])),
        ("getLinkByLabel", json!(["blocks"])),
        ("getLinkById", json!([1])),
        ("createLink", json!(["new"])),
        ("updateLink", json!([1, 0, "other"])),
        ("removeLink", json!([1])),
    ] {
        assert_eq!(bob.try_call(method, params.clone()).await.status, 403, "{method}");
        assert_ne!(admin.call(method, params).await, json!(false), "{method}");
    }
}
