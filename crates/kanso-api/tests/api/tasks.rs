use super::*;

#[tokio::test]
async fn a_task_shows_what_it_was_created_with() {
    let api = Api::with_project().await;
    let new = json!({"title": "Design", "project_id": 1, "color_id": "orange", "column_id": "2", "owner_id": 3,
        "date_due": "2026-12-24 10:00", "date_started": "2026-12-01 09:00", "description": "First **draft**",
        "category_id": 2, "score": 5, "priority": 2, "reference": "WEB-1", "tags": ["design", "urgent"],
        "time_estimated": 8});
    assert_eq!(api.call("alice", "createTask", new).await, json!(1));
    let task = json!({"id": 1, "title": "Design", "description": "First **draft**", "date_creation": NOW,
        "color_id": "orange", "project_id": 1, "column_id": 2, "owner_id": 3, "position": 1, "is_active": 1,
        "date_completed": null, "score": 5, "date_due": 1_798_106_400, "category_id": 2, "creator_id": 2,
        "date_modification": NOW, "reference": "WEB-1", "date_started": 1_796_115_600, "time_spent": null,
        "time_estimated": 8, "swimlane_id": 1, "date_moved": NOW, "recurrence_status": 0,
        "recurrence_trigger": 0, "recurrence_factor": 0, "recurrence_timeframe": 0, "recurrence_basedate": 0,
        "recurrence_parent": null, "recurrence_child": null, "priority": 2, "external_provider": null,
        "external_uri": null, "url": "http://localhost/?controller=TaskViewController&action=show&task_id=1",
        "color": {"name": "Orange", "background": "rgb(255, 215, 179)", "border": "rgb(255, 172, 98)"}});
    assert_eq!(api.call("carol", "getTask", json!([1])).await.to_string(), task.to_string());
    assert_eq!(api.call("carol", "getTaskByReference", json!([1, "WEB-1"])).await, task);
    assert_eq!(api.call("carol", "getTaskByReference", json!([1, "NOPE"])).await, json!(null));
    assert_eq!(api.call("carol", "getAllTasks", json!([1])).await, json!([task]));
    assert_eq!(api.call("carol", "getAllTasks", json!([1, 0])).await, json!([]));
    assert_eq!(api.call("carol", "getAllTasks", json!([1, "both"])).await, json!([]));
}

#[tokio::test]
async fn positions_and_explicit_nulls_are_kept_apart_from_defaults() {
    let api = Api::with_project().await;
    let new = json!(["Fix", 1, "red", 1, 0, 0, "2020-01-15 08:30", "Lost", 1, 3, 1, 3]);
    assert_eq!(api.call("alice", "createTask", new).await, json!(1));
    let nulls = json!({"title": "0", "project_id": 1, "score": null, "category_id": null, "priority": null,
        "description": null, "reference": null, "date_due": null, "swimlane_id": null, "color_id": null});
    assert_eq!(api.call("alice", "createTask", nulls).await, json!(2));
    let task = api.call(APPLICATION, "getTask", json!([2])).await;
    for field in ["score", "category_id", "priority", "description", "reference", "date_due"] {
        assert_eq!(task[field], json!(null), "{field}");
    }
    assert_eq!((&task["date_started"], &task["color_id"]), (&json!(0), &json!("yellow")));
    assert_eq!(api.call(APPLICATION, "createTask", json!({"title": "b", "project_id": 1})).await, json!(3));
    let task = api.call(APPLICATION, "getTask", json!([3])).await;
    let defaults = ["score", "category_id", "priority", "date_due", "creator_id", "owner_id"];
    assert_eq!(defaults.map(|field| task[field].as_i64()), [Some(0); 6]);
}

#[tokio::test]
async fn refused_tasks_are_false() {
    let api = Api::with_project().await;
    for (field, value) in [
        ("title", json!("")),
        ("title", json!(true)),
        ("owner_id", json!(4)),
        ("owner_id", json!(999)),
        ("owner_id", json!(null)),
        ("owner_id", json!("0")),
        ("creator_id", json!(5)),
        ("date_due", json!("24.12.2026")),
        ("date_due", json!(1_798_106_400)),
        ("date_due", json!("0")),
        ("score", json!("many")),
        ("score", json!(1.5)),
        ("priority", json!(true)),
        ("swimlane_id", json!(0)),
        ("column_id", json!("first")),
        ("reference", json!("x".repeat(192))),
        ("time_spent", json!("long")),
    ] {
        let mut new = json!({"title": "X", "project_id": 1});
        new[field] = value.clone();
        assert_eq!(api.call("alice", "createTask", new).await, json!(false), "{field} {value}");
    }
    let late = json!({"title": "X", "project_id": 1, "date_due": "2026-01-01", "date_started": "2026-02-01"});
    assert_eq!(api.call(APPLICATION, "createTask", late).await, json!(false));
    let odd = json!({"title": "X", "project_id": 1, "tags": "urgent"});
    assert_eq!(
        api.call("alice", "createTask", odd).await,
        json!({"code": -32602, "message": "Invalid params"})
    );
}

