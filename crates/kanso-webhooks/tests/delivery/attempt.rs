//! One attempt: what the receiver sees, and what the log says.

use std::time::{Duration, Instant};

use kanso_core::Clock;
use kanso_core::endpoint::NewEndpoint;
use kanso_webhooks::{Reach, Sender};
use tokio::net::TcpListener;

use crate::house::{House, NOW, TOKEN, sender, to};
use crate::receiver::{Answer, Receiver, ok};

/// The only attempt of the only delivery.
async fn attempt(house: &House) -> kanso_core::delivery::Attempt {
    house.create("a").await;
    assert_eq!(house.deliver().await, 1);
    let [record] = house.log().await.try_into().unwrap();
    let [attempt] = record.attempts.try_into().unwrap();
    attempt
}

#[tokio::test]
async fn a_receiver_gets_what_kanboard_sent() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    let task = house.create("Größe").await;
    assert_eq!(house.deliver().await, 1);
    assert_eq!(house.deliver().await, 0);

    let [received] = receiver.received().try_into().unwrap();
    let [record] = house.log().await.try_into().unwrap();
    assert_eq!(received.line, "POST /hook?for=kanso&token=s3cret%2Ftoken HTTP/1.1");
    let length = received.header("content-length").to_owned();
    let expected = [
        "Connection: close".to_owned(),
        format!("Content-Length: {length}"),
        "Content-Type: application/json".to_owned(),
        format!("Host: 127.0.0.1:{}", receiver.port()),
        "User-Agent: Kanboard Webhook".to_owned(),
        format!("Webhook-Id: {}", record.line.message_id),
        format!("Webhook-Signature: {}", received.header("webhook-signature")),
        format!("Webhook-Timestamp: {NOW}"),
    ];
    assert_eq!(received.headers, expected);
    assert_eq!(received.event(), "task.create");
    assert_eq!(received.body["event_data"]["task_id"], task.get());
    assert_eq!(received.body["event_data"]["task"]["title"], "Größe");
    assert_eq!(record.line.state, "delivered");
    assert_eq!(serde_json::from_str::<serde_json::Value>(&record.body.unwrap()).unwrap(), received.body);
    assert_eq!(record.attempts[0].status, Some(200));
    assert_eq!(record.attempts[0].answer.as_deref(), Some("thanks"));
    assert_eq!(record.attempts[0].error, None);
}

#[tokio::test]
async fn the_token_is_never_in_the_log() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|received| {
        let echo = format!("{} and {TOKEN}", received.line);
        Answer::Say("302 Found", "Location: /?token=s3cret%2Ftoken\r\n", echo)
    });
    let attempt = attempt(&house).await;
    let logged = format!("{attempt:?}");
    assert!(!logged.contains("s3cret"), "{logged}");
    assert!(attempt.request.starts_with("POST /hook?for=kanso&token=*** HTTP/1.1\nHost: 127.0.0.1:"));
    assert_eq!(attempt.answer.as_deref(), Some("POST /hook?for=kanso&token=*** HTTP/1.1 and ***"));
}

#[tokio::test]
async fn redirects_are_not_followed() {
    let (receiver, elsewhere) = (Receiver::start().await, Receiver::start().await);
    let house = House::start(&receiver).await;
    let to: &'static str = format!("Location: {}\r\n", elsewhere.url()).leak();
    receiver.answer(move |_| Answer::Say("307 Temporary Redirect", to, String::new()));
    let attempt = attempt(&house).await;
    let expected = format!(
        "redirects are not followed: the receiver answered 307 Temporary Redirect (to {})",
        elsewhere.url()
    );
    assert_eq!(attempt.error, Some(expected));
    assert_eq!(attempt.status, Some(307));
    assert!(elsewhere.received().is_empty());
}

#[tokio::test]
async fn the_first_16_kb_of_an_answer_are_kept() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|_| Answer::Say("500 Internal Server Error", "", "x".repeat(20_000)));
    let attempt = attempt(&house).await;
    assert_eq!(attempt.answer.map(|answer| answer.len()), Some(16 * 1024));
    assert_eq!(attempt.error.as_deref(), Some("the receiver answered 500 Internal Server Error"));
}

#[tokio::test]
async fn a_token_across_the_edge_of_what_is_kept_is_hidden() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|_| Answer::Say("200 OK", "", format!("{}{TOKEN}", "x".repeat(16 * 1024 - 5))));
    let answer = attempt(&house).await.answer.unwrap();
    assert!(!answer.contains("s3cr") && answer.ends_with("x***"), "{}", &answer[answer.len() - 9..]);
}

#[tokio::test]
async fn an_answer_of_any_bytes_can_be_stored() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|_| Answer::Say("200 OK", "", "a\0b".to_owned()));
    assert_eq!(attempt(&house).await.answer.as_deref(), Some("a\u{fffd}b"));
}

