//! Projects: finding, changing and removing them.

mod create;
mod members;

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, TestApp};
use serde_json::json;

use crate::team::{Project, entries, ids, person, with};

#[tokio::test]
async fn what_is_not_valid_is_refused_with_false() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let taken = json!({"name": "x", "identifier": "WEB", "email": "web@example.org"});
    let (first, second) = (rpc.call_for_id("createProject", taken).await, Project::create(&rpc).await);
    let before = rpc.call("getAllProjects", json!([])).await;
    app.clock.advance(Duration::from_secs(60));
    for refused in [
        json!({"name": ""}),
        json!({"name": "é".repeat(65_536)}),
        json!({"identifier": "web"}),
        json!({"identifier": "web-2"}),
        json!({"identifier": "é"}),
        json!({"identifier": "A".repeat(51)}),
        json!({"email": "web@example.org"}),
        json!({"email": "nobody"}),
        json!({"owner_id": 999}),
        json!({"owner_id": "eve"}),
        json!({"start_date": "2026-11-01 "}),
        json!({"end_date": "1 November 2026"}),
        json!({"priority_end": "high"}),
    ] {
        let new = with(json!({"name": "valid"}), &refused);
        assert_eq!(rpc.call("createProject", new).await, json!(false), "createProject {refused}");
        let update = with(json!({"project_id": second.id, "description": "must not be stored"}), &refused);
        assert_eq!(rpc.call("updateProject", update).await, json!(false), "updateProject {refused}");
    }
    assert_eq!(rpc.call("getAllProjects", json!([])).await, before);
    // One's own are not taken.
    let own = json!({"project_id": first, "identifier": "web", "email": "web@example.org"});
    assert_eq!(rpc.call("updateProject", own).await, json!(true));
}

#[tokio::test]
async fn a_project_is_found_by_name_identifier_and_address() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let new = json!({"name": "Website", "identifier": "web", "email": "web@example.org"});
    let id = rpc.call_for_id("createProject", new).await;
    rpc.call_for_id("createProject", json!(["Website"])).await;
    let project = rpc.call("getProjectById", json!([id])).await;
    assert_eq!(rpc.call("getProjectById", json!([999])).await, json!(null));
    let member =
        person(&app, &Project { id, columns: vec![], swimlane: 0 }, "eve", Some("project-viewer")).await.1;
    let outsider = person(&app, &Project { id, columns: vec![], swimlane: 0 }, "bob", None).await.1;
    for (method, good, unknown) in [
        ("getProjectByName", vec!["Website"], ["website", "", "Nope"]),
        ("getProjectByIdentifier", vec!["WEB", "web", "Web"], ["", "NOPE", "WEB "]),
        ("getProjectByEmail", vec!["web@example.org"], ["", "WEB@example.org", "nobody@example.org"]),
    ] {
        for text in good {
            assert_eq!(rpc.call(method, json!([text])).await, project, "{method} {text}: the first one");
            assert_eq!(member.call(method, json!([text])).await, project, "{method} {text}");
            assert_eq!(outsider.try_call(method, json!([text])).await.status, 403, "{method} {text}");
        }
        for text in unknown {
            for rpc in [&rpc, &member, &outsider] {
                assert_eq!(rpc.call(method, json!([text])).await, json!(false), "{method} {text}");
            }
        }
    }
}

#[tokio::test]
async fn all_projects_are_sorted_byte_by_byte() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    for name in ["b", "Z", "_", "é", "a", "Ä", "B"] {
        rpc.call_for_id("createProject", json!([name])).await;
    }
    rpc.call("disableProject", json!([5])).await;
    let projects = rpc.call("getAllProjects", json!([])).await;
    let names: Vec<_> = entries(&projects).map(|project| project["name"].clone()).collect();
    assert_eq!(names, ["B", "Z", "_", "a", "b", "Ä", "é"]);
    assert_eq!(projects[0], rpc.call("getProjectById", json!([7])).await);
}

#[tokio::test]
async fn an_update_writes_what_is_given() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await.id;
    let mut expected = rpc.call("getProjectById", json!([project])).await;
    app.clock.advance(Duration::from_secs(60));
    let now_read = "2026-09-21";
    for (given, stored) in [
        (json!({}), json!({})),
        (
            json!({"name": null, "identifier": null, "email": null, "start_date": null, "owner_id": null}),
            json!({}),
        ),
        (json!({"name": "Renamed", "description": "new"}), json!({"name": "Renamed", "description": "new"})),
        (json!({"description": ""}), json!({"description": ""})),
        (json!({"owner_id": 1}), json!({"owner_id": 1})),
        (json!({"owner_id": 0}), json!({"owner_id": 0})),
        (json!({"identifier": "mob"}), json!({"identifier": "MOB"})),
        (json!({"identifier": ""}), json!({"identifier": ""})),
        (json!({"email": "m@example.org"}), json!({"email": "m@example.org"})),
        (json!({"email": ""}), json!({"email": ""})),
        (
            json!({"priority_default": 1, "priority_start": -2, "priority_end": 9}),
            json!({"priority_default": 1, "priority_start": -2, "priority_end": 9}),
        ),
        (json!({"start_date": "2026-12-01"}), json!({"start_date": "2026-12-01"})),
        (
            json!({"start_date": "12/24/2026", "end_date": "2027_01_05"}),
            json!({"start_date": "2026-12-24", "end_date": "2027-01-05"}),
        ),
        (json!({"end_date": "1790000000"}), json!({"end_date": now_read})),
        (json!({"end_date": "soon"}), json!({"end_date": "1970-01-01"})),
        (json!({"start_date": "", "end_date": ""}), json!({"start_date": "", "end_date": ""})),
    ] {
        let update = with(json!({"project_id": project}), &given);
        assert_eq!(rpc.call("updateProject", update).await, json!(true), "{given}");
        expected = with(expected, &stored);
        assert_eq!(rpc.call("getProjectById", json!([project])).await, expected, "{given}");
    }
    // The new owner has no role.
    assert_eq!(rpc.call("getProjectUsers", json!([project])).await, json!({}));
}

