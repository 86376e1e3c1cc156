//! Roles that a project made up, and what they keep people from: over the API, as everywhere.

#![expect(clippy::panic, reason = "a test fails with what it saw")]

use kanso_core::Actor;
use kanso_core::role::{create_role, restrict_role};
use kanso_domain::{Block, ColumnId, ColumnRule, Passage, Restrictions, RoleId};
use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, person};

/// A project whose role "tester" somebody has.
struct World {
    app: TestApp,
    rpc: Rpc,
    project: Project,
    role: RoleId,
    bob: i64,
    by_bob: Rpc,
}

impl World {
    async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        let role = create_role(&app.app, &Actor::Application, project.id.into(), " tester ".to_owned());
        let role = role.await.expect("the role is made up");
        let (bob, by_bob) = person(&app, &project, "bob", Some("tester")).await;
        Self { app, rpc, project, role, bob, by_bob }
    }

    async fn restrict(&self, restrictions: Restrictions) {
        let restricted = restrict_role(
            &self.app.app,
            &Actor::Application,
            self.project.id.into(),
            self.role,
            restrictions,
        );
        restricted.await.expect("the role is restricted");
    }

    fn column(&self, at: usize) -> ColumnId {
        self.project.columns[at].into()
    }

    /// Whether bob may call it.
    async fn may(&self, method: &str, params: Value) -> bool {
        let answer = self.by_bob.try_call(method, params).await;
        match (answer.status, &answer.body["result"]) {
            (403, _) => false,
            (200, done) if *done != json!(false) && !done.is_null() => true,
            _ => panic!("{method}: {answer:?}"),
        }
    }

    async fn may_move(&self, task: i64, to: usize) -> bool {
        let place = json!([self.project.id, task, self.project.columns[to], 1, self.project.swimlane]);
        self.may("moveTaskPosition", place).await
    }
}

fn blocking(block: Block) -> Restrictions {
    Restrictions { blocks: vec![block], ..Restrictions::default() }
}

#[tokio::test]
async fn a_role_that_is_not_restricted_is_a_members() {
    let world = World::start().await;
    let project = world.project.id;
    let task = world.project.task(&world.rpc, 0, "x").await;
    assert!(
        world.may("createTask", json!({"title": "y", "project_id": project, "owner_id": world.bob})).await
    );
    assert!(world.may("updateTask", json!({"id": task, "title": "z"})).await);
    assert!(world.may_move(task, 2).await);
    assert!(world.may("closeTask", json!([task])).await);
    assert!(world.may("removeTask", json!([task])).await);
    assert!(!world.may("addColumn", json!([project, "Mine"])).await, "it is no manager's");
    let mine = world.by_bob.call("getMyProjects", json!([])).await;
    assert_eq!(mine[0]["id"], project);
    assert_eq!(world.by_bob.call("getMyDashboard", json!([])).await[0]["project_id"], project);
}

#[tokio::test]
async fn a_role_of_another_project_gives_no_access() {
    let world = World::start().await;
    let other = Project::create(&world.rpc).await;
    world.rpc.call("addProjectUser", json!([other.id, world.bob, "tester"])).await;
    assert!(!world.may("getProjectById", json!([other.id])).await);
}

#[tokio::test]
async fn what_the_whole_project_blocks_is_refused_and_changes_nothing() {
    let world = World::start().await;
    let (project, bob) = (world.project.id, world.bob);
    let task = world.project.task(&world.rpc, 0, "x").await;
    let before = world.rpc.call("getTask", json!([task])).await;
    let new = |owner: i64| json!({"title": "y", "project_id": project, "owner_id": owner});
    let copy = json!([task, project]);
    for (block, method, params) in [
        (Block::Creation, "createTask", new(0)),
        (Block::Creation, "duplicateTaskToProject", copy.clone()),
        (Block::Removal, "removeTask", json!([task])),
        (Block::OpenClose, "closeTask", json!([task])),
        (Block::OpenClose, "openTask", json!([task])),
        (Block::Assigning, "createTask", new(bob)),
        (Block::Assigning, "updateTask", json!({"id": task, "owner_id": bob})),
        (Block::UpdatingOthers, "updateTask", json!({"id": task, "title": "z"})),
        (Block::UpdatingOthers, "updateTask", json!({"id": task, "owner_id": bob})),
        (Block::UpdatingOthers, "updateTask", json!({"id": task, "tags": ["a"]})),
        (Block::UpdatingOthers, "setTaskTags", json!([project, task, ["a"]])),
    ] {
        world.restrict(blocking(block)).await;
        assert!(!world.may(method, params.clone()).await, "{block:?} and {method} {params}");
    }
    world.restrict(blocking(Block::Moving)).await;
    assert!(!world.may_move(task, 1).await);
    assert_eq!(world.rpc.call("getTask", json!([task])).await, before);
    assert_eq!(world.project.column(&world.rpc, 0).await.len(), 1);

    world.restrict(blocking(Block::UpdatingOthers)).await;
    world.rpc.call("updateTask", json!({"id": task, "owner_id": bob})).await;
    assert!(world.may("updateTask", json!({"id": task, "title": "mine"})).await, "one's own may be changed");
    world.restrict(blocking(Block::Assigning)).await;
    assert!(world.may("updateTask", json!({"id": task, "title": "other"})).await);
    assert!(world.may("createTask", new(0)).await, "for nobody");
}

