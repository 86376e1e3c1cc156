//! Automatic actions: made, explained, paused, copied, tested, removed, and what they did.

use serde_json::json;

use super::{World, signed_in};
use crate::team::{Project, entries, ids, person};

impl World {
    /// Makes an action over the API, and answers its id.
    async fn acts(&self, rule: &str, event: &str, params: serde_json::Value) -> i64 {
        let name = format!("\\Kanboard\\Action\\{rule}");
        self.app.rpc().call_for_id("createAction", json!([self.project.id, event, name, params])).await
    }

    async fn closes_in(&self, column: usize) -> i64 {
        let params = json!({"column_id": self.project.columns[column]});
        self.acts("TaskCloseColumn", "task.move.column", params).await
    }

    pub(super) async fn body(&self, path: &str) -> String {
        let page = self.ada.get(&self.at(path)).await;
        assert_eq!(page.status, 200, "{path}");
        page.body
    }
}

#[tokio::test]
async fn an_action_is_made_in_two_steps_explained_and_removed() {
    let world = World::start().await;
    let empty = world.body("/actions").await;
    assert!(empty.contains("Nothing happens by itself yet"), "it says what to do next");
    let choose = world.body("/actions/new").await;
    assert_eq!(choose.matches("/actions/new/").count(), 43, "all there are");
    assert!(choose.contains("When a task is moved to “…”, close it."));

    let fill = world.body("/actions/new/TaskCloseColumn").await;
    assert!(fill.contains("<select id=\"column_id\""));
    let column = world.project.columns[3].to_string();
    let new = [("action", "TaskCloseColumn"), ("column_id", column.as_str())];
    let made = world.send("/actions/new", &world.at("/actions/new"), &new).await;
    assert_eq!(made.location, Some(world.at("/actions?done")));
    assert!(world.body("/actions").await.contains("When a task is moved to “Done”, close it."));
    let action = world.app.rpc().call("getActions", json!([world.project.id])).await;
    assert_eq!(entries(&action).next().unwrap()["params"], json!({"column_id": column}));

    let action = ids(&action)[0];
    let remove = world.at(&format!("/actions/{action}/remove"));
    assert_eq!(world.send("/actions", &remove, &[]).await.status, 303);
    assert!(world.body("/actions").await.contains("Nothing happens by itself yet"));
}

#[tokio::test]
async fn what_makes_no_sense_is_refused_and_what_was_typed_stays() {
    let world = World::start().await;
    let send =
        async |fields: &[(&str, &str)]| world.send("/actions/new", &world.at("/actions/new"), fields).await;
    assert_eq!(send(&[("action", "Explode")]).await.status, 422);
    assert_eq!(send(&[("action", "TaskCloseColumn")]).await.status, 422, "no column");
    let days = send(&[("action", "TaskAssignDueDateOnCreation"), ("duration", "soon")]).await;
    assert_eq!(days.status, 422);
    assert!(days.body.contains("value=\"soon\""), "{}", days.body);
    let here = world.project.id.to_string();
    let column = world.project.columns[0].to_string();
    let own = [
        ("action", "TaskDuplicateAnotherProject"),
        ("event", "task.close"),
        ("column_id", column.as_str()),
        ("project_id", here.as_str()),
    ];
    assert_eq!(send(&own).await.status, 422, "a project is no other project");
    let event = [
        ("action", "TaskAssignColorColumn"),
        ("event", "task.close"),
        ("column_id", "1"),
        ("color_id", "red"),
    ];
    assert_eq!(send(&event).await.status, 422, "it does not wait for that");
    assert_eq!(entries(&world.app.rpc().call("getActions", json!([world.project.id])).await).count(), 0);
}

#[tokio::test]
async fn what_names_something_that_is_gone_says_so() {
    let world = World::start().await;
    let params = json!({"column_id": 999});
    let action = world.acts("TaskCloseColumn", "task.move.column", params).await;
    let list = world.body("/actions").await;
    assert!(list.contains("When a task is moved to “(gone)”, close it."), "{list}");
    assert!(list.contains("names something that is gone"));
    assert!(world.body(&format!("/actions/{action}")).await.contains("Remove it and make a new one."));
}

