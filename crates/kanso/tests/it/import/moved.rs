//! What people and programs find after the move.

use kanso_core::Clock;
use kanso_testkit::Receiver;
use kanso_testkit::kanboard::{
    API_TOKEN, CONTENT, Engine, FEED_TOKEN, Kanboard, MARIA_PASSWORD, MARIA_TOKEN, OLD_PASSWORD,
    PUBLIC_TOKEN, TOTP, WEBHOOK_TOKEN,
};
use kanso_testkit::{Browser, Database, Program, Rpc};
use serde_json::{Value, json};
use totp_rs::{Builder, Secret};

use super::{Moved, PROGRAM, import};

/// When the oldest rows were made.
const T: i64 = 1_782_892_800;
const DAY: i64 = 86_400;

async fn everything_is_there(engine: Engine) {
    let receiver = Receiver::start().await;
    let moved = Moved::from(engine, &receiver.url()).await;
    let rpc = moved.server.rpc("jsonrpc", API_TOKEN);
    the_task_is_as_it_was(&rpc).await;
    the_board_is_in_its_order(&rpc).await;
    parts_are_there(&rpc).await;
    people_come_in(&moved).await;
    secrets_are_hashed_and_sealed(&moved).await;
    the_history_is_told(&moved, &rpc).await;
    feeds_and_the_public_board_open(&moved).await;
    actions_are_kept(&rpc).await;
    receivers_get_what_they_got(&rpc, &receiver).await;
    moved.server.kill().await;
}

#[tokio::test]
async fn everything_of_a_sqlite_file_is_there() {
    everything_is_there(Engine::Sqlite).await;
}

#[tokio::test]
async fn everything_of_postgresql_is_there() {
    everything_is_there(Engine::Postgres).await;
}

#[tokio::test]
async fn everything_of_mariadb_is_there() {
    everything_is_there(Engine::MySql).await;
}

async fn the_task_is_as_it_was(rpc: &Rpc) {
    let expected = json!({
        "id": 1, "title": "First", "description": "It's a *start* \\ 日本 🦀", "date_creation": T, "color_id": "blue",
        "project_id": 1, "column_id": 11, "owner_id": 2, "position": 1, "is_active": 1, "date_completed": null,
        "score": 5, "date_due": T + 90 * DAY, "category_id": 2, "creator_id": 1, "date_modification": T + DAY,
        "reference": "ref-1", "date_started": T + 60, "time_spent": 1.5, "time_estimated": 2.25, "swimlane_id": 7,
        "date_moved": T + 30, "recurrence_status": 1, "recurrence_trigger": 2, "recurrence_factor": 3,
        "recurrence_timeframe": 1, "recurrence_basedate": 0, "recurrence_parent": null, "recurrence_child": 5,
        "priority": 2, "external_provider": null, "external_uri": null,
    });
    let told = rpc.call("getTask", json!([1])).await;
    for (field, value) in expected.as_object().expect("an object") {
        assert_eq!(&told[field], value, "{field}");
    }
    let second = rpc.call("getTask", json!([2])).await;
    assert_eq!((&second["date_completed"], &second["category_id"]), (&json!(0), &json!(0)), "0 stays 0");
    assert_eq!((&second["score"], &second["description"]), (&Value::Null, &Value::Null), "null stays null");
    let of_gone = rpc.call("getTask", json!([5])).await;
    assert_eq!((&of_gone["owner_id"], &of_gone["category_id"]), (&json!(0), &json!(0)));
    assert_eq!(rpc.call("getTask", json!([8])).await, Value::Null);
    // Ids go on after the highest.
    let new = rpc.call_for_id("createTask", json!({"title": "New", "project_id": 4})).await;
    assert_eq!(new, 7);
    assert_eq!(rpc.call("removeTask", json!([new])).await, true);
}

