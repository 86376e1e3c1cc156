//! The command line beside a running server.

mod archives;
mod desk;
mod endpoints;
mod log;
mod secrets;
mod verify;

use kanso_testkit::{Database, Program};

const PROGRAM: &str = env!("CARGO_BIN_EXE_kanso");

#[tokio::test]
async fn settings_and_accounts_are_changed_while_the_server_runs() {
    let database = Database::create().await;
    let server = Program::serve(PROGRAM, &database).await;
    let run = async |arguments: &'static [&'static str]| Program::run(PROGRAM, &database, arguments).await;

    run(&["settings", "set", "application_timezone", "Europe/Paris"]).await;
    assert_eq!(run(&["settings", "get", "application_timezone"]).await, "Europe/Paris");
    let list = run(&["settings", "list"]).await;
    assert!(list.contains("application_timezone = Europe/Paris"), "{list}");
    assert!(list.contains("webhook_token = ********"), "{list}");
    assert_eq!(run(&["settings", "get", "api_token"]).await.len(), 60);

    assert_eq!(run(&["user", "create", "ada", "--password", "lovelace", "--role", "app-manager"]).await, "2");
    let users = run(&["user", "list"]).await;
    assert!(
        users.contains("1\tadmin\tapp-admin\tactive") && users.contains("2\tada\tapp-manager\tactive"),
        "{users}"
    );
    run(&["user", "reset-password", "ada", "--password", "byronbyron"]).await;

    let client = reqwest::Client::new();
    let ask = async |password: &str| {
        let body = r#"{"jsonrpc":"2.0","method":"getMe","id":1}"#;
        let request =
            client.post(format!("{}/jsonrpc.php", server.url)).basic_auth("ada", Some(password)).body(body);
        request.send().await.unwrap().status().as_u16()
    };
    assert_eq!(ask("byronbyron").await, 200);
    assert_eq!(ask("lovelace").await, 401);
    server.kill().await;
}
