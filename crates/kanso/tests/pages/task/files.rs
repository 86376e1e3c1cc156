use serde_json::json;

use super::Desk;

#[tokio::test]
async fn files_are_attached_read_and_removed() {
    let desk = Desk::new().await;
    let files: [(&str, &[u8]); 3] =
        [("plan.md", b"# Plan\n<script>1</script>"), ("a.png", b"no picture"), ("b.zip", b"PK")];
    let sent = desk.browser.upload(&desk.path(""), &desk.path("/file"), &[], &files).await;
    assert_eq!(sent.status, 303, "{}", sent.body);
    let stored = desk.rpc.call("getAllTaskFiles", json!([desk.task])).await;
    let names: Vec<_> = stored.as_array().unwrap().iter().map(|file| file["name"].clone()).collect();
    assert_eq!(names, ["a.png", "b.zip", "plan.md"]);
    let plan = desk.path(&format!("/file/{}", stored[2]["id"]));
    let preview = desk.browser.get(&format!("{plan}/preview")).await;
    assert!(
        preview.body.contains("<h1>Plan</h1>") && !preview.body.contains("<script>1"),
        "{}",
        preview.body
    );
    let zip = desk.path(&format!("/file/{}", stored[1]["id"]));
    assert_eq!(desk.browser.get(&format!("{zip}/preview")).await.status, 404);
    assert_eq!(desk.browser.get(&zip).await.body, "PK");
    desk.done(&format!("{zip}/remove"), &[]).await;
    assert_eq!(desk.browser.get(&zip).await.status, 404);
}

#[tokio::test]
async fn nothing_is_attached_without_a_file_or_without_the_token() {
    let desk = Desk::new().await;
    let empty = desk.browser.upload(&desk.path(""), &desk.path("/file"), &[], &[("", b"")]).await;
    assert_eq!(empty.status, 422);
    // The last field of that name counts.
    let fields = [("csrf", "made up")];
    let forged = desk.browser.upload(&desk.path(""), &desk.path("/file"), &fields, &[("a.txt", b"a")]).await;
    assert_eq!(forged.status, 403);
    assert_eq!(desk.rpc.call("getAllTaskFiles", json!([desk.task])).await, json!([]));
}

#[tokio::test]
async fn a_file_of_another_task_is_not_there() {
    let desk = Desk::new().await;
    desk.browser.upload(&desk.path(""), &desk.path("/file"), &[], &[("a.txt", b"a")]).await;
    let file = desk.rpc.call("getAllTaskFiles", json!([desk.task])).await[0]["id"].clone();
    let other = desk.project.task(&desk.rpc, 0, "Other").await;
    for path in [format!("/task/{other}/file/{file}"), format!("/task/{other}/file/{file}/preview")] {
        assert_eq!(desk.browser.get(&path).await.status, 404, "{path}");
    }
    assert_eq!(desk.send(&format!("/task/{other}/file/{file}/remove"), &[]).await.status, 404);
}