#[tokio::test]
async fn where_nothing_is_created_the_answer_is_zero() {
    let api = Api::with_project().await;
    let lost = json!({"title": "Lost", "project_id": 999});
    assert_eq!(api.call(APPLICATION, "createTask", lost.clone()).await, json!(0));
    assert_eq!(api.call("alice", "createTask", lost).await, forbidden());
    for place in ["column_id", "swimlane_id"] {
        let mut lost = json!({"title": "Lost", "project_id": 1});
        lost[place] = json!(999);
        assert_eq!(api.call("alice", "createTask", lost).await, json!(0), "{place}");
    }
    assert_eq!(api.call("carol", "createTask", json!(["X", 1])).await, forbidden());
}

#[tokio::test]
async fn a_task_is_changed_by_the_values_given() {
    let api = Api::with_project().await;
    api.call(APPLICATION, "createTask", json!(["a", 1])).await;
    for (patch, answer) in [
        (
            json!({"id": 1, "title": "b", "color_id": "teal", "score": "2", "tags": ["x"], "date_due": "2027-01-10"}),
            true,
        ),
        (json!({"id": 1, "owner_id": 2}), true),
        (json!({"id": 1, "owner_id": "0"}), true),
        (json!({"id": 1, "owner_id": ""}), false),
        (json!({"id": 1, "owner_id": 5}), false),
        (json!({"id": 1, "date_due": 0}), false),
        (json!({"id": 1, "date_due": "", "score": "", "time_spent": "1.5"}), true),
        (json!({"id": 1, "title": null}), true),
    ] {
        assert_eq!(api.call("bob", "updateTask", patch.clone()).await, json!(answer), "{patch}");
    }
    let task = api.call(APPLICATION, "getTask", json!([1])).await;
    assert_eq!((&task["title"], &task["color_id"]), (&json!("b"), &json!("teal")));
    assert_eq!((&task["score"], &task["date_due"], &task["time_spent"]), (&json!(0), &json!(0), &json!(1.5)));
    assert_eq!(task["owner_id"], json!(0));
    assert_eq!(api.call(APPLICATION, "updateTask", json!({"id": 999, "title": "c"})).await, json!(false));
    assert_eq!(api.call("bob", "updateTask", json!({"id": 999, "title": "c"})).await, forbidden());
}

#[tokio::test]
async fn tasks_are_moved_closed_opened_and_removed() {
    let api = Api::with_project().await;
    api.call(APPLICATION, "createProject", json!(["Other"])).await;
    for title in ["a", "b"] {
        api.call(APPLICATION, "createTask", json!([title, 1])).await;
    }
    for (method, params, answer) in [
        ("moveTaskPosition", json!([1, 1, 2, 1, 1]), true),
        ("moveTaskPosition", json!([1, 1, 2, 1, 1]), false),
        ("moveTaskPosition", json!([1, 1, 1, 9, 0]), true),
        ("moveTaskPosition", json!([1, 1, 1, 0, 1]), false),
        ("moveTaskPosition", json!([1, 1, 99, 1, 1]), false),
        ("moveTaskPosition", json!([1, 1, 2, 1, 99]), false),
        ("moveTaskPosition", json!([2, 1, 2, 1, 1]), false),
        ("closeTask", json!([1]), true),
        ("closeTask", json!([1]), true),
        ("openTask", json!([1]), true),
        ("openTask", json!([999]), false),
        ("removeTask", json!([1]), true),
        ("removeTask", json!([1]), false),
    ] {
        assert_eq!(api.call(APPLICATION, method, params.clone()).await, json!(answer), "{method} {params}");
    }
    assert_eq!(api.call("bob", "moveTaskPosition", json!([1, 2, 99, 1, 1])).await, json!(false));
    assert_eq!(api.call("bob", "moveTaskPosition", json!([2, 2, 2, 1, 1])).await, json!(false));
    for method in ["closeTask", "openTask", "removeTask"] {
        assert_eq!(api.call("bob", method, json!([1])).await, forbidden(), "{method}");
        assert_eq!(api.call("carol", method, json!([2])).await, forbidden(), "{method}");
    }
}

#[tokio::test]
async fn overdue_tasks_are_listed() {
    let api = Api::with_project().await;
    let late = json!({"title": "Late", "project_id": 1, "owner_id": 3, "date_due": "2020-01-15 08:30"});
    api.call("alice", "createTask", late).await;
    let task = r#"[{"id":1,"title":"Late","date_due":1579077000,"project_id":1,"creator_id":2,"owner_id":3,"project_name":"Website","assignee_username":"bob","assignee_name":"Bob Stone"}]"#;
    assert_eq!(api.call("admin", "getOverdueTasks", json!([])).await.to_string(), task);
    assert_eq!(api.call("carol", "getOverdueTasksByProject", json!([1])).await.to_string(), task);
    assert_eq!(api.call("bob", "getMyOverdueTasks", json!([])).await.to_string(), task);
    assert_eq!(api.call("alice", "getMyOverdueTasks", json!([])).await, json!([]));
    assert_eq!(api.call("alice", "getOverdueTasks", json!([])).await, forbidden());
}
