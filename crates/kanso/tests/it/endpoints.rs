//! Endpoints of people: who manages them, what they ask for, and what they are made up for.

mod chains;
mod explain;
mod filter;
mod managers;
mod recovery;
mod sight;

use kanso_core::Actor;
use kanso_core::delivery::{DeliveryFilter, DeliveryLine, list_deliveries};
use kanso_core::endpoint::{EndpointPatch, Format, NewEndpoint, create_endpoint, update_endpoint};
use kanso_core::user::find_user_by_name;
use kanso_domain::{EndpointId, EventFilter};
use kanso_testkit::{Receiver, TestApp};

use crate::team::Project;

/// An endpoint of a project that leads to the receiver.
fn leading_to(receiver: &Receiver, project: &Project) -> NewEndpoint {
    NewEndpoint {
        project: Some(project.id.into()),
        name: "Test".to_owned(),
        url: receiver.url(),
        format: Format::Kanboard2016,
        ..NewEndpoint::default()
    }
}

fn names(patterns: &str) -> EventFilter {
    patterns.parse().expect("events there are")
}

async fn create(app: &TestApp, new: NewEndpoint) -> EndpointId {
    create_endpoint(&app.app, &Actor::Application, new).await.expect("an endpoint").0
}

async fn update(app: &TestApp, endpoint: EndpointId, patch: EndpointPatch) {
    update_endpoint(&app.app, &Actor::Application, endpoint, patch).await.expect("it is changed");
}

async fn enable(app: &TestApp, endpoint: EndpointId, enabled: bool) {
    update(app, endpoint, EndpointPatch { enabled: Some(enabled), ..EndpointPatch::default() }).await;
}

/// A person as an actor.
async fn actor(app: &TestApp, name: &str) -> Actor {
    let user = find_user_by_name(&app.app, &Actor::Application, name.to_owned()).await.expect("an account");
    Actor::User(user.signed_in())
}

/// The endpoint's deliveries, oldest first.
async fn lines(app: &TestApp, endpoint: EndpointId) -> Vec<DeliveryLine> {
    let filter = DeliveryFilter { endpoint: Some(endpoint), limit: 10_000, ..DeliveryFilter::default() };
    let mut lines = list_deliveries(&app.app, &Actor::Application, filter).await.expect("the log");
    lines.reverse();
    lines
}

/// The same in short: the event, the task, and what became of it or why it was skipped.
async fn log(app: &TestApp, endpoint: EndpointId) -> Vec<(String, i64, String)> {
    let short = |line: DeliveryLine| (line.event_name, line.task_id.get(), line.reason.unwrap_or(line.state));
    lines(app, endpoint).await.into_iter().map(short).collect()
}

/// What came to the receiver: the event, and the task's id.
fn told(receiver: &Receiver) -> Vec<(String, i64)> {
    let told = |received: &kanso_testkit::Received| {
        let task = received.body["event_data"]["task"]["id"].as_str().expect("a task");
        (received.event_name(), task.parse::<i64>().expect("a number"))
    };
    receiver.received().iter().map(told).collect()
}

/// Expected entries, with owned texts.
fn owned<const N: usize, T: Copy>(list: [(&str, T); N]) -> Vec<(String, T)> {
    list.into_iter().map(|(name, rest)| (name.to_owned(), rest)).collect()
}
