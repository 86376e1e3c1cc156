//! The log as a feed.

use std::collections::HashMap;

use kanso_core::event::{Feed, FeedFilter, feed_end, find_event, read_feed};
use kanso_core::task::{NewTask, create_task};
use kanso_core::user::find_user_by_name;
use kanso_core::{Actor, App, Error, Fault, Kind};
use kanso_domain::{EventFilter, EventName, Permission};
use kanso_testkit::{Receiver, TestApp};
use serde_json::json;

use crate::team::{Project, person};

const ALL: Actor = Actor::Application;

async fn read(app: &App, actor: &Actor, after: Option<&str>, limit: i64) -> Feed {
    let filter = FeedFilter { after: after.map(str::to_owned), limit, ..FeedFilter::default() };
    read_feed(app, actor, filter).await.expect("a page")
}

/// The names of the events with the project they happened in.
fn short(feed: &Feed) -> Vec<(i64, String)> {
    let names = |event: &kanso_core::event::Logged| {
        event.event.names().map(EventName::as_str).collect::<Vec<_>>().join("+")
    };
    feed.events.iter().map(|event| (event.project.get(), names(event))).collect()
}

async fn create(app: &App, project: &Project, title: String) {
    let new = NewTask { project: project.id.into(), title, ..NewTask::default() };
    create_task(app, &ALL, new).await.expect("a task");
}

#[tokio::test]
async fn pages_follow_each_other_to_the_end_and_on() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let end = feed_end(&app.app).await.expect("the end");
    for n in 0..5 {
        create(&app.app, &project, n.to_string()).await;
    }
    let (mut cursor, mut titles, mut pages) = (end, Vec::new(), 0);
    loop {
        let page = read(&app.app, &ALL, Some(&cursor), 2).await;
        titles.extend(
            page.events.iter().map(|event| event.snapshot.task.as_ref().expect("a task").title.clone()),
        );
        cursor.clone_from(&page.next);
        pages += 1;
        if !page.has_more {
            break;
        }
    }
    assert_eq!((titles.join(" ").as_str(), pages), ("0 1 2 3 4", 3));
    let nothing = read(&app.app, &ALL, Some(&cursor), 2).await;
    assert_eq!((nothing.events.len(), &nothing.next), (0, &cursor));
    create(&app.app, &project, "later".to_owned()).await;
    let later = read(&app.app, &ALL, Some(&cursor), 2).await;
    assert_eq!(short(&later), [(project.id, "task.create".to_owned())]);
    // An event's own name is a place in the feed too.
    let after_itself = read(&app.app, &ALL, Some(&later.events[0].uid()), 2).await;
    assert!(after_itself.events.is_empty());
    let all = read(&app.app, &ALL, None, 1_000).await;
    assert!(all.events.windows(2).all(|pair| pair[0].id < pair[1].id) && all.events.len() > 6);
    for odd in ["", "5", "at_x", "evt_"] {
        let filter = FeedFilter { after: Some(odd.to_owned()), limit: 5, ..FeedFilter::default() };
        let refused = read_feed(&app.app, &ALL, filter).await;
        assert!(matches!(refused, Err(Error::Invalid(Fault::Unknown("after")))), "{odd}: {refused:?}");
    }
}

#[tokio::test]
async fn everybody_gets_what_they_may_see_now() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let (seen, hidden) = (Project::create(&rpc).await, Project::create(&rpc).await);
    person(&app, &seen, "vera", Some("project-viewer")).await;
    let end = feed_end(&app.app).await.expect("the end");
    let task = seen.task(&rpc, 0, "seen").await;
    hidden.task(&rpc, 0, "hidden").await;
    rpc.call_for_id("createUser", json!({"username": "new", "password": "newnew"})).await;
    rpc.call("createComment", json!([task, 1, "not for vera", "", "app-admin"])).await;
    seen.task(&rpc, 0, "seen too").await;

    let people = async |name: &str| {
        Actor::User(find_user_by_name(&app.app, &ALL, name.to_owned()).await.expect("an account").signed_in())
    };
    let (vera, admin) = (people("vera").await, people("admin").await);
    let created = |project: i64| (project, "task.create".to_owned());
    assert_eq!(short(&read(&app.app, &vera, Some(&end), 50).await), [created(seen.id), created(seen.id)]);
    assert_eq!(short(&read(&app.app, &admin, Some(&end), 50).await), [(0, "user.create".to_owned())]);
    assert_eq!(read(&app.app, &ALL, Some(&end), 50).await.events.len(), 5);

    let of = |project: i64| FeedFilter {
        after: Some(end.clone()),
        project: Some(project.into()),
        limit: 50,
        ..FeedFilter::default()
    };
    assert_eq!(short(&read_feed(&app.app, &vera, of(seen.id)).await.expect("hers")).len(), 2);
    let refused = read_feed(&app.app, &vera, of(hidden.id)).await;
    assert!(matches!(refused, Err(Error::NotFound(Kind::Project))), "{refused:?}");
    let refused = read_feed(&app.app, &vera, of(0)).await;
    assert!(matches!(refused, Err(Error::Forbidden(Permission::Administrate))), "{refused:?}");

    for event in read(&app.app, &ALL, Some(&end), 50).await.events {
        let is_hers = short(&read(&app.app, &vera, Some(&end), 50).await).len() == 2
            && event.project == seen.id.into()
            && event.snapshot.comment.is_none();
        assert_eq!(find_event(&app.app, &vera, event.id).await.is_ok(), is_hers, "{event:?}");
    }
    rpc.call("removeProjectUser", json!([seen.id, 2])).await;
    assert!(read(&app.app, &vera, Some(&end), 50).await.events.is_empty(), "she may not see it any more");
}

