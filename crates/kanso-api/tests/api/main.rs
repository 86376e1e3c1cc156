//! The API over a real SQLite database, without a network.

#![cfg(test)]
#![recursion_limit = "256"]

mod board;
mod comments;
mod outgoing;
mod projects;
mod protocol;
mod tasks;
mod users;

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{Request, StatusCode};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use kanso_api::ApiConfig;
use kanso_core::file::FileStore;
use kanso_core::user::{NewUser, create_user};
use kanso_core::{Actor, App, Clock};
use kanso_db::Config;
use kanso_domain::ApplicationRole;
use serde_json::{Value, json};
use tower::ServiceExt;

/// 2026-11-22 00:00:00 UTC
const NOW: i64 = 1_795_305_600;
const APPLICATION: &str = "jsonrpc";

struct Api {
    app: App,
    router: Router,
    _folder: tempfile::TempDir,
}

impl Api {
    /// A fresh installation with `admin` (1), `alice` (2), `bob` (3), `carol` (4), and `dave` (5), a manager of
    /// the application.
    async fn start() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite:{}", folder.path().join("kanso.db").display()).parse().unwrap();
        let files = FileStore::in_folder(folder.path().join("files"));
        let app = App::open(Config::new(url), files, Clock::manual(NOW), kanso_core::SecretKey::random())
            .await
            .unwrap()
            .with_password_cost(kanso_core::user::PasswordCost::Least);
        let people = [
            ("admin", "", ApplicationRole::Admin),
            ("alice", "Alice Martin", ApplicationRole::User),
            ("bob", "Bob Stone", ApplicationRole::User),
            ("carol", "Carol Diaz", ApplicationRole::User),
            ("dave", "Dave Kim", ApplicationRole::Manager),
        ];
        for (username, name, role) in people {
            let new = NewUser {
                username: username.to_owned(),
                password: password(username),
                name: name.to_owned(),
                email: String::new(),
                role,
            };
            create_user(&app, &Actor::Application, new).await.unwrap();
        }
        let config = ApiConfig {
            authentication_header: Some("X-API-Auth".to_owned()),
            max_body_bytes: 1024 * 1024,
            ..ApiConfig::default()
        };
        Self {
            router: kanso_api::router(app.clone(), config, Arc::new(outgoing::Nowhere)),
            app,
            _folder: folder,
        }
    }

    /// With project 1, of which `alice` is manager, `bob` member and `carol` viewer.
    async fn with_project() -> Self {
        let api = Self::start().await;
        assert_eq!(api.call(APPLICATION, "createProject", json!(["Website"])).await, json!(1));
        for (user, role) in [(2, "project-manager"), (3, "project-member"), (4, "project-viewer")] {
            assert_eq!(api.call(APPLICATION, "addProjectUser", json!([1, user, role])).await, json!(true));
        }
        api
    }

    fn credentials(&self, user: &str) -> String {
        let secret = match user {
            APPLICATION => self.app.settings().get("api_token").to_owned(),
            _ => password(user),
        };
        STANDARD.encode(format!("{user}:{secret}"))
    }

    async fn send(&self, request: Request<Body>) -> (StatusCode, axum::http::HeaderMap, String) {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (head, body) = response.into_parts();
        let body = to_bytes(body, usize::MAX).await.unwrap();
        (head.status, head.headers, String::from_utf8(body.to_vec()).unwrap())
    }

    /// Status and body of a POST with this text.
    async fn post(&self, user: &str, body: impl Into<String>) -> (u16, String) {
        let request = Request::post("/jsonrpc.php")
            .header("Authorization", format!("Basic {}", self.credentials(user)))
            .body(Body::from(body.into()))
            .unwrap();
        let (status, headers, body) = self.send(request).await;
        assert_eq!(headers["content-type"], "application/json");
        (status.as_u16(), body)
    }

    /// The result of a call, or its error object.
    async fn call(&self, user: &str, method: &str, params: Value) -> Value {
        let request = json!({"jsonrpc": "2.0", "method": method, "params": params, "id": 7});
        let (_, body) = self.post(user, request.to_string()).await;
        let mut response: Value = serde_json::from_str(&body).unwrap();
        match response.get_mut("result") {
            Some(result) => result.take(),
            None => response["error"].take(),
        }
    }
}

fn password(username: &str) -> String {
    format!("{username}-pw-1")
}

fn forbidden() -> Value {
    json!({"code": 403, "message": "Forbidden"})
}
