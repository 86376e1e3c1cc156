//! Mails that become nothing.

use serde_json::json;

use super::{World, mail, mail_with, with_address};

fn refused(reasons: &[&str]) -> Vec<(String, String)> {
    reasons.iter().map(|reason| ("refused".to_owned(), (*reason).to_owned())).collect()
}

#[tokio::test]
async fn only_one_active_account_with_that_address_is_believed() {
    let world = World::start().await;
    let (dan, _) = with_address(&world.app, &world.project, "dan", Some("project-member")).await;
    assert_eq!(world.app.rpc().call("disableUser", json!([dan])).await, json!(true));
    for name in ["one", "two"] {
        let (twin, _) = with_address(&world.app, &world.project, name, Some("project-member")).await;
        let email = json!({"id": twin, "email": "Twin@example.org"});
        assert_eq!(world.app.rpc().call("updateUser", email).await, json!(true));
    }
    let both = "ada@example.org, bob@example.org";
    for from in [
        "stranger@example.org",
        "dan@example.org",
        "twin@example.org",
        both,
        "",
        "\"ada@example.org\" <x@y.z>",
    ] {
        world.receive(&mail(from, &world.address(), "Brakes", from)).await;
    }
    assert_eq!(world.became().await, refused(&["sender"; 6]));
    assert_eq!(world.titles().await.len(), 0);
    assert!(world.app.send_mails().await);
    assert!(world.sent.received().is_empty(), "strangers learn nothing");
    assert_eq!(world.folder.flags().await, ["Flagged Seen"; 6]);
}

#[tokio::test]
async fn who_may_not_write_there_is_told_so_and_no_more() {
    let world = World::start().await;
    with_address(&world.app, &world.project, "eve", None).await;
    with_address(&world.app, &world.project, "vic", Some("project-viewer")).await;
    let eve = "eve@example.org";
    world.receive(&mail(eve, &world.address(), "Foreign", "x")).await;
    world.receive(&mail(eve, "kanso+999@example.org", "Missing", "x")).await;
    world.receive(&mail("vic@example.org", &world.address(), "Looking on", "x")).await;
    assert_eq!(world.became().await, refused(&["address", "address", "rights"]));
    let told = world.sent_to(eve).await;
    assert_eq!(told.len(), 2);
    let text = |subject: &str| {
        let mail = told.iter().find(|mail| mail.header("Subject") == Some(subject)).expect("told of each");
        let body = mail.unfolded();
        let reason = body.find("There is no such task").expect("a reason");
        body[reason..reason + 60].to_owned()
    };
    assert_eq!(text("Re: Foreign"), text("Re: Missing"), "what is there and what is not look alike");
    assert!(world.sent_to("vic@example.org").await[0].unfolded().contains("This account may not do that"));
    assert_eq!(world.titles().await.len(), 0);
}

#[tokio::test]
async fn a_role_that_may_not_create_tasks_does_not_by_mail_either() {
    use kanso_core::Actor;
    use kanso_core::role::{create_role, restrict_role};
    use kanso_domain::{Block, Restrictions};
    let world = World::start().await;
    let project = world.project.id.into();
    let app = &world.app.app;
    let role = create_role(app, &Actor::Application, project, "reader".to_owned()).await.unwrap();
    let blocked = Restrictions { blocks: [Block::Creation].into(), ..Restrictions::default() };
    restrict_role(app, &Actor::Application, project, role, blocked).await.unwrap();
    with_address(&world.app, &world.project, "rea", Some("reader")).await;
    world.receive(&mail("rea@example.org", &world.address(), "Brakes", "x")).await;
    assert_eq!(world.became().await, refused(&["rights"]));
}

#[tokio::test]
async fn what_programs_and_lists_send_is_passed_over_in_silence() {
    let world = World::start().await;
    for (number, line) in
        ["Auto-Submitted: auto-replied", "Precedence: list", "List-Id: <x>", "Return-Path: <>"]
            .iter()
            .enumerate()
    {
        let mail =
            mail_with("ada@example.org", &world.address(), "Away", &format!("{line}\n"), &number.to_string());
        world.receive(&mail).await;
    }
    assert_eq!(world.became().await, vec![("ignored".to_owned(), "automatic".to_owned()); 4]);
    assert_eq!(world.folder.flags().await, ["Seen"; 4]);
    assert!(world.sent_to("ada@example.org").await.is_empty());
    assert_eq!(world.titles().await.len(), 0);
}

#[tokio::test]
async fn where_the_receiving_server_is_named_only_what_it_proved_is_taken() {
    let world =
        World::start_with(|options, _| options.mail_in_authserv = Some("mx.example.org".to_owned())).await;
    let judged = |verdict: &str| format!("Authentication-Results: mx.example.org; {verdict}\n");
    let passed = judged("dmarc=pass header.from=example.org");
    for (subject, lines) in [
        ("none", String::new()),
        ("failed", judged("dmarc=fail header.from=example.org")),
        ("below", format!("{}{passed}", judged("spf=none"))),
        ("passed", passed.clone()),
        ("signed", judged("dkim=pass header.d=example.org")),
    ] {
        let lines_first =
            format!("{lines}From: ada@example.org\nTo: {}\nSubject: {subject}\n\nx\n", world.address());
        world.receive(&lines_first).await;
    }
    assert_eq!(world.titles().await, ["passed", "signed"]);
    assert_eq!(world.became().await[..3], refused(&["unproven"; 3]));
    assert!(world.sent_to("ada@example.org").await.is_empty(), "it may be somebody else's");
}

#[tokio::test]
async fn what_cannot_be_taken_is_set_aside_and_the_rest_is_taken() {
    let world = World::start_with(|options, _| options.mail_in_max_bytes = Some(20_000)).await;
    let to = world.address();
    for mail in [
        mail("ada@example.org", &to, "large", &"x\n".repeat(20_000)),
        mail_with("ada@example.org", &to, "bomb", "", &"Content-Type: message/rfc822\n\n".repeat(300)),
        mail("ada@example.org", &to, "Re:", "> quoted"),
        format!("From: ada@example.org\nTo: {to}\nSubject:\n\n\n"),
        mail("ada@example.org", &to, "zero \0 and \u{1b}[31m", "\0\u{7f}"),
        mail("ada@example.org", &to, &"é".repeat(3_000), "long"),
        mail("ada@example.org", &to, "good", "x"),
    ] {
        world.folder.deliver(&mail).await;
    }
    assert_eq!(world.app.fetch_mails().await, None);
    let became = world.became().await;
    assert_eq!(became[..2], refused(&["too-large", "unreadable"]));
    assert_eq!(became[3], ("refused".to_owned(), "empty".to_owned()));
    assert_eq!(world.titles().await.last().map(String::as_str), Some("good"));
    assert_eq!(became.len(), 7, "{became:?}");
}

#[tokio::test]
async fn who_is_impersonated_is_not_drowned_in_refusals() {
    let world = World::start().await;
    for number in 0..8 {
        world
            .folder
            .deliver(&mail("ada@example.org", "kanso+999@example.org", "x", &number.to_string()))
            .await;
    }
    assert_eq!(world.app.fetch_mails().await, None);
    assert_eq!(world.became().await.len(), 8);
    assert_eq!(world.sent_to("ada@example.org").await.len(), 5);
}
