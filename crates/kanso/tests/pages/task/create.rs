use serde_json::{Value, json};

use super::Desk;
use crate::team::Project;

#[tokio::test]
async fn a_task_is_created_with_everything_at_once() {
    let desk = Desk::new().await;
    let other = Project::create(&desk.rpc).await;
    desk.rpc.call("addProjectUser", json!([other.id, 1, "project-member"])).await;
    let category = desk.rpc.call("createCategory", json!([desk.project.id, "Bug"])).await.to_string();
    let new = format!("/board/{}/new", desk.project.id);
    let (column, swimlane) = (desk.project.columns[1].to_string(), desk.project.swimlane.to_string());
    let copy = other.id.to_string();
    let fields = [
        ("title", "  All of\nit "),
        ("description", "Some *text*"),
        ("column", column.as_str()),
        ("swimlane", swimlane.as_str()),
        ("assignee", "1"),
        ("category", category.as_str()),
        ("color", "green"),
        ("priority", "2"),
        ("score", "5"),
        ("date_due", "2026-10-02T12:30"),
        ("date_started", "2026-10-01"),
        ("estimated", "1:30"),
        ("spent", "0,5"),
        ("reference", " REF-1 "),
        ("tags", "1"),
        ("new_tags", "red, blue,red"),
        ("copy", copy.as_str()),
        ("another", "1"),
    ];
    let made = desk.browser.upload(&new, &new, &fields, &[("note.txt", b"note")]).await;
    assert_eq!(made.status, 303, "{}", made.body);
    let next = made.location.unwrap();
    assert!(next.starts_with(&format!("{new}?column={column}&swimlane={swimlane}&made=")), "{next}");
    let task = next.rsplit('=').next().unwrap().parse::<i64>().unwrap();
    assert!(desk.browser.get(&next).await.body.contains(&format!("Task #{task} was created")));

    let stored = desk.rpc.call("getTask", json!([task])).await;
    let expected = json!({
        "title": "All of it", "description": "Some *text*", "column_id": desk.project.columns[1], "owner_id": 1,
        "color_id": "green", "priority": 2, "score": 5, "reference": "REF-1", "time_estimated": 1.5,
        "time_spent": 0.5, "creator_id": 1,
    });
    for (field, value) in expected.as_object().unwrap() {
        assert_eq!(&stored[field], value, "{field}");
    }
    assert_eq!(stored["category_id"].to_string(), category);
    assert_eq!(stored["date_due"], json!(1_790_944_200));
    let tags = desk.rpc.call("getTaskTags", json!([task])).await;
    let names: Vec<&Value> = tags.as_object().unwrap().values().collect();
    assert_eq!(names, ["red", "blue"]);
    let files = desk.rpc.call("getAllTaskFiles", json!([task])).await;
    assert_eq!(files[0]["name"], json!("note.txt"));
    let copies = desk.rpc.call("getAllTasks", json!([other.id])).await;
    assert_eq!(copies[0]["title"], json!("All of it"));
}

#[tokio::test]
async fn a_refused_form_comes_back_as_it_was_filled_in() {
    let desk = Desk::new().await;
    let new = format!("/board/{}/new", desk.project.id);
    for (field, value, words) in [
        ("title", " ", "Title is needed"),
        ("date_due", "soon", "Due date cannot be read"),
        ("estimated", "long", "Time estimated: this is not one"),
    ] {
        let fields = [("title", "Kept"), ("description", "Kept text"), (field, value)];
        let refused = desk.browser.upload(&new, &new, &fields, &[]).await;
        assert_eq!(refused.status, 422, "{field}");
        assert!(refused.body.contains(words), "{field}: {}", refused.body);
        assert!(refused.body.contains(">\nKept text</textarea>"), "{field}");
    }
    assert_eq!(desk.rpc.call("getAllTasks", json!([desk.project.id])).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_description_begins_with_a_text_of_the_project() {
    let desk = Desk::new().await;
    let (project, texts) = (desk.project.id, format!("/project/{}/texts", desk.project.id));
    let report = [("title", "Report"), ("description", "## What happened")];
    assert_eq!(desk.browser.submit(&texts, &texts, &report).await.status, 303);
    let (new, bulk) = (format!("/board/{project}/new"), format!("/board/{project}/bulk"));
    let form = desk.browser.get(&new).await.body;
    assert!(form.contains("data-text=\"## What happened\""), "{form}");
    let text = form.split("<option value=\"").find(|option| option.contains("data-text")).unwrap();
    let text = text.split('"').next().unwrap();
    desk.browser.upload(&new, &new, &[("title", "Empty"), ("text", text)], &[]).await;
    let typed = [("title", "Typed"), ("text", text), ("description", "Mine")];
    desk.browser.upload(&new, &new, &typed, &[]).await;
    desk.browser.submit(&bulk, &bulk, &[("titles", "One\nTwo"), ("text", text)]).await;
    desk.browser.submit(&bulk, &bulk, &[("titles", "Three"), ("text", "9999")]).await;
    let all = desk.rpc.call("getAllTasks", json!([project])).await;
    let described = |title: &str| {
        let task = all.as_array().unwrap().iter().find(|task| task["title"] == title).unwrap();
        task["description"].as_str().unwrap_or_default().to_owned()
    };
    assert_eq!(["Empty", "One", "Two"].map(described), ["## What happened"; 3]);
    assert_eq!(["Typed", "Three"].map(described), ["Mine", ""]);
}

#[tokio::test]
async fn several_tasks_are_created_a_title_per_line() {
    let desk = Desk::new().await;
    let bulk = format!("/board/{}/bulk", desk.project.id);
    let column = desk.project.columns[2].to_string();
    let fields =
        [("titles", "A\r\n\r\n B \r\nC"), ("column", column.as_str()), ("color", "red"), ("new_tags", "x")];
    assert_eq!(desk.browser.submit(&bulk, &bulk, &fields).await.status, 303);
    let titles: Vec<String> =
        desk.project.column(&desk.rpc, 2).await.into_iter().map(|(title, _)| title).collect();
    assert_eq!(titles, ["A", "B", "C"]);
    let nothing = desk.browser.submit(&bulk, &bulk, &[("titles", " \r\n ")]).await;
    assert_eq!(nothing.status, 422);
    // All or none: the second title is too long.
    let long = format!("D\n{}", "x".repeat(70_000));
    assert_eq!(desk.browser.submit(&bulk, &bulk, &[("titles", long.as_str())]).await.status, 422);
    assert_eq!(desk.rpc.call("getAllTasks", json!([desk.project.id])).await.as_array().unwrap().len(), 4);
}
