//! The worker as it runs in the server: lanes that wake, wait, and do not wait for each other.

use std::time::{Duration, Instant};

use kanso_core::Clock;
use kanso_domain::schedule::Pace;
use kanso_webhooks::run;
use tokio::sync::oneshot;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use crate::house::House;
use crate::receiver::{Answer, PATIENCE, Receiver, ok};

/// The worker in the background.
struct Background {
    worker: JoinSet<()>,
    stop: oneshot::Sender<()>,
}

impl Background {
    fn start(house: &House) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let mut worker = JoinSet::new();
        worker.spawn(run(house.app.clone(), house.sender.clone(), Pace::default(), async {
            let _ = stopped.await;
        }));
        Self { worker, stop }
    }

    async fn stop(mut self) {
        drop(self.stop);
        while let Some(ended) = self.worker.join_next().await {
            ended.unwrap();
        }
    }
}

/// Waits until all deliveries are in the log as delivered.
async fn all_delivered(house: &House, count: usize) {
    let start = Instant::now();
    while house.delivered().await < count {
        assert!(start.elapsed() < PATIENCE, "all are delivered in time");
        sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn the_bell_wakes_the_lane_at_once() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    let worker = Background::start(&house);
    house.create("first").await;
    receiver.wait_for(1).await;
    // Looking once a second, the worker would take three times as long as the test has patience. It looks by itself
    // after it has settled one, so that each comes when the one before is settled.
    let answered = async {
        for count in 2..=60 {
            while house.under_way().await > 0 {
                sleep(Duration::from_millis(5)).await;
            }
            house.create("the next").await;
            receiver.wait_for(count).await;
        }
    };
    timeout(PATIENCE, answered).await.expect("the bell wakes the lane");
    worker.stop().await;
    assert_eq!(house.delivered().await, 60);
}

#[tokio::test]
async fn without_the_bell_all_comes_a_little_later() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    house.app.bell().mute();
    let worker = Background::start(&house);
    for title in ["a", "b", "c"] {
        let task = house.create(title).await;
        house.rename(task, "changed").await;
    }
    receiver.wait_for(6).await;
    all_delivered(&house, 6).await;
    worker.stop().await;
}

#[tokio::test]
async fn a_dead_endpoint_and_a_sleeping_one_hold_up_no_other() {
    let (receiver, sleeping) = (Receiver::start().await, Receiver::start().await);
    sleeping.answer(|_| Answer::After(Duration::from_secs(60)));
    let house = House::start(&receiver).await;
    house.add_endpoint("http://127.0.0.1:9/").await;
    house.add_endpoint(&sleeping.url()).await;
    let worker = Background::start(&house);
    for number in 0..60 {
        house.create(&format!("task {number}")).await;
    }
    let received = receiver.wait_for(60).await;
    assert_eq!(received.len(), 60);
    all_delivered(&house, 60).await;
    assert!(sleeping.received().len() <= 4, "no more than it allows are tried at once");
    drop(worker);
}

#[tokio::test]
async fn events_of_a_task_arrive_in_order_while_others_overtake() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|received| match received.event() {
        "task.create" => Answer::After(Duration::from_millis(200)),
        _ => ok(),
    });
    let worker = Background::start(&house);
    let mut tasks = Vec::new();
    for _ in 0..5 {
        let task = house.create("0").await;
        for title in 1..=5 {
            house.rename(task, &title.to_string()).await;
        }
        tasks.push(task.get());
    }
    let received = receiver.wait_for(30).await;
    for task in tasks {
        let of_task = received.iter().filter(|one| one.task_id() == task);
        let titles: Vec<_> = of_task.map(|one| one.body["event_data"]["task"]["title"].clone()).collect();
        assert_eq!(titles, ["0", "1", "2", "3", "4", "5"]);
    }
    worker.stop().await;
    assert_eq!(house.delivered().await, 30);
}

#[tokio::test]
async fn a_retry_comes_when_it_is_due() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|_| Answer::HangUp);
    let worker = Background::start(&house);
    house.create("a").await;
    receiver.wait_for(1).await;
    while house.log().await[0].attempts.is_empty() {
        sleep(Duration::from_millis(10)).await;
    }
    receiver.answer(|_| ok());
    house.advance(6);
    receiver.wait_for(2).await;
    worker.stop().await;
    assert_eq!(house.delivered().await, 1);
}

#[tokio::test]
async fn an_endpoint_that_changes_is_followed() {
    let (receiver, next) = (Receiver::start().await, Receiver::start().await);
    let house = House::start_at(Clock::system()).await;
    let worker = Background::start(&house);
    house.set("webhook_url", &receiver.url()).await;
    house.create("a").await;
    receiver.wait_for(1).await;
    house.set("webhook_url", &next.url()).await;
    // Until the change is noticed, which takes a moment, the old address is right, too.
    let mut count = 1;
    while next.received().is_empty() {
        house.create("b").await;
        count += 1;
        all_delivered(&house, count).await;
    }
    house.set("webhook_url", "").await;
    house.create("c").await;
    worker.stop().await;
    assert_eq!(receiver.received().len() + next.received().len(), count);
    assert_eq!(house.log().await.len(), count, "where there is no address, nothing waits for one");
}

#[tokio::test]
async fn stopping_lets_what_is_under_way_end() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|_| Answer::After(Duration::from_millis(700)));
    let worker = Background::start(&house);
    house.create("a").await;
    receiver.wait_for(1).await;
    worker.stop().await;
    assert_eq!(house.delivered().await, 1);
}

#[tokio::test]
async fn stopping_does_not_wait_for_ever() {
    let receiver = Receiver::start().await;
    let mut house = House::start(&receiver).await;
    house.sender = house.sender.with_time_limit(Duration::from_secs(60));
    receiver.answer(|_| Answer::After(Duration::from_secs(60)));
    let worker = Background::start(&house);
    house.create("a").await;
    receiver.wait_for(1).await;
    timeout(Duration::from_secs(9), worker.stop()).await.expect("five seconds and a little");
    assert_eq!(house.log().await[0].line.state, "waiting", "the lease brings it back");
}

#[tokio::test]
async fn a_receiver_that_is_down_is_probed_and_gets_all_when_it_is_back() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|_| Answer::Say("503 Service Unavailable", "", String::new()));
    for number in 0..200 {
        house.create(&format!("task {number}")).await;
    }
    let worker = Background::start(&house);
    receiver.wait_for(10).await;
    while house.health().await.open_until_ms.is_none() {
        sleep(Duration::from_millis(10)).await;
    }
    // What was under way when the breaker opened may still come, and keeps it open for longer.
    while house.under_way().await > 0 {
        sleep(Duration::from_millis(10)).await;
    }
    let tried = receiver.received().len();
    assert!(tried < 14, "with four at a time, of 200 that are due, {tried} were tried");
    house.advance(31);
    receiver.wait_for(tried + 1).await;
    while house.health().await.failures <= i64::try_from(tried).unwrap() {
        sleep(Duration::from_millis(10)).await;
    }
    assert!(house.health().await.open_until_ms.is_some(), "the probe failed");
    receiver.answer(|_| ok());
    house.advance(31);
    all_delivered(&house, 200).await;
    worker.stop().await;
    assert_eq!(house.health().await.open_until_ms, None);
}
