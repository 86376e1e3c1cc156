//! Composed rules: any event, a filter, several deeds, and the rights of who made them.

mod filters;

use kanso_core::Actor;
use kanso_core::endpoint::{NewEndpoint, create_endpoint};
use kanso_core::role::{create_role, restrict_role};
use kanso_domain::{Block, Restrictions};
use serde_json::{Value, json};

use super::World;
use crate::team::{Project, entries, ids, person};

impl World {
    /// Composes a rule as ada, and answers its id.
    async fn composed(&self, events: &[&str], filter: &str, deeds: &[(&str, &str)]) -> i64 {
        let sent = self.compose(events, filter, deeds).await;
        assert_eq!(sent.status, 303, "{}", sent.body);
        self.app.rows::<(i64,)>("SELECT MAX(id) FROM actions").await[0].0
    }

    async fn compose(&self, events: &[&str], filter: &str, deeds: &[(&str, &str)]) -> kanso_testkit::Page {
        let mut fields: Vec<(&str, &str)> = events.iter().map(|event| ("event", *event)).collect();
        fields.push(("filter", filter));
        fields.extend(deeds.iter().flat_map(|(deed, text)| [("deed", *deed), ("text", *text)]));
        self.send("/actions/compose", &self.at("/actions/compose"), &fields).await
    }

    async fn field(&self, task: i64, name: &str) -> Value {
        self.app.rpc().call("getTask", json!([task])).await[name].clone()
    }

    /// What the log says of an action, newest first.
    async fn outcomes(&self, action: i64) -> Vec<String> {
        const LOG: &str =
            "SELECT action_id, outcome FROM rule_log WHERE action_id IS NOT NULL ORDER BY id DESC";
        let log = self.app.rows::<(i64, String)>(LOG).await;
        log.into_iter().filter(|(of, _)| *of == action).map(|(_, outcome)| outcome).collect()
    }

    async fn of_ada(&self) -> i64 {
        self.app.rows::<(i64,)>("SELECT id FROM users WHERE username = 'ada'").await[0].0
    }
}

#[tokio::test]
async fn what_happens_to_tasks_and_their_parts_is_offered_and_nothing_else() {
    let world = World::start().await;
    let page = world.ada.get(&world.at("/actions/compose")).await.body;
    let offered: Vec<&str> =
        page.split("name=\"event\" value=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(offered.contains(&"task.restore") && offered.contains(&"subtask.create"), "{offered:?}");
    assert!(
        !offered.iter().any(|name| name.starts_with("project.") || name.starts_with("column.")),
        "{offered:?}"
    );
}

#[tokio::test]
async fn a_rule_does_everything_it_says_when_its_filter_finds_the_task() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let (ada, third) = (world.of_ada().await, world.project.columns[2]);
    let (column, assign) = (format!("column:{third}"), format!("assign:{ada}"));
    let first = [("color:red", ""), (assign.as_str(), ""), ("due", "3"), ("comment", "Look at this")];
    let paint = world.composed(&["comment.create"], "title:brakes", &first).await;
    let second = [("subtask", "Oil"), ("tag", "urgent"), ("score", "5"), (column.as_str(), "")];
    let move_on = world.composed(&["task.update"], "color:red", &second).await;
    let (brakes, other) =
        (world.project.task(&rpc, 0, "Brakes").await, world.project.task(&rpc, 0, "Lights").await);
    for task in [brakes, other] {
        let said = json!({"task_id": task, "user_id": 1, "content": "Hello"});
        rpc.call("createComment", said).await;
    }
    let wanted = [
        ("color_id", json!("red")),
        ("owner_id", json!(ada)),
        ("score", json!(5)),
        ("column_id", json!(third)),
    ];
    for (field, value) in wanted {
        assert_eq!(world.field(brakes, field).await, value, "{field}");
    }
    assert_eq!(world.field(other, "color_id").await, json!("yellow"));
    let comments = rpc.call("getAllComments", json!([brakes])).await;
    let written: Vec<(&Value, &Value)> =
        entries(&comments).map(|said| (&said["comment"], &said["user_id"])).collect();
    assert_eq!(
        written,
        [(&json!("Hello"), &json!(1)), (&json!("Look at this"), &json!(ada))],
        "by its owner"
    );
    let subtasks = rpc.call("getAllSubtasks", json!([brakes])).await;
    assert_eq!(entries(&subtasks).next().unwrap()["title"], json!("Oil"));
    assert!(rpc.call("getTaskTags", json!([brakes])).await.to_string().contains("urgent"));
    assert!(world.outcomes(paint).await.contains(&"done".to_owned()));
    assert!(world.outcomes(move_on).await.contains(&"done".to_owned()));
    let page = world.body(&format!("/actions/{paint}")).await;
    assert!(page.contains("The filter does not find the task."), "{page}");
}

