//! What pages offer to who has a role that their project made up.

use kanso_core::Actor;
use kanso_core::role::{create_role, restrict_role};
use kanso_domain::{Block, ColumnRule, Passage, Restrictions};
use kanso_testkit::{Browser, Page, Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, person};

/// Bob, whose role is restricted, and two tasks in the first column, of which the second is his.
struct World {
    rpc: Rpc,
    project: Project,
    bob: Browser,
    tasks: [i64; 2],
    _app: TestApp,
}

impl World {
    async fn new(restrictions: impl FnOnce(&Project) -> Restrictions) -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        let (core, who) = (&app.app, &Actor::Application);
        let role = create_role(core, who, project.id.into(), "tester".to_owned()).await.unwrap();
        restrict_role(core, who, project.id.into(), role, restrictions(&project)).await.unwrap();
        let (id, _) = person(&app, &project, "bob", Some("tester")).await;
        let tasks = [project.task(&rpc, 0, "Another's").await, project.task(&rpc, 0, "His").await];
        rpc.call("updateTask", json!({"id": tasks[1], "owner_id": id})).await;
        let bob = app.browser();
        bob.sign_in("bob", "bobbob").await;
        Self { rpc, project, bob, tasks, _app: app }
    }

    async fn get(&self, below: &str) -> String {
        let page = self.bob.get(&format!("/board/{}{below}", self.project.id)).await;
        assert_eq!(page.status, 200, "{below}");
        page.body
    }

    /// What the board says to its script.
    async fn told(&self) -> Value {
        let board = self.get("").await;
        let told = board.split("data-rights=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap();
        serde_json::from_str(&told.replace("&#34;", "\"").replace("&quot;", "\"")).unwrap()
    }

    async fn menu(&self, task: i64) -> String {
        self.get(&format!("/task/{task}/menu?fragment")).await
    }

    async fn submit(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        self.bob.submit(&format!("/board/{}", self.project.id), path, fields).await
    }
}

fn blocking(blocks: &[Block]) -> Restrictions {
    Restrictions { blocks: blocks.to_vec(), ..Restrictions::default() }
}

#[tokio::test]
async fn a_role_without_restrictions_says_nothing_to_the_script() {
    let world = World::new(|_| Restrictions::default()).await;
    let board = world.get("").await;
    assert!(board.contains("data-may-work") && !board.contains("data-rights"));
    assert_eq!(board.matches(" data-own").count(), 1, "one task is bob's");
}

#[tokio::test]
async fn tasks_go_where_passages_lead_and_one_s_own_further() {
    let world = World::new(|project| {
        let passage = |from: usize, to: usize, only_own| Passage {
            from: project.columns[from].into(),
            to: project.columns[to].into(),
            only_own,
        };
        let passages = vec![passage(0, 1, false), passage(0, 2, true)];
        Restrictions { passages, ..Restrictions::default() }
    })
    .await;
    let c = &world.project.columns;
    let moves = world.told().await["moves"].clone();
    assert_eq!(moves[c[0].to_string()], json!([[c[0], c[1]], [c[0], c[1], c[2]]]));
    assert_eq!(moves[c[3].to_string()], json!([[], []]));
    let places = |page: String| page.matches("name=\"column\"").count();
    for (task, reached) in [(world.tasks[0], 2), (world.tasks[1], 3)] {
        assert_eq!(places(world.get(&format!("/task/{task}/place?fragment")).await), reached);
        let sheet = world.bob.get(&format!("/task/{task}")).await.body;
        let list = sheet.split("id=\"move-column\"").nth(1).unwrap().split("</select>").next().unwrap();
        assert_eq!(list.matches("<option").count(), reached, "{list}");
    }
    let stuck = world.project.task(&world.rpc, 3, "Stuck").await;
    assert!(!world.menu(stuck).await.contains("data-do=\"move\""));
    assert!(world.menu(world.tasks[0]).await.contains("data-do=\"move\""));
    let bar = world.get("/selection").await;
    let list = bar.split("name=\"column\"").nth(1).unwrap().split("</select>").next().unwrap();
    assert_eq!(list.matches("<option").count(), 1 + 3, "the three that a task can come to: {list}");
}

