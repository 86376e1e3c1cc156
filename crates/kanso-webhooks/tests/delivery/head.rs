//! What goes with a body: who sends, over which connection, and the endpoint's own headers.

use kanso_core::Clock;
use kanso_core::endpoint::{Format, Header, NewEndpoint};

use crate::house::{House, NOW, to};
use crate::receiver::{Answer, Receiver, ok};

/// A house with one endpoint at `receiver`, and the number of attempts that two tasks took.
async fn two_deliveries(receiver: &Receiver, format: Format) -> (House, usize) {
    let house = House::start_at(Clock::manual(NOW)).await;
    house.endpoint(NewEndpoint { format, token: "s3cret".to_owned(), ..to(receiver) }).await;
    let mut attempts = 0;
    for title in ["a", "b"] {
        house.create(title).await;
        house.make_bodies(r#"{"from": "a test"}"#).await;
        attempts += house.deliver().await;
    }
    (house, attempts)
}

#[tokio::test]
async fn kanboards_formats_close_the_connection_and_carry_the_token() {
    for format in [Format::Kanboard2015, Format::Kanboard2016, Format::Kanboard12] {
        let receiver = Receiver::start().await;
        two_deliveries(&receiver, format).await;
        let [first, second] = receiver.received().try_into().unwrap();
        assert_eq!(first.line, "POST /hook?for=kanso&token=s3cret HTTP/1.1");
        assert_eq!(first.header("user-agent"), "Kanboard Webhook");
        assert_eq!(first.header("connection"), "close");
        assert_eq!((first.connection, second.connection), (1, 2));
    }
}

#[tokio::test]
async fn the_other_formats_keep_the_connection_and_say_who_sends() {
    for format in [Format::Standard, Format::CloudEvents, Format::Slack, Format::Teams] {
        let receiver = Receiver::start().await;
        let (_, attempts) = two_deliveries(&receiver, format).await;
        let [first, second] = receiver.received().try_into().unwrap();
        assert_eq!(first.line, "POST /hook?for=kanso HTTP/1.1", "no token");
        assert_eq!(first.header("user-agent"), concat!("Kanso/", env!("CARGO_PKG_VERSION")));
        assert_eq!(first.find_header("connection"), None);
        assert_eq!((first.connection, second.connection, attempts), (1, 1, 2));
        let expected = kanso_webhooks::body::content_type(format, &first.text);
        assert_eq!(first.header("content-type"), expected);
    }
}

#[tokio::test]
async fn a_kept_connection_that_the_receiver_closes_costs_no_attempt() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    house.endpoint(NewEndpoint { format: Format::Standard, ..to(&receiver) }).await;
    // The second request on the first connection meets its end.
    receiver.answer(|received| match (received.connection, received.task_id()) {
        (1, 2) => Answer::HangUp,
        _ => ok(),
    });
    for title in ["a", "b"] {
        let task = house.create(title).await;
        house.make_bodies(&format!(r#"{{"event_data": {{"task": {{"id": "{task}"}}}}}}"#)).await;
        assert_eq!(house.deliver().await, 1);
    }
    let received = receiver.received();
    let connections: Vec<usize> = received.iter().map(|received| received.connection).collect();
    assert_eq!(connections, [1, 1, 2]);
    assert_eq!(received[1].header("webhook-id"), received[2].header("webhook-id"));
    assert!(house.log().await.iter().all(|record| record.attempts[0].error.is_none()));
}

#[tokio::test]
async fn a_new_connection_that_the_receiver_closes_is_a_failed_attempt() {
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    house.endpoint(NewEndpoint { format: Format::Standard, ..to(&receiver) }).await;
    receiver.answer(|_| Answer::HangUp);
    house.create("a").await;
    house.make_bodies("{}").await;
    house.deliver().await;
    assert_eq!(receiver.received().len(), 1);
    let error = house.log().await[0].attempts[0].error.clone().unwrap();
    assert_eq!(error, "the receiver closed the connection without an answer");
}

#[tokio::test]
async fn the_endpoints_headers_go_along_and_secrets_stay_out_of_the_log() {
    let header = |name: &str, value: &str, secret| Header { name: name.into(), value: value.into(), secret };
    let receiver = Receiver::start().await;
    let house = House::start_at(Clock::manual(NOW)).await;
    let headers = vec![
        header("Authorization", "Bearer t0p-s3cret/1", true),
        header("X-Team", "garden", false),
        header("User-Agent", "Gardener", false),
    ];
    house.endpoint(NewEndpoint { headers, ..to(&receiver) }).await;
    receiver.answer(|received| {
        let echo = format!(r#"{{"got": "{}", "team": "garden"}}"#, received.header("authorization"));
        Answer::Say("302 Found", "Location: /?key=t0p-s3cret%2F1\r\n", echo)
    });
    house.create("a").await;
    house.deliver().await;

    let [received] = receiver.received().try_into().unwrap();
    assert_eq!(received.header("authorization"), "Bearer t0p-s3cret/1");
    assert_eq!(received.header("x-team"), "garden");
    assert_eq!(received.headers.iter().filter(|line| line.starts_with("User-Agent")).count(), 1);
    assert_eq!(received.header("user-agent"), "Gardener");
    let [record] = house.log().await.try_into().unwrap();
    let logged = format!("{record:?}");
    assert!(!logged.contains("s3cret"), "{logged}");
    let attempt = &record.attempts[0];
    assert!(attempt.request.contains("\nAuthorization: ***\nX-Team: garden\n"), "{}", attempt.request);
    assert_eq!(attempt.answer.as_deref(), Some(r#"{"got": "***", "team": "garden"}"#));
    let told = "redirects are not followed: the receiver answered 302 Found (to /?key=***)";
    assert_eq!(attempt.error.as_deref(), Some(told));
}
