//! The pages on which people see where mails go and what became of them.

use kanso_testkit::{ADMIN_PASSWORD, TestApp};
use serde_json::json;

use super::{World, mail, signed_in};
use crate::team::{Project, person};

#[tokio::test]
async fn the_settings_of_a_project_say_where_its_mails_go() {
    let world = World::start().await;
    person(&world.app, &world.project, "max", Some("project-manager")).await;
    let manager = signed_in(&world.app, "max", "maxmax").await;
    let path = format!("/project/{}/settings", world.project.id);
    let page = manager.get(&path).await.body;
    assert!(page.contains(&format!("<code id=\"mail-in\">{}</code>", world.address())), "{page}");
    for (identifier, address) in [("WEB", "kanso+web@example.org"), ("7", &*world.address())] {
        let named = json!({"project_id": world.project.id, "identifier": identifier});
        assert_eq!(world.app.rpc().call("updateProject", named).await, json!(true));
        assert!(manager.get(&path).await.body.contains(address), "{identifier}");
    }
}

#[tokio::test]
async fn without_a_folder_nobody_is_promised_anything() {
    let app = TestApp::start().await;
    let project = Project::create(&app.rpc()).await;
    let admin = signed_in(&app, "admin", ADMIN_PASSWORD).await;
    person(&app, &project, "max", Some("project-manager")).await;
    let manager = signed_in(&app, "max", "maxmax").await;
    let page = manager.get(&format!("/project/{}/settings", project.id)).await.body;
    assert!(page.contains("id=\"identifier\"") && !page.contains("mail-in"), "{page}");
    assert!(admin.get("/settings/mails").await.body.contains("KANSO_MAIL_IN_URL"));
}

#[tokio::test]
async fn administrators_see_what_became_of_each_mail_and_why() {
    let world = World::start().await;
    let admin = world.admin().await;
    assert!(admin.get("/settings/mails").await.body.contains("Nobody has looked yet."));
    world.receive(&mail("ada@example.org", &world.address(), "Brakes <b>", "x")).await;
    world.receive(&mail("eve@example.org", &world.address(), "Let me in", "x")).await;
    let task = world.tasks().await[0]["id"].clone();
    let page = admin.get("/settings/mails").await.body;
    for part in [
        &*format!("<a href=\"/task/{task}\">Brakes &#60;b&#62;</a>"),
        "Let me in",
        "eve@example.org",
        "Not exactly one active account has this address.",
        "Last looked",
    ] {
        assert!(page.contains(part), "{part}: {page}");
    }
    let french = world.app.browser().with_header("accept-language", "fr");
    assert_eq!(french.sign_in("admin", ADMIN_PASSWORD).await.status, 303);
    assert!(french.get("/settings/mails").await.body.contains("Courriels entrants"));
    let member = signed_in(&world.app, "ada", "adaada").await;
    assert_eq!(member.get("/settings/mails").await.status, 403);
}

#[tokio::test]
async fn what_was_about_a_mail_is_forgotten_and_that_it_was_handled_is_not() {
    use kanso_core::incoming::forget_incoming;
    use std::time::Duration;
    let world = World::start().await;
    world.receive(&mail("ada@example.org", &world.address(), "Brakes", "x")).await;
    world.receive(&mail("eve@example.org", &world.address(), "Let me in", "x")).await;
    world.app.clock.advance(Duration::from_secs(31 * 86_400));
    assert_eq!(forget_incoming(&world.app.app).await.unwrap(), 2);
    let left = world.app.rows::<(String, String)>("SELECT sender, subject FROM incoming_mails").await;
    assert_eq!(left, [(String::new(), String::new())]);
    world.folder.unsee().await;
    assert_eq!(world.app.fetch_mails().await, None);
    assert_eq!(world.titles().await, ["Brakes"]);
}
