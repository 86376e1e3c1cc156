use std::time::Duration;

use kanso_testkit::Page;
use serde_json::{Value, json};

use super::Desk;

impl Desk {
    /// Title, status, assignee and spent hours of each subtask, in order.
    async fn subtasks(&self) -> Value {
        let all = self.rpc.call("getAllSubtasks", json!([self.task])).await;
        let row = |one: &Value| json!([one["title"], one["status"], one["user_id"], one["time_spent"]]);
        all.as_array().unwrap().iter().map(row).collect()
    }

    async fn subtask(&self, at: usize) -> String {
        let all = self.rpc.call("getAllSubtasks", json!([self.task])).await;
        format!("/subtask/{}", all[at]["id"])
    }

    async fn with_subtasks() -> Self {
        let desk = Self::new().await;
        let fields = [("titles", " One \r\n\r\nTwo\r\nThree"), ("user", "0"), ("estimated", "1:30")];
        desk.done(&desk.path("/subtask"), &fields).await;
        desk
    }
}

#[tokio::test]
async fn several_subtasks_are_added_a_title_per_line() {
    let desk = Desk::with_subtasks().await;
    assert_eq!(desk.subtasks().await, json!([["One", 0, 0, 0], ["Two", 0, 0, 0], ["Three", 0, 0, 0]]));
    assert_eq!(desk.stored().await["time_estimated"], json!(4.5));
    let refused = desk.send(&desk.path("/subtask"), &[("titles", "Kept"), ("estimated", "soon")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains(">\nKept</textarea>"), "what was typed is there");
    assert_eq!(desk.subtasks().await.as_array().unwrap().len(), 3);
}

#[tokio::test]
async fn a_click_takes_a_free_subtask_and_runs_its_timer_until_it_is_done() {
    let desk = Desk::with_subtasks().await;
    let turn = format!("{}/turn", desk.subtask(0).await);
    desk.done(&turn, &[]).await;
    assert_eq!(desk.subtasks().await[0], json!(["One", 1, 1, 0]));
    desk.app.clock.advance(Duration::from_secs(90 * 60));
    desk.done(&turn, &[]).await;
    assert_eq!(desk.subtasks().await[0], json!(["One", 2, 1, 1.5]));
    desk.done(&turn, &[]).await;
    assert_eq!(desk.subtasks().await[0], json!(["One", 0, 1, 1.5]));
    let times = desk.browser.get(&desk.path("/times")).await;
    assert!(times.body.contains("1.50"), "{}", times.body);
}

#[tokio::test]
async fn the_timer_is_started_and_stopped_beside_a_subtask() {
    let desk = Desk::with_subtasks().await;
    let timer = format!("{}/timer", desk.subtask(1).await);
    desk.done(&timer, &[]).await;
    desk.app.clock.advance(Duration::from_secs(3_600));
    assert!(desk.page().await.body.contains("Stop the timer"));
    desk.done(&timer, &[]).await;
    assert_eq!(desk.subtasks().await[1], json!(["Two", 0, 0, 1]));
}

#[tokio::test]
async fn where_one_at_a_time_is_the_rule_it_is_asked_what_becomes_of_the_other() {
    let desk = Desk::with_subtasks().await;
    desk.app.set("subtask_restriction", "1").await;
    let (one, two) = (desk.subtask(0).await, desk.subtask(1).await);
    desk.done(&format!("{one}/turn"), &[]).await;
    let asked: Page = desk.send(&format!("{two}/turn"), &[]).await;
    assert_eq!(asked.status, 409);
    assert!(asked.body.contains("you have One of"), "{}", asked.body);
    assert_eq!(desk.subtasks().await[1], json!(["Two", 0, 0, 0]), "nothing was changed");
    let first = one.trim_start_matches("/subtask/").to_owned();
    desk.done(&format!("{two}/turn"), &[("finish", first.as_str())]).await;
    assert_eq!(desk.subtasks().await, json!([["One", 2, 1, 0], ["Two", 1, 1, 0], ["Three", 0, 0, 0]]));
    let second = two.trim_start_matches("/subtask/").to_owned();
    desk.done(&format!("{}/turn", desk.subtask(2).await), &[("put_back", second.as_str())]).await;
    assert_eq!(desk.subtasks().await, json!([["One", 2, 1, 0], ["Two", 0, 1, 0], ["Three", 1, 1, 0]]));
}

#[tokio::test]
async fn a_subtask_is_changed_moved_and_removed() {
    let desk = Desk::with_subtasks().await;
    let last = desk.subtask(2).await;
    let fields = [("title", " Third "), ("user", "1"), ("estimated", "2"), ("spent", "0,5")];
    desk.done(&last, &fields).await;
    desk.done(&format!("{last}/move"), &[("position", "1")]).await;
    assert_eq!(desk.subtasks().await, json!([["Third", 0, 1, 0.5], ["One", 0, 0, 0], ["Two", 0, 0, 0]]));
    let all = desk.rpc.call("getAllSubtasks", json!([desk.task])).await;
    let positions: Vec<&Value> = all.as_array().unwrap().iter().map(|one| &one["position"]).collect();
    assert_eq!(positions, [1, 2, 3]);
    desk.done(&format!("{last}/remove"), &[]).await;
    assert_eq!(desk.stored().await["time_estimated"], json!(3));
}

#[tokio::test]
async fn a_subtask_becomes_a_task_of_its_own() {
    let desk = Desk::with_subtasks().await;
    let made = desk.send(&format!("{}/convert", desk.subtask(1).await), &[]).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let task = made.location.unwrap().trim_start_matches("/task/").parse::<i64>().unwrap();
    let stored = desk.rpc.call("getTask", json!([task])).await;
    assert_eq!(stored["title"], json!("Two"));
    assert_eq!(
        (&stored["column_id"], &stored["time_estimated"]),
        (&json!(desk.project.columns[0]), &json!(1.5))
    );
    assert_eq!(desk.subtasks().await.as_array().unwrap().len(), 2);
    let links = desk.rpc.call("getAllTaskLinks", json!([desk.task])).await;
    assert_eq!((&links[0]["label"], &links[0]["task_id"]), (&json!("is a parent of"), &json!(task)));
}
