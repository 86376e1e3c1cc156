//! Webhooks: how soon, and how many a second.

use std::net::SocketAddr;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use bytes::Bytes;
use http_body_util::Full;
use hyper::Request;
use kanso_core::endpoint::{NewEndpoint, create_endpoint};
use kanso_core::file::FileStore;
use kanso_core::project::NewProject;
use kanso_core::task::NewTask;
use kanso_core::{Actor, App, Clock, DatabaseUrl, SecretKey, project, setting, task};
use serde_json::json;
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::load::{self, Connection, post};
use crate::receiver::Receiver;
use crate::rpc::Api;
use crate::server::Server;
use crate::table::Table;

const BACKLOG: u64 = 20_000;
const SENDERS: u64 = 16;
/// Nothing listens there.
const NOBODY: &str = "http://127.0.0.1:9/hook";

pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    soon(program, table, Wire::Closed, "a connection each").await?;
    soon(program, table, Wire::Kept { concurrency: 4 }, "connections kept").await?;
    behind_backlog(program, table).await?;
    many(program, table).await
}

/// Creating tasks while many deliveries wait for a receiver that is gone: what waits must slow down nobody.
async fn behind_backlog(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let data = TempDir::new()?;
    backlog(&data, NOBODY, Wire::Closed).await?;
    let server = Server::start(program, &data).await?;
    let api = Api::of(&server, program, &data).await?;
    let creator = api.clone();
    let created = load::run(api.address, SENDERS, move |_| {
        creator.request("createTask", &json!({"title": "A new task", "project_id": 1}))
    });
    let what = format!("createTask, 16 connections, {BACKLOG} deliveries wait for a receiver that is gone");
    table.rate(&what, created.await?.per_second, None);
    server.stop().await
}

/// From the request that creates a task, sent alone, to the webhook's arrival.
async fn soon(program: &Path, table: &mut Table, wire: Wire, what: &str) -> anyhow::Result<()> {
    let (data, receiver) = (TempDir::new()?, Receiver::start().await?);
    {
        let app = open(&data).await?;
        point(&app, &receiver.url(), wire).await?;
        app.close().await;
    }
    let server = Server::start(program, &data).await?;
    let api = Api::of(&server, program, &data).await?;
    let project = api.call("createProject", json!(["Latency"])).await?;
    let mut running = JoinSet::new();
    let mut connection = Connection::open(server.address, &mut running).await?;
    let mut took = Vec::new();
    for n in 1..=100 {
        connection.send(api.request("createTask", &json!(["One", project]))).await?;
        let answered = Instant::now();
        took.push(receiver.wait_for(n).await?.saturating_duration_since(answered));
        tokio::time::sleep(Duration::from_millis(10)).await;
    }
    took.sort_unstable();
    let ms = |part: usize| took[(took.len() - 1) * part / 100].as_secs_f64() * 1e3;
    let figure = format!("median {:.2} ms, p99 {:.1} ms", ms(50), ms(99));
    table.figure(&format!("answer to the caller until the webhook has arrived, idle, {what}"), figure);
    server.stop().await
}

/// A backlog written before the server starts, delivered as fast as it can be.
async fn many(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let (rate, receiver, body) = drain(program, Wire::Closed).await?;
    let bare = bare_loop(receiver.address, &body).await?;
    table.rate(
        "deliveries, logged and durable, a connection each",
        rate,
        Some(("a bare loop, a connection each", bare)),
    );
    for concurrency in [4, 16] {
        let (rate, receiver, body) = drain(program, Wire::Kept { concurrency }).await?;
        let bare = load::run(receiver.address, SENDERS, move |_| post("/hook", "", body.clone())).await?;
        let what = format!("deliveries, signed, logged and durable, {concurrency} connections kept");
        table.rate(&what, rate, Some(("a bare loop, connections kept", bare.per_second)));
    }
    Ok(())
}

