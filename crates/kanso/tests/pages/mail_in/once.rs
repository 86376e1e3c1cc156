//! Each mail becomes something once, whatever happens in between.

use std::time::Duration;

use kanso_mail::{Inbox, InboxConfig, look};
use kanso_testkit::{Database, MailFolder, Program, Receiver};
use kanso_web::mail::Composer;
use serde_json::{Value, json};

use super::{ADDRESS, World, mail, with_address};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

#[tokio::test]
async fn a_mail_that_is_found_again_is_only_marked() {
    let world = World::start().await;
    let brakes = mail("ada@example.org", &world.address(), "Brakes", "x");
    world.receive(&brakes).await;
    world.folder.unsee().await;
    assert_eq!(world.app.fetch_mails().await, None);
    world.receive(&format!("Received: from another way\n{brakes}")).await;
    assert_eq!(world.titles().await, ["Brakes"]);
    assert_eq!(world.folder.flags().await, ["Seen", "Seen"]);
}

#[tokio::test]
async fn what_was_refused_is_judged_anew_when_somebody_marks_it_unread() {
    let world = World::start().await;
    let (eve, _) = with_address(&world.app, &world.project, "eve", None).await;
    world.receive(&mail("eve@example.org", &world.address(), "Brakes", "x")).await;
    world.folder.unsee().await;
    assert_eq!(world.app.fetch_mails().await, None);
    assert_eq!(world.sent_to("eve@example.org").await.len(), 1, "told once");
    let member = json!([world.project.id, eve, "project-member"]);
    assert_eq!(world.app.rpc().call("addProjectUser", member).await, json!(true));
    world.folder.unsee().await;
    assert_eq!(world.app.fetch_mails().await, None);
    assert_eq!((world.titles().await, world.became().await.len()), (vec!["Brakes".to_owned()], 1));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_that_look_at_once_make_each_task_once() {
    let world = World::start().await;
    let mut subjects: Vec<String> = (10..30).map(|number| format!("mail {number}")).collect();
    for subject in &subjects {
        let parts = format!(
            "From: ada@example.org\nTo: {}\nSubject: {subject}\nMIME-Version: 1.0\n\
             Content-Type: multipart/mixed; boundary=x\n\n--x\n\nx\n--x\n\
             Content-Disposition: attachment; filename=a.txt\n\n{subject}\n--x--\n",
            world.address()
        );
        world.folder.deliver(&parts).await;
    }
    let config = InboxConfig {
        url: world.folder.url(),
        address: Some(ADDRESS.to_owned()),
        seconds: 60,
        authserv: None,
        largest: 1_000_000,
    };
    let inbox = Inbox::new(&config).unwrap();
    let other = world.app.beside().await.taking_mail(Some(inbox.mail_in()));
    let words = Composer::new(other.clone(), "http://127.0.0.1/");
    let (here, there) = tokio::join!(world.app.fetch_mails(), look(&other, &inbox, &words));
    assert_eq!((here, there.unwrap()), (None, None));
    other.close().await;
    let mut titles = world.titles().await;
    titles.sort();
    subjects.sort();
    assert_eq!(titles, subjects);
    let files = world.app.rows::<(String,)>("SELECT path FROM task_has_files").await;
    assert_eq!(files.len(), 20);
    let stored = std::fs::read_dir(world.app.files().join("mails")).unwrap().count();
    assert_eq!(stored, 20, "what came too late is taken back");
}

#[tokio::test]
async fn while_the_mail_server_is_away_that_is_shown_and_afterwards_mails_come_in() {
    let folder = MailFolder::start().await;
    let gate = folder.gate().await;
    let world = World::start_with(|options, _| options.mail_in_url = Some(gate.url())).await;
    gate.shut();
    folder.deliver(&mail("ada@example.org", &world.address(), "Brakes", "x")).await;
    assert!(world.app.fetch_mails().await.is_some());
    let admin = world.admin().await;
    let page = admin.get("/settings/mails").await.body;
    assert!(page.contains("Mails do not come in:") && page.contains(ADDRESS), "{page}");
    gate.open();
    world.app.clock.advance(Duration::from_secs(60));
    assert_eq!(world.app.fetch_mails().await, None);
    assert_eq!(world.titles().await, ["Brakes"]);
    let page = admin.get("/settings/mails").await.body;
    assert!(!page.contains("Mails do not come in:") && page.contains("All was well"), "{page}");
}

#[tokio::test]
async fn a_wrong_password_and_a_missing_folder_are_said_in_words() {
    let folder = MailFolder::start().await;
    for (url, word) in [
        (folder.url().replace("se%2Fcret", "wrong"), "does not let the account in"),
        (folder.url().replace("INBOX", "Nowhere"), "the folder Nowhere cannot be opened"),
        ("imap://a:b@127.0.0.1:1/?tls=none".to_owned(), "cannot reach 127.0.0.1:1"),
    ] {
        let world = World::start_with(|options, _| options.mail_in_url = Some(url.clone())).await;
        let trouble = world.app.fetch_mails().await.unwrap();
        assert!(trouble.contains(word) && !trouble.contains("cret"), "{trouble}");
    }
}

/// A program that takes mails in, with a project that `ada` is in, and what its tasks tell.
struct Served {
    program: Program,
    database: Database,
    receiver: Receiver,
    project: i64,
    token: String,
}

impl Served {
    async fn start(environment: &[(&str, &str)]) -> Self {
        let database = Database::create().await;
        let program = Program::serve_with(PROGRAM, &database, &[]).await;
        let token = Program::run(PROGRAM, &database, &["settings", "get", "api_token"]).await;
        let api = program.rpc("jsonrpc", &token);
        let project = api.call_for_id("createProject", json!(["Bikes"])).await;
        let account = json!({"username": "ada", "password": "a secret", "email": "ada@example.org"});
        let ada = api.call_for_id("createUser", account).await;
        assert_eq!(api.call("addProjectUser", json!([project, ada, "project-member"])).await, json!(true));
        let receiver = Receiver::start().await;
        Program::run(PROGRAM, &database, &["settings", "set", "webhook_url", &receiver.url()]).await;
        program.kill().await;
        let program = Program::serve_with(PROGRAM, &database, environment).await;
        Self { program, database, receiver, project, token }
    }

    async fn titles(&self) -> Vec<Value> {
        let tasks = self.program.rpc("jsonrpc", &self.token).call("getAllTasks", json!([self.project])).await;
        tasks.as_array().expect("a list").iter().map(|task| task["title"].clone()).collect()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_program_that_is_killed_before_it_marks_the_mail_makes_no_second_task() {
    let folder = MailFolder::start().await;
    let mut gate = folder.gate().await;
    gate.stop_before("STORE");
    folder.deliver(&mail("ada@example.org", "kanso+1@example.org", "Brakes", "x")).await;
    let url = gate.url();
    let environment = [("KANSO_MAIL_IN_URL", &*url), ("KANSO_MAIL_IN_ADDRESS", ADDRESS)];
    let mut served = Served::start(&environment).await;
    gate.stopped().await;
    served.receiver.wait_for(1).await;
    served.program.kill().await;
    assert_eq!(folder.flags().await, [""], "it is found again");
    gate.open();
    served.program = Program::serve_with(PROGRAM, &served.database, &environment).await;
    while folder.flags().await != ["Seen"] {}
    assert_eq!(served.titles().await, ["Brakes"]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_way_to_the_folder_is_encrypted_by_either_way_and_only_with_a_certificate_that_is_known() {
    for starttls in [false, true] {
        let folder = MailFolder::start().await;
        folder.deliver(&mail("ada@example.org", "kanso+1@example.org", "Brakes", "x")).await;
        let url = if starttls { folder.url_with_starttls() } else { folder.url_with_tls() };
        let environment = [("KANSO_MAIL_IN_URL", &*url), ("KANSO_MAIL_IN_ADDRESS", ADDRESS)];
        let unknown = World::start_with(|options, _| options.mail_in_url = Some(url.clone())).await;
        let trouble = unknown.app.fetch_mails().await.unwrap();
        assert!(trouble.contains("cannot reach localhost"), "{trouble}");
        let certificate = folder.certificate();
        let known = [environment[0], environment[1], ("SSL_CERT_FILE", &*certificate)];
        let served = Served::start(&known).await;
        served.receiver.wait_for(1).await;
        assert_eq!(served.titles().await, ["Brakes"], "{starttls}");
    }
}
