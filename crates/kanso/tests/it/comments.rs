//! Comments: who may write, read, change and remove them.

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, ids, int, person};

/// A project with a task, a plain member `eve`, and an administrator and a manager of the application who are
/// members too.
struct Team {
    app: TestApp,
    rpc: Rpc,
    task: i64,
    eve: (i64, Rpc),
    manager: (i64, Rpc),
    admin: Rpc,
}

impl Team {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        let task = project.task(&rpc, 0, "x").await;
        let eve = person(&app, &project, "eve", Some("project-member")).await;
        let new = json!({"username": "max", "password": "maxmax", "name": "Max", "email": "max@example.org",
            "role": "app-manager"});
        let manager = rpc.call_for_id("createUser", new).await;
        for member in [1, manager] {
            rpc.call("addProjectUser", json!([project.id, member])).await;
        }
        let (manager, admin) = ((manager, app.rpc_as("max", "maxmax")), app.rpc_as("admin", ADMIN_PASSWORD));
        Self { app, rpc, task, eve, manager, admin }
    }

    /// A comment by the administrator for those with a role in the application.
    async fn by_admin_for(&self, visibility: &str) -> i64 {
        let new =
            json!({"task_id": self.task, "user_id": 1, "content": visibility, "visibility": visibility});
        self.admin.call_for_id("createComment", new).await
    }
}

async fn get(rpc: &Rpc, comment: i64) -> Value {
    rpc.call("getComment", json!([comment])).await
}

