//! searchTasks: every attribute of the search language, and how they go together.

mod dates;

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, entries, ids, int, person, with};

/// A project with four tasks, numbered from 1, and a task like the first in another project.
struct World {
    app: TestApp,
    rpc: Rpc,
    bob: Rpc,
    project: Project,
}

impl World {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        let (alice, _) = person(&app, &project, "alice", Some("project-manager")).await;
        let (bob, bobs_rpc) = person(&app, &project, "bob", Some("project-member")).await;
        assert_eq!((project.id, alice, bob), (1, 2, 3));
        app.execute(&[
            "UPDATE users SET name = 'Bob Stone' WHERE id = 3",
            "INSERT INTO categories (id, name, project_id, color_id) VALUES (71, 'Bug', 1, 'red'), (72, '2026', 1, NULL)",
        ])
        .await;
        let content = rpc.call_for_id("addSwimlane", json!([project.id, "Content_1"])).await;
        let first = json!({"title": "Design the home page", "owner_id": bob, "creator_id": alice, "score": 5,
            "priority": 2, "reference": "WEB-1", "color_id": "orange", "description": "First draft in **Figma**",
            "category_id": 72, "column_id": project.columns[2], "date_due": "2026-12-24 10:00",
            "date_started": "2026-09-23 12:00"});
        let second = json!({"title": "Write the LEGAL notice", "owner_id": alice, "creator_id": bob, "score": 2,
            "priority": 1, "color_id": "dark_grey", "column_id": project.columns[1], "reference": "web-12"});
        let third = json!({"title": "Fix the contact form", "creator_id": alice, "priority": 3, "score": 3,
            "category_id": 71, "swimlane_id": content, "description": "Mails are lost", "color_id": "red",
            "date_due": "2020-01-15 09:30"});
        let fourth = json!({"title": "100% done_deal 1", "reference": "x*y", "score": -1});
        for (days, task) in [(0, first.clone()), (2, second), (0, third), (2, fourth)] {
            app.clock.advance(Duration::from_secs(days * 86_400));
            rpc.call_for_id("createTask", with(task, &json!({"project_id": project.id}))).await;
        }
        rpc.call("closeTask", json!([4])).await;
        let other = Project::create(&rpc).await;
        let alike =
            json!({"project_id": other.id, "column_id": other.columns[2], "owner_id": 0, "creator_id": 0});
        rpc.call_for_id("createTask", with(first, &alike)).await;
        app.execute(PARTS).await;
        Self { app, rpc, bob: bobs_rpc, project }
    }

    async fn find(&self, rpc: &Rpc, query: &str) -> Vec<i64> {
        ids(&rpc.call("searchTasks", json!([self.project.id, query])).await)
    }

    async fn check(&self, cases: &[(&str, &[i64])]) {
        for (query, expected) in cases {
            assert_eq!(self.find(&self.rpc, query).await, *expected, "{query}");
        }
    }
}

/// What the tasks have. Task 5 is in the other project.
const PARTS: &[&str] = &[
    "INSERT INTO tags (id, name, folded, project_id, color_id) VALUES (81, 'urgent', 'urgent', 0, 'red'), \
     (82, 'Design', 'design', 1, NULL), (83, 'design', 'design', 2, NULL)",
    "INSERT INTO task_has_tags (task_id, tag_id) VALUES (1, 81), (1, 82), (2, 81), (5, 83), (5, 81)",
    "INSERT INTO comments (task_id, user_id, date_creation, date_modification, comment, visibility) VALUES \
     (1, 2, 1790000000, 1790000000, 'Looks good, Bob', 'app-user'), \
     (3, 1, 1790000000, 1790000000, 'The SALARY of all', 'app-admin'), (5, 2, 1, 1, 'good', 'app-user')",
    "INSERT INTO subtasks (title, status, task_id, user_id, position) VALUES ('a', 0, 1, 3, 1), ('b', 2, 2, 3, 1), \
     ('c', 2, 1, 2, 2), ('d', 1, 3, 0, 1), ('e', 0, 5, 3, 1)",
    "INSERT INTO task_has_links (link_id, task_id, opposite_task_id) VALUES (2, 1, 2), (3, 2, 1), (9, 3, 1), \
     (8, 1, 3), (9, 3, 5), (8, 5, 3)",
    "INSERT INTO task_has_files (name, path, task_id, date) VALUES ('a', 'p', 1, 1)",
    "INSERT INTO task_has_external_links (link_type, dependency, title, url, date_creation, date_modification, \
     task_id) VALUES ('weblink', 'related', 't', 'u', 1, 1, 1)",
];

