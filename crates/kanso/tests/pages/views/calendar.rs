use serde_json::json;

use super::{World, between};

/// The day that the page shows a task on, the first if there are several.
fn days_of(body: &str, title: &str) -> Vec<String> {
    let days = body.split("data-day=\"").skip(1);
    let holds = |day: &&str| day.split("</ul>").next().unwrap_or_default().contains(title);
    days.filter(holds).map(|day| day.split('"').next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_month_shows_tasks_on_the_day_they_are_due_and_on_all_days_in_between() {
    let world = World::new().await;
    let (project, rpc) = (&world.project, &world.rpc);
    let new = |title: &str, start: &str, due: &str| json!({"title": title, "project_id": project.id, "date_started": start, "date_due": due});
    rpc.call("createTask", new("Short", "", "2027-02-10 14:30")).await;
    rpc.call("createTask", new("Long", "2027-02-08 09:00", "2027-02-10 12:00")).await;
    rpc.call("createTask", new("Over the edge", "2027-01-20 09:00", "2027-02-01 12:00")).await;
    rpc.call("createTask", new("Elsewhere", "", "2027-03-10 12:00")).await;
    let month = world.get(&world.path("calendar?day=2027-02-14")).await;
    assert!(month.body.contains("February 2027"));
    assert_eq!(days_of(&month.body, "Short"), ["2027-02-10"]);
    assert!(month.body.contains("14:30"));
    assert_eq!(days_of(&month.body, "Long"), ["2027-02-08", "2027-02-09", "2027-02-10"]);
    assert_eq!(days_of(&month.body, "Over the edge"), ["2027-02-01"]);
    assert!(days_of(&month.body, "Elsewhere").is_empty());
    for link in
        ["mode=month&#38;day=2027-01-14", "mode=month&#38;day=2027-03-14", "mode=week&#38;day=2027-02-14"]
    {
        assert!(month.body.contains(link), "{link}");
    }
    let week = world.get(&world.path("calendar?mode=week&day=2027-02-14")).await;
    assert_eq!(days_of(&week.body, "Long").len(), 3);
    assert!(days_of(&week.body, "Over the edge").is_empty());
    assert!(world.get(&world.path("calendar?day=nonsense&q=status:closed")).await.body.contains("No task"));
}

#[tokio::test]
async fn a_task_carried_to_another_day_keeps_its_time_of_day() {
    let world = World::new().await;
    let due = json!({"title": "Short", "project_id": world.project.id, "date_due": "2027-02-10 14:30"});
    let task = world.rpc.call_for_id("createTask", due).await;
    let path = world.path("calendar?day=2027-02-10");
    let page = world.get(&path).await;
    let seen = between(&page.body, "data-due=\"", "\"").to_owned();
    let carry = format!("/task/{task}/day");
    let moved = world.admin.submit(&path, &carry, &[("day", "2027-02-12"), ("seen", &seen)]).await;
    assert_eq!(moved.status, 303);
    let page = world.get(&path).await;
    assert_eq!(days_of(&page.body, "Short"), ["2027-02-12"]);
    assert!(page.body.contains("14:30"));
    // Who still sees the old date does not overwrite the new one.
    let stale = world.admin.submit(&path, &carry, &[("day", "2027-02-20"), ("seen", &seen)]).await;
    assert_eq!(stale.status, 409);
    let odd = world.admin.submit(&path, &carry, &[("day", "2027-02-31"), ("seen", &seen)]).await;
    assert_eq!(odd.status, 422);
}

#[tokio::test]
async fn a_viewer_carries_nothing() {
    let world = World::new().await;
    let due = json!({"title": "Short", "project_id": world.project.id, "date_due": "2027-02-10 14:30"});
    let task = world.rpc.call_for_id("createTask", due).await;
    crate::team::person(&world.app, &world.project, "vic", Some("project-viewer")).await;
    let vic = world.app.browser();
    vic.sign_in("vic", "vicvic").await;
    let path = world.path("calendar?day=2027-02-10");
    assert!(!vic.get(&path).await.body.contains("data-may-work"));
    let refused =
        vic.submit(&path, &format!("/task/{task}/day"), &[("day", "2027-02-12"), ("seen", "0")]).await;
    assert_eq!(refused.status, 403);
}