#[tokio::test]
async fn an_event_passes_by_any_of_its_names() {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    let lane = rpc.call_for_id("addSwimlane", json!([project.id, "Lane 2"])).await;
    let task = project.task(&rpc, 0, "task").await;
    rpc.call("moveTaskPosition", json!([project.id, task, project.columns[1], 1, lane])).await;
    let named = async |names: &str| {
        let names: EventFilter = names.parse().expect("events there are");
        short(
            &read_feed(&app.app, &ALL, FeedFilter { names, limit: 50, ..FeedFilter::default() })
                .await
                .unwrap(),
        )
    };
    let moved = (project.id, "task.move.swimlane+task.move.column".to_owned());
    assert_eq!(named("task.move.column").await, std::slice::from_ref(&moved));
    assert_eq!(named("task.move.swimlane").await, [moved]);
    assert_eq!(named("task.close").await, []);
    assert_eq!(named("task.create").await, [(project.id, "task.create".to_owned())]);
}

#[tokio::test]
async fn what_is_committed_late_is_neither_missed_nor_told_twice() {
    let app = TestApp::start().await;
    let (rpc, receiver) = (app.rpc(), Receiver::start().await);
    let (late, quick) = (Project::create(&rpc).await, Project::create(&rpc).await);
    let new = kanso_core::endpoint::NewEndpoint {
        project: Some(late.id.into()),
        name: "what the late one waits for".to_owned(),
        url: receiver.url(),
        ..Default::default()
    };
    kanso_core::endpoint::create_endpoint(&app.app, &ALL, new).await.expect("an endpoint");
    let end = feed_end(&app.app).await.expect("the end");
    let meanwhile = async {
        create(&app.app, &quick, "quick".to_owned()).await;
        read(&app.app, &ALL, Some(&end), 50).await
    };
    let ((), first) = app.commit_late(create(&app.app, &late, "late".to_owned()), Box::pin(meanwhile)).await;
    let second = read(&app.app, &ALL, Some(&first.next), 50).await;
    let both = [short(&first), short(&second)].concat();
    let created = |project: &Project| (project.id, "task.create".to_owned());
    assert_eq!(both, [created(&late), created(&quick)], "{first:?}");
    assert!(!second.has_more);
}

#[tokio::test]
async fn who_reads_on_while_many_write_gets_all_of_it_once_and_each_project_in_order() {
    const EACH: usize = 40;
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let mut projects = Vec::new();
    for _ in 0..6 {
        projects.push(Project::create(&rpc).await);
    }
    let mut cursor = feed_end(&app.app).await.expect("the end");
    let write = async |project: &Project| {
        for n in 0..EACH {
            create(&app.app, project, n.to_string()).await;
        }
    };
    let writers = async {
        let [a, b, c, d, e, f] = projects.as_slice() else { unreachable!("six projects") };
        tokio::join!(write(a), write(b), write(c), write(d), write(e), write(f));
    };
    let mut seen: HashMap<i64, Vec<String>> = HashMap::new();
    let reader = async {
        let mut count = 0;
        while count < EACH * projects.len() {
            let page = read(&app.app, &ALL, Some(&cursor), 7).await;
            count += page.events.len();
            for event in page.events {
                let title = event.snapshot.task.expect("a task").title;
                seen.entry(event.project.get()).or_default().push(title);
            }
            cursor = page.next;
        }
    };
    tokio::join!(writers, reader);
    let expected: Vec<String> = (0..EACH).map(|n| n.to_string()).collect();
    for project in &projects {
        assert_eq!(seen.get(&project.id), Some(&expected));
    }
    assert!(read(&app.app, &ALL, Some(&cursor), 7).await.events.is_empty());
}
