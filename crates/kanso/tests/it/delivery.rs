//! How deliveries go out: in which order, how many at once, and what happens when a receiver is not well.

mod asked;
mod breaker;
mod dead;
mod hopeless;
mod order;
mod rate;
mod retention;
mod servers;

use kanso_core::Actor;
use kanso_core::delivery::health::{Health, list_health};
use kanso_core::delivery::{DeliveryFilter, DeliveryLine, list_deliveries};
use kanso_core::endpoint::notice::{Notice, NoticeKind, list_notices};
use kanso_core::endpoint::{Endpoint, Format, NewEndpoint, create_endpoint, find_endpoint};
use kanso_domain::EndpointId;
use kanso_testkit::{Receiver, TestApp};
use kanso_webhooks::{Reach, Sender};
use tokio::sync::oneshot;
use tokio::task::JoinSet;

/// An endpoint of all projects that leads to the receiver.
fn leading_to(receiver: &Receiver) -> NewEndpoint {
    NewEndpoint {
        name: "Test".to_owned(),
        url: receiver.url(),
        format: Format::Kanboard2016,
        ..NewEndpoint::default()
    }
}

async fn create(app: &TestApp, new: NewEndpoint) -> EndpointId {
    create_endpoint(&app.app, &Actor::Application, new).await.expect("an endpoint").0
}

async fn endpoint(app: &TestApp, endpoint: EndpointId) -> Endpoint {
    find_endpoint(&app.app, &Actor::Application, endpoint).await.expect("it is there")
}

async fn health(app: &TestApp, endpoint: EndpointId) -> Health {
    let all = list_health(&app.app, &Actor::Application, None).await.expect("the database answers");
    all.into_iter().find(|health| health.endpoint == endpoint).expect("it is there")
}

/// What the administrators were told, oldest first.
async fn notices(app: &TestApp) -> Vec<Notice> {
    let mut notices = list_notices(&app.app, &Actor::Application).await.expect("the database answers");
    notices.reverse();
    notices
}

async fn told(app: &TestApp) -> Vec<NoticeKind> {
    notices(app).await.into_iter().map(|notice| notice.kind).collect()
}

/// The endpoint's deliveries, oldest first.
async fn log(app: &TestApp, endpoint: EndpointId) -> Vec<DeliveryLine> {
    let filter = DeliveryFilter { endpoint: Some(endpoint), limit: 10_000, ..DeliveryFilter::default() };
    let mut lines = list_deliveries(&app.app, &Actor::Application, filter).await.expect("the log");
    lines.reverse();
    lines
}

/// In which states they are, and why if they were skipped.
async fn states(app: &TestApp, endpoint: EndpointId) -> Vec<String> {
    log(app, endpoint).await.into_iter().map(|line| line.reason.unwrap_or(line.state)).collect()
}

/// The titles of the tasks that came, in order.
fn titles(receiver: &Receiver) -> Vec<String> {
    let title = |task: &serde_json::Value| task["title"].as_str().unwrap_or_default().to_owned();
    receiver.received().iter().map(|one| title(&one.body["event_data"]["task"])).collect()
}

/// The worker, as it runs in the server.
struct Worker {
    running: JoinSet<()>,
    stop: oneshot::Sender<()>,
}

impl Worker {
    fn start(app: &TestApp) -> Self {
        let (stop, stopped) = oneshot::channel::<()>();
        let mut running = JoinSet::new();
        let sender = Sender::new(Reach { private_networks: true });
        running.spawn(kanso_webhooks::run(app.app.clone(), sender, Default::default(), async {
            let _ = stopped.await;
        }));
        Self { running, stop }
    }

    async fn stop(mut self) {
        drop(self.stop);
        while let Some(ended) = self.running.join_next().await {
            ended.expect("it ends by itself");
        }
    }
}
