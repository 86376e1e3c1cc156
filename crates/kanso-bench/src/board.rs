//! The board page of a project with 500 and with 1,000 open tasks.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use reqwest::Client;
use serde_json::json;
use tempfile::TempDir;

use crate::rpc::Api;
use crate::server::{PASSWORD, Server};
use crate::table::Table;

const SAMPLES: usize = 50;

pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let data = TempDir::new()?;
    let server = Server::start(program, &data).await?;
    let api = Api::of(&server, program, &data).await?;
    let (base, client) =
        (format!("http://{}", server.address), Client::builder().cookie_store(true).build()?);
    sign_in(&client, &base).await?;
    for cards in [500, 1000] {
        let project = api.call("createProject", json!([format!("{cards} cards")])).await?;
        api.call("addProjectUser", json!([project, 1, "project-manager"])).await?;
        let columns = api.call("getColumns", json!([project])).await?;
        for n in 0..cards {
            let column = &columns[n % 4]["id"];
            let new = json!({"title": format!("Card {n} with a title of usual length"), "project_id": project,
                "column_id": column, "owner_id": n % 2, "priority": n % 4, "score": n % 8});
            api.call("createTask", new).await?;
        }
        let (median, bytes) = open(&client, &format!("{base}/board/{project}")).await?;
        let figure = format!("{:.1} ms, {:.0} kB", median.as_secs_f64() * 1e3, kilo(bytes));
        table.figure(&format!("board page, {cards} cards, one caller"), figure);
    }
    server.stop().await
}

async fn sign_in(client: &Client, base: &str) -> anyhow::Result<()> {
    let page = client.get(format!("{base}/login")).send().await?.text().await?;
    let field = page.split("name=\"csrf\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1));
    let token = field.and_then(|rest| rest.split('"').next()).context("the form's token")?;
    let fields = [("username", "admin"), ("password", PASSWORD), ("csrf", token)];
    let answer = client.post(format!("{base}/login")).form(&fields).send().await?;
    ensure!(answer.status().is_success() && answer.url().path() == "/", "signing in led to {}", answer.url());
    Ok(())
}

/// How long half of the openings took at most, and how long the page is.
async fn open(client: &Client, url: &str) -> anyhow::Result<(Duration, usize)> {
    let (mut took, mut bytes) = (Vec::new(), 0);
    for _ in 0..SAMPLES {
        let begin = Instant::now();
        let answer = client.get(url).send().await?.error_for_status()?;
        bytes = answer.bytes().await?.len();
        took.push(begin.elapsed());
    }
    took.sort_unstable();
    Ok((took[SAMPLES / 2], bytes))
}

#[expect(clippy::cast_precision_loss, reason = "shown without decimals")]
fn kilo(bytes: usize) -> f64 {
    bytes as f64 / 1e3
}
