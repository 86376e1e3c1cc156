//! `kanso webhook`: adding, changing, trying out.

use kanso_testkit::{Database, Program, Receiver};
use serde_json::{Value, json};

use super::desk::{Desk, PROGRAM};

#[tokio::test]
async fn an_endpoint_added_beside_a_running_server_gets_events() {
    let (database, receiver) = (Database::create().await, Receiver::start().await);
    let server = Program::serve(PROGRAM, &database).await;
    let added = ["webhook", "add", "Beside", &receiver.url(), "--format", "kanboard-2016"];
    let added = Program::try_run(PROGRAM, &database, &added, "").await;
    assert_eq!(added.code, 0, "{added:?}");
    let secret = added.output.lines().last().unwrap();
    assert!(secret.starts_with("whsec_") && added.output.contains("shown only now"), "{added:?}");

    let token = Program::run(PROGRAM, &database, &["settings", "get", "api_token"]).await;
    let client = reqwest::Client::new();
    let call = async |method: &str, params: Value| {
        let body = json!({"jsonrpc": "2.0", "method": method, "params": params, "id": 1}).to_string();
        let request = client.post(format!("{}/jsonrpc.php", server.url)).basic_auth("jsonrpc", Some(&token));
        let answer = request.body(body).send().await.unwrap().text().await.unwrap();
        serde_json::from_str::<Value>(&answer).unwrap()["result"].clone()
    };
    let project = call("createProject", json!(["Beside"])).await;
    call("createTask", json!(["told", project])).await;
    while receiver.received().is_empty() {
        tokio::task::yield_now().await;
    }
    assert_eq!(receiver.names(), ["task.create"]);
    server.kill().await;
}

#[tokio::test]
async fn adding_says_first_what_would_have_matched_and_a_dry_run_saves_nothing() {
    let desk = Desk::start().await;
    let first = desk.task("Buy milk").await;
    desk.task("Write letters").await;
    desk.close(first).await;
    let url = desk.receiver.url();
    let dry = ["add", "Closed", &url, "--project", "demo", "--events", "task.*, !task.create", "--dry-run"];
    let said = desk.run(&dry).await;
    for part in [
        "values    ok",
        "address   ok",
        "it would have got 1 of the last",
        "task.close  #1 Buy milk",
        "dry run",
    ] {
        assert!(said.contains(part), "{part:?} is not in {said}");
    }
    let said = desk.json(&["add", "Filtered", &url, "--filter", "milk", "--dry-run"]).await;
    let matching = said["last_events"].as_array().unwrap().iter().filter(|event| event["matches"] == true);
    assert_eq!(
        matching.map(|event| event["name"].as_str().unwrap()).collect::<Vec<_>>(),
        ["task.close", "task.create"]
    );
    assert_eq!(said["saved"], false);
    assert_eq!(desk.json(&["list"]).await, json!([]));
    assert_eq!(desk.run(&["list"]).await, "There is no endpoint yet; `kanso webhook add NAME URL` adds one.");
}

#[tokio::test]
async fn what_would_be_refused_is_not_saved_and_said_why() {
    let desk = Desk::start().await;
    let url = desk.receiver.url();
    let refused: &[(&[&str], i32, &str)] = &[
        (&["add", "x", "http://169.254.169.254/"], 1, "169.254.169.254"),
        (&["add", "x", "ftp://a.example/"], 1, "http"),
        (&["add", "x", &url, "--header", "Host: a.example"], 1, "is set by Kanso itself"),
        (&["add", "x", &url, "--concurrency", "1000"], 1, "concurrency"),
        (&["add", "x", &url, "--timeout", "0.5"], 1, "timeout_ms"),
        (&["add", "x", &url, "--filter", "due:whenever"], 1, "filter    refused"),
        (&["add", "x", &url, "--project", "nowhere"], 1, "no project with the id or identifier"),
        (&["add", "x", &url, "--template", "/no/such/file"], 1, "cannot read /no/such/file"),
        (&["add", "x", &url, "--events", "task.explode"], 2, "no event is called"),
        (&["add", "x", &url, "--format", "morse"], 2, "kanboard-2016"),
        (&["add", "x", &url, "--header", "nonsense"], 2, "Name: value"),
        (&["add", "x"], 2, "<URL>"),
        (&["show", "7"], 1, "there is no endpoint 7; `kanso webhook list` shows all"),
    ];
    for (arguments, code, words) in refused {
        let ended = desk.try_run(arguments).await;
        assert_eq!(ended.code, *code, "{arguments:?}: {ended:?}");
        assert!(format!("{} {}", ended.output, ended.error).contains(words), "{arguments:?}: {ended:?}");
    }
    assert_eq!(desk.json(&["list"]).await, json!([]));
    let anyway = desk.json(&["add", "x", "http://169.254.169.254/", "--anyway"]).await;
    assert_eq!((&anyway["saved"], &anyway["checks"][0]["refused"]), (&json!(true), &Value::Null));
    assert!(anyway["checks"][1]["refused"].as_str().unwrap().contains("169.254.169.254"), "{anyway}");
}

