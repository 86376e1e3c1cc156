//! Fifty dead endpoints and one that lives.

use kanso_core::endpoint::NewEndpoint;
use kanso_testkit::{Receiver, TestApp};

use super::{Worker, create, leading_to, states};
use crate::team::Project;

#[tokio::test]
async fn fifty_dead_endpoints_hold_up_neither_callers_nor_the_one_that_lives() {
    let (app, dead, live) = (TestApp::start().await, Receiver::start().await, Receiver::start().await);
    dead.hold();
    let mut dying = Vec::new();
    for number in 0..50 {
        let name = format!("Dead {number}");
        // The instance has room for fifty, one of them lives: the last is a project's.
        let url = format!("{}?number={number}", dead.url());
        let new = NewEndpoint { name, url, ..leading_to(&dead) };
        dying.push(new);
    }
    let project = Project::create(&app.rpc()).await;
    let living = create(&app, NewEndpoint { project: Some(project.id.into()), ..leading_to(&live) }).await;
    let mut ids = Vec::new();
    for new in dying {
        ids.push(create(&app, new).await);
    }
    let worker = Worker::start(&app);
    for number in 0..20 {
        // The caller is answered while every dead endpoint is asked and none has answered.
        project.task(&app.rpc(), 0, &format!("task {number}")).await;
    }
    live.wait_for(20).await;
    dead.wait_for(50).await;
    for id in &ids {
        assert!(states(&app, *id).await.iter().all(|state| state == "waiting"), "nothing was answered yet");
    }
    dead.release();
    dead.wait_for(50 * 20).await;
    worker.stop().await;
    assert_eq!(states(&app, living).await, vec!["delivered"; 20]);
    for id in ids {
        assert_eq!(states(&app, id).await, vec!["delivered"; 20]);
    }
}
