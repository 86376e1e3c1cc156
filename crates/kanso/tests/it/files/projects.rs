//! Files of projects.

use serde_json::json;

use super::{Office, PNG, without_path};
use crate::team::{Project, announced, ids};

#[tokio::test]
async fn a_project_has_files_of_its_own() {
    let office = Office::start().await;
    let (project, (_, bob)) = (office.project.id, &office.bob);
    let _receiver = office.app.receiver().await;
    let new = json!({"project_id": project, "filename": "brief.txt", "blob": "SGVsbG8gZnJvbSBLYW5zbwo="});
    let brief = bob.call_for_id("createProjectFile", new).await;
    let logo = bob.call_for_id("createProjectFile", json!([project, "Logo.png", PNG])).await;
    let file = bob.call("getProjectFile", json!([project, brief])).await;
    insta::assert_json_snapshot!(without_path(file).1, @r#"
    {
      "id": 1,
      "project_id": 1,
      "name": "brief.txt",
      "path": "projects/1/…",
      "is_image": 0,
      "size": 17,
      "user_id": 2,
      "date": 1790000000,
      "etag": "…"
    }
    "#);
    let list = office.viewer.call("getAllProjectFiles", json!([project])).await;
    assert_eq!(ids(&list), [brief, logo]);
    insta::assert_json_snapshot!(without_path(list[1].clone()).1, @r#"
    {
      "id": 2,
      "name": "Logo.png",
      "path": "projects/1/…",
      "is_image": 1,
      "project_id": 1,
      "date": 1790000000,
      "user_id": 2,
      "size": 70,
      "username": "bob",
      "user_name": "",
      "etag": "…"
    }
    "#);
    let content = office.viewer.call("downloadProjectFile", json!([project, brief])).await;
    assert_eq!(content, json!("SGVsbG8gZnJvbSBLYW5zbwo="));
    assert_eq!(office.list().await, json!([]), "they are not those of its tasks");
    assert_eq!(bob.call("removeProjectFile", json!([project, logo])).await, json!(true));
    assert_eq!(bob.call("removeProjectFile", json!([project, logo])).await, json!(false));
    for _ in 0..2 {
        assert_eq!(bob.call("removeAllProjectFiles", json!([project])).await, json!(true));
    }
    kanso_core::file::sweep(&office.app.app).await.unwrap();
    assert!(!office.app.files().join("projects").exists());
    assert_eq!(announced(&office.app).await, [""; 0], "no webhook tells of them");
}

#[tokio::test]
async fn a_file_is_found_in_its_own_project_only() {
    let office = Office::start().await;
    let other = Project::create(&office.rpc).await.id;
    office.rpc.call("addProjectUser", json!([other, office.bob.0, "project-member"])).await;
    let own = office.project.id;
    let file = office.rpc.call_for_id("createProjectFile", json!([own, "a.txt", "SGVsbG8="])).await;
    for rpc in [&office.rpc, &office.bob.1] {
        for wrong in [json!([other, file]), json!([own, 999])] {
            assert_eq!(rpc.call("getProjectFile", wrong.clone()).await, json!(false), "{wrong}");
            assert_eq!(rpc.call("downloadProjectFile", wrong.clone()).await, json!(""), "{wrong}");
            assert_eq!(rpc.call("removeProjectFile", wrong.clone()).await, json!(false), "{wrong}");
        }
        for refused in [json!([own, "b.txt", ""]), json!([own, "b.txt", "%"])] {
            assert_eq!(rpc.call("createProjectFile", refused.clone()).await, json!(false), "{refused}");
        }
    }
    for (method, params, answer) in [
        ("createProjectFile", json!([999, "a", "SGVsbG8="]), json!(false)),
        ("createProjectFile", json!([0, "a", "SGVsbG8="]), json!(false)),
        ("getAllProjectFiles", json!([999]), json!([])),
        ("removeAllProjectFiles", json!([999]), json!(false)),
    ] {
        assert_eq!(office.rpc.call(method, params.clone()).await, answer, "{method} {params}");
        assert_eq!(office.bob.1.try_call(method, params.clone()).await.status, 403, "{method} {params}");
    }
    for (method, params) in [
        ("createProjectFile", json!([own, "a", "SGVsbG8="])),
        ("removeProjectFile", json!([own, file])),
        ("removeAllProjectFiles", json!([own])),
    ] {
        assert_eq!(office.viewer.try_call(method, params).await.status, 403, "{method}");
    }
    assert_eq!(ids(&office.rpc.call("getAllProjectFiles", json!([own])).await), [file]);
}
