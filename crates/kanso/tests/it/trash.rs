//! Removed tasks: what is kept of them, for how long, and how they come back.

mod gone;
mod projects;

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso_core::task::find_task;
use kanso_core::trash::{KEPT_DAYS, empty_old, list_trash, purge_task, restore_task};
use kanso_core::user::find_user;
use kanso_core::{Actor, Error, file};
use kanso_testkit::{Rpc, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, person, told};

const APPLICATION: Actor = Actor::Application;
const DAY: Duration = Duration::from_secs(24 * 60 * 60);

/// A project with a task that has one of each part, and a second task that it is linked to.
pub(crate) struct Desk {
    pub(crate) app: TestApp,
    pub(crate) rpc: Rpc,
    pub(crate) project: Project,
    pub(crate) task: i64,
    pub(crate) other: i64,
    pub(crate) bob: i64,
    pub(crate) category: i64,
}

impl Desk {
    pub(crate) async fn start() -> Self {
        let app = TestApp::start().await;
        let rpc = app.rpc();
        let project = Project::create(&rpc).await;
        let (bob, by_bob) = person(&app, &project, "bob", Some("project-member")).await;
        let category =
            rpc.call_for_id("createCategory", json!({"project_id": project.id, "name": "Web"})).await;
        let other = project.task(&rpc, 1, "Other").await;
        let new = json!({"title": "Whole", "project_id": project.id, "column_id": project.columns[0],
            "owner_id": bob, "category_id": category, "description": "all **of** it", "score": 3,
            "date_due": "2026-10-01 12:00", "reference": "R-1", "tags": ["print"], "priority": 2,
            "time_estimated": 1.5});
        let task = rpc.call_for_id("createTask", new).await;
        let subtask = json!({"task_id": task, "title": "Part", "user_id": bob, "time_estimated": 0.25});
        let subtask = rpc.call_for_id("createSubtask", subtask).await;
        assert_eq!(by_bob.call("setSubtaskStartTime", json!([subtask, bob])).await, json!(true));
        by_bob
            .call_for_id("createComment", json!({"task_id": task, "user_id": bob, "content": "hello"}))
            .await;
        rpc.call_for_id("createTaskLink", json!([task, other, 2])).await;
        let link = json!([task, "https://example.org/", "related", "weblink", "A page"]);
        rpc.call_for_id("createExternalTaskLink", link).await;
        let notes = json!([project.id, task, "notes.txt", STANDARD.encode("notes")]);
        rpc.call_for_id("createTaskFile", notes).await;
        assert_eq!(rpc.call("saveTaskMetadata", json!([task, {"cost": "12"}])).await, json!(true));
        Self { app, rpc, project, task, other, bob, category }
    }

    /// All that the API tells of the task, and of the other one's links.
    pub(crate) async fn tell(&self) -> Vec<Value> {
        let mut told = Vec::new();
        for method in [
            "getTask",
            "getAllSubtasks",
            "getAllComments",
            "getAllTaskLinks",
            "getAllExternalTaskLinks",
            "getAllTaskFiles",
            "getTaskMetadata",
            "getTaskTags",
        ] {
            told.push(self.rpc.call(method, json!([self.task])).await);
        }
        told.push(self.rpc.call("getAllTaskLinks", json!([self.other])).await);
        told
    }

    pub(crate) async fn remove(&self, task: i64) {
        assert_eq!(self.rpc.call("removeTask", json!([task])).await, json!(true));
    }

    pub(crate) async fn restore(&self, task: i64) {
        restore_task(&self.app.app, &APPLICATION, task.into()).await.expect("it is in the trash");
    }

    pub(crate) async fn titles_in_trash(&self) -> Vec<String> {
        let (tasks, count) = list_trash(&self.app.app, &APPLICATION, self.project.id.into(), 0, 10)
            .await
            .expect("the trash is read");
        assert_eq!(i64::try_from(tasks.len()), Ok(count));
        tasks.into_iter().map(|task| task.title).collect()
    }

    pub(crate) async fn download(&self) -> Value {
        let files = self.rpc.call("getAllTaskFiles", json!([self.task])).await;
        self.rpc.call("downloadTaskFile", json!([files[0]["id"]])).await
    }
}

#[tokio::test]
async fn a_removed_task_comes_back_with_all_that_belonged_to_it() {
    let desk = Desk::start().await;
    let before = desk.tell().await;
    assert!(before.iter().all(|part| !part.as_array().is_some_and(Vec::is_empty)), "{before:#?}");
    desk.remove(desk.task).await;
    assert_eq!(desk.rpc.call("getTask", json!([desk.task])).await, Value::Null);
    assert_eq!(desk.titles_in_trash().await, ["Whole"]);
    file::sweep(&desk.app.app).await.unwrap();

    desk.restore(desk.task).await;
    assert_eq!(desk.tell().await, before);
    assert_eq!(desk.download().await, json!(STANDARD.encode("notes")));
    assert!(desk.titles_in_trash().await.is_empty());
    let told = told(&desk.app).await;
    let last = &told[told.len() - 4..];
    assert_eq!(last, ["task.file.destroy", "task.remove", "task.restore", "task.file.create"]);
}

