use super::*;

async fn titles(api: &Api) -> Vec<String> {
    let columns = api.call("carol", "getColumns", json!([1])).await;
    let titles =
        columns.as_array().unwrap().iter().map(|column| column["title"].as_str().unwrap().to_owned());
    titles.collect()
}

#[tokio::test]
async fn columns_are_added_moved_changed_and_removed() {
    let api = Api::with_project().await;
    let review = json!({"project_id": 1, "title": "Review", "task_limit": 3, "description": "Wait"});
    assert_eq!(api.call("alice", "addColumn", review).await, json!(5));
    for (method, params, answer) in [
        ("addColumn", json!([1, "Review"]), json!(false)),
        ("addColumn", json!([999, "Review"]), json!(false)),
        ("changeColumnPosition", json!([1, 5, 4]), json!(true)),
        ("changeColumnPosition", json!([1, 5, 99]), json!(false)),
        ("changeColumnPosition", json!([1, 99, 1]), json!(false)),
        ("updateColumn", json!([5, "In review", 4, "Peers"]), json!(true)),
        ("updateColumn", json!([5, "Backlog"]), json!(false)),
        ("updateColumn", json!([999, "Ghost"]), json!(true)),
        ("removeColumn", json!([999]), json!(false)),
        ("getColumn", json!([999]), json!(null)),
    ] {
        assert_eq!(api.call(APPLICATION, method, params.clone()).await, answer, "{method} {params}");
    }
    assert_eq!(titles(&api).await, ["Backlog", "Ready", "Work in progress", "In review", "Done"]);
    let column = r#"{"id":5,"title":"In review","position":4,"project_id":1,"task_limit":4,"description":"Peers","hide_in_dashboard":0}"#;
    assert_eq!(api.call("carol", "getColumn", json!([5])).await.to_string(), column);
    for (method, params) in [("getColumn", json!([999])), ("updateColumn", json!([999, "a"]))] {
        assert_eq!(api.call("alice", method, params).await, forbidden());
    }
    api.call("bob", "createTask", json!({"title": "a", "project_id": 1, "column_id": 5})).await;
    assert_eq!(api.call("alice", "removeColumn", json!([5])).await, json!(false));
    assert_eq!(api.call("alice", "removeColumn", json!([4])).await, json!(true));
}

#[tokio::test]
async fn swimlanes_are_added_moved_hidden_and_removed() {
    let api = Api::with_project().await;
    for (method, params, answer) in [
        ("addSwimlane", json!([1, "Content", "Texts"]), json!(2)),
        ("addSwimlane", json!([1, "Expedite"]), json!(3)),
        ("addSwimlane", json!([1, "Content"]), json!(false)),
        ("addSwimlane", json!([999, "Content"]), json!(0)),
        ("getSwimlane", json!([999]), json!(null)),
        ("getSwimlaneById", json!([999]), json!(null)),
        ("getSwimlaneByName", json!([1, "Nope"]), json!(null)),
        ("changeSwimlanePosition", json!([1, 3, 1]), json!(true)),
        ("changeSwimlanePosition", json!([1, 3, 9]), json!(false)),
        ("updateSwimlane", json!([1, 2, "Content work"]), json!(true)),
        ("updateSwimlane", json!([1, 2, "Expedite"]), json!(false)),
        ("updateSwimlane", json!([1, 99, "X"]), json!(false)),
        ("disableSwimlane", json!([1, 3]), json!(true)),
        ("disableSwimlane", json!([1, 999]), json!(true)),
        ("enableSwimlane", json!([1, 999]), json!(true)),
        ("removeSwimlane", json!([1, 999]), json!(false)),
    ] {
        assert_eq!(api.call(APPLICATION, method, params.clone()).await, answer, "{method} {params}");
    }
    let swimlane = json!({"id": 2, "name": "Content work", "position": 2, "is_active": 1, "project_id": 1,
        "description": "Texts", "task_limit": 0});
    assert_eq!(api.call("carol", "getSwimlane", json!([2])).await.to_string(), swimlane.to_string());
    let active = api.call("carol", "getActiveSwimlanes", json!([1])).await;
    assert_eq!(active.as_array().unwrap().len(), 2);
    assert_eq!(api.call("alice", "getSwimlaneByName", json!([1, "Nope"])).await, json!(null));
    assert_eq!(api.call("alice", "updateSwimlane", json!([1, 99, "X"])).await, json!(false));
    assert_eq!(api.call("bob", "removeSwimlane", json!([1, 3])).await, forbidden());
    assert_eq!(api.call("alice", "removeSwimlane", json!([1, 3])).await, json!(true));
}

