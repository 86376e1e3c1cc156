//! The event that people send to try an address.

use kanso_core::endpoint::{Endpoint, Format, NewEndpoint};
use kanso_domain::EventName;
use kanso_webhooks::send_test;

use crate::house::{NOW, sender};
use crate::receiver::{Answer, Receiver};

const BASE: &str = "https://kanso.example/";

fn endpoint(url: &str, format: Format) -> Endpoint {
    let (url, token) = (url.to_owned(), "hidden".to_owned());
    NewEndpoint { name: "Test".to_owned(), url, token, format, ..NewEndpoint::default() }.draft(NOW)
}

#[tokio::test]
async fn a_test_arrives_in_each_format_of_kanboard_and_its_answer_is_shown() {
    let receiver = Receiver::start().await;
    receiver.answer(|_| Answer::Say("202 Accepted", "", "got it".to_owned()));
    for format in Format::ALL.into_iter().filter(|format| format.is_kanboards()) {
        let endpoint = endpoint(&receiver.url(), format);
        let (sent, report) = send_test(&sender(), &endpoint, BASE, EventName::TaskClose, NOW).await;
        assert!(sent.contains("task.close"), "{sent}");
        assert_eq!((report.status, report.error.as_deref()), (Some(202), None));
        assert_eq!(report.answer.as_deref(), Some("got it"));
        assert!(report.request.contains("token=***") && !report.request.contains("hidden"));
    }
    for received in receiver.wait_for(3).await {
        assert_eq!(received.event(), "task.close");
    }
}

#[tokio::test]
async fn a_test_to_nowhere_says_so() {
    let endpoint = endpoint("not an address", Format::Kanboard2016);
    let (_, report) = send_test(&sender(), &endpoint, BASE, EventName::TaskCreate, NOW).await;
    assert_eq!(report.error.as_deref(), Some("this is not a web address: relative URL without a base"));
    assert_eq!(report.status, None);
}