async fn the_board_is_in_its_order(rpc: &Rpc) {
    let columns = rpc.call("getColumns", json!([1])).await;
    let places: Vec<_> = columns
        .as_array()
        .expect("a list")
        .iter()
        .map(|column| (column["id"].clone(), column["position"].clone()))
        .collect();
    let expected = [(11, 1), (12, 2), (13, 3)].map(|(id, place)| (json!(id), json!(place)));
    assert_eq!(places, expected, "without gaps, in their order");
    let lanes = rpc.call("getAllSwimlanes", json!([1])).await;
    let mut places: Vec<_> = lanes
        .as_array()
        .expect("a list")
        .iter()
        .map(|lane| (lane["id"].as_i64().expect("a number"), lane["position"].as_i64().expect("a number")))
        .collect();
    places.sort_unstable();
    assert_eq!(places, [(7, 1), (8, 2), (9, 0)]);
    let board = rpc.call("getBoard", json!([1])).await;
    let tasks = board[0]["columns"][0]["tasks"].as_array().expect("a list");
    let tasks: Vec<_> = tasks.iter().map(|task| (task["id"].clone(), task["position"].clone())).collect();
    assert_eq!(tasks, [(json!(1), json!(1)), (json!(2), json!(4))]);
    let project = rpc.call("getProjectById", json!([1])).await;
    assert_eq!((&project["identifier"], &project["priority_end"]), (&json!("LAUNCH"), &json!(5)));
    assert_eq!(
        (&project["predefined_email_subjects"], &project["task_limit"]),
        (&json!("Hello\nBye"), &json!(12))
    );
    let other = rpc.call("getProjectById", json!([4])).await;
    assert_eq!((&other["name"], &other["is_private"]), (&json!("Old's \"quotes\" \\ 日本"), &json!(1)));
}

async fn parts_are_there(rpc: &Rpc) {
    assert_eq!(rpc.call("getTaskTags", json!([1])).await, json!({"1": "Urgent", "2": "later"}));
    let comment = rpc.call("getComment", json!([1])).await;
    assert_eq!((&comment["comment"], &comment["reference"]), (&json!("Hello, 'world'"), &json!("mail-1")));
    assert_eq!(rpc.call("getComment", json!([2])).await["visibility"], "app-manager");
    let subtask = rpc.call("getSubtask", json!([2])).await;
    assert_eq!((&subtask["user_id"], &subtask["time_estimated"]), (&json!(0), &json!(0)));
    let links = rpc.call("getAllTaskLinks", json!([3])).await;
    assert_eq!((&links[0]["label"], &links[0]["task_id"]), (&json!("inspires"), &json!(6)));
    assert_eq!(rpc.call("getAllExternalTaskLinks", json!([1])).await[0]["url"], "https://docs.example");
    assert_eq!(rpc.call("getTaskMetadata", json!([1])).await, json!({"plugin": "value"}));
    let files = rpc.call("getAllTaskFiles", json!([1])).await;
    assert_eq!(files.as_array().expect("a list").len(), 1, "one whose content is lost is not listed");
    // Two files share their content: one goes, the other stays.
    assert_eq!(rpc.call("removeTaskFile", json!([1])).await, true);
    let content = rpc.call("downloadTaskFile", json!([2])).await;
    assert_eq!(content, json!(base64(CONTENT)));
    let role = rpc.call("getProjectUserRole", json!([1, 2])).await;
    assert_eq!(role, "tester");
    assert_eq!(rpc.call("getGroupMembers", json!([1])).await.as_array().expect("a list").len(), 1);
}

fn base64(bytes: &[u8]) -> String {
    use base64::Engine;
    base64::engine::general_purpose::STANDARD.encode(bytes)
}

async fn people_come_in(moved: &Moved) {
    let admin = moved.server.browser();
    assert_eq!(admin.sign_in("admin", OLD_PASSWORD).await.status, 303);
    assert_eq!(admin.get("/profile").await.status, 200);
    let wrong = moved.server.browser().sign_in("admin", "wrong password").await;
    assert_eq!(wrong.status, 401);
    let maria = moved.server.browser();
    let page = maria.sign_in("maria", MARIA_PASSWORD).await;
    assert_eq!(page.location.as_deref(), Some("/login/code"));
    let secret = Secret::try_from_base32(TOTP).expect("base32");
    let now = u64::try_from(Clock::system().now()).expect("after 1970");
    let code = Builder::new().with_secret(secret).build().expect("a device").generate(now).to_string();
    assert_eq!(maria.submit("/login/code", "/login/code", &[("code", &code)]).await.status, 303);
    let by_token = moved.server.rpc("maria", MARIA_TOKEN).call("getMe", json!([])).await;
    assert_eq!((&by_token["id"], &by_token["email"]), (&json!(2), &json!("maria@example.org")));
    for (name, password) in [("remote", ""), ("gone", "nobody's")] {
        assert_eq!(moved.server.browser().sign_in(name, password).await.status, 401, "{name}");
    }
    the_days_are_told(&admin).await;
    restrictions_hold(moved).await;
}

