use kanso_db::{Config, DatabaseUrl};
use kanso_domain::ApplicationRole;

use super::*;
use crate::file::FileStore;
use crate::user::{NewUser, create_user, remove_access_token, renew_access_token};
use crate::{Actor, Clock};

/// An application with the account `eve`.
async fn with_eve(folder: &tempfile::TempDir) -> (App, UserId) {
    let url = DatabaseUrl::Sqlite(folder.path().join("kanso.db"));
    let files = FileStore::in_folder(folder.path().join("files"));
    let app = App::open(Config::new(url), files, Clock::manual(1_790_000_000), crate::SecretKey::random())
        .await
        .unwrap();
    let (username, password) = ("eve".to_owned(), "eveeve".to_owned());
    let role = ApplicationRole::User;
    let new = NewUser { username, password, name: String::new(), email: String::new(), role };
    let eve = create_user(&app, &Actor::Application, new).await.unwrap();
    (app, eve)
}

async fn store(app: &App, statement: &'static str) {
    let stored = app.note(move |conn| Box::pin(async move { Ok(conn.execute(statement, &[]).await?) })).await;
    assert_eq!(stored.unwrap(), 1, "{statement}");
}

async fn opens(app: &App, secret: &str, door: Door) -> bool {
    authenticate(app, "eve", secret, door, None).await.unwrap().is_some()
}

#[tokio::test]
async fn a_personal_access_token_opens_the_api_only() {
    let folder = tempfile::tempdir().unwrap();
    let (app, eve) = with_eve(&folder).await;
    let token = renew_access_token(&app, &Actor::Application, eve).await.unwrap();
    assert!(opens(&app, &token, Door::Api).await && !opens(&app, &token, Door::Page).await);
    assert!(opens(&app, "eveeve", Door::Api).await && opens(&app, "eveeve", Door::Page).await);
    let newer = renew_access_token(&app, &Actor::Application, eve).await.unwrap();
    assert!(!opens(&app, &token, Door::Api).await && opens(&app, &newer, Door::Api).await);
    remove_access_token(&app, &Actor::Application, eve).await.unwrap();
    assert!(!opens(&app, &newer, Door::Api).await);
    assert!(!opens(&app, "", Door::Api).await);
    // As Kanboard stored it.
    store(&app, "UPDATE users SET api_access_token = 'old' WHERE username = 'eve'").await;
    assert!(opens(&app, "old", Door::Api).await);
    store(&app, "UPDATE users SET is_active = 0 WHERE username = 'eve'").await;
    assert!(!opens(&app, "old", Door::Api).await);
}

#[tokio::test]
async fn with_a_second_factor_only_the_token_opens_the_api() {
    let folder = tempfile::tempdir().unwrap();
    let (app, eve) = with_eve(&folder).await;
    let token = renew_access_token(&app, &Actor::Application, eve).await.unwrap();
    assert!(opens(&app, "eveeve", Door::Api).await);
    store(&app, "UPDATE users SET twofactor_activated = 1 WHERE username = 'eve'").await;
    assert!(!opens(&app, "eveeve", Door::Api).await, "although it was right a moment ago");
    assert!(opens(&app, &token, Door::Api).await);
}

#[tokio::test]
async fn a_locked_account_is_closed_to_its_token_too() {
    let folder = tempfile::tempdir().unwrap();
    let (app, eve) = with_eve(&folder).await;
    let token = renew_access_token(&app, &Actor::Application, eve).await.unwrap();
    for _ in 0..6 {
        assert!(!opens(&app, "wrong", Door::Api).await);
    }
    assert!(opens(&app, &token, Door::Api).await, "a success begins a new count");
    for _ in 0..7 {
        assert!(!opens(&app, "wrong", Door::Api).await);
    }
    assert!(!opens(&app, &token, Door::Api).await);
}
