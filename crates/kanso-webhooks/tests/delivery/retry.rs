//! What becomes of a delivery that failed.

use kanso_core::Actor;
use kanso_core::delivery::redeliver;
use kanso_domain::schedule::{ATTEMPTS, STANDARD};

use crate::house::House;
use crate::receiver::{Answer, Receiver, ok};

fn unavailable() -> Answer {
    Answer::Say("503 Service Unavailable", "", String::new())
}

#[tokio::test]
async fn what_failed_comes_again_with_the_same_id_and_body() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|_| unavailable());
    house.create("a").await;
    assert_eq!(house.deliver().await, 1);
    assert_eq!(house.deliver().await, 0, "it is not due yet");

    house.advance(4);
    assert_eq!(house.deliver().await, 0, "it is not due yet");
    receiver.answer(|_| ok());
    house.advance(2);
    assert_eq!(house.deliver().await, 1);

    let [first, second] = receiver.received().try_into().unwrap();
    assert_eq!(first.header("webhook-id"), second.header("webhook-id"));
    assert_ne!(first.header("webhook-timestamp"), second.header("webhook-timestamp"));
    assert_eq!(first.body, second.body);
    let [record] = house.log().await.try_into().unwrap();
    assert_eq!(record.line.state, "delivered");
    assert_eq!(
        record.attempts.iter().map(|attempt| attempt.status).collect::<Vec<_>>(),
        [Some(503), Some(200)]
    );
}

#[tokio::test]
async fn the_next_event_of_a_task_waits_and_other_tasks_go_on() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    let held = house.create("held").await;
    receiver.answer(move |received| if received.task_id() == held.get() { unavailable() } else { ok() });
    house.deliver().await;
    house.rename(held, "held again").await;
    house.rename(held, "and again").await;
    let other = house.create("other").await;
    house.rename(other, "other again").await;
    house.deliver().await;

    let seen = |from: usize| -> Vec<(i64, String)> {
        let received = receiver.received();
        received[from..].iter().map(|one| (one.task_id(), one.event().to_owned())).collect()
    };
    let of = |task: kanso_domain::TaskId, event: &str| (task.get(), event.to_owned());
    assert_eq!(seen(0), [of(held, "task.create"), of(other, "task.create"), of(other, "task.update")]);

    receiver.answer(|_| ok());
    house.advance(6);
    house.deliver().await;
    assert_eq!(seen(3), [of(held, "task.create"), of(held, "task.update"), of(held, "task.update")]);
    let titles: Vec<_> = receiver.received()[4..]
        .iter()
        .map(|received| received.body["event_data"]["changes"]["title"].clone())
        .collect();
    assert_eq!(titles, ["held again", "and again"]);
}

#[tokio::test]
async fn after_the_last_attempt_it_is_given_up_and_the_next_event_comes() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    let task = house.create("a").await;
    house.rename(task, "b").await;
    receiver.answer(|received| if received.event() == "task.create" { unavailable() } else { ok() });
    for attempts in 1..=ATTEMPTS {
        house.deliver().await;
        let wait = STANDARD.wait_after(attempts, 1.0).unwrap_or_default();
        house.advance(wait.as_secs() + 1);
    }
    house.deliver().await;
    let [first, second] = house.log().await.try_into().unwrap();
    assert_eq!((first.line.state.as_str(), first.attempts.len()), ("failed", ATTEMPTS));
    assert_eq!((second.line.state.as_str(), second.attempts.len()), ("delivered", 1));
}

#[tokio::test]
async fn what_a_person_sends_again_is_tried_as_long_as_any_other() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    house.create("a").await;
    house.deliver().await;
    receiver.answer(|_| unavailable());
    let first = house.log().await[0].line.id;
    redeliver(&house.app, &Actor::Application, first).await.unwrap();
    for attempts in 1..ATTEMPTS + 2 {
        house.deliver().await;
        let wait = STANDARD.wait_after(attempts, 1.0).unwrap_or_default();
        house.advance(wait.as_secs() + 1);
    }
    let [_, again] = house.log().await.try_into().unwrap();
    assert_eq!((again.line.state.as_str(), again.attempts.len()), ("failed", ATTEMPTS));
    let received = receiver.received();
    assert_eq!(received.len(), 1 + ATTEMPTS);
    let told: Vec<_> = received.iter().map(|one| (one.header("webhook-id"), &one.body)).collect();
    assert!(told.iter().all(|one| *one == told[0]), "the same id and body every time: {told:?}");
}
