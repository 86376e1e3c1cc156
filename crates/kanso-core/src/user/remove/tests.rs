use kanso_db::{Config, DatabaseUrl};
use kanso_domain::ApplicationRole;

use super::*;
use crate::Clock;
use crate::file::FileStore;
use crate::user::{NewUser, create_user};

/// The second account has a subtask, timers and a session; so has the first one.
const PARTS: [&str; 7] = [
    "INSERT INTO projects (name) VALUES ('x')",
    "INSERT INTO columns (title, position, project_id) VALUES ('x', 1, 1)",
    "INSERT INTO swimlanes (name, position, project_id) VALUES ('x', 1, 1)",
    "INSERT INTO tasks (title, date_creation, color_id, project_id, column_id, swimlane_id, position, \
     date_modification, date_moved) VALUES ('x', 0, 'yellow', 1, 1, 1, 1, 0, 0)",
    "INSERT INTO subtasks (title, task_id, user_id, position) VALUES ('x', 1, 1, 1), ('y', 1, 2, 2)",
    "INSERT INTO subtask_timers (subtask_id, user_id, started_at) VALUES (1, 1, 5), (1, 2, 5), (2, 2, 5)",
    "INSERT INTO sessions (id, user_id, data, created_at, expires_at) VALUES ('a', 1, '', 0, 9), ('b', 2, '', 0, 9)",
];

#[tokio::test]
async fn subtasks_are_nobodys_then_and_timers_and_sessions_are_gone() {
    let folder = tempfile::tempdir().unwrap();
    let url = DatabaseUrl::Sqlite(folder.path().join("kanso.db"));
    let app = App::open(
        Config::new(url),
        FileStore::in_folder(folder.path().join("files")),
        Clock::manual(1_790_000_000),
        crate::SecretKey::random(),
    )
    .await
    .unwrap();
    for username in ["ada", "eve"] {
        let (username, password) = (username.to_owned(), "secret".to_owned());
        let role = ApplicationRole::User;
        let new = NewUser { username, password, name: String::new(), email: String::new(), role };
        create_user(&app, &Actor::Application, new).await.unwrap();
    }
    for part in PARTS {
        let stored = app.note(move |conn| Box::pin(async move { Ok(conn.execute(part, &[]).await?) })).await;
        assert!(stored.unwrap() > 0, "{part}");
    }
    remove_user(&app, &Actor::Application, 2.into()).await.unwrap();
    let look = async |select: &'static str| -> Vec<(i64, i64)> {
        app.read(move |conn| Box::pin(async move { Ok(conn.all(select, &[]).await?) })).await.unwrap()
    };
    assert_eq!(look("SELECT id, user_id FROM subtasks ORDER BY id").await, [(1, 1), (2, 0)]);
    assert_eq!(look("SELECT subtask_id, user_id FROM subtask_timers").await, [(1, 1)]);
    assert_eq!(look("SELECT 0, user_id FROM sessions").await, [(0, 1)]);
    assert_eq!(look("SELECT 0, revision FROM projects").await, [(0, 1)], "it was locked");
}
