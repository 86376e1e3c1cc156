//! What mails say, to whom, and when.

use std::time::Duration;

use kanso_core::notification::remind_of_overdue;
use serde_json::json;

use super::World;

#[tokio::test]
async fn a_mail_says_what_happened_in_text_and_html() {
    let world = World::start().await;
    let task = world.task_for_bob("Brakes <b>").await;
    world.ada.rpc.call("createComment", json!([task, world.ada.id, "They **squeak**"])).await;
    let mails = world.arrived().await;
    let [created, commented] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!(created.to, "bob@example.org");
    assert_eq!(created.header("From"), Some("Kanso <kanso@example.org>"));
    assert_eq!(created.header("Subject"), Some(&*format!("[Demo Project] #{task} Brakes <b>")));
    assert_eq!(commented.header("Subject"), created.header("Subject"), "they stay together");
    assert_eq!(commented.header("In-Reply-To"), Some(&*format!("<task-{task}.kanso@example.org>")));
    assert_eq!(commented.header("Auto-Submitted"), Some("auto-generated"));
    assert_ne!(commented.header("Message-ID"), created.header("Message-ID"));
    let said = commented.unfolded();
    assert!(said.contains("> They **squeak**") && said.contains("<strong>squeak</strong>"), "{said}");
    assert!(said.contains("Brakes &lt;b&gt;") || said.contains("Brakes &#60;b&#62;"), "{said}");
    assert!(said.contains(&world.app.url(&format!("/task/{task}"))), "{said}");
    assert!(world.arrived().await.len() == 2, "nothing is sent twice");
}

#[tokio::test]
async fn a_mail_is_in_its_readers_language() {
    let world = World::start().await;
    let profile = [
        ("name", ""),
        ("email", "bob@example.org"),
        ("language", "fr_FR"),
        ("timezone", ""),
        ("theme", "auto"),
    ];
    assert_eq!(world.bob.browser.submit("/profile", "/profile", &profile).await.status, 303);
    world.bob.choose(&[("rhythm", "hourly")]).await;
    world.task_for_bob("One").await;
    world.task_for_bob("Two").await;
    assert_eq!(world.arrived().await.len(), 0, "not before the hour is over");
    world.app.clock.advance(Duration::from_secs(3_600));
    let mails = world.arrived().await;
    let [both] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!(both.header("Subject"), Some("2 nouvelles"));
    assert_eq!(both.header("In-Reply-To"), None, "it is about no single task");
    assert!(both.raw.contains("One") && both.raw.contains("Two"), "{}", both.raw);
}

#[tokio::test]
async fn quiet_hours_put_mails_off_and_not_what_the_page_tells() {
    let world = World::start().await;
    // It is 14:13.
    world.bob.choose(&[("quiet_from", "13:00"), ("quiet_until", "15:30")]).await;
    let page = world.bob.browser.get("/profile/notifications").await.body;
    assert!(page.contains("value=\"13:00\"") && page.contains("value=\"15:30\""), "{page}");
    world.task_for_bob("Later").await;
    assert_eq!((world.arrived().await.len(), world.bob.unread().await), (0, "1".to_owned()));
    world.app.clock.advance(Duration::from_secs(77 * 60));
    assert_eq!(world.arrived().await.len(), 1);
}

#[tokio::test]
async fn all_overdue_tasks_are_in_one_mail() {
    let world = World::start().await;
    for title in ["Late", "Too late"] {
        let task = world.task_for_bob(title).await;
        world.ada.rpc.call("updateTask", json!({"id": task, "date_due": "2026-09-22 10:00"})).await;
    }
    world.bob.choose(&[("filter", "3")]).await;
    let before = world.arrived().await.len();
    world.app.clock.advance(Duration::from_secs(2 * 86_400));
    assert_eq!(remind_of_overdue(&world.app.app).await.unwrap(), 2);
    let mails = world.arrived().await;
    let [reminder] = &mails[before..] else { panic!("{mails:?}") };
    assert_eq!(reminder.header("Subject"), Some("2 tasks are overdue"));
    assert!(reminder.raw.contains("Late") && reminder.raw.contains("Too late"));
}

