use std::time::Duration;

use serde_json::json;

use super::Desk;
use crate::team::Project;

#[tokio::test]
async fn a_task_is_taken_and_begun_by_one_click_each() {
    let desk = Desk::new().await;
    desk.done(&desk.path("/take"), &[]).await;
    desk.done(&desk.path("/start"), &[]).await;
    let stored = desk.stored().await;
    assert_eq!((&stored["owner_id"], &stored["date_started"]), (&json!(1), &json!(kanso_testkit::START)));
}

#[tokio::test]
async fn the_fields_beside_the_text_are_saved_and_tags_of_others_stay() {
    let desk = Desk::new().await;
    let category = desk.rpc.call("createCategory", json!([desk.project.id, "Bug"])).await.to_string();
    desk.rpc.call("setTaskTags", json!([desk.project.id, desk.task, ["one", "two"]])).await;
    let seen = seen(&desk.page().await.body);
    desk.rpc.call("setTaskTags", json!([desk.project.id, desk.task, ["one", "two", "theirs"]])).await;
    let fields = [
        ("seen", seen.as_str()),
        ("category", &category),
        ("estimated", "2:15"),
        ("spent", "1"),
        ("tags", "1"),
        ("tag", "two"),
        ("new_tags", "mine"),
    ];
    desk.done(&desk.path(""), &fields).await;
    let stored = desk.stored().await;
    assert_eq!((&stored["time_estimated"], &stored["time_spent"]), (&json!(2.25), &json!(1)));
    assert_eq!(stored["category_id"].to_string(), category);
    let tags = desk.rpc.call("getTaskTags", json!([desk.task])).await;
    let mut names: Vec<_> = tags.as_object().unwrap().values().map(|name| name.as_str().unwrap()).collect();
    names.sort_unstable();
    assert_eq!(names, ["mine", "theirs", "two"]);
}

/// What the form of a page says that it was made from.
fn seen(body: &str) -> String {
    let value = body.split("name=\"seen\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    value.replace("&#34;", "\"").replace("&quot;", "\"")
}

#[tokio::test]
async fn a_task_is_duplicated_copied_and_moved() {
    let desk = Desk::new().await;
    let copy = desk.send(&desk.path("/duplicate"), &[]).await;
    assert_eq!(copy.status, 303);
    assert_ne!(copy.location.unwrap(), desk.path(""));
    assert_eq!(desk.project.column(&desk.rpc, 0).await.len(), 2);

    let there = Project::create(&desk.rpc).await;
    desk.rpc.call("addProjectUser", json!([there.id, 1, "project-member"])).await;
    desk.project.drag(&desk.rpc, desk.task, 2, 1).await;
    let to = there.id.to_string();
    let form = desk.browser.get(&desk.path(&format!("/project?to={to}"))).await;
    assert!(form.body.contains(&format!("value=\"{}\" selected", there.columns[2])), "by its name");
    let column = there.columns[1].to_string();
    let fields = [("to", to.as_str()), ("column", &column), ("category", "0"), ("act", "copy")];
    assert_eq!(desk.send(&desk.path("/project"), &fields).await.status, 303);
    assert_eq!(there.column(&desk.rpc, 1).await.len(), 1);
    let moved = desk.send(&desk.path("/project"), &[("to", &to), ("act", "move")]).await;
    assert_eq!(moved.location, Some(desk.path("")));
    assert_eq!(there.column(&desk.rpc, 2).await.len(), 1);
    assert_eq!(desk.stored().await["project_id"], json!(there.id));
}

#[tokio::test]
async fn a_project_that_one_is_not_in_is_not_there() {
    let desk = Desk::new().await;
    let hidden = Project::create(&desk.rpc).await;
    crate::team::person(&desk.app, &desk.project, "mel", Some("project-member")).await;
    let browser = desk.app.browser();
    browser.sign_in("mel", "melmel").await;
    for to in [hidden.id, 9_999] {
        assert_eq!(browser.get(&desk.path(&format!("/project?to={to}"))).await.status, 404);
        let to = to.to_string();
        let fields = [("to", to.as_str()), ("act", "copy")];
        let refused = browser.submit(&desk.path(""), &desk.path("/project"), &fields).await;
        assert_eq!(refused.status, 404);
    }
}

#[tokio::test]
async fn a_task_that_recurs_goes_on_when_it_is_closed() {
    let desk = Desk::new().await;
    desk.rpc.call("updateTask", json!({"id": desk.task, "date_due": "2026-10-01 12:00"})).await;
    let fields = [("recurs", "1"), ("trigger", "2"), ("factor", "1"), ("timeframe", "1"), ("basedate", "0")];
    desk.done(&desk.path("/recurrence"), &fields).await;
    assert!(desk.browser.get(&desk.path("/recurrence")).await.body.contains("checked"));
    desk.done(&desk.path("/close"), &[]).await;
    let next = desk.stored().await["recurrence_child"].as_i64().unwrap();
    assert!(desk.page().await.body.contains(&format!("Went on as task #{next}")));
    assert_eq!(desk.rpc.call("getTask", json!([next])).await["date_due"], json!(1_793_534_400));
}

#[tokio::test]
async fn the_way_through_the_columns_is_told_with_its_times() {
    let desk = Desk::new().await;
    desk.app.clock.advance(Duration::from_secs(2 * 3_600));
    desk.project.drag(&desk.rpc, desk.task, 1, 1).await;
    desk.app.clock.advance(Duration::from_secs(26 * 3_600));
    desk.project.drag(&desk.rpc, desk.task, 2, 1).await;
    // Within the column: no way to another.
    desk.project.task(&desk.rpc, 2, "Other").await;
    desk.project.drag(&desk.rpc, desk.task, 2, 2).await;
    let page = desk.browser.get(&desk.path("/transitions")).await;
    assert_eq!(page.body.matches("<tr><td").count(), 2, "{}", page.body);
    assert!(page.body.contains("1 day 2 hours") && page.body.contains(">2 hours<"), "{}", page.body);
    let figures = desk.browser.get(&desk.path("/analytics")).await;
    assert!(
        figures.body.contains("1 day 4 hours") && figures.body.contains("not started"),
        "{}",
        figures.body
    );
}

#[tokio::test]
async fn what_happened_is_told_on_a_page_of_its_own() {
    let desk = Desk::new().await;
    desk.done(&desk.path("/comment"), &[("comment", "x")]).await;
    let page = desk.browser.get(&desk.path("/activity")).await;
    assert!(page.body.contains("admin commented"), "{}", page.body);
}
