//! Removed tasks.

use kanso_testkit::TestApp;
use serde_json::json;

use super::signed_in;
use crate::team::Project;

#[tokio::test]
async fn a_removed_task_is_brought_back_from_the_trash() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let (bob, browser) = signed_in(&app, &project, "bob", "project-member").await;
    let new = json!({"title": "Gone <too> soon", "project_id": project.id, "creator_id": bob});
    let task = rpc.call_for_id("createTask", new).await;
    let trash = format!("/project/{}/trash", project.id);
    assert!(browser.get(&trash).await.body.contains("Nothing was removed"));

    let removed = browser.submit(&format!("/task/{task}"), &format!("/task/{task}/remove"), &[]).await;
    assert_eq!(removed.status, 303);
    let page = browser.get(&trash).await;
    assert!(page.body.contains("Gone &#60;too&#62; soon") && page.body.contains("by bob"), "{}", page.body);
    assert!(!page.body.contains("/purge"), "only managers delete for good");

    let restored = browser.submit(&trash, &format!("/task/{task}/restore"), &[]).await;
    assert_eq!(restored.location, Some(format!("/task/{task}")));
    assert_eq!(browser.get(&format!("/task/{task}")).await.status, 200);
    let again = browser.submit("/", &format!("/task/{task}/restore"), &[]).await;
    assert_eq!(again.status, 404);
}

#[tokio::test]
async fn the_trash_is_for_who_works_in_the_project() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let other = Project::create(&app.rpc()).await;
    let (_, viewer) = signed_in(&app, &project, "vera", "project-viewer").await;
    let (_, outsider) = signed_in(&app, &other, "oskar", "project-manager").await;
    let trash = format!("/project/{}/trash", project.id);
    assert_eq!(viewer.get(&trash).await.status, 403);
    assert_eq!(outsider.get(&trash).await.status, 404);
}

#[tokio::test]
async fn a_manager_deletes_for_good_and_a_script_is_told_without_a_page() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let tasks = [project.task(&rpc, 0, "One").await, project.task(&rpc, 0, "Two").await];
    let (_, browser) = signed_in(&app, &project, "mia", "project-manager").await;
    for task in tasks {
        assert_eq!(rpc.call("removeTask", json!([task])).await, json!(true));
    }
    let trash = format!("/project/{}/trash", project.id);
    let purged = browser.submit(&trash, &format!("/task/{}/purge", tasks[0]), &[]).await;
    assert_eq!(purged.location.as_deref(), Some(trash.as_str()));
    let page = browser.get(&trash).await.body;
    assert!(!page.contains("One") && page.contains("Two"), "{page}");
    assert_eq!(browser.submit(&trash, &format!("/task/{}/restore", tasks[0]), &[]).await.status, 404);
}
