//! Creating, reading and moving tasks by the API.

use std::net::SocketAddr;
use std::path::Path;

use anyhow::Context;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use http_body_util::Full;
use hyper::Request;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::load::{self, Connection, post};
use crate::receiver::Receiver;
use crate::server::{self, Server};
use crate::table::Table;

const CALLERS: u64 = 16;
pub(crate) const PROJECTS: u64 = 16;
pub(crate) const TASKS: u64 = 50;

/// A client with the application's token.
#[derive(Clone)]
pub(crate) struct Api {
    pub(crate) address: SocketAddr,
    authorization: String,
}

impl Api {
    pub(crate) async fn of(server: &Server, program: &Path, data: &TempDir) -> anyhow::Result<Self> {
        let token = server::run(program, data, &["settings", "get", "api_token"]).await?;
        let authorization = format!("Basic {}", STANDARD.encode(format!("jsonrpc:{token}")));
        Ok(Self { address: server.address, authorization })
    }

    pub(crate) fn request(&self, method: &str, params: &Value) -> Request<Full<Bytes>> {
        let body = json!({"jsonrpc": "2.0", "method": method, "params": params, "id": 1}).to_string();
        post("/jsonrpc.php", &self.authorization, body)
    }

    pub(crate) async fn call(&self, method: &str, params: Value) -> anyhow::Result<Value> {
        let mut running = JoinSet::new();
        let mut connection = Connection::open(self.address, &mut running).await?;
        let answer = connection.send(self.request(method, &params)).await?;
        let answer: Value = serde_json::from_slice(&answer)?;
        answer.get("result").cloned().with_context(|| format!("{method} answered {answer}"))
    }
}

/// Measures with a webhook configured whose receiver takes everything.
pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let (data, receiver) = (TempDir::new()?, Receiver::start().await?);
    server::run(program, &data, &["settings", "set", "webhook_url", &receiver.url()]).await?;
    let server = Server::start(program, &data).await?;
    table.figure("start to ready, new database", format!("{:.0} ms", server.started_in.as_secs_f64() * 1e3));
    table.figure("memory after the first start", format!("{:.1} MB", mega(server.resident()? * 1024)));
    // The first start hashes a password, which takes memory that the allocator keeps.
    server.stop().await?;
    let server = Server::start(program, &data).await?;
    table.figure("memory, idle", format!("{:.1} MB", mega(server.resident()? * 1024)));
    table.figure("program", format!("{:.1} MB", mega(std::fs::metadata(program)?.len())));
    let api = Api::of(&server, program, &data).await?;
    let places = furnish(&api).await?;

    let empty = server::empty().await?;
    let body = api.request("getTask", &json!([1]));
    let (headers, ()) = (body.headers().clone(), ());
    let limit = load::run(empty, CALLERS, move |_| {
        let mut request =
            post("/jsonrpc.php", "", r#"{"jsonrpc":"2.0","method":"getTask","params":[1],"id":1}"#);
        *request.headers_mut() = headers.clone();
        request
    })
    .await?;
    let http = ("an empty handler", limit.per_second);

    let reader = api.clone();
    let get = load::run(api.address, CALLERS, move |n| {
        reader.request("getTask", &json!([n % (PROJECTS * TASKS) + 1]))
    });
    line(table, "getTask, 16 connections", &get.await?, http);
    let (mover, board) = (api.clone(), places.clone());
    let moves =
        load::run(api.address, CALLERS, move |n| mover.request("moveTaskPosition", &board.random_move(n)));
    line(table, "moveTaskPosition, 16 connections, 16 boards of 50 tasks, webhook set", &moves.await?, http);
    let (creator, projects) = (api.clone(), places.projects);
    let create = load::run(api.address, CALLERS, move |n| {
        creator.request("createTask", &json!({"title": "A new task", "project_id": pick(&projects, n)}))
    });
    line(table, "createTask, 16 connections, webhook set", &create.await?, http);
    table.figure("memory after that", format!("{:.1} MB", mega(server.resident()? * 1024)));
    server.stop().await
}

pub(crate) fn line(table: &mut Table, what: &str, outcome: &load::Outcome, limit: (&str, f64)) {
    let (median, p99) = (outcome.median.as_secs_f64() * 1e3, outcome.p99.as_secs_f64() * 1e3);
    table.rate(&format!("{what} (median {median:.2} ms, p99 {p99:.1} ms)"), outcome.per_second, Some(limit));
}

#[expect(clippy::cast_precision_loss, reason = "shown with one decimal")]
fn mega(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

pub(crate) fn pick<T: Copy>(list: &[T], n: u64) -> T {
    list[usize::try_from(n).unwrap_or(0) % list.len()]
}

/// Where tasks can go.
#[derive(Clone)]
pub(crate) struct Places {
    pub(crate) projects: Vec<i64>,
    columns: Vec<Vec<i64>>,
    swimlanes: Vec<i64>,
}

impl Places {
    /// A move of one of the first tasks, to a column and position that differ from call to call.
    pub(crate) fn random_move(&self, n: u64) -> Value {
        let task = n.wrapping_mul(7919) % (PROJECTS * TASKS);
        let project = usize::try_from(task / TASKS).unwrap_or(0);
        let column = pick(&self.columns[project], n / 3 + n % 3);
        json!([self.projects[project], task + 1, column, n % 13 + 1, self.swimlanes[project]])
    }
}

pub(crate) async fn furnish(api: &Api) -> anyhow::Result<Places> {
    let ids = |list: &Value| -> Vec<i64> {
        list.as_array().into_iter().flatten().filter_map(|object| object["id"].as_i64()).collect()
    };
    let mut places = Places { projects: Vec::new(), columns: Vec::new(), swimlanes: Vec::new() };
    for n in 0..PROJECTS {
        let project = api.call("createProject", json!([format!("Project {n}")])).await?;
        places.columns.push(ids(&api.call("getColumns", json!([project])).await?));
        places.swimlanes.extend(ids(&api.call("getActiveSwimlanes", json!([project])).await?));
        places.projects.push(project.as_i64().context("an id")?);
        for task in 0..TASKS {
            api.call("createTask", json!([format!("Task {task}"), project])).await?;
        }
    }
    Ok(places)
}