#[tokio::test]
async fn an_endpoint_is_shown_and_changed_without_its_secrets() {
    let desk = Desk::start().await;
    let id = desk
        .endpoint(&[
            "--secret-header",
            "Authorization: Bearer s3cret",
            "--header",
            "X-Team: blue",
            "--rate-limit",
            "2.5",
        ])
        .await;
    let set = [
        "set",
        &id,
        "--name",
        "Renamed",
        "--events",
        "task.create,comment.*",
        "--remove-header",
        "x-team",
        "--rate-limit",
        "0",
    ];
    let said = desk.run(&set).await;
    assert!(said.ends_with("Saved.") && !said.contains("address"), "only what is new is judged: {said}");
    let mut shown = desk.json(&["show", &id]).await;
    for at in ["url", "created_at"] {
        shown.as_object_mut().unwrap().remove(at);
    }
    insta::assert_json_snapshot!(shown);
    for ended in [desk.run(&["show", &id]).await, desk.run(&["list"]).await] {
        assert!(ended.contains("Renamed") && !ended.contains("s3cret"), "{ended}");
    }

    let paused = desk.run(&["pause", &id]).await;
    assert_eq!(paused, format!("Renamed is paused: nothing is sent until `kanso webhook resume {id}`."));
    assert_eq!(desk.json(&["show", &id]).await["enabled"], false);
    desk.run(&["resume", &id]).await;
    assert_eq!(desk.json(&["show", &id]).await["enabled"], true);
    desk.run(&["remove", &id]).await;
    assert_eq!(desk.try_run(&["show", &id]).await.code, 1);
}

#[tokio::test]
async fn a_test_shows_the_request_and_the_answer() {
    let desk = Desk::start().await;
    let id = desk.endpoint(&[]).await;
    let said = desk.run(&["test", &id]).await;
    assert!(said.starts_with("POST /hook HTTP/1.1") && said.contains("answered 200 after"), "{said}");
    assert_eq!(desk.receiver.names(), ["task.create"]);
    desk.receiver.answer(500);
    let ended = desk.try_run(&["test", &id, "--json"]).await;
    let said: Value = serde_json::from_str(&ended.output).unwrap();
    assert_eq!((ended.code, &said["status"]), (1, &json!(500)), "{said}");
    assert_eq!(desk.try_run(&["test", &id, "--type", "task.explode"]).await.code, 2);
}

#[tokio::test]
async fn a_secret_is_rotated_and_both_sign_for_a_while() {
    let desk = Desk::start().await;
    let id = desk.endpoint(&[]).await;
    let said = desk.run(&["rotate-secret", &id]).await;
    let secret = said.lines().last().unwrap().to_owned();
    assert!(secret.starts_with("whsec_") && said.contains("goes on beside it for 24 hours"), "{said}");
    let pair = desk.json(&["rotate-secret", &id, "--kind", "v1a", "--overlap", "0"]).await;
    let public = pair["key"].as_str().unwrap().to_owned();
    assert!(public.starts_with("whpk_"), "{pair}");
    desk.task("signed").await;
    desk.settle().await;
    let got = &desk.receiver.received()[0];
    let header = |name: &str| got.header(name).unwrap_or_default().to_owned();
    let (message, timestamp, signature) =
        (header("webhook-id"), header("webhook-timestamp"), header("webhook-signature"));
    assert_eq!(signature.split(' ').count(), 3, "{signature}");
    for key in [&secret, &public] {
        let verify = ["webhook", "verify", "--secret", key, "--id", &message, "--timestamp", &timestamp];
        let verify = [&verify[..], &["--signature", &signature]].concat();
        let verified = Program::try_run(PROGRAM, &desk.database, &verify, &got.body.to_string()).await;
        assert_eq!(verified.output, "The signature is valid.", "{key}");
    }
    assert_eq!(desk.try_run(&["rotate-secret", &id, "--overlap", "1000"]).await.code, 2);
}

#[tokio::test]
async fn the_help_names_every_command() {
    let database = Database::create().await;
    let help = async |arguments: &[&str]| {
        let help = Program::try_run(PROGRAM, &database, arguments, "").await.output;
        // It shows what the environment says.
        help.replace(&database.folder().display().to_string(), "FOLDER")
    };
    insta::assert_snapshot!(help(&["webhook", "--help"]).await);
    insta::assert_snapshot!(help(&["webhook", "add", "-h"]).await);
}
