use serde_json::json;

use super::Desk;
use crate::team::person;

#[tokio::test]
async fn a_comment_is_answered_with_its_text() {
    let desk = Desk::new().await;
    desk.done(&desk.path("/comment"), &[("comment", "One\r\ntwo")]).await;
    let comments = desk.rpc.call("getAllComments", json!([desk.task])).await;
    let page = desk.browser.get(&desk.path(&format!("?reply={}", comments[0]["id"]))).await;
    assert!(page.body.contains(">\nadmin wrote:\n&#62; One\n&#62; two"), "{}", page.body);
}

#[tokio::test]
async fn a_comment_for_administrators_is_seen_by_nobody_else() {
    let desk = Desk::new().await;
    desk.done(&desk.path("/comment"), &[("comment", "Hush"), ("visibility", "app-admin")]).await;
    assert!(desk.page().await.body.contains("Hush"));
    let (_, rpc) = person(&desk.app, &desk.project, "mel", Some("project-member")).await;
    assert_eq!(rpc.call("getAllComments", json!([desk.task])).await, json!([]));
    let browser = desk.app.browser();
    browser.sign_in("mel", "melmel").await;
    let page = browser.get(&desk.path("")).await;
    assert!(!page.body.contains("Hush") && !page.body.contains("name=\"visibility\""));
    let fields = [("comment", "Mine"), ("visibility", "app-admin")];
    let refused = browser.submit(&desk.path(""), &desk.path("/comment"), &fields).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains(">\nMine</textarea>"));
}

#[tokio::test]
async fn the_newest_comments_come_first_for_who_wants_that() {
    let desk = Desk::new().await;
    for text in ["First words", "Second words"] {
        desk.done(&desk.path("/comment"), &[("comment", text)]).await;
    }
    let is_oldest_first = |body: &str| body.find("First words") < body.find("Second words");
    assert!(is_oldest_first(&desk.page().await.body));
    desk.done(&desk.path("/comments/order"), &[("order", "newest")]).await;
    assert!(!is_oldest_first(&desk.page().await.body));
    // Wherever they sign in, and for nobody else.
    let elsewhere = desk.app.browser();
    elsewhere.sign_in("admin", kanso_testkit::ADMIN_PASSWORD).await;
    assert!(!is_oldest_first(&elsewhere.get(&desk.path("")).await.body));
    person(&desk.app, &desk.project, "mel", Some("project-member")).await;
    let mels = desk.app.browser();
    mels.sign_in("mel", "melmel").await;
    assert!(is_oldest_first(&mels.get(&desk.path("")).await.body));
    desk.done(&desk.path("/comments/order"), &[("order", "oldest")]).await;
    assert!(is_oldest_first(&desk.page().await.body));
}

#[tokio::test]
async fn a_comment_that_was_changed_meanwhile_is_not_overwritten() {
    let desk = Desk::new().await;
    desk.done(&desk.path("/comment"), &[("comment", "Old")]).await;
    let id = desk.rpc.call("getAllComments", json!([desk.task])).await[0]["id"].clone();
    desk.rpc.call("updateComment", json!([id, "Theirs"])).await;
    let clash = desk.send(&format!("/comment/{id}"), &[("comment", "Mine"), ("seen", "Old")]).await;
    assert_eq!(clash.status, 409);
    assert!(clash.body.contains("Theirs") && clash.body.contains(">\nMine</textarea>"), "{}", clash.body);
    assert_eq!(desk.rpc.call("getComment", json!([id])).await["comment"], json!("Theirs"));
    desk.done(&format!("/comment/{id}"), &[("comment", "Both"), ("seen", "Theirs")]).await;
}

#[tokio::test]
async fn nobody_changes_anothers_comment() {
    let desk = Desk::new().await;
    let (mel, rpc) = person(&desk.app, &desk.project, "mel", Some("project-member")).await;
    let comment = rpc.call_for_id("createComment", json!([desk.task, mel, "Mel's"])).await;
    person(&desk.app, &desk.project, "tim", Some("project-manager")).await;
    let browser = desk.app.browser();
    browser.sign_in("tim", "timtim").await;
    let fields = [("comment", "Tim's"), ("seen", "Mel's")];
    let refused = browser.submit(&desk.path(""), &format!("/comment/{comment}"), &fields).await;
    assert_eq!(refused.status, 409);
    let refused = browser.submit(&desk.path(""), &format!("/comment/{comment}/remove"), &[]).await;
    assert_eq!(refused.status, 409);
    assert!(!browser.get(&desk.path("")).await.body.contains(&format!("action=\"/comment/{comment}\"")));
    let stored = rpc.call("getComment", json!([comment])).await;
    assert_eq!(stored["comment"], json!("Mel's"));
}

#[tokio::test]
async fn an_administrator_changes_and_removes_every_comment_on_pages_and_none_over_the_api() {
    let desk = Desk::new().await;
    let (mel, rpc) = person(&desk.app, &desk.project, "mel", Some("project-member")).await;
    let comment = rpc.call_for_id("createComment", json!([desk.task, mel, "Mel's"])).await;
    let by_admin = desk.app.rpc_as("admin", kanso_testkit::ADMIN_PASSWORD);
    let over_api = by_admin.try_call("updateComment", json!([comment, "Admin's"])).await;
    assert_ne!(over_api.body["result"], json!(true));
    assert!(desk.page().await.body.contains(&format!("action=\"/comment/{comment}\"")));
    let fields = [("comment", "Put right"), ("seen", "Mel's")];
    desk.done(&format!("/comment/{comment}"), &fields).await;
    let stored = rpc.call("getComment", json!([comment])).await;
    assert_eq!((&stored["comment"], &stored["user_id"]), (&json!("Put right"), &json!(mel)));
    desk.done(&format!("/comment/{comment}/remove"), &[]).await;
    assert_eq!(rpc.call("getAllComments", json!([desk.task])).await, json!([]));
}