#[tokio::test]
async fn an_action_mails_what_it_was_told_to() {
    let world = World::start().await;
    let params =
        json!({"column_id": world.project.columns[0], "user_id": world.ada.id, "subject": "Done: {{title}}"});
    let new = json!([world.project.id, "task.close", "\\Kanboard\\Action\\TaskEmail", params]);
    world.app.rpc().call_for_id("createAction", new).await;
    let task = world.project.task(&world.app.rpc(), 0, "Brakes").await;
    world.app.rpc().call("closeTask", json!([task])).await;
    let mails = world.arrived().await;
    let [mail] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!((mail.to.as_str(), mail.header("Subject")), ("ada@example.org", Some("Done: Brakes")));
    assert_eq!(mail.header("List-Unsubscribe"), None, "somebody else decided it");
}

#[tokio::test]
async fn a_click_in_a_mail_ends_mails_without_signing_in() {
    let world = World::start().await;
    world.task_for_bob("One").await;
    let mails = world.arrived().await;
    let header = mails[0].raw.replace("\r\n ", "");
    let link = header.split("List-Unsubscribe: <").nth(1).and_then(|rest| rest.split('>').next()).unwrap();
    assert!(header.contains("List-Unsubscribe-Post: List-Unsubscribe=One-Click"), "{header}");
    let path = link.strip_prefix(&world.app.url("")).unwrap();
    let stranger = world.app.browser();
    assert!(stranger.get(path).await.body.contains("No more mails"));
    world.task_for_bob("Two").await;
    assert_eq!(world.arrived().await.len(), 2, "looking at the page ends nothing");
    assert_eq!(stranger.post(path, &[("List-Unsubscribe", "One-Click")]).await.status, 200);
    world.task_for_bob("Three").await;
    assert_eq!((world.arrived().await.len(), world.bob.unread().await), (2, "3".to_owned()));
    let middle = path.len() - 5;
    let forged = format!(
        "{}{}{}",
        &path[..middle],
        if &path[middle..=middle] == "a" { "b" } else { "a" },
        &path[middle + 1..]
    );
    assert_eq!(stranger.post(&forged, &[]).await.status, 404);
}

#[tokio::test]
async fn who_forgot_the_password_gets_the_link_by_mail() {
    let world = World::start().await;
    let stranger = world.app.browser();
    for name in ["bob", "nobody", "bob"] {
        let asked = stranger.submit("/login/forgot", "/login/forgot", &[("username", name)]).await;
        assert!(asked.body.contains("a link is on its way"), "{}", asked.body);
    }
    let mails = world.arrived().await;
    let [mail] = &mails[..] else { panic!("one for who is there, and not two: {mails:?}") };
    let said = mail.unfolded();
    let link =
        said.split(&world.app.url("/password/")).nth(1).and_then(|rest| rest.split("\r\n").next()).unwrap();
    let path = format!("/password/{link}");
    assert_eq!(stranger.submit(&path, &path, &[("password", "a new secret")]).await.status, 303);
    super::signed_in(&world.app, "bob", "a new secret").await;
    let kept = world.app.rows::<(Option<String>,)>("SELECT sealed FROM mails").await;
    assert!(kept.iter().all(|(sealed,)| sealed.is_none()), "the link is not kept: {kept:?}");
}

#[tokio::test]
async fn who_is_invited_gets_the_link_by_mail() {
    let world = World::start().await;
    let admin = world.admin().await;
    let fields = [("email", "eve@example.net"), ("project", "")];
    assert_eq!(admin.submit("/users/invitations", "/users/invitations", &fields).await.status, 200);
    let mails = world.arrived().await;
    let [mail] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!((mail.to.as_str(), mail.header("Subject")), ("eve@example.net", Some("You are invited")));
    assert!(mail.unfolded().contains(&world.app.url("/invitation/")), "{}", mail.raw);
}
