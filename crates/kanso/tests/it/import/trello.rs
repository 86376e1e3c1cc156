//! A board that Trello exported.

use kanso_testkit::{Database, Program, Rpc};
use serde_json::{Value, json};

use super::PROGRAM;

const BOARD: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/import/trello.json");

/// Some fields of each object of a list.
fn each(list: &Value, fields: &[&str]) -> Vec<Value> {
    let objects = list.as_array().into_iter().flatten();
    objects.map(|object| fields.iter().map(|field| object[*field].clone()).collect()).collect()
}

#[tokio::test]
async fn a_board_of_trello_becomes_a_project_with_all_that_there_is_a_place_for() {
    let database = Database::create().await;
    let server = Program::serve(PROGRAM, &database).await;
    Program::run(PROGRAM, &database, &["user", "create", "ada", "--password", "lovelace"]).await;
    let look = ["import", "trello", BOARD, "--person", "adal=ada", "--dry-run"];
    let told = Program::run(PROGRAM, &database, &look).await;
    insta::assert_snapshot!("trello_look", told);
    let done = Program::run(PROGRAM, &database, &look[..5]).await;
    assert!(done.ends_with("It is project 1."), "{done}");

    let token = Program::run(PROGRAM, &database, &["settings", "get", "api_token"]).await;
    let rpc = server.rpc("jsonrpc", &token);
    let ask = async |method: &str, params: Value| rpc.call(method, params).await;
    let project = ask("getProjectById", json!([1])).await;
    assert_eq!(
        (&project["name"], &project["description"]),
        (&json!("Bike shop"), &json!("All about **bikes**"))
    );
    let columns = ask("getColumns", json!([1])).await;
    assert_eq!(each(&columns, &["title", "position"]), [json!(["To do", 1]), json!(["Doing", 2])]);
    let (open, closed) = (ask("getAllTasks", json!([1, 1])).await, ask("getAllTasks", json!([1, 0])).await);
    let fields = ["title", "column_id", "position", "color_id", "date_creation", "date_due"];
    let first = columns[0]["id"].clone();
    let mut open = each(&open, &fields);
    open.sort_by_key(|task| task[2].as_i64());
    assert_eq!(
        open,
        [
            json!(["True the wheel", first, 1, "cyan", 1_767_225_720, 0]),
            json!(["Oil the chain", first, 2, "red", 1_767_225_660, 1_769_947_200]),
        ]
    );
    let mut closed = each(&closed, &["title", "description", "owner_id"]);
    closed.sort_by_key(|task| task[0].to_string());
    assert_eq!(
        closed,
        [
            json!(["A tandem", "For two\n\n← Old ideas", 0]),
            json!(["Paint it", "→ Grace Hopper (grace42)", 0])
        ]
    );

    look_into_a_card(&rpc).await;
    // It goes on like any other board.
    let new = ask("createTask", json!({"title": "New", "project_id": 1})).await;
    assert_eq!(ask("getTask", json!([new])).await["position"], 3);
}

/// What belongs to a card came along.
async fn look_into_a_card(rpc: &Rpc) {
    let oil = rpc.call("getTaskByReference", json!([1, "aBcDeFg1"])).await;
    assert_eq!(oil["description"], "Every *week*\n\n+ Grace Hopper");
    assert_eq!((&oil["owner_id"], &oil["creator_id"]), (&json!(2), &json!(2)));
    let of_oil = async |method: &str| rpc.call(method, json!([oil["id"]])).await;
    assert_eq!(
        each(&of_oil("getAllSubtasks").await, &["title", "status", "user_id"]),
        [json!(["Before: Wash", 2, 0]), json!(["Before: Brush", 2, 2]), json!(["After: Wipe", 0, 0])]
    );
    assert_eq!(
        each(&of_oil("getAllComments").await, &["comment", "username", "date_creation"]),
        [
            json!(["Which oil?", "ada", 1_768_903_200]),
            json!(["It squeaks\n\n— Old Colleague (gone)", null, 1_770_024_600])
        ]
    );
    let tags = of_oil("getTaskTags").await;
    let mut tags: Vec<&str> = tags.as_object().expect("tags").values().filter_map(Value::as_str).collect();
    tags.sort_unstable();
    assert_eq!(tags, ["Urgent", "plain"]);
    let links = of_oil("getAllExternalTaskLinks").await;
    assert_eq!(
        each(&links, &["title", "url"]),
        [
            json!(["https://bikes.example/oil", "https://bikes.example/oil"]),
            json!(["plan.pdf", "https://trello.example/plan.pdf"])
        ]
    );
    let fields = of_oil("getTaskMetadata").await;
    assert_eq!(fields, json!({"Colour": "blue", "Size": "XL", "Paid": "true"}));
}

#[tokio::test]
async fn what_is_no_board_of_trello_changes_nothing() {
    let database = Database::create().await;
    let server = Program::serve(PROGRAM, &database).await;
    let file = database.folder().join("other.json");
    std::fs::write(&file, r#"{"name": "no lists"}"#).expect("a file can be written");
    let arguments = ["import", "trello", file.to_str().expect("a path")];
    let ended = Program::try_run(PROGRAM, &database, &arguments, "").await;
    assert_eq!(ended.code, 1, "{ended:?}");
    assert!(ended.error.contains("it is no board of Trello: it has no lists and cards"), "{ended:?}");
    let token = Program::run(PROGRAM, &database, &["settings", "get", "api_token"]).await;
    assert_eq!(server.rpc("jsonrpc", &token).call("getAllProjects", json!([])).await, json!([]));
}
