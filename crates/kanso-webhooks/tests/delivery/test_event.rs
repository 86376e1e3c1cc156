//! The event that people send to try an address.

use kanso_core::endpoint::Format;
use kanso_webhooks::send_test;

use crate::house::{NOW, sender};
use crate::receiver::{Answer, Receiver};

#[tokio::test]
async fn a_test_arrives_in_each_format_and_its_answer_is_shown() {
    let receiver = Receiver::start().await;
    receiver.answer(|_| Answer::Say("202 Accepted", "", "got it".to_owned()));
    for format in Format::ALL {
        let report = send_test(&sender(), &receiver.url(), "hidden", format, NOW).await;
        assert_eq!((report.status, report.error.as_deref()), (Some(202), None));
        assert_eq!(report.answer.as_deref(), Some("got it"));
        assert!(report.request.contains("token=***") && !report.request.contains("hidden"));
    }
    for received in receiver.wait_for(3).await {
        assert_eq!(received.event(), "task.create");
    }
}

#[tokio::test]
async fn a_test_to_nowhere_says_so() {
    let report = send_test(&sender(), "not an address", "t", Format::Kanboard2016, NOW).await;
    assert_eq!(report.error.as_deref(), Some("this is not a web address: relative URL without a base"));
    assert_eq!(report.status, None);
}
