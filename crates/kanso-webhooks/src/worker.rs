//! Keeps a lane for each endpoint, as the endpoints come, change and go.

use std::collections::HashMap;
use std::pin::pin;
use std::time::Duration;

use kanso_core::endpoint::{Endpoint, list_endpoints};
use kanso_core::{App, Listener, Rung};
use kanso_domain::EndpointId;
use kanso_domain::schedule::Pace;
use tokio::select;
use tokio::sync::watch;
use tokio::task::{AbortHandle, Id, JoinError, JoinSet};
use tokio::time::{sleep, timeout};

use crate::attempt::Sender;
use crate::chores;
use crate::deliver::Route;
use crate::lane::{GRACE, Lane, Stop};

/// How long at most until what the bell did not tell is noticed.
pub(crate) const POLL: Duration = Duration::from_secs(1);

/// How long lanes are waited for when the worker stops: what [`GRACE`] gives them and time to settle.
const STOP_LIMIT: Duration = GRACE.saturating_add(Duration::from_secs(5));

struct Worker {
    app: App,
    sender: Sender,
    pace: Pace,
    lanes: HashMap<EndpointId, Running>,
    tasks: JoinSet<()>,
}

struct Running {
    endpoint: Endpoint,
    task: AbortHandle,
    /// Dropped to stop the lane.
    _stop: watch::Sender<()>,
}

/// Delivers all that is due to all endpoints until `stop`, and does the work beside it. Then attempts under way may
/// end, for some seconds. The waits between attempts pass at `pace`.
///
/// All it does is in the database before and after, so it may be killed at any point: what was under way is
/// sent again, with the same id, once its lease has run out.
pub async fn run(app: App, sender: Sender, pace: Pace, stop: impl Future<Output = ()>) {
    let mut bell = app.bell().listen();
    let kept = app.clone();
    let mut worker = Worker { app, sender, pace, lanes: HashMap::new(), tasks: JoinSet::new() };
    select! {
        () = stop => {}
        () = worker.follow(&mut bell) => {}
        () = chores::keep_doing(&kept) => {}
    }
    worker.finish().await;
}

impl Worker {
    /// Keeps the lanes, for ever.
    async fn follow(&mut self, bell: &mut Listener) {
        loop {
            self.follow_endpoints().await;
            self.watch(bell).await;
        }
    }

    /// Starts lanes of endpoints that are new or changed, and stops those of the others.
    async fn follow_endpoints(&mut self) {
        let endpoints = match list_endpoints(&self.app).await {
            Ok(endpoints) => endpoints,
            Err(error) => {
                tracing::warn!(%error, "webhook endpoints could not be read");
                return;
            }
        };
        let enabled: HashMap<EndpointId, Endpoint> = endpoints
            .into_iter()
            .filter(|endpoint| endpoint.enabled)
            .map(|endpoint| (endpoint.id, endpoint))
            .collect();
        self.lanes.retain(|id, running| enabled.get(id) == Some(&running.endpoint));
        for (id, endpoint) in enabled {
            if !self.lanes.contains_key(&id) {
                self.start(endpoint);
            }
        }
    }

    fn start(&mut self, endpoint: Endpoint) {
        let (stop, stopped) = watch::channel(());
        let route = Route::new(endpoint.clone(), self.sender.clone(), self.pace, &self.app);
        let lane = Lane::new(self.app.clone(), route, Stop(stopped));
        let task = self.tasks.spawn(lane.run());
        self.lanes.insert(endpoint.id, Running { endpoint, task, _stop: stop });
    }

    /// Waits until the endpoints may have changed.
    async fn watch(&mut self, bell: &mut Listener) {
        let mut poll = pin!(sleep(POLL));
        loop {
            select! {
                () = &mut poll => return,
                rung = bell.rung() => match rung {
                    Rung::Topic(0) | Rung::Missed => return,
                    Rung::Topic(_) => {}
                },
                Some(ended) = self.tasks.join_next_with_id() => self.reap(ended),
            }
        }
    }

    /// Forgets a lane that ended by a fault, so that the next look at the endpoints starts it again.
    fn reap(&mut self, ended: Result<(Id, ()), JoinError>) {
        let Err(error) = ended else { return };
        tracing::error!(%error, "a webhook lane ended by a fault");
        self.lanes.retain(|_, running| running.task.id() != error.id());
    }

    async fn finish(mut self) {
        self.lanes.clear();
        let ended = async { while self.tasks.join_next().await.is_some() {} };
        if timeout(STOP_LIMIT, ended).await.is_err() {
            tracing::warn!("webhook attempts could not be stored in time; they will be made again");
        }
    }
}