#[tokio::test]
async fn a_paused_action_does_nothing_until_it_goes_on() {
    let world = World::start().await;
    let action = world.closes_in(1).await;
    let turn = async |act: &str| {
        let path = world.at(&format!("/actions/{action}/{act}"));
        assert_eq!(world.send("/actions", &path, &[]).await.status, 303);
    };
    let rpc = world.app.rpc();
    turn("pause").await;
    assert!(world.body("/actions").await.contains("paused"));
    let task = world.project.task(&rpc, 0, "x").await;
    world.project.drag(&rpc, task, 1, 1).await;
    assert_eq!(rpc.call("getTask", json!([task])).await["is_active"], json!(1));
    turn("resume").await;
    world.project.drag(&rpc, task, 0, 1).await;
    world.project.drag(&rpc, task, 1, 1).await;
    assert_eq!(rpc.call("getTask", json!([task])).await["is_active"], json!(0));
}

#[tokio::test]
async fn actions_are_copied_from_a_project_that_one_manages() {
    let world = World::start().await;
    let other = Project::create(&world.app.rpc()).await;
    world.closes_in(1).await;
    let params = json!({"column_id": 999});
    world.acts("TaskCloseColumn", "task.move.column", params).await;
    let copy = format!("/project/{}/actions/copy", other.id);
    let from = world.project.id.to_string();
    let fields = [("from", from.as_str())];
    let stranger = world.send("/actions", &copy, &fields).await;
    assert_eq!(stranger.status, 404, "the other project is not ada's");
    person(&world.app, &other, "bob", Some("project-manager")).await;
    let bob = signed_in(&world.app, "bob", "bobbob").await;
    let home = format!("/project/{}/actions", other.id);
    assert_eq!(bob.submit(&home, &copy, &fields).await.status, 404, "this one is not bob's");

    let both = json!([
        world.project.id,
        world.app.rows::<(i64,)>("SELECT id FROM users WHERE username = 'bob'").await[0].0,
        "project-manager"
    ]);
    world.app.rpc().call("addProjectUser", both).await;
    let copied = bob.submit(&home, &copy, &fields).await;
    assert!(copied.body.contains("1 automatic action was copied."), "{}", copied.body);
    assert!(copied.body.contains("1 names something that is not here"), "{}", copied.body);
    let there = world.app.rpc().call("getActions", json!([other.id])).await;
    let column = other.columns[1].to_string();
    assert_eq!(entries(&there).next().unwrap()["params"], json!({"column_id": column}), "by its name");
}

#[tokio::test]
async fn the_log_says_what_was_done_and_why_it_was_not() {
    let world = World::start().await;
    let (close, other) = (world.closes_in(1).await, world.closes_in(2).await);
    let gone = world
        .acts(
            "TaskAssignSpecificUser",
            "task.move.column",
            json!({"column_id": world.project.columns[1], "user_id": 999}),
        )
        .await;
    assert!(world.body("/actions/log").await.contains("Nothing in the last 30 days"));
    let rpc = world.app.rpc();
    let task = world.project.task(&rpc, 0, "Brakes").await;
    world.project.drag(&rpc, task, 1, 1).await;
    let log = world.body("/actions/log").await;
    for said in
        ["Brakes", ">Done<", "The task is in another column.", "When a task is moved to “Ready”, close it."]
    {
        assert!(log.contains(said), "{said}: {log}");
    }
    let done = world.body(&format!("/actions/{close}")).await;
    assert!(done.contains(">Done<") && !done.contains("The task is in another column."));
    let left = world.body(&format!("/actions/{other}")).await;
    assert!(!left.contains(">Done<") && left.contains("The task is in another column."));
    let gone = world.body(&format!("/actions/{gone}")).await;
    assert!(gone.contains("badge bad"), "{gone}");
}

#[tokio::test]
async fn the_log_is_paged_and_forgets() {
    let world = World::start().await;
    let action = world.closes_in(1).await;
    let rpc = world.app.rpc();
    let task = world.project.task(&rpc, 0, "x").await;
    for _ in 0..17 {
        world.project.drag(&rpc, task, 1, 1).await;
        world.project.drag(&rpc, task, 0, 1).await;
    }
    let first = world.body(&format!("/actions/{action}")).await;
    let older = first.split("?before=").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
    let second = world.body(&format!("/actions/{action}?before={older}")).await;
    let lines = |page: &str| page.matches("<time").count();
    assert_eq!((lines(&first), lines(&second)), (30, 4));
    let days = std::time::Duration::from_secs(31 * 86_400);
    world.app.clock.advance(days);
    kanso_core::action::forget_old_log(&world.app.app).await.unwrap();
    assert!(world.app.rows::<(i64,)>("SELECT id FROM rule_log").await.is_empty());
}

