//! What a request follows from, on both APIs.

use kanso_testkit::TestApp;
use serde_json::{Value, json};

use super::{Api, WEBHOOKS};
use crate::team::{Project, int};

const HEADER: &str = "Kanso-Causation-Id";

async fn last(api: &Api) -> Value {
    let page = api.read("/api/v1/events?limit=200").await;
    page["data"].as_array().and_then(|all| all.last()).cloned().expect("an event")
}

#[tokio::test]
async fn what_a_request_does_follows_from_the_event_it_names() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::application(&app).await, app.rpc());
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "Task").await;
    let first = last(&api).await;
    assert_eq!((&first["cause"], int(&first["depth"])), (&Value::Null, 0));
    let id = first["id"].as_str().expect("an id");

    let call = json!({"jsonrpc": "2.0", "method": "closeTask", "params": [task], "id": 1}).to_string();
    let caused =
        api.by(api.rest.basic("jsonrpc", app.app.settings().get("api_token")).with_header(HEADER, id));
    let reply = caused.rest.send("POST", "/jsonrpc.php", None, call).await;
    assert_eq!(reply.body["result"], json!(true));
    let second = last(&api).await;
    assert_eq!(
        (&second["type"], &second["cause"], int(&second["depth"])),
        (&json!("task.close"), &first["id"], 1)
    );

    let receiver = kanso_testkit::Receiver::start().await;
    let cause = second["id"].as_str().expect("an id");
    api.by(api.rest.with_header(HEADER, &format!("{cause}-2"))).webhook(&receiver, json!({})).await;
    let third = last(&api).await;
    assert_eq!((&third["cause"], int(&third["depth"])), (&second["id"], 2));
}

#[tokio::test]
async fn an_unknown_cause_is_refused_and_nothing_is_done() {
    let app = TestApp::start().await;
    let (api, rpc) = (Api::application(&app).await, app.rpc());
    let project = Project::create(&rpc).await;
    let task = project.task(&rpc, 0, "Task").await;
    let id = last(&api).await["id"].as_str().expect("an id").to_owned();
    let (start, _) = id.rsplit_once('_').expect("a salt");
    for odd in [&format!("{start}_00000000"), "evt_999999_00000000", "nonsense", ""] {
        let caused = api.by(api.rest.with_header(HEADER, odd));
        let reply = caused.delete(&format!("{WEBHOOKS}/1")).await;
        assert_eq!(
            (reply.status, &reply.body["type"]),
            (400, &json!("urn:kanso:problem:malformed")),
            "{odd}"
        );
        let call = json!({"jsonrpc": "2.0", "method": "closeTask", "params": [task], "id": 1});
        for body in [call.clone(), json!([call, call])] {
            let reply = caused.rest.send("POST", "/jsonrpc.php", None, body.to_string()).await;
            assert_eq!((reply.status, &reply.body["error"]["code"]), (400, &json!(-32600)), "{odd}");
            assert!(reply.body["error"]["data"].as_str().is_some_and(|words| words.contains(HEADER)));
        }
        assert_eq!(rpc.call("getTask", json!([task])).await["is_active"], json!(1));
        // Who is not let in is not told what is wrong with the rest.
        let stranger = api.by(app.rest().with_header(HEADER, odd));
        assert_eq!(stranger.get(WEBHOOKS).await.status, 401);
    }
}