#[tokio::test]
async fn a_board_sums_up_its_tasks() {
    let api = Api::with_project().await;
    api.call(APPLICATION, "addSwimlane", json!([1, "Content"])).await;
    for (title, column, swimlane, score) in [("a", 1, 1, 2), ("b", 1, 1, 3), ("c", 1, 2, 5), ("d", 2, 2, 0)] {
        let new = json!({"title": title, "project_id": 1, "column_id": column, "swimlane_id": swimlane,
            "score": score, "owner_id": 3, "time_estimated": 8});
        assert!(api.call("alice", "createTask", new).await.is_i64());
    }
    api.call("alice", "closeTask", json!([2])).await;
    let board = api.call("bob", "getBoard", json!([1])).await;
    let first = &board[0]["columns"][0];
    let sums = [
        "nb_open_tasks",
        "nb_tasks",
        "score",
        "column_nb_open_tasks",
        "nb_visible_tasks_across_swimlane",
        "nb_unfiltered_tasks_across_swimlane",
        "cumulative_score_across_swimlane",
    ];
    assert_eq!(sums.map(|name| first[name].as_i64().unwrap()), [2, 2, 5, 2, 3, 2, 10]);
    let sums = ["nb_swimlanes", "nb_columns", "nb_tasks", "score"];
    assert_eq!(sums.map(|name| board[0][name].as_i64().unwrap()), [2, 4, 2, 5]);
    assert_eq!(sums.map(|name| board[1][name].as_i64().unwrap()), [2, 4, 2, 5]);
    let task = json!({"nb_comments": 0, "nb_files": 0, "nb_subtasks": 0, "nb_completed_subtasks": 0,
        "nb_links": 0, "nb_external_links": 0, "is_milestone": null, "id": 1, "reference": "", "title": "a",
        "description": "", "date_creation": NOW, "date_modification": NOW, "date_completed": null,
        "date_started": 0, "date_due": 0, "color_id": "yellow", "project_id": 1, "column_id": 1,
        "swimlane_id": 1, "owner_id": 3, "creator_id": 2, "position": 1, "is_active": 1, "score": 2,
        "category_id": 0, "priority": 0, "date_moved": NOW, "recurrence_status": 0, "recurrence_trigger": 0,
        "recurrence_factor": 0, "recurrence_timeframe": 0, "recurrence_basedate": 0,
        "recurrence_parent": null, "recurrence_child": null, "time_estimated": 8, "time_spent": null,
        "assignee_username": "bob", "assignee_name": "Bob Stone", "assignee_email": "",
        "assignee_avatar_path": null, "category_name": null, "category_description": null,
        "category_color_id": null, "column_name": "Backlog", "column_position": 1,
        "swimlane_name": "Default swimlane", "project_name": "Website", "tags": [], "is_draggable": true});
    assert_eq!(first["tasks"][0].to_string(), task.to_string());
    let draggable = async |user| {
        let board = api.call(user, "getBoard", json!([1])).await;
        [0, 1].map(|place| board[0]["columns"][0]["tasks"][place]["is_draggable"].as_bool().unwrap())
    };
    assert_eq!(draggable("bob").await, [true, false], "open tasks only");
    assert_eq!(draggable("carol").await, [false, false]);
    assert_eq!(draggable(APPLICATION).await, [false, false]);
}

#[tokio::test]
async fn a_board_without_swimlanes_is_an_empty_list() {
    let api = Api::with_project().await;
    api.call(APPLICATION, "disableSwimlane", json!([1, 1])).await;
    assert_eq!(api.call("bob", "getBoard", json!([1])).await, json!([]));
    assert_eq!(api.call("bob", "createTask", json!(["a", 1])).await, json!(0));
}
