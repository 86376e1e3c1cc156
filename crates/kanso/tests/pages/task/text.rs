use serde_json::json;

use super::Desk;

const LIST: &str = "Steps\n\n- [ ] one\n- [x] two\n";

#[tokio::test]
async fn a_box_is_ticked_in_the_stored_text() {
    let desk = Desk::new().await;
    desk.rpc.call("updateTask", json!({"id": desk.task, "description": LIST})).await;
    assert!(desk.page().await.body.contains("data-box=\"1\""));
    let check = desk.path("/check");
    desk.done(&check, &[("number", "0"), ("label", "one"), ("ticked", "1")]).await;
    assert_eq!(desk.stored().await["description"], json!("Steps\n\n- [x] one\n- [x] two\n"));
    desk.done(&check, &[("number", "1"), ("label", "two"), ("ticked", "0")]).await;
    assert_eq!(desk.stored().await["description"], json!("Steps\n\n- [x] one\n- [ ] two\n"));
}

#[tokio::test]
async fn a_box_that_moved_since_is_not_mistaken_for_another() {
    let desk = Desk::new().await;
    desk.rpc.call("updateTask", json!({"id": desk.task, "description": format!("- [ ] zero\n{LIST}")})).await;
    let fields = [("number", "0"), ("label", "one"), ("ticked", "1")];
    assert_eq!(desk.send(&desk.path("/check"), &fields).await.status, 409);
    assert!(!desk.stored().await["description"].as_str().unwrap().contains("[x] one"));
}

#[tokio::test]
async fn a_box_of_a_comment_is_for_who_may_change_it() {
    let desk = Desk::new().await;
    desk.done(&desk.path("/comment"), &[("comment", LIST)]).await;
    let id = desk.rpc.call("getAllComments", json!([desk.task])).await[0]["id"].clone();
    let fields = [("number", "0"), ("label", "one"), ("ticked", "1")];
    desk.done(&format!("/comment/{id}/check"), &fields).await;
    let text = desk.rpc.call("getComment", json!([id])).await["comment"].clone();
    assert!(text.as_str().unwrap().contains("- [x] one"));
    crate::team::person(&desk.app, &desk.project, "mel", Some("project-member")).await;
    let browser = desk.app.browser();
    browser.sign_in("mel", "melmel").await;
    let refused = browser.submit(&desk.path(""), &format!("/comment/{id}/check"), &fields).await;
    assert_eq!(refused.status, 409);
}

#[tokio::test]
async fn a_text_is_previewed_as_it_will_be_shown() {
    let desk = Desk::new().await;
    let shown = desk.send("/markdown", &[("text", "**a** #1 <i>")]).await;
    assert_eq!(shown.status, 200);
    assert!(shown.body.starts_with("<p><strong>a</strong> <a href=\"/task/1\""), "{}", shown.body);
    assert!(shown.body.contains("&lt;i&gt;"));
}

#[tokio::test]
async fn tasks_and_people_are_offered_by_what_is_typed() {
    let desk = Desk::new().await;
    crate::team::person(&desk.app, &desk.project, "melissa", Some("project-viewer")).await;
    let ask = async |q: &str| {
        let page = desk.browser.get(&format!("/project/{}/suggest?q={q}", desk.project.id)).await;
        serde_json::from_str::<serde_json::Value>(&page.body).unwrap()
    };
    let task = format!("#{}", desk.task);
    assert_eq!(ask("%23the").await, json!([{"text": task, "label": format!("{task} The task")}]));
    assert_eq!(ask(&format!("%23{}", desk.task)).await[0]["text"], json!(task));
    assert_eq!(ask("@mel").await, json!([{"text": "@melissa", "label": "melissa @melissa"}]));
    assert_eq!(ask("%23%25").await, json!([]), "a percent sign is none of the title");
}
