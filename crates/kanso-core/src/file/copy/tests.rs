use kanso_domain::{Permission, ProjectId};

use super::super::{
    FileStore, ListedFile, NewFile, add_task_file, list_task_files, read_task_file, remove_task_file, sweep,
};
use super::*;
use crate::project::{NewProject, create_project};
use crate::task::{NewTask, create_task, remove_task};
use crate::trash::purge_task;
use crate::{Actor, App, Clock, Config, DatabaseUrl, Door};

const WHO: Actor = Actor::Application;

struct Installation {
    app: App,
    project: ProjectId,
    folder: tempfile::TempDir,
}

impl Installation {
    async fn create() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let database = Config::new(DatabaseUrl::Sqlite(folder.path().join("kanso.db")));
        let files = FileStore::in_folder(folder.path().join("files"));
        let app = App::open(database, files, Clock::manual(1_790_000_000), crate::SecretKey::random())
            .await
            .unwrap();
        let new = NewProject { name: "x".to_owned(), ..NewProject::default() };
        let project = create_project(&app, &WHO, new).await.unwrap();
        Self { app, project, folder }
    }

    async fn task(&self) -> TaskId {
        let new = NewTask { project: self.project, title: "x".to_owned(), ..NewTask::default() };
        create_task(&self.app, &WHO, new).await.unwrap()
    }

    async fn attach(&self, task: TaskId, name: &str) {
        let new = NewFile { name: name.to_owned(), content: name.as_bytes().to_vec() };
        add_task_file(&self.app, &WHO, self.project, task, new).await.unwrap();
    }

    async fn copy(&self, from: TaskId, to: TaskId) {
        let copied = self.app.change(&WHO, self.project, Permission::WorkInProject, move |change| {
            Box::pin(copy(change, from, to))
        });
        copied.await.unwrap();
    }

    async fn files(&self, task: TaskId) -> Vec<ListedFile> {
        list_task_files(&self.app, &WHO, task).await.unwrap()
    }

    async fn content(&self, file: &ListedFile) -> Vec<u8> {
        read_task_file(&self.app, &WHO, file.id).await.unwrap().expect("it is there").to_vec()
    }

    fn is_stored(&self, path: &str) -> bool {
        self.folder.path().join("files").join(path).exists()
    }
}

#[tokio::test]
async fn copies_are_files_of_their_own_that_share_the_content() {
    let at = Installation::create().await;
    let (from, to) = (at.task().await, at.task().await);
    for name in ["a.txt", "b.txt"] {
        at.attach(from, name).await;
    }
    at.copy(from, to).await;
    let (originals, copies) = (at.files(from).await, at.files(to).await);
    assert_eq!(copies.len(), 2);
    for (original, copy) in originals.iter().zip(&copies) {
        let expected = ListedFile { id: copy.id, task_id: to, ..original.clone() };
        assert_eq!(*copy, expected);
        assert_ne!(copy.id, original.id);
        assert_eq!(at.content(copy).await, original.name.as_bytes());
    }
}

#[tokio::test]
async fn content_goes_with_the_last_file_that_names_it() {
    let at = Installation::create().await;
    let (from, to) = (at.task().await, at.task().await);
    at.attach(from, "a.txt").await;
    at.copy(from, to).await;
    let path = at.files(from).await[0].path.clone();
    remove_task_file(&at.app, &WHO, at.files(from).await[0].id).await.unwrap();
    sweep(&at.app).await.unwrap();
    assert!(at.is_stored(&path), "the copy names it");
    assert_eq!(at.content(&at.files(to).await[0]).await, b"a.txt");
    remove_task(&at.app, &WHO, to, Door::Api).await.unwrap();
    sweep(&at.app).await.unwrap();
    assert!(at.is_stored(&path), "the removed task may come back");
    purge_task(&at.app, &WHO, to).await.unwrap();
    assert!(at.is_stored(&path), "not inside the transaction");
    sweep(&at.app).await.unwrap();
    assert!(!at.is_stored(&path));
}