async fn the_days_are_told(admin: &Browser) {
    let page = admin.get("/project/1/reports/flow?as=csv&from=2026-07-01&until=2026-07-04").await;
    assert_eq!(page.status, 200, "{}", page.body);
    // The last one is the sum. Nobody counted on the second day.
    for day in ["2026-07-01,2,1,0,3", "2026-07-02,2,1,0,3", "2026-07-03,1,0,4,5"] {
        assert!(page.body.lines().any(|line| line == day), "{day} is not in {}", page.body);
    }
}

async fn restrictions_hold(moved: &Moved) {
    let maria = moved.server.rpc("maria", MARIA_TOKEN);
    let refused = maria.try_call("removeTask", json!([2])).await;
    assert_ne!(refused.body["result"], true, "her role may not remove tasks: {refused:?}");
}

async fn secrets_are_hashed_and_sealed(moved: &Moved) {
    let rows =
        rows(moved, "SELECT username, password, api_access_token, twofactor_secret FROM users ORDER BY id")
            .await;
    let [admin, maria, remote, gone]: &[[String; 4]; 4] = rows[..].try_into().expect("four accounts");
    assert!(admin[1].starts_with("$argon2id$"), "hashed anew at the sign-in: {}", admin[1]);
    assert!(maria[1].starts_with("$argon2id$"));
    assert!(gone[1].starts_with("$2y$10$"), "not yet: {}", gone[1]);
    assert_eq!(remote[1], "");
    assert!(maria[2].starts_with("sha256:") && !maria[2].contains(MARIA_TOKEN));
    assert!(maria[3].starts_with("sealed:") && !maria[3].contains(TOTP));
}

/// Four columns of text, null as empty.
async fn rows(moved: &Moved, select: &'static str) -> Vec<[String; 4]> {
    type Four = (Option<String>, Option<String>, Option<String>, Option<String>);
    let config = kanso_db::Config::new(moved.database.url());
    let db = kanso_db::Db::open(config, kanso_core::MIGRATIONS).await.expect("database opens");
    let read = db.read(move |conn| Box::pin(async move { conn.all::<Four>(select, &[]).await }));
    let rows: Result<_, kanso_db::Error> = read.await;
    db.close().await;
    rows.expect("the database answers")
        .into_iter()
        .map(|(a, b, c, d)| [a, b, c, d].map(Option::unwrap_or_default))
        .collect()
}

async fn the_history_is_told(moved: &Moved, rpc: &Rpc) {
    let told = rpc.call("getProjectActivity", json!([1])).await;
    let told = told.as_array().expect("a list");
    let of_past: Vec<_> = told
        .iter()
        .filter(|entry| entry["date_creation"].as_i64().expect("a number") < T + 30 * DAY)
        .collect();
    let names: Vec<_> = of_past.iter().map(|entry| entry["event_name"].as_str().expect("a text")).collect();
    // The last move is of the list of moves, of which the log says nothing.
    let expected = ["task.move.column", "task.update", "comment.create", "task.move.column", "task.create"];
    assert_eq!(names, expected);
    assert_eq!(of_past[1]["changes"], json!({"score": 5, "title": "First"}));
    assert_eq!(of_past[2]["comment"]["comment"], "Hello");
    assert_eq!(of_past[3]["task"]["title"], "First then", "as it was then");
    assert_eq!((&of_past[0]["task_id"], &of_past[0]["src_column_id"]), (&json!(3), &json!(11)));
    assert_eq!(of_past[0]["author"], "María");
    let deliveries = rows(
        moved,
        "SELECT CAST(COUNT(*) AS TEXT), NULL, NULL, NULL FROM deliveries d \
        JOIN events e ON e.id = d.event_id WHERE e.created_at < 1784000000",
    )
    .await;
    assert_eq!(deliveries[0][0], "0", "nobody is told of the past");
}