/// Deliveries a second until a backlog is gone; with the receiver, and a body of the size of one.
async fn drain(program: &Path, wire: Wire) -> anyhow::Result<(f64, Receiver, String)> {
    let (data, receiver) = (TempDir::new()?, Receiver::start().await?);
    let body = backlog(&data, &receiver.url(), wire).await?;
    let server = Server::start(program, &data).await?;
    receiver.wait_for(1).await?;
    let (begin, first) = (Instant::now(), receiver.count());
    let end = receiver.wait_for(BACKLOG).await?;
    let count = u32::try_from(BACKLOG - first).context("a small count")?;
    server.stop().await?;
    Ok((f64::from(count) / (end - begin).as_secs_f64(), receiver, body))
}

/// How webhooks go over the wire.
#[derive(Clone, Copy)]
enum Wire {
    /// In Kanboard's format, a connection each.
    Closed,
    /// In the standard format, signed, over so many connections.
    Kept { concurrency: usize },
}

/// Fills a database with tasks whose webhooks wait; answers a body of the size of one.
async fn backlog(data: &TempDir, receiver: &str, wire: Wire) -> anyhow::Result<String> {
    let app = open(data).await?;
    let actor = Actor::Application;
    point(&app, receiver, wire).await?;
    let new = NewProject { name: "Backlog".to_owned(), ..NewProject::default() };
    let project = project::create_project(&app, &actor, new).await?;
    let mut writers = JoinSet::new();
    for _ in 0..SENDERS {
        let (app, actor) = (app.clone(), actor.clone());
        writers.spawn(async move {
            for _ in 0..BACKLOG / SENDERS {
                let new = NewTask { project, title: "A new task".to_owned(), ..NewTask::default() };
                task::create_task(&app, &actor, new).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(writer) = writers.join_next().await {
        writer??;
    }
    let logged = kanso_core::event::list_events_after(&app, &actor, project, 0.into(), 1).await?;
    let snapshot = &logged.first().context("an event")?.snapshot;
    let body = json!({"event_name": "task.create", "event_data": {"task_id": 1, "task": snapshot.task}});
    app.close().await;
    Ok(body.to_string())
}

async fn open(data: &TempDir) -> anyhow::Result<App> {
    let url = DatabaseUrl::Sqlite(data.path().join("kanso.db"));
    let files = FileStore::in_folder(data.path().join("files"));
    let secrets = SecretKey::kept_in(data.path())?;
    Ok(App::open(kanso_db::Config::new(url), files, Clock::system(), secrets).await?)
}

/// Makes webhooks go to the receiver.
async fn point(app: &App, receiver: &str, wire: Wire) -> anyhow::Result<()> {
    let actor = Actor::Application;
    match wire {
        Wire::Closed => setting::set_setting(app, &actor, "webhook_url", receiver).await?,
        Wire::Kept { concurrency } => {
            let (name, url) = ("Bench".to_owned(), receiver.to_owned());
            let events = "task.create".parse().context("an event")?;
            let new = NewEndpoint { name, url, events, concurrency, ..NewEndpoint::default() };
            create_endpoint(app, &actor, new).await?;
        }
    }
    Ok(())
}

/// Posts the same body to the same receiver, a connection for each as the Kanboard formats demand, with
/// nothing written down.
async fn bare_loop(address: SocketAddr, body: &str) -> anyhow::Result<f64> {
    let count = BACKLOG / SENDERS;
    let begin = Instant::now();
    let mut senders = JoinSet::new();
    for _ in 0..SENDERS {
        let body = Bytes::from(body.to_owned());
        senders.spawn(async move {
            for _ in 0..count {
                let mut running = JoinSet::new();
                let mut connection = Connection::open(address, &mut running).await?;
                connection.send(closing(body.clone())).await?;
            }
            anyhow::Ok(())
        });
    }
    while let Some(sender) = senders.join_next().await {
        sender??;
    }
    Ok(f64::from(u32::try_from(count * SENDERS)?) / begin.elapsed().as_secs_f64())
}

fn closing(body: Bytes) -> Request<Full<Bytes>> {
    let mut request = post("/hook", "", body);
    request.headers_mut().insert("connection", hyper::header::HeaderValue::from_static("close"));
    request
}