#[tokio::test]
async fn a_comment_alone_has_a_reference_and_in_a_list_has_none() {
    let Team { app, rpc, task, manager: (max, max_rpc), .. } = Team::start().await;
    let new = json!([task, max, "Looks **good**", "mail-17", "app-manager"]);
    let comment = max_rpc.call_for_id("createComment", new).await;
    insta::assert_json_snapshot!(get(&rpc, comment).await, @r#"
    {
      "id": 1,
      "task_id": 1,
      "user_id": 3,
      "date_creation": 1790000000,
      "date_modification": 1790000000,
      "comment": "Looks **good**",
      "reference": "mail-17",
      "visibility": "app-manager",
      "username": "max",
      "name": "Max",
      "email": "max@example.org",
      "avatar_path": null
    }
    "#);
    app.clock.advance(Duration::from_secs(60));
    let anonymous = rpc.call_for_id("createComment", json!([task, 0, "second"])).await;
    // Whether the author exists is not asked.
    let nobodys = rpc.call_for_id("createComment", json!([task, 999, "third"])).await;
    let list = rpc.call("getAllComments", json!([task])).await;
    assert_eq!(ids(&list), [comment, anonymous, nobodys], "oldest first");
    insta::assert_json_snapshot!(list[0], @r#"
    {
      "id": 1,
      "date_creation": 1790000000,
      "date_modification": 1790000000,
      "task_id": 1,
      "user_id": 3,
      "comment": "Looks **good**",
      "visibility": "app-manager",
      "username": "max",
      "name": "Max",
      "email": "max@example.org",
      "avatar_path": null
    }
    "#);
    let second = get(&rpc, anonymous).await;
    assert_eq!((&second["reference"], &second["visibility"]), (&json!(""), &json!("app-user")));
    assert_eq!(
        (&second["user_id"], &second["username"], &second["email"]),
        (&json!(0), &json!(null), &json!(null))
    );
}

#[tokio::test]
async fn what_is_not_valid_is_refused_with_false() {
    let Team { app: _app, rpc, task, eve: (eve, eves_rpc), .. } = Team::start().await;
    for (rpc, refused) in [
        (&rpc, json!([task, eve, ""])),
        (&rpc, json!([task, eve, "text", "é".repeat(192)])),
        (&rpc, json!([task, eve, "text", "", "everybody"])),
        (&rpc, json!([task, eve, "text", "", ""])),
        (&rpc, json!([999, eve, "text"])),
        // In the name of others, or for those above.
        (&eves_rpc, json!([task, 1, "text"])),
        (&eves_rpc, json!([task, 0, "text"])),
        (&eves_rpc, json!([task, eve, "text", "", "app-manager"])),
        (&eves_rpc, json!([task, eve, "text", "", "app-admin"])),
    ] {
        assert_eq!(rpc.call("createComment", refused.clone()).await, json!(false), "{refused}");
    }
    assert_eq!(rpc.call("getAllComments", json!([task])).await, json!([]));
    let long = json!([task, eve, "text", "é".repeat(191), "app-admin"]);
    rpc.call_for_id("createComment", long).await;
    for (method, params, answer) in [
        ("getComment", json!([999]), json!(null)),
        ("getAllComments", json!([999]), json!([])),
        ("updateComment", json!([999, "text"]), json!(true)),
        ("updateComment", json!([1, ""]), json!(false)),
        ("removeComment", json!([999]), json!(false)),
    ] {
        assert_eq!(rpc.call(method, params.clone()).await, answer, "{method} {params}");
    }
}

#[tokio::test]
async fn a_comment_is_read_by_those_it_is_for() {
    let team = Team::start().await;
    let mut comments = Vec::new();
    for visibility in ["app-user", "app-manager", "app-admin"] {
        comments.push(team.by_admin_for(visibility).await);
    }
    for (who, rpc, visible) in [
        ("eve", &team.eve.1, 1),
        ("max", &team.manager.1, 2),
        ("admin", &team.admin, 3),
        ("all", &team.rpc, 3),
    ] {
        assert_eq!(ids(&rpc.call("getAllComments", json!([team.task])).await), comments[..visible], "{who}");
        for (n, comment) in comments.iter().enumerate() {
            let status = rpc.try_call("getComment", json!([comment])).await.status;
            assert_eq!(status, if n < visible { 200 } else { 403 }, "{who} {n}");
        }
    }
    // Writing is limited in the same way, before it is asked who the author is.
    for hidden in &comments[1..] {
        for (method, params) in [("updateComment", json!([hidden, "x"])), ("removeComment", json!([hidden]))]
        {
            assert_eq!(team.eve.1.try_call(method, params).await.status, 403, "{method}");
        }
    }
    assert_eq!(ids(&team.rpc.call("getAllComments", json!([team.task])).await), comments);
}

#[tokio::test]
async fn only_the_author_changes_and_removes_a_comment() {
    let team = Team::start().await;
    let (eve, eves_rpc) = &team.eve;
    let comment = eves_rpc.call_for_id("createComment", json!([team.task, eve, "first"])).await;
    let mut expected = get(&team.rpc, comment).await;
    for (who, other) in [("max", &team.manager.1), ("admin", &team.admin)] {
        assert_eq!(other.call("updateComment", json!([comment, "Changed"])).await, json!(false), "{who}");
        assert_eq!(other.call("removeComment", json!([comment])).await, json!(false), "{who}");
    }
    assert_eq!(get(&team.rpc, comment).await, expected);
    for (text, rpc) in [("by eve", eves_rpc), ("by the application", &team.rpc)] {
        team.app.clock.advance(Duration::from_secs(60));
        assert_eq!(rpc.call("updateComment", json!([comment, text])).await, json!(true), "{text}");
        expected["comment"] = json!(text);
        expected["date_modification"] = json!(int(&expected["date_modification"]) + 60);
        assert_eq!(get(&team.rpc, comment).await, expected);
    }
    assert_eq!(eves_rpc.call("removeComment", json!([comment])).await, json!(true));
    assert_eq!(get(&team.rpc, comment).await, json!(null));
    let another = eves_rpc.call_for_id("createComment", json!([team.task, eve, "second"])).await;
    assert_eq!(team.rpc.call("removeComment", json!([another])).await, json!(true), "the application may");
}

#[tokio::test]
async fn each_act_on_a_comment_is_an_event() {
    let Team { app, rpc, task, .. } = Team::start().await;
    let receiver = app.receiver().await;
    let comment = rpc.call_for_id("createComment", json!([task, 0, "text"])).await;
    rpc.call("updateComment", json!([comment, "text"])).await;
    rpc.call("updateComment", json!([999, "text"])).await;
    rpc.call("createComment", json!([task, 0, ""])).await;
    rpc.call("removeComment", json!([comment])).await;
    rpc.call("removeComment", json!([comment])).await;
    app.settle().await;
    assert_eq!(receiver.names(), ["comment.create", "comment.update", "comment.delete"]);
}

#[tokio::test]
async fn a_comment_changed_in_another_tab_is_not_overwritten() {
    let team = Team::start().await;
    let (eve, rpc) = &team.eve;
    let comment = rpc.call_for_id("createComment", json!([team.task, eve, "one\ntwo "])).await;
    let (page, form) = (format!("/task/{}", team.task), format!("/comment/{comment}"));
    let browser = team.app.browser();
    browser.sign_in("eve", "eveeve").await;
    let edit = async |seen: &str, text: &str| {
        browser.submit(&page, &form, &[("seen", seen), ("comment", text)]).await.status
    };
    assert_eq!(edit("one\r\ntwo ", "three").await, 303);
    assert_eq!(edit("one\r\ntwo ", "four").await, 409);
    assert_eq!(rpc.call("getComment", json!([comment])).await["comment"], "three");
}
