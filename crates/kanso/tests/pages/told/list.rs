//! The list on the page.

use std::time::Duration;

use kanso_core::notification::{forget_notifications, remind_of_overdue};
use serde_json::json;

use super::World;

const DAY: u64 = 86_400;

#[tokio::test]
async fn what_others_do_to_my_tasks_is_told_until_i_read_it() {
    let world = World::start().await;
    let task = world.task_for_bob("Brakes").await;
    assert_eq!((world.bob.unread().await, world.ada.unread().await), ("1".to_owned(), "0".to_owned()));
    let list = world.bob.browser.get("/notifications").await.body;
    assert!(list.contains("ada created the task"), "{list}");
    assert!(list.contains(&format!("#{task} Brakes")) && list.contains("<b data-bell>1</b>"), "{list}");

    world.bob.rpc.call("closeTask", json!([task])).await;
    assert_eq!(world.bob.unread().await, "1", "nobody is told what they did");
    assert_eq!(world.ada.unread().await, "1", "who created the task is");

    let id = list
        .split("/notifications/")
        .filter_map(|rest| rest.split("/read").next())
        .find(|id| id.parse::<i64>().is_ok());
    let path = format!("/notifications/{}/read", id.unwrap());
    let stranger = world.ada.browser.submit("/notifications", &path, &[]).await;
    assert_eq!(stranger.status, 404, "it is not Ada's");
    let read = world.bob.browser.submit("/notifications", &path, &[]).await;
    assert_eq!(read.location, Some(format!("/task/{task}")));
    assert_eq!(world.bob.unread().await, "0");
    assert!(!world.bob.browser.get("/notifications").await.body.contains("Brakes"));
    assert!(world.bob.browser.get("/notifications?all=true").await.body.contains("Brakes"));
}

#[tokio::test]
async fn all_is_read_at_once_but_not_what_comes_meanwhile() {
    let world = World::start().await;
    world.task_for_bob("One").await;
    let list = world.bob.browser.get("/notifications").await.body;
    let last = list.split("name=\"last\" value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    world.task_for_bob("Two").await;
    world.bob.browser.submit("/notifications", "/notifications/read", &[("last", last)]).await;
    assert_eq!(world.bob.unread().await, "1");
    assert!(world.bob.browser.get("/notifications").await.body.contains("Two"));
}

#[tokio::test]
async fn people_choose_of_which_tasks_and_of_what() {
    let world = World::start().await;
    let new = json!({"title": "Of nobody", "project_id": world.project.id});
    let task = world.ada.rpc.call_for_id("createTask", new).await;
    assert_eq!(world.bob.unread().await, "0", "neither assigned to him nor by him");
    world.bob.choose(&[("filter", "1")]).await;
    world.ada.rpc.call("createComment", json!([task, world.ada.id, "Hello"])).await;
    assert_eq!(world.bob.unread().await, "1");
    world.ada.rpc.call("createSubtask", json!([task, "Not asked for"])).await;
    assert_eq!(world.bob.unread().await, "1");
    let refused = [("filter", "1"), ("rhythm", "now"), ("quiet_from", "soon"), ("quiet_until", "22:00")];
    let page = world.bob.browser.submit("/profile/notifications", "/profile/notifications", &refused).await;
    assert_eq!(page.status, 422, "{}", page.body);
}

#[tokio::test]
async fn who_is_mentioned_is_told_once_whatever_they_chose() {
    let world = World::start().await;
    let new = json!({"title": "Of nobody", "project_id": world.project.id, "description": "Ask @bob."});
    let task = world.ada.rpc.call_for_id("createTask", new).await;
    assert_eq!(world.bob.unread().await, "1");
    assert!(world.bob.browser.get("/notifications").await.body.contains("You are mentioned"));
    let edit =
        |text: &'static str| world.ada.rpc.call("updateTask", json!({"id": task, "description": text}));
    edit("Ask @bob, and be quick.").await;
    assert_eq!(world.bob.unread().await, "1", "he was mentioned before");
    edit("Ask nobody.").await;
    edit("Ask @bob and @ada.").await;
    assert_eq!((world.bob.unread().await, world.ada.unread().await), ("2".to_owned(), "0".to_owned()));
    let comment = world.ada.rpc.call_for_id("createComment", json!([task, world.ada.id, "No idea"])).await;
    world.ada.rpc.call("updateComment", json!([comment, "@bob knows"])).await;
    assert_eq!(world.bob.unread().await, "3");
}

#[tokio::test]
async fn a_comment_for_managers_is_told_to_managers_only() {
    let world = World::start().await;
    let task = world.task_for_bob("Secret").await;
    let hidden = json!([task, world.ada.id, "@bob is late", "", "app-manager"]);
    world.app.rpc().call_for_id("createComment", hidden).await;
    assert_eq!(world.bob.unread().await, "1", "of the task alone");
}

#[tokio::test]
async fn who_left_the_project_reads_no_more_of_it() {
    let world = World::start().await;
    world.task_for_bob("Brakes").await;
    world.app.rpc().call("removeProjectUser", json!([world.project.id, world.bob.id])).await;
    assert!(!world.bob.browser.get("/notifications").await.body.contains("Brakes"));
}

#[tokio::test]
async fn overdue_tasks_are_told_once_a_day_and_old_news_goes() {
    let world = World::start().await;
    let task = world.task_for_bob("Late").await;
    world.ada.rpc.call("updateTask", json!({"id": task, "date_due": "2026-09-22 10:00"})).await;
    world.bob.browser.submit("/notifications", "/notifications/read", &[("last", "1000")]).await;
    assert_eq!(remind_of_overdue(&world.app.app).await.unwrap(), 0, "not yet");
    world.app.clock.advance(Duration::from_secs(2 * DAY));
    assert_eq!(remind_of_overdue(&world.app.app).await.unwrap(), 1);
    assert_eq!(remind_of_overdue(&world.app.app).await.unwrap(), 0, "the same day");
    let list = world.bob.browser.get("/notifications").await.body;
    assert!(list.contains("This task should have been done.") && list.contains("Overdue"), "{list}");
    world.app.clock.advance(Duration::from_secs(DAY));
    assert_eq!(remind_of_overdue(&world.app.app).await.unwrap(), 1);
    assert_eq!(world.bob.unread().await, "1", "it stands there already");

    world.app.clock.advance(Duration::from_secs(40 * DAY));
    forget_notifications(&world.app.app).await.unwrap();
    let kept = world.app.rows::<(String,)>("SELECT reason FROM notifications ORDER BY id").await;
    assert_eq!(kept, [("overdue".to_owned(),)], "what was read is forgotten after 30 days");
}
