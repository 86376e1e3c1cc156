//! Mails that are not taken, and the page that shows administrators what became of them.

use std::time::Duration;

use super::World;

#[tokio::test]
async fn a_mail_that_is_not_taken_is_tried_again_under_the_same_id() {
    let world = World::start().await;
    world.task_for_bob("Brakes").await;
    world.mails.refuse(Some("450 busy"));
    assert!(world.app.send_mails().await, "the server is there");
    let admin = world.admin().await;
    let page = admin.get("/settings/mails").await.body;
    assert!(
        page.contains("Will be tried again") && page.contains("busy") && page.contains("1 attempt"),
        "{page}"
    );
    assert!(!page.contains("Brakes"), "what mails say is nobody else's");
    world.mails.refuse(None);
    assert_eq!(world.arrived().await.len(), 0, "not at once");
    world.app.clock.advance(Duration::from_secs(10));
    let mails = world.arrived().await;
    assert_eq!(mails.len(), 1);
    let mail = world.app.rows::<(i64, String)>("SELECT id, salt FROM mails").await;
    let id = format!("<{}.{}.kanso@example.org>", mail[0].0, mail[0].1);
    assert_eq!(mails[0].header("Message-ID"), Some(&*id));
    assert!(admin.get("/settings/mails").await.body.contains("Sent"));
}

#[tokio::test]
async fn an_administrator_lets_a_mail_be_tried_at_once() {
    let world = World::start().await;
    world.task_for_bob("Brakes").await;
    world.mails.refuse(Some("450 busy"));
    world.app.send_mails().await;
    world.mails.refuse(None);
    let retry = world.admin().await.submit("/settings/mails", "/settings/mails/1/retry", &[]).await;
    assert_eq!(retry.location.as_deref(), Some("/settings/mails"));
    assert_eq!(world.arrived().await.len(), 1);
    let again = world.admin().await.submit("/settings/mails", "/settings/mails/1/retry", &[]).await;
    assert_eq!(again.status, 404, "it went out");
    assert_eq!(world.bob.browser.get("/settings/mails").await.status, 403);
}

#[tokio::test]
async fn an_address_that_is_refused_for_good_is_not_tried_again() {
    let world = World::start().await;
    world.task_for_bob("Brakes").await;
    world.mails.refuse(Some("550 nobody here"));
    world.app.send_mails().await;
    world.mails.refuse(None);
    world.app.clock.advance(Duration::from_secs(86_400));
    assert_eq!(world.arrived().await.len(), 0);
    let state = world.app.rows::<(String, String)>("SELECT state, reason FROM mails").await;
    assert!(state[0].0 == "failed" && state[0].1.contains("nobody here"), "{state:?}");
}

#[tokio::test]
async fn after_a_failure_what_waits_comes_together_and_what_is_old_does_not_come() {
    let world = World::start().await;
    for title in ["1", "2", "3", "4", "5", "6"] {
        world.task_for_bob(title).await;
    }
    let mails = world.arrived().await;
    let [one] = &mails[..] else { panic!("{} mails", mails.len()) };
    assert_eq!(one.header("Subject"), Some("6 pieces of news"));
    world.task_for_bob("7").await;
    world.app.clock.advance(Duration::from_secs(4 * 86_400));
    kanso_core::mail::drop_stale_mails(&world.app.app).await.unwrap();
    assert_eq!(world.arrived().await.len(), 1, "four days later nobody wants it any more");
}

#[tokio::test]
async fn what_may_have_arrived_is_sent_again_as_it_was_and_news_comes_apart_from_it() {
    let world = World::start().await;
    for title in ["one", "two", "three", "four", "five"] {
        world.task_for_bob(title).await;
    }
    world.mails.fall_silent(true);
    assert!(!world.app.send_mails().await, "nobody says that it was taken");
    world.mails.fall_silent(false);
    world.task_for_bob("six").await;
    world.app.clock.advance(Duration::from_secs(10));
    let mails = world.arrived().await;
    let [first, again, news] = &mails[..] else { panic!("{} mails: {mails:?}", mails.len()) };
    let (again, news) =
        if news.header("Subject") == first.header("Subject") { (news, again) } else { (again, news) };
    assert_eq!(again.header("Message-ID"), first.header("Message-ID"));
    assert_eq!(again.header("Subject"), Some("5 pieces of news"));
    assert!(!again.raw.contains("six"), "whoever throws away what they have under this id loses nothing");
    assert_ne!(news.header("Message-ID"), first.header("Message-ID"));
    assert!(news.raw.contains("six") && !news.raw.contains("five"), "{news:?}");
}

#[tokio::test]
async fn what_was_refused_goes_out_with_what_came_meanwhile() {
    let world = World::start().await;
    for title in ["one", "two", "three", "four", "five"] {
        world.task_for_bob(title).await;
    }
    world.mails.refuse(Some("450 busy"));
    world.app.send_mails().await;
    world.mails.refuse(None);
    world.task_for_bob("six").await;
    world.app.clock.advance(Duration::from_secs(10));
    let mails = world.arrived().await;
    let [one] = &mails[..] else { panic!("{} mails: {mails:?}", mails.len()) };
    assert_eq!(one.header("Subject"), Some("6 pieces of news"));
}

#[tokio::test]
async fn a_hundred_go_into_one_mail_and_the_rest_into_the_next() {
    let world = World::start().await;
    for n in 0..103 {
        world.task_for_bob(&format!("number {n}")).await;
    }
    let mails = world.arrived().await;
    let subjects: Vec<_> = mails.iter().map(|mail| mail.header("Subject")).collect();
    assert_eq!(subjects[0], Some("100 pieces of news"));
    assert_eq!(subjects.len(), 4, "three are few enough for a mail each: {subjects:?}");
}

#[tokio::test]
async fn an_administrator_tries_whether_mails_arrive() {
    let world = World::start().await;
    let admin = world.admin().await;
    let fields =
        [("name", ""), ("email", "root@example.org"), ("language", ""), ("timezone", ""), ("theme", "auto")];
    assert_eq!(admin.submit("/profile", "/profile", &fields).await.status, 303);
    let sent = admin.submit("/settings/mails", "/settings/mails/test", &[]).await;
    assert_eq!(sent.location.as_deref(), Some("/settings/mails?done=test"), "{}", sent.body);
    let mails = world.arrived().await;
    let [mail] = &mails[..] else { panic!("{mails:?}") };
    assert_eq!(
        (mail.to.as_str(), mail.header("Subject")),
        ("root@example.org", Some("Mails of Kanso arrive"))
    );
}

#[tokio::test]
async fn a_disabled_account_gets_no_mail() {
    let world = World::start().await;
    world.task_for_bob("Brakes").await;
    world.app.rpc().call("disableUser", serde_json::json!([world.bob.id])).await;
    assert_eq!(world.arrived().await.len(), 0);
    let state = world.app.rows::<(String, String)>("SELECT state, reason FROM mails").await;
    assert_eq!(state, [("dropped".to_owned(), "the account is disabled".to_owned())]);
}