#[tokio::test]
async fn a_rule_closes_opens_and_creates_a_task_elsewhere() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let other = Project::create(&rpc).await;
    let create = format!("create:{}", other.id);
    let deeds = [("close", ""), (create.as_str(), "Follow up")];
    let refused = world.composed(&["task.move.column"], "", &deeds).await;
    let task = world.project.task(&rpc, 0, "x").await;
    world.project.drag(&rpc, task, 1, 1).await;
    assert_eq!(world.field(task, "is_active").await, json!(0));
    assert!(ids(&rpc.call("getAllTasks", json!([other.id])).await).is_empty(), "ada has no say there");
    assert_eq!(world.outcomes(refused).await, ["gone"]);

    let ada = world.of_ada().await;
    rpc.call("addProjectUser", json!([other.id, ada, "project-member"])).await;
    world.composed(&["task.close"], "", &[("open", "")]).await;
    rpc.call("openTask", json!([task])).await;
    world.project.drag(&rpc, task, 2, 1).await;
    let made = rpc.call("getAllTasks", json!([other.id])).await;
    assert_eq!(entries(&made).map(|task| &task["title"]).collect::<Vec<_>>(), [&json!("Follow up")]);
    assert_eq!(world.field(task, "is_active").await, json!(1), "closed and opened again");
}

#[tokio::test]
async fn a_rule_of_somebody_who_lost_the_right_does_nothing_and_says_so() {
    let world = World::start().await;
    let (rpc, ada) = (world.app.rpc(), world.of_ada().await);
    let rule = world.composed(&["task.move.column"], "", &[("close", "")]).await;
    let move_one = async || {
        let task = world.project.task(&rpc, 0, "x").await;
        world.project.drag(&rpc, task, 1, 1).await;
        world.field(task, "is_active").await
    };
    assert_eq!(move_one().await, json!(0));
    rpc.call("changeProjectUserRole", json!([world.project.id, ada, "project-viewer"])).await;
    assert_eq!(move_one().await, json!(1));
    rpc.call("removeProjectUser", json!([world.project.id, ada])).await;
    assert_eq!(move_one().await, json!(1));
    rpc.call("addProjectUser", json!([world.project.id, ada, "project-member"])).await;
    rpc.call("disableUser", json!([ada])).await;
    assert_eq!(move_one().await, json!(1));
    rpc.call("enableUser", json!([ada])).await;
    assert_eq!(move_one().await, json!(0), "asked each time");
    assert_eq!(world.outcomes(rule).await, ["done", "refused", "refused", "refused", "done"]);
}

#[tokio::test]
async fn a_rule_is_bound_by_its_owners_restrictions_and_not_by_those_of_who_set_it_off() {
    let world = World::start().await;
    let (rpc, ada) = (world.app.rpc(), world.of_ada().await);
    let rule = world.composed(&["comment.create"], "", &[("close", "")]).await;
    let (app, admin, project) = (&world.app.app, &Actor::Application, world.project.id.into());
    let role = create_role(app, admin, project, "helper".to_owned()).await.unwrap();
    let closed = Restrictions { blocks: vec![Block::OpenClose], ..Restrictions::default() };
    restrict_role(app, admin, project, role, closed).await.unwrap();
    let (eve, eve_rpc) = person(&world.app, &world.project, "eve", Some("helper")).await;
    let comment = async || {
        let task = world.project.task(&rpc, 0, "x").await;
        eve_rpc.call("createComment", json!({"task_id": task, "user_id": eve, "content": "Hello"})).await;
        world.field(task, "is_active").await
    };
    assert_eq!(comment().await, json!(0), "eve may not close it, ada may");
    rpc.call("changeProjectUserRole", json!([world.project.id, ada, "helper"])).await;
    assert_eq!(comment().await, json!(1));
    assert_eq!(world.outcomes(rule).await, ["refused", "done"]);
}

