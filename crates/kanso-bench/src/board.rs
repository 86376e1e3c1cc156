//! The board page of a project with 50, 500 and 5,000 open tasks, and a move on it as the page's script asks for it.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use reqwest::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::rpc::Api;
use crate::server::{PASSWORD, Server};
use crate::table::Table;

const SIZES: [usize; 3] = [50, 500, 5_000];
const SAMPLES: usize = 50;

pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let data = TempDir::new()?;
    let server = Server::start(program, &data).await?;
    let api = Api::of(&server, program, &data).await?;
    let (base, client) =
        (format!("http://{}", server.address), Client::builder().cookie_store(true).build()?);
    sign_in(&client, &base).await?;
    for cards in SIZES {
        let board = furnish(&api, cards).await?;
        let url = format!("{base}/board/{}", board.project);
        let (page, bytes) = open(&client, &url).await?;
        table.figure(
            &format!("board page, {cards} cards, one caller"),
            format!("{}, {bytes} kB", shown(page)),
        );
        let moved = drag(&client, &base, &url, &board).await?;
        table.figure(&format!("move on the board, {cards} cards, one caller"), shown(moved));
    }
    server.stop().await
}

/// A project, its columns and its tasks, which stand in the columns one after the other.
pub(crate) struct Board {
    pub(crate) project: Value,
    pub(crate) columns: Vec<Value>,
    pub(crate) tasks: Vec<Value>,
}

pub(crate) async fn furnish(api: &Api, cards: usize) -> anyhow::Result<Board> {
    let project = api.call("createProject", json!([format!("{cards} cards")])).await?;
    api.call("addProjectUser", json!([project, 1, "project-manager"])).await?;
    let columns = api.call("getColumns", json!([project])).await?;
    let columns: Vec<Value> =
        columns.as_array().context("columns")?.iter().map(|column| column["id"].clone()).collect();
    let mut tasks = Vec::new();
    for n in 0..cards {
        let new = json!({"title": format!("Card {n} with a title of usual length"), "project_id": project,
            "column_id": columns[n % columns.len()], "owner_id": n % 2, "priority": n % 4, "score": n % 8});
        tasks.push(api.call("createTask", new).await?);
    }
    Ok(Board { project, columns, tasks })
}

pub(crate) async fn sign_in(client: &Client, base: &str) -> anyhow::Result<()> {
    let page = client.get(format!("{base}/login")).send().await?.text().await?;
    let fields = [("username", "admin"), ("password", PASSWORD), ("csrf", &token(&page)?)];
    let answer = client.post(format!("{base}/login")).form(&fields).send().await?;
    ensure!(answer.status().is_success() && answer.url().path() == "/", "signing in led to {}", answer.url());
    Ok(())
}

/// The token in the first form of a page.
pub(crate) fn token(page: &str) -> anyhow::Result<String> {
    let field = page.split("name=\"csrf\"").nth(1).and_then(|rest| rest.split("value=\"").nth(1));
    Ok(field.and_then(|rest| rest.split('"').next()).context("the form's token")?.to_owned())
}

/// How long half of the openings took at most, and how long the page is, in kB.
async fn open(client: &Client, url: &str) -> anyhow::Result<(Duration, usize)> {
    let (mut took, mut bytes) = (Vec::new(), 0);
    for _ in 0..SAMPLES {
        let begin = Instant::now();
        let answer = client.get(url).send().await?.error_for_status()?;
        bytes = answer.bytes().await?.len();
        took.push(begin.elapsed());
    }
    Ok((median(took), bytes / 1_000))
}

/// How long half of the moves took at most, from column to column, each to the top: all that stand there move down.
async fn drag(client: &Client, base: &str, url: &str, board: &Board) -> anyhow::Result<Duration> {
    let token = token(&client.get(url).send().await?.text().await?)?;
    let mut took = Vec::new();
    for n in 0..SAMPLES {
        let column = board.columns[(n + 1) % board.columns.len()].to_string();
        let request = client
            .post(format!("{base}/task/{}/move", board.tasks[n % board.tasks.len()]))
            .header("x-csrf-token", &token)
            .header("accept", "application/problem+json")
            .form(&[("column", column.as_str()), ("position", "1")]);
        let begin = Instant::now();
        request.send().await?.error_for_status()?;
        took.push(begin.elapsed());
    }
    Ok(median(took))
}

pub(crate) fn median(mut took: Vec<Duration>) -> Duration {
    took.sort_unstable();
    took[took.len() / 2]
}

pub(crate) fn shown(took: Duration) -> String {
    format!("{:.1} ms", took.as_secs_f64() * 1e3)
}
