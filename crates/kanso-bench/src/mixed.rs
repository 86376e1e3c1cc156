//! What callers usually do, all at once: seven reads for three changes.

use std::path::Path;

use bytes::Bytes;
use http_body_util::Full;
use hyper::Request;
use serde_json::json;
use tempfile::TempDir;

use crate::load;
use crate::rpc::{Api, PROJECTS, Places, TASKS, furnish, line, pick};
use crate::server::{self, Server};
use crate::table::Table;

pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let empty = server::empty().await?;
    for connections in [1, 16, 64] {
        // Each has a database of its own: the changes of one load do not make the next one slower.
        let data = TempDir::new()?;
        let server = Server::start(program, &data).await?;
        let api = Api::of(&server, program, &data).await?;
        let places = furnish(&api).await?;
        let limit = load::run(empty, connections, |_| post_nothing()).await?;
        let caller = api.clone();
        let mixed = load::run(api.address, connections, move |n| call(&caller, &places, n)).await?;
        let what = format!("mixed calls, 7 reads for 3 changes, connections: {connections}");
        line(table, &what, &mixed, ("an empty handler", limit.per_second));
        server.stop().await?;
    }
    Ok(())
}

fn post_nothing() -> Request<Full<Bytes>> {
    load::post("/jsonrpc.php", "", r#"{"jsonrpc":"2.0","method":"getTask","params":[1],"id":1}"#)
}

/// The `n`th call.
fn call(api: &Api, places: &Places, n: u64) -> Request<Full<Bytes>> {
    // Far apart, so that callers seldom meet at one task.
    let task = n.wrapping_mul(7919) % (PROJECTS * TASKS) + 1;
    let project = pick(&places.projects, n);
    match n / 3 % 10 {
        0..4 => api.request("getTask", &json!([task])),
        4 => api.request("getColumns", &json!([project])),
        5 => api.request("getAllComments", &json!([task])),
        6 => api.request("searchTasks", &json!([project, "status:open 7"])),
        7 => api.request("createTask", &json!({"title": "A new task", "project_id": project})),
        8 => api.request("updateTask", &json!({"id": task, "score": n % 100})),
        _ => api.request("moveTaskPosition", &places.random_move(n)),
    }
}
