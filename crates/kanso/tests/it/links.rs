//! Links between tasks, and their labels.

mod labels;

use kanso_testkit::{ADMIN_PASSWORD, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, ids, int, person};

const RELATES: i64 = 1;
const BLOCKS: i64 = 2;
const IS_BLOCKED: i64 = 3;
const IS_CHILD: i64 = 6;

/// Two projects; the member of the first sees it only.
struct Team {
    app: TestApp,
    rpc: Rpc,
    projects: [Project; 2],
    bob: Rpc,
}

impl Team {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let projects = [Project::create(&rpc).await, Project::create(&rpc).await];
        let (_, bob) = person(&app, &projects[0], "bob", Some("project-member")).await;
        Self { app, rpc, projects, bob }
    }

    /// So many tasks in the first project.
    async fn tasks<const N: usize>(&self) -> [i64; N] {
        let mut tasks = [0; N];
        for task in &mut tasks {
            *task = self.projects[0].task(&self.rpc, 0, "x").await;
        }
        tasks
    }

    /// The links of a task: id, label, the other task.
    async fn links(&self, task: i64) -> Vec<(i64, String, i64)> {
        let list = self.rpc.call("getAllTaskLinks", json!([task])).await;
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        entries(&list).map(|link| (int(&link["id"]), text(&link["label"]), int(&link["task_id"]))).collect()
    }
}