#[tokio::test]
async fn an_action_is_tested_on_what_happened_and_nothing_changes() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let task = world.project.task(&rpc, 0, "Brakes").await;
    world.project.drag(&rpc, task, 1, 1).await;
    let events = world.app.rows::<(i64,)>("SELECT id FROM events WHERE task_id > 0 ORDER BY id").await;
    let [created, moved] = [events[0].0, events[1].0];
    let (close, other) = (world.closes_in(1).await, world.closes_in(2).await);
    let tested =
        async |action: i64, event: i64| world.body(&format!("/actions/{action}?event={event}")).await;
    assert!(tested(close, moved).await.contains("It would have been carried out."));
    assert!(tested(close, created).await.contains("It waits for something else than this event."));
    let unmet = tested(other, moved).await;
    assert!(unmet.contains("It would have done nothing: The task is in another column."), "{unmet}");
    assert_eq!(rpc.call("getTask", json!([task])).await["is_active"], json!(1));
    assert!(world.app.rows::<(i64,)>("SELECT id FROM rule_log").await.is_empty());

    let elsewhere = Project::create(&rpc).await;
    elsewhere.task(&rpc, 0, "secret").await;
    let foreign = world.app.rows::<(i64,)>("SELECT MAX(id) FROM events").await[0].0;
    let page = world.ada.get(&world.at(&format!("/actions/{close}?event={foreign}"))).await;
    assert_eq!(page.status, 404, "another project's event is not there");
}

#[tokio::test]
async fn who_does_not_manage_the_project_changes_no_action() {
    let world = World::start().await;
    let action = world.closes_in(1).await;
    person(&world.app, &world.project, "member", Some("project-member")).await;
    let member = signed_in(&world.app, "member", "membermember").await;
    let other = Project::create(&world.app.rpc()).await;
    person(&world.app, &other, "bob", Some("project-manager")).await;
    let bob = signed_in(&world.app, "bob", "bobbob").await;
    let page = world.at(&format!("/actions/{action}"));
    assert_eq!(member.get(&page).await.status, 403);
    assert_eq!(bob.get(&page).await.status, 404);
    assert_eq!(bob.get(&format!("/project/{}/actions/{action}", other.id)).await.status, 404);
    for act in ["pause", "resume", "remove"] {
        assert_eq!(member.submit("/", &format!("{page}/{act}"), &[]).await.status, 403, "{act}");
        assert_eq!(bob.submit("/", &format!("{page}/{act}"), &[]).await.status, 404, "{act}");
        let by_own = format!("/project/{}/actions/{action}/{act}", other.id);
        assert_eq!(bob.submit("/", &by_own, &[]).await.status, 404, "{act}");
    }
    assert_eq!(ids(&world.app.rpc().call("getActions", json!([world.project.id])).await), [action]);
}

#[tokio::test]
async fn all_there_are_in_words() {
    let world = World::start().await;
    let choose = world.body("/actions/new").await;
    let links = choose.split("/actions/new/").skip(1);
    let said: Vec<String> = links
        .map(|link| {
            let (name, rest) = link.split_once("\">").unwrap();
            format!("{name}: {}", rest.split('<').next().unwrap())
        })
        .collect();
    insta::assert_snapshot!(said.join("\n"));
}

#[tokio::test]
async fn an_action_is_changed_in_the_form_that_made_it() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let action = world.closes_in(3).await;
    let (here, edit) = (format!("/actions/{action}"), world.at(&format!("/actions/{action}/edit")));
    let third = world.project.columns[3];
    assert!(world.body(&format!("{here}/edit")).await.contains(&format!("value=\"{third}\" selected")));
    let second = world.project.columns[2].to_string();
    let saved = world.send(&here, &edit, &[("column_id", second.as_str())]).await;
    assert_eq!(saved.location, Some(world.at(&format!("{here}?done=1"))), "{}", saved.body);
    let stored = rpc.call("getActions", json!([world.project.id])).await;
    let stored = entries(&stored).next().unwrap();
    assert_eq!((&stored["id"], &stored["params"]), (&json!(action), &json!({"column_id": second})));
    let task = world.project.task(&rpc, 0, "x").await;
    world.project.drag(&rpc, task, 2, 1).await;
    assert_eq!(rpc.call("getTask", json!([task])).await["is_active"], json!(0));
    assert_eq!(world.send(&here, &edit, &[("column_id", "")]).await.status, 422);
    let stranger = signed_in(&world.app, "admin", kanso_testkit::ADMIN_PASSWORD).await;
    let other = Project::create(&rpc).await;
    let elsewhere = format!("/project/{}/actions/{action}/edit", other.id);
    assert_eq!(stranger.get(&elsewhere).await.status, 404, "it is another project's");
}
