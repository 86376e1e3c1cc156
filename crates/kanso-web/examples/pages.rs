use kanso_core::{Actor, App, Clock, column, comment, project, swimlane, task, user};
use kanso_web::*;
use std::sync::Arc;
struct Out;
impl Outgoing for Out {
    fn allows_private_networks(&self) -> bool {
        false
    }
    fn judge<'a>(&'a self, url: &'a str) -> Answering<'a, Result<(), String>> {
        Box::pin(async move {
            if url.contains("127.") { Err("127.0.0.1 is on this machine".into()) } else { Ok(()) }
        })
    }
    fn send_test(&self) -> Answering<'_, TestResult> {
        Box::pin(async {
            TestResult {
                status: Some(200),
                duration: std::time::Duration::from_millis(12),
                body: "{\"ok\":true}".into(),
                error: None,
            }
        })
    }
}
#[tokio::main]
async fn main() {
    let _ = std::fs::remove_dir_all("/tmp/x/data");
    std::fs::create_dir_all("/tmp/x/data").unwrap();
    let app =
        App::open(kanso_db::Config::new("sqlite:/tmp/x/data/k.sqlite".parse().unwrap()), Clock::system())
            .await
            .unwrap();
    user::create_first_admin(&app, Some("password".into())).await.unwrap();
    let admin =
        Actor::User(user::authenticate(&app, "admin", "password", user::Door::Page).await.unwrap().unwrap());
    let api = Actor::Application;
    for (name, login) in [("Ada Lovelace", "ada"), ("Jules Verne", "jules")] {
        user::create_user(
            &app,
            &api,
            user::NewUser {
                username: login.into(),
                password: "password".into(),
                name: name.into(),
                email: String::new(),
                role: kanso_domain::ApplicationRole::User,
            },
        )
        .await
        .unwrap();
    }
    let now = app.clock().now();
    for (name, total) in [("Website relaunch", 24), ("Big board", 500), ("Empty", 0)] {
        let p = project::create_project(
            &app,
            &admin,
            project::NewProject { name: name.into(), ..Default::default() },
        )
        .await
        .unwrap();
        project::add_member(&app, &admin, p, 2.into(), "project-member".into()).await.unwrap();
        project::add_member(&app, &admin, p, 3.into(), "project-viewer".into()).await.unwrap();
        let columns = column::list_columns(&app, &admin, p).await.unwrap();
        column::update_column(&app, &admin, columns[2].id, "Work in progress".into(), 4, String::new())
            .await
            .unwrap();
        if total == 24 {
            swimlane::add_swimlane(&app, &admin, p, "Server".into(), String::new()).await.unwrap();
        }
        for n in 0..total {
            let t = task::create_task(
                &app,
                &admin,
                task::NewTask {
                    project: p,
                    title: format!(
                        "{} {n}",
                        [
                            "Draft the release notes",
                            "Sign in with a passkey",
                            "Measure the board of a thousand tasks on the old laptop"
                        ][n % 3]
                    ),
                    column: Some(columns[[0, 0, 1, 2, 3][n % 5]].id),
                    owner: [0, 1, 2][n % 3].into(),
                    color: Some(kanso_domain::color::ALL[n % 16].id.into()),
                    priority: Some((n % 4) as i64),
                    date_due: Some([0, now - 300_000, now + 1000, now + 900_000][n % 4]),
                    description: Some("Some *text*".into()),
                    ..Default::default()
                },
            )
            .await
            .unwrap();
            if n % 4 == 0 && n < 40 {
                comment::create_comment(
                    &app,
                    &admin,
                    comment::NewComment {
                        task: t,
                        author: 1.into(),
                        text: "Hello **you**".into(),
                        reference: String::new(),
                        visibility: kanso_domain::ApplicationRole::User,
                    },
                )
                .await
                .unwrap();
            }
        }
    }
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8598").await.unwrap();
    println!("ready");
    axum::serve(listener, router(app, Arc::new(Out))).await.unwrap();
}