#[tokio::test]
async fn rules_that_set_each_other_off_come_to_an_end() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let close = world.composed(&["task.open"], "", &[("close", "")]).await;
    let open = world.composed(&["task.close"], "", &[("open", "")]).await;
    let task = world.project.task(&rpc, 0, "x").await;
    rpc.call("closeTask", json!([task])).await;
    let log = [world.outcomes(close).await, world.outcomes(open).await].concat();
    assert!(log.contains(&"cut".to_owned()) && log.len() < 10, "{log:?}");
}

#[tokio::test]
async fn a_rule_sends_the_event_to_an_endpoint_that_does_not_ask_for_it() {
    const SENT: &str = "SELECT endpoint_id, event_name FROM deliveries ORDER BY id";
    let world = World::start().await;
    let rpc = world.app.rpc();
    let new = NewEndpoint {
        project: Some(world.project.id.into()),
        name: "Quiet".to_owned(),
        url: "http://127.0.0.1:9/".to_owned(),
        events: "comment.create".parse().unwrap(),
        ..NewEndpoint::default()
    };
    let (endpoint, _) = create_endpoint(&world.app.app, &Actor::Application, new).await.unwrap();
    let deed = format!("webhook:{endpoint}");
    let rule = world.composed(&["task.close", "comment.create"], "", &[(deed.as_str(), "")]).await;
    let task = world.project.task(&rpc, 0, "x").await;
    rpc.call("closeTask", json!([task])).await;
    rpc.call("createComment", json!({"task_id": task, "user_id": 1, "content": "Hello"})).await;
    let sent = world.app.rows::<(i64, String)>(SENT).await;
    let sent: Vec<&str> =
        sent.iter().filter(|(to, _)| *to == endpoint.get()).map(|(_, name)| name.as_str()).collect();
    assert_eq!(sent, ["task.close", "comment.create"], "what it asks for by itself once only");
    assert_eq!(world.outcomes(rule).await, ["nothing", "done"]);
}

#[tokio::test]
async fn a_daily_rule_looks_at_each_open_task_once_a_day() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let rule = world.composed(&["task.cronjob.daily"], "title:old", &[("close", "")]).await;
    let (old, new) = (world.project.task(&rpc, 0, "old").await, world.project.task(&rpc, 0, "new").await);
    kanso_core::action::run_daily(&world.app.app).await.unwrap();
    assert_eq!(
        (world.field(old, "is_active").await, world.field(new, "is_active").await),
        (json!(0), json!(1))
    );
    world.app.clock.advance(std::time::Duration::from_secs(86_400));
    kanso_core::action::run_daily(&world.app.app).await.unwrap();
    assert_eq!(world.outcomes(rule).await, ["idle", "done"]);
}

#[tokio::test]
async fn what_cannot_be_meant_is_refused_and_kept_in_the_form() {
    let world = World::start().await;
    let own = format!("create:{}", world.project.id);
    for (events, filter, deeds) in [
        (&[][..], "", &[("close", "")][..]),
        (&["task.explode"], "", &[("close", "")]),
        (&["task.close", "task.cronjob.daily"], "", &[("close", "")]),
        (&["task.close"], "", &[("", "")]),
        (&["task.close"], "", &[("comment", " ")]),
        (&["task.close"], "", &[("due", "soon")]),
        (&["task.close"], "", &[("color:mud", "")]),
        (&["task.close"], "", &[("explode", "")]),
        (&["task.close"], "", &[(own.as_str(), "x")]),
    ] {
        let sent = world.compose(events, filter, deeds).await;
        assert_eq!(sent.status, 422, "{events:?} {deeds:?}");
    }
    let sent = world.compose(&["task.close"], "color:red", &[("comment", "")]).await;
    assert!(sent.body.contains("value=\"color:red\"") && sent.body.contains("value=\"task.close\" checked"));
    assert!(world.app.rows::<(i64,)>("SELECT id FROM actions").await.is_empty());
}

