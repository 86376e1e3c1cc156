//! Answers to what people were told, which become comments.

use serde_json::{Value, json};

use super::{World, mail, mail_with, signed_in, with_address};
use crate::team::entries;

/// What Bob is told of a task that Ada creates for him: its id, and the header lines of the mail.
async fn told_of_a_task(world: &World, title: &str) -> (i64, String, String) {
    let browser = signed_in(&world.app, "bob", "bobbob").await;
    let fields = [
        ("enabled", "1"),
        ("channel", "email"),
        ("topic", "task"),
        ("filter", "4"),
        ("rhythm", "now"),
        ("quiet_from", ""),
        ("quiet_until", ""),
    ];
    assert_eq!(browser.submit("/profile/notifications", "/profile/notifications", &fields).await.status, 303);
    let new = json!({"title": title, "project_id": world.project.id, "owner_id": world.bob.0});
    let task = world.ada.1.call_for_id("createTask", new).await;
    let mails = world.sent_to("bob@example.org").await;
    let told = mails.last().expect("Bob is told");
    let header = |name: &str| told.header(name).unwrap_or_default().to_owned();
    assert!(told.unfolded().contains("Answer this mail to write a comment."), "{}", told.raw);
    (task, header("Reply-To"), header("Message-ID"))
}

async fn comments(world: &World, task: i64) -> Vec<Value> {
    let comments = world.app.rpc().call("getAllComments", json!([task])).await;
    entries(&comments).cloned().collect()
}

#[tokio::test]
async fn an_answer_becomes_a_comment_of_who_wrote_it_without_what_it_quotes() {
    let world = World::start().await;
    let (task, reply_to, message_id) = told_of_a_task(&world, "Brakes").await;
    assert!(reply_to.contains(&format!("<kanso+t{task}.")), "{reply_to}");
    let answer = mail_with(
        "Bob <bob@example.org>",
        &reply_to,
        "Re: [Demo Project] #1 Brakes",
        &format!("In-Reply-To: {message_id}\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n"),
        "--x\nContent-Type: text/plain; charset=utf-8\n\nThey are worn.\n\n-- \nBob\n\n\
         On Mon, Sep 21, 2026 at 2:13 PM Kanso <news@example.org> wrote:\n\n> Brakes\n--x\n\
         Content-Type: text/plain; name=a.log\nContent-Disposition: attachment\n\nworn\n--x--",
    );
    world.receive(&answer).await;
    let comments = comments(&world, task).await;
    let [comment] = &comments[..] else { panic!("{comments:?}") };
    assert_eq!((&comment["comment"], &comment["user_id"]), (&json!("They are worn."), &json!(world.bob.0)));
    let files = world.app.rpc().call("getAllTaskFiles", json!([task])).await;
    assert_eq!(files[0]["name"], "a.log");
    assert_eq!(world.titles().await, ["Brakes"]);
    assert_eq!(world.became().await, [("comment".to_owned(), String::new())]);
}

#[tokio::test]
async fn an_answer_is_known_by_the_mail_it_answers_or_by_its_address_alone() {
    let world = World::start().await;
    let (task, reply_to, message_id) = told_of_a_task(&world, "Brakes").await;
    let bare = |id: &str| format!("In-Reply-To: <x@y>\nReferences: <task-9.kanso@y> {id}\n");
    world.receive(&mail_with("bob@example.org", "news@example.org", "1", &bare(&message_id), "by id")).await;
    world.receive(&mail("ada@example.org", &reply_to, "2", "by address")).await;
    let comments = comments(&world, task).await;
    let said: Vec<_> = comments.iter().map(|comment| comment["comment"].clone()).collect();
    assert_eq!(said, ["by id", "by address"]);
}

#[tokio::test]
async fn an_answer_that_brings_a_file_alone_is_no_empty_comment() {
    let world = World::start().await;
    let (task, reply_to, _) = told_of_a_task(&world, "Brakes").await;
    let kind =
        "MIME-Version: 1.0\nContent-Type: application/pdf; name=a.pdf\nContent-Disposition: attachment\n";
    world.receive(&mail_with("bob@example.org", &reply_to, "1", kind, "%PDF")).await;
    assert_eq!(comments(&world, task).await.len(), 0);
    let files = world.app.rpc().call("getAllTaskFiles", json!([task])).await;
    assert_eq!(files[0]["name"], "a.pdf");
}

#[tokio::test]
async fn nobody_writes_on_a_task_by_guessing_or_without_a_right_to_it() {
    let world = World::start().await;
    let (task, reply_to, message_id) = told_of_a_task(&world, "Brakes").await;
    with_address(&world.app, &world.project, "eve", None).await;
    let proof = reply_to.split(['.', '@']).nth(1).unwrap().to_owned();
    let guessed = message_id.replace(message_id.split('.').nth(1).unwrap(), "0123456789abcdef");
    let other = format!("kanso+t{}.{proof}@example.org", task + 1);
    for (from, to, answers) in [
        ("ada", "news@example.org", guessed.as_str()),
        ("ada", "news@example.org", &format!("<task-{task}.kanso@example.org>")),
        ("ada", &*other, "<x@y>"),
        ("eve", &reply_to, &message_id),
    ] {
        let from = format!("{from}@example.org");
        world
            .receive(&mail_with(
                &from,
                to,
                "Re",
                &format!("In-Reply-To: {answers}\n"),
                &format!("{to}{answers}"),
            ))
            .await;
    }
    assert_eq!(comments(&world, task).await.len(), 0);
    assert_eq!(world.became().await, vec![("refused".to_owned(), "address".to_owned()); 4]);
}

#[tokio::test]
async fn an_answer_to_news_of_several_tasks_is_sent_back_with_the_reason() {
    let world = World::start().await;
    told_of_a_task(&world, "first").await;
    for title in ["1", "2", "3", "4", "5"] {
        let new = json!({"title": title, "project_id": world.project.id, "owner_id": world.bob.0});
        world.ada.1.call_for_id("createTask", new).await;
    }
    let mails = world.sent_to("bob@example.org").await;
    let news = mails.last().unwrap();
    assert_eq!((news.header("Subject"), news.header("Reply-To")), (Some("5 pieces of news"), None));
    let answers = format!("In-Reply-To: {}\n", news.header("Message-ID").unwrap());
    world.receive(&mail_with("bob@example.org", "news@example.org", "Re: news", &answers, "which?")).await;
    assert_eq!(world.became().await, [("refused".to_owned(), "several-tasks".to_owned())]);
    let mails = world.sent_to("bob@example.org").await;
    let back = mails.last().unwrap();
    assert_eq!(
        (back.header("Subject"), back.header("In-Reply-To")),
        (Some("Re: news"), Some("<8.6@example.org>"))
    );
    assert!(back.unfolded().contains("It answers a mail about several tasks."), "{}", back.raw);
}
