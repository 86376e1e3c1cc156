//! A project as a file: taken out by who manages it, put in by who may create projects.

use kanso_core::Actor;
use kanso_core::archive::export_archive;
use serde_json::json;

use super::{World, admin, signed_in};
use crate::team::person;

const PUT: &str = "/projects/archive";

async fn taken_out(world: &World) -> Vec<u8> {
    let project = world.project.id.into();
    let mut exported =
        export_archive(&world.app.app, &Actor::Application, project).await.expect("it is exported");
    let mut file = Vec::new();
    while let Some(part) = exported.next().await.expect("a part") {
        file.extend_from_slice(&part);
    }
    file
}

/// The name under which a file waits that was looked at.
fn waiting(body: &str) -> &str {
    let value = body.split("name=\"waiting\" value=\"").nth(1).expect("it waits");
    value.split('"').next().unwrap_or_default()
}

#[tokio::test]
async fn managers_download_it_and_others_do_not() {
    let world = World::start().await;
    let page = world.ada.get(&world.at("/exports")).await.body;
    let path = world.at("/archive");
    assert!(page.contains(&format!("action=\"{path}\"")), "{page}");
    let file = world.send("/exports", &path, &[]).await;
    assert_eq!((file.status, file.header("content-type")), (200, Some("application/gzip")));
    let name = file.header("content-disposition").unwrap_or_default();
    assert!(name.starts_with("attachment; filename=\"Demo Project.kanso.tar.gz\""), "{name}");
    person(&world.app, &world.project, "mel", Some("project-member")).await;
    let mel = signed_in(&world.app, "mel", "melmel").await;
    assert_eq!(mel.submit(&world.at(""), &path, &[]).await.status, 403);
}

#[tokio::test]
async fn it_is_looked_at_and_then_put_in_once() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    world.project.task(&rpc, 0, "Carried over").await;
    let file = taken_out(&world).await;
    let boss = admin(&world.app).await;
    assert!(boss.get("/project/new").await.body.contains("href=\"/projects/archive\""));
    let seen = boss.upload(PUT, PUT, &[], &[("demo.kanso.tar.gz", &file)]).await;
    assert_eq!(seen.status, 200, "{}", seen.body);
    for text in ["Demo Project", "Tasks", "All of it can be taken.", "<dt>ada</dt><dd>ada</dd>"] {
        assert!(seen.body.contains(text), "{text}: {}", seen.body);
    }
    let all = async || rpc.call("getAllProjects", json!([])).await.as_array().map_or(0, Vec::len);
    assert_eq!(all().await, 1, "nothing is made yet");
    // It waits for who sent it.
    rpc.call_for_id("createUser", json!({"username": "max", "password": "secret", "role": "app-manager"}))
        .await;
    let max = signed_in(&world.app, "max", "secret").await;
    let fields = [("waiting", waiting(&seen.body))];
    assert_eq!(max.submit(PUT, "/projects/archive/import", &fields).await.status, 404);
    let made = boss.submit(PUT, "/projects/archive/import", &fields).await;
    assert_eq!((made.status, all().await), (303, 2));
    let place = made.location.expect("a project").replace("/project/", "/board/");
    assert!(boss.get(&place).await.body.contains("Carried over"));
    let again = boss.submit(PUT, "/projects/archive/import", &fields).await;
    assert!(again.status == 404 && again.body.contains("waits no longer"), "{}", again.status);
    assert_eq!(all().await, 2);
    assert_eq!(world.app.rows::<(i64,)>("SELECT COUNT(*) FROM waiting_archives").await, [(0,)]);
}

#[tokio::test]
async fn a_board_that_trello_exported_is_put_in_the_same_way() {
    let world = World::start().await;
    let boss = admin(&world.app).await;
    let board = include_bytes!("../../it/import/trello.json");
    let seen = boss.upload(PUT, PUT, &[], &[("board.json", board)]).await;
    for text in [
        "Bike shop",
        "<dt>Tasks</dt><dd class=\"number\">4</dd>",
        "Grace Hopper (grace42) has no account here",
    ] {
        assert!(seen.body.contains(text), "{text}: {}", seen.body);
    }
    let made = boss.submit(PUT, "/projects/archive/import", &[("waiting", waiting(&seen.body))]).await;
    let board = boss.get(&made.location.expect("a project").replace("/project/", "/board/")).await.body;
    assert!(board.contains("Oil the chain") && !board.contains("A tandem"), "{board}");
    let other = boss.upload(PUT, PUT, &[], &[("other.json", b"{\"name\": \"no board\"}")]).await;
    assert!(other.status == 422 && other.body.contains("This is no archive"), "{}", other.body);
}

#[tokio::test]
async fn what_is_wrong_with_it_is_said_in_words() {
    let world = World::start().await;
    let boss = admin(&world.app).await;
    let none = boss.upload(PUT, PUT, &[], &[("x.tar.gz", b"something else")]).await;
    assert_eq!(none.status, 422);
    assert!(none.body.contains("This is no archive of a project, or not all of it."), "{}", none.body);
    assert_eq!(boss.upload(PUT, PUT, &[], &[]).await.status, 422);
    assert_eq!(world.app.rows::<(i64,)>("SELECT COUNT(*) FROM waiting_archives").await, [(0,)]);
    assert_eq!(world.ada.get(PUT).await.status, 403, "who may create no projects for teams");
}

#[tokio::test]
async fn what_nobody_comes_back_to_is_forgotten_after_a_day() {
    let world = World::start().await;
    let boss = admin(&world.app).await;
    let file = taken_out(&world).await;
    boss.upload(PUT, PUT, &[], &[("demo.tar.gz", &file)]).await;
    let kept = || std::fs::read_dir(world.app.files().join("waiting")).map_or(0, Iterator::count);
    assert_eq!(kept(), 1);
    world.app.clock.advance(std::time::Duration::from_secs(24 * 60 * 60 + 1));
    kanso_core::archive::forget_archives(&world.app.app).await.unwrap();
    kanso_core::file::sweep(&world.app.app).await.unwrap();
    assert_eq!(kept(), 0);
}