#[tokio::test]
async fn composed_rules_stand_among_the_actions_and_not_in_kanboards_api() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let rule = world.composed(&["task.close"], "priority:3", &[("color:red", ""), ("tag", "late")]).await;
    let sentence = "When this happens (Task: closed) and the filter “priority:3” finds the task, \
        give it the colour Red and add the tag “late”.";
    assert!(world.body("/actions").await.contains(sentence));
    let page = world.body(&format!("/actions/{rule}")).await;
    assert!(page.contains("It acts with the rights of ada."), "{page}");
    assert_eq!(entries(&rpc.call("getActions", json!([world.project.id])).await).count(), 0);

    let task = rpc
        .call_for_id("createTask", json!({"title": "x", "project_id": world.project.id, "priority": 3}))
        .await;
    rpc.call("closeTask", json!([task])).await;
    let events = world.app.rows::<(i64,)>("SELECT id FROM events WHERE task_id > 0 ORDER BY id").await;
    let tested = async |event: i64| world.body(&format!("/actions/{rule}?event={event}")).await;
    assert!(tested(events[0].0).await.contains("It waits for something else"));
    assert!(tested(events[1].0).await.contains("It would have been carried out."));
    rpc.call("updateTask", json!({"id": task, "priority": 1})).await;
    assert!(tested(events[1].0).await.contains("The filter does not find the task."));

    let other = Project::create(&rpc).await;
    rpc.call("addProjectUser", json!([other.id, world.of_ada().await, "project-manager"])).await;
    let from = world.project.id.to_string();
    let to = format!("/project/{}/actions", other.id);
    world.ada.submit(&to, &format!("{to}/copy"), &[("from", from.as_str())]).await;
    assert!(world.ada.get(&to).await.body.contains(sentence), "copied with its deeds");
}

#[tokio::test]
async fn a_rule_is_changed_in_the_form_that_made_it() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let ada = world.of_ada().await;
    let (assign, tell) = (format!("assign:{ada}"), format!("notify:{ada}"));
    let deeds =
        [(assign.as_str(), ""), ("tag", "urgent"), (tell.as_str(), "Look"), ("notify:creator", "Done")];
    let rule = world.composed(&["task.close", "comment.create"], "title:brakes", &deeds).await;
    let here = format!("/actions/{rule}");
    assert!(world.body(&here).await.contains(&format!("{}/edit", world.at(&here))), "the page leads there");
    let form = world.body(&format!("{here}/edit")).await;
    for filled in [
        "value=\"task.close\" checked".to_owned(),
        "value=\"comment.create\" checked".to_owned(),
        "value=\"title:brakes\"".to_owned(),
        format!("value=\"{assign}\" selected"),
        "value=\"tag\" selected".to_owned(),
        "value=\"urgent\"".to_owned(),
        format!("value=\"{tell}\" selected"),
        "value=\"notify:creator\" selected".to_owned(),
    ] {
        assert!(form.contains(&filled), "{filled} in {form}");
    }
    assert!(!form.contains("value=\"task.open\" checked"));

    // Somebody else who manages the project changes it: from then on it has their rights.
    person(&world.app, &world.project, "eve", Some("project-manager")).await;
    let eve = super::signed_in(&world.app, "eve", "eveeve").await;
    let edit = world.at(&format!("{here}/edit"));
    assert!(eve.get(&edit).await.body.contains("Once you save it, that is you."));
    let fields = [("event", "task.open"), ("filter", ""), ("deed", "comment"), ("text", "Open again")];
    let saved = eve.submit(&edit, &edit, &fields).await;
    assert_eq!(saved.location, Some(world.at(&format!("{here}?done=1"))), "{}", saved.body);
    let page = world.body(&here).await;
    assert!(page.contains("comment “Open again”") && page.contains("the rights of eve"), "{page}");
    let task = world.project.task(&rpc, 0, "x").await;
    rpc.call("closeTask", json!([task])).await;
    rpc.call("openTask", json!([task])).await;
    assert!(rpc.call("getAllComments", json!([task])).await.to_string().contains("Open again"));
    assert_eq!(world.outcomes(rule).await, ["done"]);

    let odd = [("event", "task.open"), ("filter", ""), ("deed", "due"), ("text", "soon")];
    let refused = eve.submit(&edit, &edit, &odd).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("value=\"soon\"") && refused.body.contains("/edit\""), "{}", refused.body);
}
