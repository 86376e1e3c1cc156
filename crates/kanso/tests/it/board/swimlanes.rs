//! Swimlanes: adding, changing, moving, hiding and removing them.

use kanso_testkit::{Rpc, TestApp};
use serde_json::json;

use crate::team::{Project, entries, ids, int};

/// A project whose swimlanes are `Default swimlane`, `B` and `C`, and the ids of those.
async fn three(rpc: &Rpc) -> (Project, [i64; 3]) {
    let project = Project::create(rpc).await;
    let b = rpc.call_for_id("addSwimlane", json!([project.id, "B"])).await;
    let c = rpc.call_for_id("addSwimlane", json!([project.id, "C", "the third"])).await;
    let lanes = [project.swimlane, b, c];
    (project, lanes)
}

/// The ids of all swimlanes as they are listed, with their positions.
async fn places(rpc: &Rpc, project: &Project) -> Vec<(i64, i64)> {
    let lanes = rpc.call("getAllSwimlanes", json!([project.id])).await;
    entries(&lanes).map(|lane| (int(&lane["id"]), int(&lane["position"]))).collect()
}

#[tokio::test]
async fn a_swimlane_is_added_at_the_bottom_and_found_by_id_and_name() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, lanes) = three(&rpc).await;
    let all = rpc.call("getAllSwimlanes", json!([project.id])).await;
    insta::assert_json_snapshot!(all[2], @r#"
    {
      "id": 3,
      "name": "C",
      "position": 3,
      "is_active": 1,
      "project_id": 1,
      "description": "the third",
      "task_limit": 0
    }
    "#);
    assert_eq!(all[0]["name"], "Default swimlane");
    assert_eq!(rpc.call("getActiveSwimlanes", json!([project.id])).await, all);
    for method in ["getSwimlane", "getSwimlaneById"] {
        assert_eq!(rpc.call(method, json!([lanes[2]])).await, all[2]);
        assert_eq!(rpc.call(method, json!([999])).await, json!(null));
    }
    assert_eq!(rpc.call("getSwimlaneByName", json!([project.id, "C"])).await, all[2]);
    for unknown in [json!([project.id, "c"]), json!([project.id, "Nope"]), json!([999, "C"])] {
        assert_eq!(rpc.call("getSwimlaneByName", unknown.clone()).await, json!(null), "{unknown}");
    }
    assert_eq!(rpc.call("addSwimlane", json!([project.id, "C"])).await, json!(false), "taken");
    assert_eq!(rpc.call("addSwimlane", json!([999, "C"])).await, json!(0), "no project");
    for name in ["c", ""] {
        rpc.call_for_id("addSwimlane", json!([project.id, name])).await;
    }
    for method in ["getAllSwimlanes", "getActiveSwimlanes"] {
        assert_eq!(rpc.call(method, json!([999])).await, json!([]), "{method}");
    }
}

#[tokio::test]
async fn a_description_that_is_left_out_stays() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, [_, b, c]) = three(&rpc).await;
    let other = Project::create(&rpc).await;
    let get = async || rpc.call("getSwimlane", json!([c])).await;
    let mut expected = get().await;
    for (change, name, description) in [
        (json!([project.id, c, "Renamed"]), "Renamed", "the third"),
        (json!([project.id, c, "Renamed", null]), "Renamed", "the third"),
        (json!([project.id, c, "é".repeat(191), "new"]), &*"é".repeat(191), "new"),
        (json!([project.id, c, "C", ""]), "C", ""),
    ] {
        assert_eq!(rpc.call("updateSwimlane", change).await, json!(true), "{name}");
        expected["name"] = json!(name);
        expected["description"] = json!(description);
        assert_eq!(get().await, expected);
    }
    for refused in [
        json!([project.id, c, ""]),
        json!([project.id, c, "é".repeat(192)]),
        json!([project.id, c, "B"]),
        json!([other.id, c, "X"]),
        json!([project.id, 999, "X"]),
        json!([999, c, "X"]),
    ] {
        assert_eq!(rpc.call("updateSwimlane", refused.clone()).await, json!(false), "{refused}");
    }
    assert_eq!(get().await, expected);
    assert_eq!(rpc.call("getSwimlane", json!([b])).await["name"], "B");
}

