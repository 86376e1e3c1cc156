use super::*;

#[tokio::test]
async fn people_write_for_themselves() {
    let api = Api::with_project().await;
    api.call(APPLICATION, "createTask", json!(["a", 1])).await;
    let own = json!({"task_id": 1, "user_id": 3, "content": "Looks **good**", "reference": "mail-17"});
    assert_eq!(api.call("bob", "createComment", own).await, json!(1));
    let secret = json!({"task_id": 1, "user_id": 2, "content": "Budget", "visibility": "app-admin"});
    assert_eq!(api.call(APPLICATION, "createComment", secret).await, json!(2));
    for (user, params) in [
        ("bob", json!([1, 2, "Spoof"])),
        ("bob", json!({"task_id": 1, "user_id": 3, "content": "S", "visibility": "app-admin"})),
        ("bob", json!({"task_id": 1, "user_id": 3, "content": "S", "visibility": "all"})),
        (APPLICATION, json!([1, 2, ""])),
        (APPLICATION, json!([999, 2, "Lost"])),
        (APPLICATION, json!([1, "someone", "a"])),
    ] {
        assert_eq!(api.call(user, "createComment", params.clone()).await, json!(false), "{params}");
    }
    let comment = json!({"id": 1, "task_id": 1, "user_id": 3, "date_creation": NOW, "date_modification": NOW,
        "comment": "Looks **good**", "reference": "mail-17", "visibility": "app-user", "username": "bob",
        "name": "Bob Stone", "email": "", "avatar_path": null});
    assert_eq!(api.call("carol", "getComment", json!([1])).await.to_string(), comment.to_string());
    let listed = json!([{"id": 1, "date_creation": NOW, "date_modification": NOW, "task_id": 1, "user_id": 3,
        "comment": "Looks **good**", "visibility": "app-user", "username": "bob", "name": "Bob Stone",
        "email": "", "avatar_path": null}]);
    assert_eq!(api.call("carol", "getAllComments", json!([1])).await.to_string(), listed.to_string());
    let all = api.call(APPLICATION, "getAllComments", json!([1])).await;
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!(api.call("bob", "getComment", json!([2])).await, forbidden());
}

#[tokio::test]
async fn only_authors_change_and_remove() {
    let api = Api::with_project().await;
    api.call(APPLICATION, "createTask", json!(["a", 1])).await;
    api.call("bob", "createComment", json!([1, 3, "One"])).await;
    for (user, method, params, answer) in [
        ("bob", "updateComment", json!({"id": 1, "content": "Two"}), json!(true)),
        ("alice", "updateComment", json!([1, "Three"]), json!(false)),
        (APPLICATION, "updateComment", json!([1, ""]), json!(false)),
        (APPLICATION, "updateComment", json!([999, "a"]), json!(true)),
        ("bob", "updateComment", json!([999, "a"]), forbidden()),
        ("alice", "removeComment", json!([1]), json!(false)),
        ("carol", "removeComment", json!([1]), forbidden()),
        ("bob", "removeComment", json!([1]), json!(true)),
        (APPLICATION, "removeComment", json!([1]), json!(false)),
        (APPLICATION, "getComment", json!([1]), json!(null)),
        (APPLICATION, "getAllComments", json!([999]), json!([])),
    ] {
        assert_eq!(api.call(user, method, params.clone()).await, answer, "{user} {method} {params}");
    }
}