#[tokio::test]
async fn menus_bars_and_sheets_leave_out_what_would_be_refused() {
    let world = World::new(|_| blocking(&[Block::UpdatingOthers, Block::OpenClose, Block::Removal])).await;
    let [others, own] = world.tasks;
    let (menu, own_menu) = (world.menu(others).await, world.menu(own).await);
    for offer in ["data-do=\"edit\"", "data-act=\"color\"", "data-act=\"start\"", "data-act=\"assign\""] {
        assert!(!menu.contains(offer) && own_menu.contains(offer), "{offer}");
    }
    assert!(menu.contains("data-do=\"select\"") && menu.contains("data-do=\"move\""));
    for offer in ["data-act=\"close\"", "data-do=\"remove\""] {
        assert!(!menu.contains(offer) && !own_menu.contains(offer), "{offer}");
    }
    let edit = |task| format!("/board/{}/task/{task}/edit?fragment", world.project.id);
    assert_eq!(world.bob.get(&edit(others)).await.status, 403);
    assert_eq!(world.bob.get(&edit(own)).await.status, 200);
    let bar = world.get("/selection").await;
    assert!(bar.contains("data-act=\"color\"") && !bar.contains("data-act=\"close\""));
    let column = world.get(&format!("/column/{}/menu?fragment", world.project.columns[0])).await;
    assert!(column.contains("/new?column=") && !column.contains("data-act=\"close-column\""));
    let sheet = world.bob.get(&format!("/task/{others}")).await.body;
    assert!(
        !sheet.contains("class=\"title-input\" name")
            && !sheet.contains(&format!("action=\"/task/{others}/remove\""))
    );
    assert!(sheet.contains("name=\"comment\""), "comments are no change of the task");
    assert!(world.bob.get(&format!("/task/{own}")).await.body.contains("class=\"title-input\" name"));
    assert_eq!(world.told().await["updates"], json!(false));
}

#[tokio::test]
async fn tasks_are_added_and_closed_where_columns_allow_it() {
    let world = World::new(|project| Restrictions {
        blocks: vec![Block::Creation, Block::OpenClose, Block::Assigning],
        columns: vec![
            (project.columns[1].into(), ColumnRule::AllowCreation),
            (project.columns[0].into(), ColumnRule::AllowOpenClose),
        ],
        passages: Vec::new(),
    })
    .await;
    let board = world.get("").await;
    assert_eq!(board.matches("class=\"add icon-plus\"").count(), 1);
    let told = world.told().await;
    assert_eq!(told["turns"], json!([world.project.columns[0]]));
    assert_eq!(told["assigns"], json!(false));
    let menu = world.menu(world.tasks[1]).await;
    assert!(menu.contains("data-act=\"close\"") && !menu.contains("data-do=\"duplicate\""));
    assert!(!menu.contains("data-act=\"assign\"") && menu.contains("data-do=\"edit\""));
    let edit = world.get(&format!("/task/{}/edit?fragment", world.tasks[1])).await;
    assert!(edit.contains("type=\"hidden\" name=\"assignee\""), "{edit}");
    assert!(!world.get("/selection").await.contains("data-act=\"assign\""));
}

#[tokio::test]
async fn a_task_is_removed_by_who_created_it_and_by_managers() {
    let world = World::new(|_| Restrictions::default()).await;
    let path = |task: i64| format!("/task/{task}/remove");
    assert!(!world.menu(world.tasks[1]).await.contains("data-do=\"remove\""), "a program created it");
    assert_eq!(world.submit(&path(world.tasks[1]), &[]).await.status, 403);
    let title = [("title", "Bob's own"), ("column", &world.project.columns[0].to_string())];
    world.submit(&format!("/board/{}/task", world.project.id), &title).await;
    let all = world.rpc.call("getAllTasks", json!([world.project.id])).await;
    let made = all.as_array().unwrap().iter().find(|task| task["title"] == "Bob's own").unwrap();
    let made = made["id"].as_i64().unwrap();
    assert!(world.menu(made).await.contains("data-do=\"remove\""));
    assert_eq!(world.submit(&path(made), &[]).await.status, 303);
    assert_eq!(world.rpc.call("getTask", json!([made])).await, json!(null));
}

#[tokio::test]
async fn the_calendar_lets_carry_what_may_be_changed_only() {
    let world = World::new(|_| blocking(&[Block::UpdatingOthers])).await;
    for task in world.tasks {
        world.rpc.call("updateTask", json!({"id": task, "date_due": "2026-11-24"})).await;
    }
    let page = format!("/project/{}/calendar?day=2026-11-24", world.project.id);
    let calendar = world.bob.get(&page).await.body;
    let [others, own] = world.tasks;
    assert!(calendar.contains(&format!("href=\"/task/{others}\"")), "it is there to read");
    assert!(!calendar.contains(&format!("data-task=\"{others}\"")));
    assert!(calendar.contains(&format!("data-task=\"{own}\"")));
}