#[tokio::test]
async fn a_hidden_swimlane_has_no_place_and_comes_back_at_the_bottom() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, [a, b, c]) = three(&rpc).await;
    let other = Project::create(&rpc).await;
    let change = async |method: &str, lane: i64| rpc.call(method, json!([project.id, lane])).await;
    assert_eq!(change("disableSwimlane", a).await, json!(true));
    assert_eq!(places(&rpc, &project).await, [(a, 0), (b, 1), (c, 2)], "it comes first");
    assert_eq!(rpc.call("getSwimlane", json!([a])).await["is_active"], 0);
    let active = rpc.call("getActiveSwimlanes", json!([project.id])).await;
    assert_eq!(ids(&active), [b, c]);
    assert_eq!(change("enableSwimlane", a).await, json!(true));
    assert_eq!(places(&rpc, &project).await, [(b, 1), (c, 2), (a, 3)]);
    assert_eq!(rpc.call("getSwimlane", json!([a])).await["is_active"], 1);
    // One that is not there, or elsewhere, changes nothing and is no failure.
    for method in ["disableSwimlane", "enableSwimlane"] {
        for lane in [999, other.swimlane] {
            assert_eq!(change(method, lane).await, json!(true), "{method} {lane}");
        }
        assert_eq!(rpc.call(method, json!([999, a])).await, json!(true), "{method}");
    }
    assert_eq!(places(&rpc, &project).await, [(b, 1), (c, 2), (a, 3)]);
    assert_eq!(rpc.call("getSwimlane", json!([other.swimlane])).await["is_active"], 1);
}

#[tokio::test]
async fn a_moved_swimlane_takes_its_place_among_the_enabled_ones() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, [a, b, c]) = three(&rpc).await;
    let other = Project::create(&rpc).await;
    let go =
        async |lane: i64, to: i64| rpc.call("changeSwimlanePosition", json!([project.id, lane, to])).await;
    assert_eq!(go(c, 1).await, json!(true));
    assert_eq!(places(&rpc, &project).await, [(c, 1), (a, 2), (b, 3)]);
    assert_eq!(go(c, 3).await, json!(true));
    assert_eq!(places(&rpc, &project).await, [(a, 1), (b, 2), (c, 3)]);
    for (lane, to) in [(c, 0), (c, -1), (c, 4), (999, 1), (other.swimlane, 1)] {
        assert_eq!(go(lane, to).await, json!(false), "{lane} {to}");
    }
    assert_eq!(rpc.call("changeSwimlanePosition", json!([other.id, c, 1])).await, json!(false));
    assert_eq!(rpc.call("changeSwimlanePosition", json!([999, c, 1])).await, json!(false));
    assert_eq!(places(&rpc, &project).await, [(a, 1), (b, 2), (c, 3)]);

    // A disabled one counts for the highest position, and can be given one; it stays disabled.
    rpc.call("disableSwimlane", json!([project.id, a])).await;
    assert_eq!(go(b, 3).await, json!(true));
    assert_eq!(go(a, 1).await, json!(true));
    let moved = rpc.call("getSwimlane", json!([a])).await;
    assert_eq!((&moved["is_active"], &moved["position"]), (&json!(0), &json!(1)));
}

#[tokio::test]
async fn a_swimlane_is_removed_only_without_tasks_and_the_others_close_up() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, [a, b, c]) = three(&rpc).await;
    let other = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "x").await;
    let remove = async |lane: i64| rpc.call("removeSwimlane", json!([project.id, lane])).await;
    assert_eq!(remove(a).await, json!(false), "an open task");
    rpc.call("closeTask", json!([task])).await;
    assert_eq!(remove(a).await, json!(false), "a closed task");
    for lane in [999, other.swimlane] {
        assert_eq!(remove(lane).await, json!(false), "{lane}");
    }
    assert_eq!(rpc.call("removeSwimlane", json!([999, b])).await, json!(false));
    assert_eq!(remove(b).await, json!(true));
    assert_eq!(places(&rpc, &project).await, [(a, 1), (c, 2)]);
    rpc.call("removeTask", json!([task])).await;
    assert_eq!((remove(a).await, remove(c).await), (json!(true), json!(true)), "the last one too");
    assert_eq!(places(&rpc, &project).await, []);
}