#[tokio::test]
async fn it_comes_back_to_its_place() {
    let desk = Desk::start().await;
    let mut tasks = vec![desk.task];
    for title in ["b", "c", "d"] {
        tasks.push(desk.project.task(&desk.rpc, 0, title).await);
    }
    // Removals leave gaps in the numbers, which the next move closes.
    desk.remove(tasks[1]).await;
    desk.remove(tasks[2]).await;
    desk.restore(tasks[2]).await;
    let titles = async |column| {
        let tasks = desk.project.column(&desk.rpc, column).await;
        tasks.into_iter().map(|(title, _)| title).collect::<Vec<_>>()
    };
    assert_eq!(titles(0).await, ["Whole", "c", "d"]);
    desk.restore(tasks[1]).await;
    assert_eq!(titles(0).await, ["Whole", "b", "c", "d"]);
    let moved = desk.project.drag(&desk.rpc, tasks[3], 0, 1).await;
    assert_eq!(moved, json!(true));
    let column = desk.project.column(&desk.rpc, 0).await;
    assert_eq!(column.iter().map(|(_, position)| *position).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(desk.project.task(&desk.rpc, 0, "e").await, tasks[3] + 1);
    assert_eq!(titles(0).await, ["d", "Whole", "b", "c", "e"], "the lane is counted right");
}

#[tokio::test]
async fn a_closed_task_comes_back_closed() {
    let desk = Desk::start().await;
    assert_eq!(desk.rpc.call("closeTask", json!([desk.task])).await, json!(true));
    let before = desk.tell().await;
    desk.remove(desk.task).await;
    desk.restore(desk.task).await;
    assert_eq!(desk.tell().await, before);
}

#[tokio::test]
async fn who_may_not_work_in_the_project_brings_nothing_back() {
    let desk = Desk::start().await;
    let (viewer, _) = person(&desk.app, &desk.project, "vera", Some("project-viewer")).await;
    let (outsider, _) = person(&desk.app, &desk.project, "oskar", None).await;
    let actor = async |id: i64| {
        let account = find_user(&desk.app.app, &APPLICATION, id.into()).await.expect("an account");
        Actor::User(account.signed_in())
    };
    desk.remove(desk.task).await;
    let app = &desk.app.app;
    for id in [viewer, outsider] {
        let who = actor(id).await;
        assert!(restore_task(app, &who, desk.task.into()).await.is_err());
        assert!(purge_task(app, &who, desk.task.into()).await.is_err());
        assert!(list_trash(app, &who, desk.project.id.into(), 0, 10).await.is_err());
    }
    let bob = actor(desk.bob).await;
    assert!(matches!(purge_task(app, &bob, desk.task.into()).await, Err(Error::Forbidden(_))));
    restore_task(app, &bob, desk.task.into()).await.unwrap();
    assert!(matches!(restore_task(app, &bob, desk.task.into()).await, Err(Error::NotFound(_))));
    assert_eq!(find_task(app, &bob, desk.task.into()).await.unwrap().title, "Whole");
}

#[tokio::test]
async fn after_a_month_it_is_gone_for_good() {
    let desk = Desk::start().await;
    let content = desk.app.files().join(
        desk.rpc.call("getAllTaskFiles", json!([desk.task])).await[0]["path"].as_str().expect("a path"),
    );
    desk.remove(desk.task).await;
    desk.app.clock.advance(DAY * u32::try_from(KEPT_DAYS).unwrap());
    assert_eq!(empty_old(&desk.app.app).await.unwrap(), 0);
    file::sweep(&desk.app.app).await.unwrap();
    assert!(content.exists());
    desk.app.clock.advance(Duration::from_secs(1));
    assert_eq!(empty_old(&desk.app.app).await.unwrap(), 1);
    file::sweep(&desk.app.app).await.unwrap();
    assert!(!content.exists());
    let restored = restore_task(&desk.app.app, &APPLICATION, desk.task.into()).await;
    assert!(matches!(restored, Err(Error::NotFound(_))));
}

#[tokio::test]
async fn what_is_deleted_for_good_leaves_the_trash_at_once() {
    let desk = Desk::start().await;
    desk.remove(desk.task).await;
    desk.remove(desk.other).await;
    let project = purge_task(&desk.app.app, &APPLICATION, desk.task.into()).await.unwrap();
    assert_eq!(project.get(), desk.project.id);
    assert_eq!(desk.titles_in_trash().await, ["Other"]);
}