#[tokio::test]
async fn a_project_can_be_disabled_and_shown_to_everybody() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let get = async || rpc.call("getProjectById", json!([project.id])).await;
    let before = get().await;
    assert_eq!(rpc.call("disableProject", json!([project.id])).await, json!(true));
    assert_eq!(get().await["is_active"], 0);
    project.task(&rpc, 0, "works as before").await;
    assert_eq!(rpc.call("enableProject", json!([project.id])).await, json!(true));
    assert_eq!(get().await, before);

    assert_eq!(rpc.call("enableProjectPublicAccess", json!([project.id])).await, json!(true));
    let public = get().await;
    let token = public["token"].as_str().unwrap();
    assert!(
        token.len() == 60 && token.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')),
        "{token}"
    );
    let address = |page: &str| json!(format!("http://localhost/?controller={page}&token={token}"));
    let mut expected = before.clone();
    expected["is_public"] = json!(1);
    expected["token"] = json!(token);
    expected["url"]["public_board"] = address("BoardViewController&action=readonly");
    expected["url"]["rss_feed"] = address("FeedController&action=project");
    expected["url"]["ical_feed"] = address("ICalendarController&action=project");
    assert_eq!(public, expected);
    rpc.call("enableProjectPublicAccess", json!([project.id])).await;
    assert_ne!(get().await["token"], json!(token), "a new one each time");
    assert_eq!(rpc.call("disableProjectPublicAccess", json!([project.id])).await, json!(true));
    assert_eq!(get().await, before);
}

#[tokio::test]
async fn a_removed_project_is_gone_with_all_in_it() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (project, other) = (Project::create(&rpc).await, Project::create(&rpc).await);
    person(&app, &project, "eve", Some("project-manager")).await;
    let task = project.task(&rpc, 0, "x").await;
    let comment = rpc.call_for_id("createComment", json!([task, 0, "text"])).await;
    rpc.call("closeTask", json!([task])).await;
    assert_eq!(rpc.call("removeProject", json!([project.id])).await, json!(true));
    for (method, id, nothing) in [
        ("getProjectById", project.id, json!(null)),
        ("getColumn", project.columns[0], json!(null)),
        ("getSwimlane", project.swimlane, json!(null)),
        ("getTask", task, json!(null)),
        ("getComment", comment, json!(null)),
        ("getProjectUsers", project.id, json!({})),
        ("removeProject", project.id, json!(false)),
    ] {
        assert_eq!(rpc.call(method, json!([id])).await, nothing, "{method}");
    }
    assert_eq!(ids(&rpc.call("getAllProjects", json!([])).await), [other.id]);
}

#[tokio::test]
async fn an_unknown_project_is_false_for_the_application() {
    let app = TestApp::start().await;
    for method in [
        "updateProject",
        "enableProject",
        "disableProject",
        "enableProjectPublicAccess",
        "disableProjectPublicAccess",
        "removeProject",
    ] {
        assert_eq!(app.rpc().call(method, json!([999])).await, json!(false), "{method}");
    }
}

#[tokio::test]
async fn everybody_has_projects_of_their_own() {
    let app = TestApp::start().await;
    let (rpc, admin) = (app.rpc(), app.rpc_as("admin", ADMIN_PASSWORD));
    let project = Project::create(&rpc).await;
    let (eve, eves_rpc) = person(&app, &project, "eve", Some("project-viewer")).await;
    assert_eq!(eves_rpc.call("createMyPrivateProject", json!([""])).await, json!(false));
    let own = eves_rpc.call_for_id("createMyPrivateProject", json!(["A to-do", "Personal list"])).await;
    let stored = eves_rpc.call("getProjectById", json!([own])).await;
    assert_eq!((&stored["is_private"], &stored["owner_id"]), (&json!(1), &json!(eve)));
    assert_eq!(stored["description"], "Personal list");
    assert_eq!(eves_rpc.call("getProjectUserRole", json!([own, eve])).await, "project-manager");
    assert_eq!(ids(&eves_rpc.call("getColumns", json!([own])).await).len(), 4);

    let list = eves_rpc.call("getMyProjectsList", json!([])).await;
    insta::assert_compact_json_snapshot!(list, @r#"{"2": "A to-do", "1": "Demo Project"}"#);
    let mine = eves_rpc.call("getMyProjects", json!([])).await;
    assert_eq!(ids(&mine), [own, project.id]);
    assert_eq!(mine[0], stored);
    rpc.call("disableProject", json!([own])).await;
    assert_eq!(ids(&eves_rpc.call("getMyProjects", json!([])).await), [project.id]);
    assert_eq!(eves_rpc.call("getMyProjectsList", json!([])).await, list, "disabled ones are in the list");
    assert_eq!(admin.call("getMyProjectsList", json!([])).await, json!({}));
    assert_eq!(admin.call("getMyProjects", json!([])).await, json!([]));

    app.set("disable_private_project", "1").await;
    assert_eq!(eves_rpc.call("createMyPrivateProject", json!(["x"])).await, json!(false));
}