#[tokio::test]
async fn free_text_is_in_the_title_or_is_the_number() {
    World::start()
        .await
        .check(&[
            ("", &[1, 2, 3, 4]),
            ("  ", &[1, 2, 3, 4]),
            ("THE", &[1, 2, 3]),
            ("the home", &[1]),
            ("\"the home\"", &[1]),
            ("the  home", &[]),
            // The pair leaves two blanks.
            ("the status:open home", &[]),
            ("the status:open", &[1, 2, 3]),
            ("legal notice", &[2]),
            ("100%", &[4]),
            ("e_d", &[4]),
            ("e_h", &[]),
            ("1", &[1, 4]),
            ("#1", &[1]),
            ("title:1", &[1, 4]),
            ("title:home title:legal", &[1, 2]),
            ("title:home contact", &[]),
            ("title:design home", &[1]),
            ("id:2", &[2]),
            ("id:2 id:3 ID:5", &[2, 3]),
            ("id:x", &[]),
            ("figma", &[]),
            ("unknown:home", &[]),
            ("'; DROP TABLE tasks; --", &[]),
            ("title:\"\\\"", &[]),
        ])
        .await;
}

#[tokio::test]
async fn where_a_task_is_and_what_it_is_like() {
    let world = World::start().await;
    let column = format!("column:{}", world.project.columns[2]);
    world
        .check(&[
            ("status:open", &[1, 2, 3]),
            ("status:closed", &[4]),
            ("status:1", &[1, 2, 3]),
            ("status:0", &[4]),
            ("status:maybe", &[1, 2, 3, 4]),
            ("status:open status:closed", &[1, 2, 3, 4]),
            ("status:open status:maybe", &[1, 2, 3]),
            ("color:orange color:\"dark grey\"", &[1, 2]),
            ("Colour:RED", &[3]),
            ("color:mauve", &[]),
            ("category:bug", &[3]),
            ("category:2026", &[1]),
            ("category:72 category:71", &[1, 3]),
            ("category:none", &[2, 4]),
            ("category:none category:bug", &[2, 3, 4]),
            ("column:\"Work in progress\"", &[1]),
            ("column:\"work in progress\"", &[]),
            (&column, &[1]),
            ("column:Ready column:\"Work in progress\"", &[1, 2]),
            ("swimlane:content_1", &[3]),
            ("swimlane:content-1", &[]),
            ("swimlane:\"default swimlane\" status:open", &[1, 2]),
            ("tag:URG", &[1, 2]),
            ("tag:design", &[1]),
            ("tag:none", &[3, 4]),
            ("tag:none tag:design", &[1, 3, 4]),
            ("priority:2", &[1]),
            ("priority:>1", &[1, 3]),
            ("priority:>=2 status:open", &[1, 3]),
            ("priority:<2", &[2, 4]),
            ("priority:<=1 priority:3", &[2, 3, 4]),
            ("priority:high", &[]),
            ("score:<0", &[4]),
            ("complexity:>=3", &[1, 3]),
            ("description:MAILS", &[3]),
            ("desc:figma desc:mails", &[1, 3]),
            ("ref:web-1", &[1]),
            ("reference:WEB-*", &[1, 2]),
            ("reference:*2", &[2]),
            ("reference:WEB", &[]),
            ("reference:none", &[3]),
            ("reference:none ref:WEB-12", &[2, 3]),
            ("project:1 home", &[1]),
            ("project:\"demo project\" home", &[1]),
            ("project:2", &[]),
            ("link:\"is a milestone OF\"", &[3]),
            ("link:blocks link:\"is blocked by\"", &[1, 2]),
            ("link:block", &[]),
            ("category:bug status:open due:<2026-01-01", &[3]),
            ("category:bug assignee:bob", &[]),
        ])
        .await;
}

#[tokio::test]
async fn who_has_to_do_with_it() {
    let world = World::start().await;
    world
        .check(&[
            ("assignee:bob", &[1]),
            ("assignee:STON", &[1]),
            ("assignee:li", &[2]),
            ("assignee:3", &[1]),
            ("assignee:3 assignee:alice", &[1, 2]),
            ("assignee:nobody", &[3, 4]),
            ("assignee:0", &[3, 4]),
            ("assignee:anybody", &[1, 2]),
            ("assignee:anybody assignee:nobody", &[1, 2, 3, 4]),
            ("assignee:zoe", &[]),
            // The application is nobody.
            ("assignee:me", &[3, 4]),
            ("creator:alice", &[1, 3]),
            ("creator:nobody", &[4]),
            ("creator:3", &[2]),
            ("creator:me", &[4]),
            ("subtask:assignee:bob", &[1]),
            ("subtask:assignee:stone", &[1]),
            // User names from their beginning, names anywhere.
            ("subtask:assignee:ob", &[1]),
            ("subtask:assignee:lice", &[]),
            ("subtask:assignee:alice", &[]),
            ("subtask:assignee:nobody", &[3]),
            ("subtask:assignee:anybody", &[1]),
            ("subtask:assignee:3 subtask:assignee:nobody", &[1, 3]),
        ])
        .await;
    assert_eq!(world.find(&world.bob, "assignee:me").await, [1]);
    assert_eq!(world.find(&world.bob, "creator:me status:open").await, [2]);
    assert_eq!(world.find(&world.bob, "subtask:assignee:me").await, [1]);
}