async fn feeds_and_the_public_board_open(moved: &Moved) {
    let browser = moved.server.browser();
    for path in [
        format!("/public/board/{PUBLIC_TOKEN}"),
        format!("/feed/project/{PUBLIC_TOKEN}"),
        format!("/feed/user/{FEED_TOKEN}"),
        format!("/ical/project/{PUBLIC_TOKEN}"),
        format!("/ical/user/{FEED_TOKEN}"),
    ] {
        let page = browser.get(&path).await;
        assert_eq!(page.status, 200, "{path}: {}", page.body);
    }
    let board = browser.get(&format!("/public/board/{PUBLIC_TOKEN}")).await;
    assert!(board.body.contains("Second"), "{}", board.body);
    assert_eq!(browser.get("/public/board/").await.status, 404, "an empty token opens nothing");
}

async fn actions_are_kept(rpc: &Rpc) {
    let actions = rpc.call("getActions", json!([1])).await;
    let actions = actions.as_array().expect("a list");
    assert_eq!(actions.len(), 3, "{actions:?}");
    assert_eq!(actions[1]["action_name"], "\\Kanboard\\Plugin\\Telegram\\Action\\Shout");
    assert_eq!(actions[0]["params"], json!({"column_id": "13"}));
    // The first one acts; the unknown one does nothing.
    let column = json!({"project_id": 1, "task_id": 2, "column_id": 13, "position": 1, "swimlane_id": 7});
    assert_eq!(rpc.call("moveTaskPosition", column).await, true);
    assert_eq!(rpc.call("getTask", json!([2])).await["is_active"], 0);
}

async fn receivers_get_what_they_got(rpc: &Rpc, receiver: &Receiver) {
    let before = receiver.received().len();
    rpc.call_for_id("createTask", json!({"title": "Told", "project_id": 1})).await;
    let mut count = before + 1;
    let told = loop {
        let received = receiver.wait_for(count).await;
        match received.into_iter().find(|told| told.body["event_data"]["task"]["title"] == "Told") {
            Some(told) => break told,
            None => count += 1,
        }
    };
    assert!(told.uri.contains(&format!("token={WEBHOOK_TOKEN}")), "{}", told.uri);
    assert_eq!(told.body["event_name"], "task.create");
    assert!(told.body.get("event_author").is_some(), "the newer format: {}", told.text);
}

#[tokio::test]
async fn settings_come_along_and_what_makes_no_sense_keeps_its_default() {
    let moved = Moved::from(Engine::Sqlite, "https://receiver.example/hook").await;
    let get = async |name: &str| Program::run(PROGRAM, &moved.database, &["settings", "get", name]).await;
    for (name, value) in [
        ("application_timezone", "Europe/Berlin"),
        ("application_language", "fr_FR"),
        ("application_date_format", "d.m.Y"),
        ("default_color", "yellow"),
        ("webhook_url", "https://receiver.example/hook"),
        ("webhook_format", "kanboard-1.2"),
        ("api_token", API_TOKEN),
    ] {
        assert_eq!(get(name).await, value, "{name}");
    }
    let invited =
        moved.server.browser().get(&format!("/invitation/{}", kanso_testkit::kanboard::INVITE_TOKEN)).await;
    assert_eq!(invited.status, 200, "{}", invited.body);
    moved.server.kill().await;
}

#[tokio::test]
async fn what_a_running_kanboard_has_just_written_comes_along() {
    let (database, kanboard) = (Database::create().await, Kanboard::filled(Engine::Sqlite, "").await);
    let running = kanboard.stay("UPDATE tasks SET title = 'Just now' WHERE id = 1");
    let ended = import(&database, &kanboard, &["--yes"]).await;
    assert_eq!(ended.code, 0, "{ended:?}");
    drop(running);
    // Counts stand beside those of the source.
    let counts = ended.output.lines().rfind(|line| line.starts_with("comments "));
    let counts: Vec<&str> = counts.unwrap_or_default().split_whitespace().collect();
    assert_eq!(counts, ["comments", "3", "2", "comments", "2"], "{}", ended.output);
    assert!(ended.output.contains("and 3 contents of files here"), "{}", ended.output);
    let server = Program::serve(PROGRAM, &database).await;
    let task = server.rpc("jsonrpc", API_TOKEN).call("getTask", json!([1])).await;
    assert_eq!(task["title"], "Just now");
    server.kill().await;
}
