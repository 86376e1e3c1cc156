//! `kanso secrets` beside a server that lost its secret key.

use kanso_core::SecretKey;
use kanso_testkit::{Ended, Program};

use super::desk::{Desk, PROGRAM};
use crate::signatures::is_signed;

/// Runs `kanso secrets …` with another secret key than the database's.
async fn run(desk: &Desk, key: &str, arguments: &[&str], input: &str) -> Ended {
    let arguments = [&["secrets"], arguments].concat();
    let environment = [("KANSO_SECRET_KEY", key)];
    Program::try_run_with(PROGRAM, &desk.database, &arguments, input, &environment).await
}

#[tokio::test]
async fn a_server_starts_without_its_key_and_goes_on_once_the_lost_secrets_are_forgotten() {
    let desk = Desk::start().await;
    let id = desk.endpoint(&["--secret-header", "Authorization: Bearer s3cret"]).await;
    let key = SecretKey::make_up();
    let environment = [("KANSO_SECRET_KEY", key.as_str()), ("KANSO_WEBHOOK_RETRY_SCALE", "0")];
    let server = Program::serve_with(PROGRAM, &desk.database, &environment).await;
    desk.task("before").await;
    let delivery = loop {
        let deliveries = desk.json(&["deliveries"]).await;
        // An attempt counts from its beginning; why it failed is known at its end.
        if deliveries[0]["attempt_count"].as_i64() > Some(0) && deliveries[0]["error"].is_string() {
            break deliveries[0].clone();
        }
    };
    assert!(delivery["error"].as_str().unwrap().contains("kanso secrets forget"), "{delivery}");
    assert!(receiver_is_empty(&desk));

    let lost = format!("endpoint {id} (Receiver): what its deliveries are signed with, and its headers");
    let checked = run(&desk, &key, &["check"], "").await;
    assert!(checked.code == 1 && checked.output.contains(&lost), "{checked:?}");
    let asked = run(&desk, &key, &["forget"], "no\n").await;
    assert!(asked.code == 1 && asked.output.contains(&lost), "{asked:?}");
    assert!(asked.output.ends_with("Nothing was changed."), "{asked:?}");
    assert_eq!(run(&desk, &key, &["forget"], "").await.code, 1, "no answer is no");

    let done = run(&desk, &key, &["forget"], "yes\n").await;
    assert!(done.code == 0 && done.output.contains("it is shown only now"), "{done:?}");
    assert!(done.output.contains("has no headers any more"), "{done:?}");
    let secret = done.output.lines().find_map(|line| line.trim().strip_prefix("whsec_")).expect("a secret");
    desk.task("after").await;
    while receiver_is_empty(&desk) {
        tokio::task::yield_now().await;
    }
    for webhook in desk.receiver.received() {
        assert!(is_signed(&format!("whsec_{secret}"), &webhook), "{webhook:?}");
        assert_eq!(webhook.header("authorization"), None);
    }

    let again = run(&desk, &key, &["forget", "--yes"], "").await;
    assert!(again.code == 0 && again.output.ends_with("there is nothing to forget."), "{again:?}");
    assert_eq!(run(&desk, &key, &["check"], "").await.code, 0);
    server.kill().await;
}

fn receiver_is_empty(desk: &Desk) -> bool {
    desk.receiver.received().is_empty()
}