#[tokio::test]
async fn a_link_is_seen_from_both_of_its_tasks() {
    let team = Team::start().await;
    let Team { rpc, bob, projects, .. } = &team;
    let first = projects[0].task(rpc, 2, "Design").await;
    let new = json!({"title": "Notice", "project_id": projects[0].id, "color_id": "teal", "owner_id": 2,
        "time_estimated": 1.5});
    let second = rpc.call_for_id("createTask", new).await;
    let link = bob
        .call_for_id(
            "createTaskLink",
            json!({"task_id": first, "opposite_task_id": second, "link_id": BLOCKS}),
        )
        .await;
    insta::assert_json_snapshot!(rpc.call("getTaskLinkById", json!([link])).await, @r#"
    {
      "id": 1,
      "opposite_task_id": 2,
      "task_id": 1,
      "link_id": 2,
      "label": "blocks",
      "opposite_link_id": 3
    }
    "#);
    let other = rpc.call("getTaskLinkById", json!([link + 1])).await;
    assert_eq!(
        (&other["task_id"], &other["label"], &other["opposite_link_id"]),
        (&json!(second), &json!("is blocked by"), &json!(BLOCKS))
    );
    let list = rpc.call("getAllTaskLinks", json!([first])).await;
    assert_eq!(ids(&list), [link]);
    insta::assert_json_snapshot!(list[0], @r#"
    {
      "id": 1,
      "task_id": 2,
      "label": "blocks",
      "title": "Notice",
      "is_active": 1,
      "project_id": 1,
      "column_id": 1,
      "color_id": "teal",
      "date_completed": null,
      "date_started": 0,
      "date_due": 0,
      "task_time_spent": null,
      "task_time_estimated": 1.5,
      "task_assignee_id": 2,
      "task_assignee_username": "bob",
      "task_assignee_name": "",
      "column_title": "Backlog",
      "project_name": "Demo Project"
    }
    "#);
    assert_eq!(team.links(second).await, [(link + 1, "is blocked by".to_owned(), first)]);
}

#[tokio::test]
async fn links_are_listed_by_label_then_by_how_far_their_tasks_are() {
    let team = Team::start().await;
    let Team { rpc, projects, .. } = &team;
    let [task] = team.tasks().await;
    let mut others = Vec::new();
    for column in [0, 0, 3, 3] {
        others.push(projects[0].task(rpc, column, "x").await);
    }
    rpc.call("closeTask", json!([others[2]])).await;
    for (other, label) in [(0, BLOCKS), (1, RELATES), (0, RELATES), (2, RELATES), (3, RELATES)] {
        rpc.call_for_id("createTaskLink", json!([task, others[other], label])).await;
    }
    let order: Vec<i64> = team.links(task).await.into_iter().map(|(_, _, other)| other).collect();
    assert_eq!(order, [others[3], others[2], others[0], others[1], others[0]]);
}

#[tokio::test]
async fn the_same_relation_exists_once_whichever_side_it_is_told_from() {
    let team = Team::start().await;
    let Team { rpc, .. } = &team;
    let [a, b] = team.tasks().await;
    rpc.call_for_id("createTaskLink", json!([a, b, BLOCKS])).await;
    rpc.call_for_id("createTaskLink", json!([a, b, RELATES])).await;
    for again in [[a, b, BLOCKS], [b, a, IS_BLOCKED], [a, b, RELATES], [b, a, RELATES], [a, a, BLOCKS]] {
        assert_eq!(rpc.call("createTaskLink", json!(again)).await, json!(false), "{again:?}");
    }
    // The other way round it is another relation.
    rpc.call_for_id("createTaskLink", json!([b, a, BLOCKS])).await;
    assert_eq!(team.links(a).await.len(), 3);
}

#[tokio::test]
async fn a_changed_link_takes_its_other_side_along() {
    let team = Team::start().await;
    let Team { rpc, bob, .. } = &team;
    let [a, b, c] = team.tasks().await;
    let link = rpc.call_for_id("createTaskLink", json!([a, b, BLOCKS])).await;
    let kept = rpc.call_for_id("createTaskLink", json!([a, b, RELATES])).await;
    assert_eq!(bob.call("updateTaskLink", json!([link, a, c, IS_CHILD])).await, json!(true));
    assert_eq!(team.links(c).await, [(link + 1, "is a parent of".to_owned(), a)]);
    assert_eq!(team.links(b).await, [(kept + 1, "relates to".to_owned(), a)]);
    // From the other side.
    assert_eq!(bob.call("updateTaskLink", json!([link + 1, c, a, BLOCKS])).await, json!(true));
    assert_eq!(team.links(a).await[1], (link, "is blocked by".to_owned(), c));
    for refused in [
        json!([999, a, b, BLOCKS]),
        json!([link, b, c, BLOCKS]),
        json!([link, a, 999, BLOCKS]),
        json!([link, a, b, 999]),
        json!([link, a, b, RELATES]),
        json!([link, a, a, BLOCKS]),
    ] {
        for rpc in [rpc, bob] {
            assert_eq!(rpc.call("updateTaskLink", refused.clone()).await, json!(false), "{refused}");
        }
    }
    assert_eq!(rpc.call("updateTaskLink", json!([link, 999, b, BLOCKS])).await, json!(false));
    assert_eq!(bob.try_call("updateTaskLink", json!([link, 999, b, BLOCKS])).await.status, 403);
    assert_eq!(team.links(a).await.len(), 2);
}

#[tokio::test]
async fn a_link_is_removed_from_either_side_and_with_a_task() {
    let team = Team::start().await;
    let Team { rpc, bob, .. } = &team;
    let [a, b] = team.tasks().await;
    for side in [0, 1] {
        let link = rpc.call_for_id("createTaskLink", json!([a, b, BLOCKS])).await;
        assert_eq!(bob.call("removeTaskLink", json!([link + side])).await, json!(true));
        assert_eq!((team.links(a).await, team.links(b).await), (vec![], vec![]));
        assert_eq!(rpc.call("removeTaskLink", json!([link])).await, json!(false));
        assert_eq!(bob.try_call("removeTaskLink", json!([link])).await.status, 403);
        assert_eq!(rpc.call("getTaskLinkById", json!([link])).await, Value::Null);
    }
    rpc.call_for_id("createTaskLink", json!([a, b, BLOCKS])).await;
    rpc.call("removeTask", json!([b])).await;
    assert_eq!(team.links(a).await, []);
    assert_eq!(rpc.call("getAllTaskLinks", json!([b])).await, json!([]));
    for missing in [json!([b, a, BLOCKS]), json!([a, b, BLOCKS]), json!([a, 999, BLOCKS]), json!([a, a, 999])]
    {
        assert_eq!(rpc.call("createTaskLink", missing).await, json!(false));
    }
}

#[tokio::test]
async fn a_link_to_another_project_needs_a_role_there() {
    let team = Team::start().await;
    let Team { app, rpc, projects, bob } = &team;
    let [own, second] = team.tasks().await;
    let foreign = projects[1].task(rpc, 0, "foreign").await;
    let link = rpc.call_for_id("createTaskLink", json!([own, second, RELATES])).await;
    for unknown in [foreign, 999] {
        assert_eq!(bob.call("createTaskLink", json!([own, unknown, BLOCKS])).await, json!(false));
        assert_eq!(bob.call("updateTaskLink", json!([link, own, unknown, BLOCKS])).await, json!(false));
        assert_eq!(bob.try_call("createTaskLink", json!([unknown, own, BLOCKS])).await.status, 403);
    }
    // An administrator needs a role where the link starts only.
    let admin = app.rpc_as("admin", ADMIN_PASSWORD);
    assert_eq!(admin.try_call("createTaskLink", json!([own, foreign, BLOCKS])).await.status, 403);
    rpc.call("addProjectUser", json!([projects[0].id, 1, "project-member"])).await;
    let made = admin.call_for_id("createTaskLink", json!([own, foreign, BLOCKS])).await;
    // The other side is not bob's to see, nor can he tell it from what is not there.
    for unknown in [made + 1, 999] {
        for method in ["getTaskLinkById", "removeTaskLink"] {
            assert_eq!(bob.try_call(method, json!([unknown])).await.status, 403);
        }
        assert_eq!(bob.call("updateTaskLink", json!([unknown, own, second, BLOCKS])).await, json!(false));
    }
    rpc.call("addProjectUser", json!([projects[1].id, 2, "project-viewer"])).await;
    assert_eq!(bob.call("updateTaskLink", json!([link, own, foreign, IS_CHILD])).await, json!(true));
    assert_eq!(bob.try_call("removeTaskLink", json!([made + 1])).await.status, 403, "viewers change nothing");
    assert_eq!(bob.call("removeTaskLink", json!([made])).await, json!(true));
    assert_eq!(team.links(foreign).await, [(link + 1, "is a parent of".to_owned(), own)]);
}

#[tokio::test]
async fn both_tasks_hear_of_a_link_and_the_named_one_of_its_end() {
    let team = Team::start().await;
    let Team { app, rpc, projects, .. } = &team;
    let [a, b] = team.tasks().await;
    let c = projects[1].task(rpc, 0, "elsewhere").await;
    app.set("webhook_format", "kanboard-1.2").await;
    let receiver = app.receiver().await;
    let link = rpc.call_for_id("createTaskLink", json!([a, b, BLOCKS])).await;
    rpc.call("updateTaskLink", json!([link, a, c, IS_CHILD])).await;
    rpc.call("removeTaskLink", json!([link + 1])).await;
    app.settle().await;
    let mut told: Vec<(String, Value, Value, Value)> = receiver
        .received()
        .iter()
        .map(|webhook| {
            let data = &webhook.body["event_data"];
            let link = &data["task_link"];
            assert_eq!(link["task_id"], data["task"]["id"]);
            (
                webhook.event_name(),
                link["task_id"].clone(),
                link["opposite_task_id"].clone(),
                link["label"].clone(),
            )
        })
        .collect();
    // Events of different tasks may overtake each other on their way.
    told.sort_by_key(|(_, task, _, _)| task.as_i64());
    let event = |name: &str, task: i64, other: i64, label: &str| {
        (format!("task_internal_link.{name}"), json!(task), json!(other), json!(label))
    };
    assert_eq!(
        told,
        [
            event("create_update", a, b, "blocks"),
            event("create_update", a, c, "is a child of"),
            event("create_update", b, a, "is blocked by"),
            event("create_update", c, a, "is a parent of"),
            event("delete", c, a, "is a parent of"),
        ]
    );
    for project in projects {
        let modified = &rpc.call("getProjectById", json!([project.id])).await["last_modified"];
        assert_eq!(modified, &json!(kanso_testkit::START), "links touch no project");
    }
}

#[tokio::test]
async fn links_in_both_directions_between_projects_do_not_stop_each_other() {
    let team = Team::start().await;
    let Team { rpc, projects, .. } = &team;
    let mut here = Vec::new();
    let mut there = Vec::new();
    for _ in 0..6 {
        here.push(projects[0].task(rpc, 0, "x").await);
        there.push(projects[1].task(rpc, 0, "x").await);
    }
    let link = async |from: &[i64], to: &[i64]| {
        for from in from {
            for to in to {
                rpc.call_for_id("createTaskLink", json!([from, to, BLOCKS])).await;
            }
        }
    };
    tokio::join!(link(&here, &there), link(&there, &here), link(&here[..1], &here[1..]));
    for task in here.iter().skip(1).chain(&there) {
        assert!(team.links(*task).await.len() >= 12);
    }
}
