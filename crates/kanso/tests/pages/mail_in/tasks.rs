//! Mails that become tasks.

use serde_json::json;

use super::{World, mail};
use crate::team::{entries, told};

#[tokio::test]
async fn a_mail_to_a_project_becomes_a_task_of_its_sender_with_what_came_along() {
    let world = World::start().await;
    let parts = format!(
        "From: Ada <ADA@example.org>\nTo: {}\nSubject: Fwd: =?utf-8?q?Fr=C3=A9no?=\nMessage-ID: <a@example.org>\n\
         MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\
         Content-Type: text/plain; charset=utf-8\n\nThey *squeak*.\n\n-- \nAda\n--x\n\
         Content-Type: image/png; name=front.png\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\n\
         iVBORw0KGgo=\n--x\nContent-Type: text/csv; name=\"../list.csv\"\nContent-Disposition: attachment\n\na,b\n--x--\n",
        world.address()
    );
    world.receive(&parts).await;
    let tasks = world.tasks().await;
    let [task] = &tasks[..] else { panic!("{tasks:?}") };
    assert_eq!(task["title"], "Fréno");
    assert_eq!(task["description"], "They *squeak*.\n\n-- \nAda");
    assert_eq!(
        (&task["creator_id"], &task["column_id"]),
        (&json!(world.ada.0), &json!(world.project.columns[0]))
    );
    let files = world.app.rpc().call("getAllTaskFiles", json!([task["id"]])).await;
    let names: Vec<_> = entries(&files).map(|file| file["name"].clone()).collect();
    assert_eq!(names, ["front.png", "list.csv"]);
    let content = world.app.rpc().call("downloadTaskFile", json!([files[1]["id"]])).await;
    assert_eq!(content, "YSxi", "{files}");
    assert_eq!(told(&world.app).await, ["task.create", "task.file.create", "task.file.create"]);
    assert_eq!(world.folder.flags().await, ["Seen"]);
    assert_eq!(world.became().await, [("task".to_owned(), String::new())]);
}

#[tokio::test]
async fn a_project_is_named_by_its_own_address_and_by_its_identifier_too() {
    let world = World::start().await;
    let named = json!({"project_id": world.project.id, "identifier": "WEB", "email": "Bikes@example.org"});
    assert_eq!(world.app.rpc().call("updateProject", named).await, json!(true));
    for (to, subject) in [
        ("bikes@example.org", "by address"),
        ("Somebody <x@example.org>, kanso+web@EXAMPLE.org", "by identifier"),
        ("undisclosed-recipients:;\nDelivered-To: kanso+Web@example.org", "as it was delivered"),
    ] {
        world.receive(&mail("ada@example.org", to, subject, "x")).await;
    }
    assert_eq!(world.titles().await, ["by address", "by identifier", "as it was delivered"]);
}

#[tokio::test]
async fn a_mail_about_nothing_gets_a_title_in_the_language_of_its_sender() {
    let world = World::start().await;
    world.app.execute(&["UPDATE users SET language = 'fr_FR' WHERE username = 'ada'"]).await;
    world.receive(&mail("ada@example.org", &world.address(), "Re:", "Les freins grincent.")).await;
    world.receive(&mail("bob@example.org", &world.address(), "", "They squeak.")).await;
    assert_eq!(world.titles().await, ["(sans objet)", "(no subject)"]);
}

#[tokio::test]
async fn a_mail_in_html_alone_becomes_markdown_and_what_is_too_long_comes_along_as_a_file() {
    let world = World::start().await;
    let html = format!(
        "From: ada@example.org\nTo: {}\nSubject: html\nContent-Type: text/html; charset=utf-8\n\n\
         <p>The <b>front</b> one, see <a href=\"https://example.org/a\">here</a>.</p>\n",
        world.address()
    );
    world.receive(&html).await;
    let long = "long words\n".repeat(6_000);
    world.receive(&mail("ada@example.org", &world.address(), "long", &long)).await;
    let tasks = world.tasks().await;
    assert_eq!(tasks[0]["description"], "The **front** one, see [here](https://example.org/a).");
    let description = tasks[1]["description"].as_str().unwrap();
    assert!(description.chars().count() == 50_001 && description.ends_with('…'), "{}", description.len());
    let files = world.app.rpc().call("getAllTaskFiles", json!([tasks[1]["id"]])).await;
    assert_eq!((&files[0]["name"], &files[0]["size"]), (&json!("mail.txt"), &json!(65_999)));
}