#[tokio::test]
async fn a_receiver_that_does_not_answer_is_given_up() {
    let receiver = Receiver::start().await;
    let mut house = House::start(&receiver).await;
    house.sender = sender().with_time_limit(Duration::from_millis(300));
    receiver.answer(|_| Answer::After(Duration::from_secs(60)));
    let start = Instant::now();
    let attempt = attempt(&house).await;
    assert!(start.elapsed() < Duration::from_secs(10));
    assert_eq!(attempt.error.as_deref(), Some("timed out after 300 ms, waiting for the answer"));
    assert!((300..5_000).contains(&attempt.duration_ms), "{}", attempt.duration_ms);
}

#[tokio::test]
async fn an_answer_that_does_not_end_is_a_success_all_the_same() {
    let receiver = Receiver::start().await;
    let mut house = House::start(&receiver).await;
    house.sender = sender().with_time_limit(Duration::from_millis(300));
    receiver.answer(|_| Answer::Trickle);
    let attempt = attempt(&house).await;
    assert_eq!(attempt.error, None);
    assert_eq!(attempt.answer.as_deref(), Some("begun"));
}

#[tokio::test]
async fn failures_are_told_in_words() {
    let receiver = Receiver::start().await;
    let gone = {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        listener.local_addr().unwrap()
    };
    let unknown = format!("http://{}.example/", "x".repeat(70));
    receiver.answer(|received| match received.task_id() {
        2 => Answer::HangUp,
        _ => Answer::Babble,
    });
    let cases = [
        (format!("http://{gone}/"), format!("could not connect to {gone}: connection refused")),
        (receiver.url(), "the receiver closed the connection without an answer".to_owned()),
        (receiver.url(), "the answer is not HTTP".to_owned()),
        (unknown.clone(), format!("the host {}.example was not found", "x".repeat(70))),
        (receiver.url().replace("http:", "https:"), "TLS: tls handshake eof".to_owned()),
        ("http://user@a.example/".to_owned(), "an address with a user name".to_owned()),
    ];
    let house = House::start(&receiver).await;
    for (url, expected) in cases {
        house.set("webhook_url", &url).await;
        house.create("a").await;
        house.deliver().await;
        let error = house.log().await.pop().unwrap().attempts[0].error.clone().unwrap();
        assert!(error.starts_with(&expected), "{url}: {error}");
    }
}

#[tokio::test]
async fn private_addresses_are_refused_unless_allowed() {
    let receiver = Receiver::start().await;
    let mut house = House::start(&receiver).await;
    house.sender = Sender::new(Reach::default());
    let loopback = "127.0.0.1 is a loopback address; \
        set KANSO_WEBHOOK_ALLOW_PRIVATE_NETWORKS=true to allow private networks";
    assert_eq!(attempt(&house).await.error.as_deref(), Some(loopback));

    house.set("webhook_url", &receiver.url().replace("127.0.0.1", "localhost")).await;
    house.create("b").await;
    house.deliver().await;
    let error = house.log().await[1].attempts[0].error.clone().unwrap();
    assert!(error.starts_with("localhost leads to ") && error.contains("a loopback address"), "{error}");
    assert!(receiver.received().is_empty());
}

#[tokio::test]
async fn a_receiver_is_waited_for_as_long_as_its_endpoint_says() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    house.endpoint(NewEndpoint { timeout_ms: 1_000, ..to(&receiver) }).await;
    receiver.answer(|_| Answer::After(Duration::from_secs(60)));
    let attempt = attempt(&house).await;
    assert_eq!(attempt.error.as_deref(), Some("timed out after 1 s, waiting for the answer"));
}

#[tokio::test]
async fn a_time_that_is_over_is_told_with_what_it_was_waited_for() {
    // Connections are accepted by the system, and nobody says anything on them.
    let silent = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let receiver = Receiver::start().await;
    let mut house = House::start(&receiver).await;
    house.set("webhook_url", &format!("https://{}/", silent.local_addr().unwrap())).await;
    house.sender = sender().with_time_limit(Duration::from_millis(300));
    let attempt = attempt(&house).await;
    assert_eq!(attempt.error.as_deref(), Some("timed out after 300 ms, waiting for the TLS handshake"));
}

#[tokio::test]
async fn a_packed_answer_is_named_and_never_unpacked() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|received| {
        assert_eq!(received.find_header("accept-encoding"), None);
        Answer::Say("200 OK", "Content-Encoding: gzip\r\n", "packed".to_owned())
    });
    assert_eq!(attempt(&house).await.answer.as_deref(), Some("(packed as gzip, not shown)"));
}

#[tokio::test]
async fn an_answer_has_64_headers_at_most() {
    let receiver = Receiver::start().await;
    let house = House::start(&receiver).await;
    receiver.answer(|received| Answer::Headers(if received.task_id() == 1 { 63 } else { 64 }));
    assert_eq!(attempt(&house).await.error, None);
    house.create("b").await;
    house.deliver().await;
    let error = house.log().await[1].attempts[0].error.clone().unwrap();
    assert!(error.starts_with("the answer is not HTTP"), "{error}");
}

#[tokio::test]
async fn without_a_token_nothing_is_added() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    house.add_endpoint(&receiver.url()).await;
    receiver.answer(|_| ok());
    house.create("a").await;
    house.deliver().await;
    assert_eq!(receiver.received()[0].line, "POST /hook?for=kanso HTTP/1.1");
}
