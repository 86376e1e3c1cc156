//! `kanso webhook`: what became of deliveries, and making up for what was missed.

use kanso_core::Actor;
use kanso_core::event::list_events_after;
use serde_json::{Value, json};

use super::desk::Desk;

/// The latest event outside.
async fn latest(desk: &Desk) -> String {
    let events = list_events_after(&desk.app, &Actor::Application, desk.project, 0.into(), 1000)
        .await
        .expect("it is there");
    events.last().expect("it is there").uid()
}

/// The last words of each line of a table: what became of an event.
fn outcomes(table: &str) -> Vec<String> {
    table.lines().skip(1).map(|line| line.rsplit("  ").next().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn every_endpoint_says_what_became_of_an_event() {
    let desk = Desk::start().await;
    let early = desk.old_task("before there was any").await;
    let before = latest(&desk).await;
    let closes = desk.endpoint(&["--events", "task.close"]).await;
    let filtered = desk.endpoint(&["--filter", "letters"]).await;
    let paused = desk.endpoint(&[]).await;
    desk.run(&["pause", &paused]).await;
    let gets = desk.endpoint(&["--project", "DEMO"]).await;
    desk.receiver.answer(503);
    desk.task("milk").await;
    let event = latest(&desk).await;
    let waiting = desk.json(&["explain", &event, "--endpoint", &gets]).await;
    assert_eq!(
        (&waiting[0]["why"], &waiting[0]["detail"]),
        (&json!("waiting"), &json!("waiting for its turn"))
    );
    desk.settle().await;

    let said = desk.run(&["explain", &event]).await;
    let outcomes = outcomes(&said);
    assert_eq!(outcomes[0], "not sent: the endpoint does not ask for task.create", "{said}");
    assert_eq!(outcomes[1], "not sent: the task did not match the endpoint's filter", "{said}");
    assert_eq!(outcomes[2], "not sent: the endpoint was paused; recovering brings it", "{said}");
    assert!(outcomes[3].starts_with("tried again from ") && outcomes[3].contains("503"), "{said}");
    assert_eq!(outcomes.len(), 4);
    assert_eq!(desk.run(&["deliveries", "--event", &event]).await, said);
    let of_one = desk.json(&["deliveries", &filtered, "--event", &event]).await;
    assert_eq!((&of_one[0]["why"], &of_one[0]["delivery"]["reason"]), (&json!("skipped"), &json!("filter")));

    desk.close(early).await;
    let said = desk.json(&["explain", &before]).await;
    let whys: Vec<&Value> = said.as_array().unwrap().iter().map(|line| &line["why"]).collect();
    assert_eq!(whys, ["before_webhook"; 4]);
    let closed = desk.json(&["deliveries", &closes]).await;
    assert_eq!((&closed[0]["type"], &closed[0]["state"]), (&json!("task.close"), &json!("waiting")));

    for (odd, words) in [("evt_999999_00ff00ff", "there is no event"), ("12", "is no event's id")] {
        let ended = desk.try_run(&["explain", odd]).await;
        assert!(ended.code == 1 && ended.error.contains(words), "{ended:?}");
    }
}

#[tokio::test]
async fn a_delivery_is_sent_again_with_the_same_id() {
    let desk = Desk::start().await;
    let id = desk.endpoint(&[]).await;
    desk.task("milk").await;
    desk.settle().await;
    let line = &desk.json(&["deliveries", &id, "--state", "delivered"]).await[0];
    assert_eq!((&line["status"], &line["attempt_count"]), (&json!(200), &json!(1)));
    assert_eq!(desk.run(&["deliveries", "--state", "failed"]).await, "There are no such deliveries.");

    let again = desk.json(&["redeliver", &line["id"].to_string()]).await;
    assert_eq!(again["repeats"], line["id"]);
    desk.settle().await;
    let ids: Vec<_> =
        desk.receiver.received().iter().map(|got| got.header("webhook-id").map(str::to_owned)).collect();
    assert_eq!((ids.len(), &ids[0]), (2, &ids[1]));
    let said = desk.run(&["deliveries", &id]).await;
    assert!(said.lines().count() == 3 && said.contains("answered 200"), "{said}");
    let ended = desk.try_run(&["redeliver", "999"]).await;
    assert!(ended.code == 1 && ended.error.contains("there is no delivery 999"), "{ended:?}");
}

#[tokio::test]
async fn what_was_missed_is_counted_and_then_sent() {
    let desk = Desk::start().await;
    let id = desk.endpoint(&["--events", "task.create"]).await;
    desk.run(&["pause", &id]).await;
    for n in 1..=3 {
        desk.task(&format!("task {n}")).await;
    }
    let resumed = desk.run(&["resume", &id]).await;
    assert!(resumed.contains(&format!("kanso webhook recover {id} --since")), "{resumed}");
    let counted = desk.run(&["recover", &id, "--since", "1h", "--dry-run"]).await;
    assert!(counted.contains(": 3\n") && counted.ends_with("this was a dry run."), "{counted}");
    desk.settle().await;
    assert!(desk.receiver.received().is_empty(), "a dry run sends nothing");

    let said = desk.run(&["recover", &id, "--since", "1h"]).await;
    assert!(said.contains("3 of 3") && said.ends_with("the server sends them."), "{said}");
    desk.settle().await;
    assert_eq!(desk.receiver.names(), ["task.create"; 3]);
    let again = desk.json(&["recover", &id, "--since", "2 days"]).await;
    assert_eq!((&again["total"], &again["is_done"]), (&json!(0), &json!(true)));
    for odd in ["yesterday", "2999-01-01"] {
        let ended = desk.try_run(&["recover", &id, "--since", odd]).await;
        assert!(ended.code == 1 && ended.error.contains(odd), "{ended:?}");
    }
}