#[tokio::test]
async fn comments_are_searched_as_far_as_the_reader_may_read_them() {
    let world = World::start().await;
    world
        .check(&[
            ("comment:GOOD", &[1]),
            ("comment:salary", &[3]),
            ("comment:good comment:salary", &[1, 3]),
            ("search:salary", &[3]),
            ("search:figma", &[1]),
            ("search:legal", &[2]),
            ("search:#2", &[2]),
            ("search:3 search:good", &[1, 3]),
        ])
        .await;
    assert_eq!(world.find(&world.bob, "comment:good").await, [1]);
    assert_eq!(world.find(&world.bob, "comment:salary").await, [] as [i64; 0]);
    assert_eq!(world.find(&world.bob, "search:salary").await, [] as [i64; 0]);
}

#[tokio::test]
async fn a_task_is_found_with_names_and_counts() {
    let world = World::start().await;
    let found = world.rpc.call("searchTasks", json!({"project_id": 1, "query": "design"})).await;
    insta::assert_json_snapshot!(found);
    let found = world.rpc.call("searchTasks", json!([1, "id:3"])).await;
    assert_eq!((&found[0]["is_milestone"], &found[0]["nb_links"]), (&json!(1), &json!(2)));
    // A board has the same, and the tags by name.
    let board = world.bob.call("getBoard", json!([1])).await;
    let task = board[0]["columns"][2]["tasks"][0].clone();
    let design = world.rpc.call("searchTasks", json!([1, "design"])).await;
    let tags = json!([
        {"id": 82, "name": "Design", "color_id": null, "task_id": 1},
        {"id": 81, "name": "urgent", "color_id": "red", "task_id": 1},
    ]);
    assert_eq!(task, with(design[0].clone(), &json!({"tags": tags, "is_draggable": true})));
    assert_eq!(board[0]["columns"][0]["tasks"][0]["tags"], json!([]));
}

#[tokio::test]
async fn who_may_search_and_what_is_no_search() {
    let world = World::start().await;
    let admin = world.app.rpc_as("admin", ADMIN_PASSWORD);
    for rpc in [&world.bob, &admin] {
        assert_eq!(rpc.try_call("searchTasks", json!([2, ""])).await.status, 403, "another project");
        assert_eq!(rpc.try_call("searchTasks", json!([999, ""])).await.status, 403, "no project");
        assert_eq!(rpc.try_call("searchTasks", json!([999, [1]])).await.status, 403, "no project, no query");
    }
    assert_eq!(world.rpc.call("searchTasks", json!([999, ""])).await, json!([]));
    assert_eq!(ids(&world.rpc.call("searchTasks", json!([1, null])).await), [1, 2, 3, 4]);
    assert_eq!(world.rpc.call("searchTasks", json!([1, "é".repeat(10_001)])).await, json!(false));
    // As many conditions, and as long a pattern, as fit.
    let many = "id:1 a:b ref:x ".repeat(650) + "assignee:bob";
    assert_eq!(world.find(&world.rpc, &many).await, [] as [i64; 0]);
    assert_eq!(world.find(&world.rpc, &"id:1 ".repeat(2000)).await, [1]);
    assert_eq!(world.find(&world.rpc, &"é".repeat(10_000)).await, [] as [i64; 0]);
    assert_eq!(world.find(&world.rpc, &"%".repeat(10_000)).await, [] as [i64; 0]);
}

#[tokio::test]
async fn overdue_tasks_have_the_same_names() {
    let world = World::start().await;
    let overdue = world.rpc.call("getOverdueTasks", json!([])).await;
    let expected = json!([{"id": 3, "title": "Fix the contact form", "date_due": 1_579_080_600, "project_id": 1,
        "creator_id": 2, "owner_id": 0, "project_name": "Demo Project", "assignee_username": null,
        "assignee_name": null}]);
    assert_eq!(overdue, expected);
    assert_eq!(world.bob.call("getOverdueTasksByProject", json!([1])).await, expected);
    assert_eq!(world.rpc.call("getOverdueTasksByProject", json!([2])).await, json!([]));
    assert_eq!(world.bob.call("getMyOverdueTasks", json!([])).await, json!([]));
    world.app.clock.advance(Duration::from_secs(100 * 86_400));
    let mine = world.bob.call("getMyOverdueTasks", json!([])).await;
    assert_eq!(entries(&mine).map(|task| int(&task["id"])).collect::<Vec<_>>(), [1]);
    assert_eq!(mine[0]["assignee_name"], Value::from("Bob Stone"));
}
