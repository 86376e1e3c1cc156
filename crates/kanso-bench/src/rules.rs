//! A move on a board whose project has a thousand automatic actions or composed rules, none of them called for.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use reqwest::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::board::{Board, furnish, median, shown, sign_in, token};
use crate::rpc::Api;
use crate::server::Server;
use crate::table::Table;

const CARDS: usize = 50;
const RULES: usize = 1_000;
const ROUNDS: usize = 10;
const MOVES: usize = 40;

/// What a project has besides its tasks.
const PROJECTS: [&str; 3] = ["no automatic actions", "1,000 automatic actions", "1,000 composed rules"];

pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let data = TempDir::new()?;
    let server = Server::start(program, &data).await?;
    let api = Api::of(&server, program, &data).await?;
    let (base, client) =
        (format!("http://{}", server.address), Client::builder().cookie_store(true).build()?);
    sign_in(&client, &base).await?;
    let mut boards = Vec::new();
    for _ in PROJECTS {
        boards.push(furnish(&api, CARDS).await?);
    }
    act(&api, &boards[1]).await?;
    compose(&client, &base, &boards[2]).await?;
    // In turns, so that what else the machine does meets all alike.
    let mut took: Vec<Vec<Duration>> = vec![Vec::new(); PROJECTS.len()];
    for round in 0..ROUNDS {
        for (board, took) in boards.iter().zip(&mut took) {
            drag(&client, &base, board, round, took).await?;
        }
    }
    for (name, took) in PROJECTS.iter().zip(took) {
        table.figure(&format!("move on the board, {name}, one caller"), shown(median(took)));
    }
    server.stop().await
}

/// All wait for the move; the column is one that no task goes to.
async fn act(api: &Api, board: &Board) -> anyhow::Result<()> {
    let last = board.columns.last().context("a column")?;
    for _ in 0..RULES {
        let action = json!([board.project, "task.move.column", r"\Kanboard\Action\TaskCloseColumn", {"column_id": last}]);
        api.call("createAction", action).await?;
    }
    Ok(())
}

async fn compose(client: &Client, base: &str, board: &Board) -> anyhow::Result<()> {
    let url = format!("{base}/project/{}/actions/compose", board.project);
    let token = token(&client.get(&url).send().await?.text().await?)?;
    for _ in 0..RULES {
        let fields = [
            ("csrf", token.as_str()),
            ("event", "task.move.column"),
            ("filter", "color:red"),
            ("deed", "close"),
            ("text", ""),
        ];
        let answer = client.post(&url).form(&fields).send().await?;
        ensure!(answer.url().query() == Some("done"), "composing led to {}", answer.url());
    }
    Ok(())
}

/// Moves from column to column, each to the top, and never into the last.
async fn drag(
    client: &Client,
    base: &str,
    board: &Board,
    round: usize,
    took: &mut Vec<Duration>,
) -> anyhow::Result<()> {
    let url = format!("{base}/board/{}", board.project);
    let token = token(&client.get(&url).send().await?.text().await?)?;
    let columns: &[Value] = &board.columns[..board.columns.len() - 1];
    for n in 0..MOVES {
        let column = columns[(n + round) % columns.len()].to_string();
        let request = client
            .post(format!("{base}/task/{}/move", board.tasks[n % board.tasks.len()]))
            .header("x-csrf-token", &token)
            .header("accept", "application/problem+json")
            .form(&[("column", column.as_str()), ("position", "1")]);
        let begin = Instant::now();
        let answer = request.send().await?;
        // One that is there already is not moved.
        if answer.status().is_success() {
            took.push(begin.elapsed());
        }
    }
    Ok(())
}