#[tokio::test]
async fn a_rule_for_a_column_counts_before_one_for_the_project() {
    let world = World::start().await;
    world
        .restrict(Restrictions {
            blocks: vec![Block::Creation],
            columns: vec![
                (world.column(0), ColumnRule::AllowCreation),
                (world.column(3), ColumnRule::BlockOpenClose),
            ],
            ..Restrictions::default()
        })
        .await;
    let new = |at: usize| json!({"title": "x", "project_id": world.project.id, "column_id": world.project.columns[at]});
    assert!(world.may("createTask", new(0)).await);
    assert!(!world.may("createTask", new(1)).await);
    let (here, there) =
        (world.project.task(&world.rpc, 0, "x").await, world.project.task(&world.rpc, 3, "y").await);
    assert!(world.may("closeTask", json!([here])).await);
    assert!(!world.may("closeTask", json!([there])).await);
}

#[tokio::test]
async fn tasks_move_only_where_the_role_lets_them() {
    let world = World::start().await;
    let passage = |from, to, only_own| Passage { from: world.column(from), to: world.column(to), only_own };
    world
        .restrict(Restrictions {
            passages: vec![passage(0, 1, false), passage(2, 3, true)],
            ..Restrictions::default()
        })
        .await;
    let task = world.project.task(&world.rpc, 0, "x").await;
    assert!(world.may_move(task, 1).await);
    assert!(world.may_move(task, 0).await, "and back");
    assert!(!world.may_move(task, 2).await);
    let theirs = world.project.task(&world.rpc, 2, "y").await;
    assert!(!world.may_move(theirs, 3).await);
    world.rpc.call("updateTask", json!({"id": theirs, "owner_id": world.bob})).await;
    assert!(world.may_move(theirs, 3).await, "their own");

    let other = Project::create(&world.rpc).await;
    world.rpc.call("addProjectUser", json!([other.id, world.bob, "project-member"])).await;
    assert!(!world.may("moveTaskToProject", json!([task, other.id])).await, "nor out of the project");
}

#[tokio::test]
async fn what_an_automatic_action_does_is_not_restricted() {
    let world = World::start().await;
    let (project, columns) = (world.project.id, &world.project.columns);
    world.restrict(blocking(Block::OpenClose)).await;
    let close = json!([project, "task.move.column", "\\Kanboard\\Action\\TaskCloseColumn", {"column_id": columns[3]}]);
    world.rpc.call_for_id("createAction", close).await;
    let task = world.project.task(&world.rpc, 0, "x").await;
    assert!(world.may_move(task, 3).await);
    assert_eq!(world.rpc.call("getTask", json!([task])).await["is_active"], 0);
}

#[tokio::test]
async fn a_role_counts_through_a_group_too() {
    let world = World::start().await;
    world.restrict(blocking(Block::Removal)).await;
    let (rpc, project) = (&world.rpc, world.project.id);
    rpc.call("removeProjectUser", json!([project, world.bob])).await;
    let group = rpc.call_for_id("createGroup", json!(["Testers"])).await;
    rpc.call("addGroupMember", json!([group, world.bob])).await;
    rpc.call("addProjectGroup", json!([project, group, "tester"])).await;
    let task = world.project.task(rpc, 0, "x").await;
    assert!(world.may("updateTask", json!({"id": task, "title": "y"})).await);
    assert!(!world.may("removeTask", json!([task])).await);
}
