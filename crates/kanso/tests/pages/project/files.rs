//! The overview of a project: its files, its columns and what happened last.

use serde_json::json;

use super::{World, signed_in};
use crate::team::{Project, person};

const PNG: &[u8] =
    b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0\x90wS\xde\0\0\0\x0cIDATx\x9cc\
    \xf8\xcf\xc0\0\0\x03\x01\x01\0\xc9\xfe\x92\xef\0\0\0\0IEND\xaeB`\x82";

#[tokio::test]
async fn files_of_a_project_are_attached_read_and_removed_on_its_overview() {
    let world = World::start().await;
    let files: [(&str, &[u8]); 3] =
        [("plan.md", b"# Plan\n<script>1</script>"), ("a.png", PNG), ("b.zip", b"PK")];
    let sent = world.ada.upload(&world.at(""), &world.at("/file"), &[], &files).await;
    assert_eq!(sent.location, Some(world.at("?done")), "{}", sent.body);
    let stored = world.app.rpc().call("getAllProjectFiles", json!([world.project.id])).await;
    let names: Vec<_> = stored.as_array().unwrap().iter().map(|file| file["name"].clone()).collect();
    assert_eq!(names, ["a.png", "b.zip", "plan.md"]);
    let path = |at: usize| world.at(&format!("/file/{}", stored[at]["id"]));

    let overview = world.ada.get(&world.at("")).await.body;
    assert!(overview.contains(&format!("{}/preview\"", path(2))), "{overview}");
    assert!(overview.contains(&format!("src=\"{}/thumbnail\"", path(0))), "{overview}");
    let small = world.ada.get(&format!("{}/thumbnail", path(0))).await;
    assert_eq!((small.status, small.header("content-type")), (200, Some("image/jpeg")));
    let preview = world.ada.get(&format!("{}/preview", path(2))).await.body;
    assert!(preview.contains("<h1>Plan</h1>") && !preview.contains("<script>1"), "{preview}");
    assert_eq!(world.ada.get(&format!("{}/preview", path(1))).await.status, 404);

    let zip = world.ada.get(&path(1)).await;
    assert_eq!(zip.body, "PK");
    assert!(zip.header("content-disposition").is_some_and(|how| how.starts_with("attachment")));
    let etag = zip.header("etag").expect("a name for its content").to_owned();
    assert_eq!(world.ada.get_if_none_match(&path(1), &etag).await.status, 304);
    assert_eq!(world.send("", &format!("{}/remove", path(1)), &[]).await.status, 303);
    assert_eq!(world.ada.get(&path(1)).await.status, 404);
}

#[tokio::test]
async fn a_file_is_reached_through_its_own_project_only_and_kept_from_who_only_looks() {
    let world = World::start().await;
    world.ada.upload(&world.at(""), &world.at("/file"), &[], &[("a.txt", b"a")]).await;
    let rpc = world.app.rpc();
    let file = rpc.call("getAllProjectFiles", json!([world.project.id])).await[0]["id"].clone();
    let other = Project::create(&rpc).await;
    let ada = rpc.call("getUserByName", json!(["ada"])).await["id"].clone();
    rpc.call("addProjectUser", json!([other.id, ada, "project-manager"])).await;
    for end in ["", "/preview", "/thumbnail"] {
        let path = format!("/project/{}/file/{file}{end}", other.id);
        assert_eq!(world.ada.get(&path).await.status, 404, "{path}");
    }
    let remove = format!("/project/{}/file/{file}/remove", other.id);
    assert_eq!(world.ada.submit(&world.at(""), &remove, &[]).await.status, 404);

    let empty = world.ada.upload(&world.at(""), &world.at("/file"), &[], &[("", b"")]).await;
    assert_eq!(empty.status, 422);
    let fields = [("csrf", "made up")];
    let forged = world.ada.upload(&world.at(""), &world.at("/file"), &fields, &[("b.txt", b"b")]).await;
    assert_eq!(forged.status, 403);

    person(&world.app, &world.project, "eve", Some("project-viewer")).await;
    let eve = signed_in(&world.app, "eve", "eveeve").await;
    assert_eq!(eve.get(&world.at(&format!("/file/{file}"))).await.body, "a");
    assert!(!eve.get(&world.at("")).await.body.contains("multipart/form-data"));
    assert_eq!(eve.upload(&world.at(""), &world.at("/file"), &[], &[("c.txt", b"c")]).await.status, 403);
    assert_eq!(eve.submit(&world.at(""), &world.at(&format!("/file/{file}/remove")), &[]).await.status, 403);
    let left = rpc.call("getAllProjectFiles", json!([world.project.id])).await;
    assert_eq!(left.as_array().map(Vec::len), Some(1));
}

#[tokio::test]
async fn the_overview_tells_what_is_open_and_what_happened_last() {
    let world = World::start().await;
    let rpc = world.app.rpc_as("ada", "adaada");
    for title in ["Paint the door", "Oil the hinges"] {
        world.project.task(&rpc, 1, title).await;
    }
    let page = world.ada.get(&world.at("")).await.body;
    assert!(page.contains("<dt>Ready</dt><dd class=\"number\">2</dd>"), "{page}");
    assert!(page.contains("Oil the hinges") && page.contains(&world.at("/activity")), "{page}");
}
