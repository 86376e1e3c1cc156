//! A move on a board whose project has a thousand rules, none of them called for, beside the same without rules.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use reqwest::Client;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::board::{Board, furnish, median, shown, sign_in, token};
use crate::rpc::Api;
use crate::server::{PASSWORD, Server};
use crate::table::Table;

const CARDS: usize = 50;
const RULES: usize = 1_000;
const ROUNDS: usize = 60;
const MOVES: usize = 20;

/// What a project has besides its tasks.
#[derive(Clone, Copy)]
enum Rules {
    None,
    /// Kanboard's automatic actions that wait for the move, about a column that no task comes to.
    Actions,
    /// Composed rules that wait for something else.
    OtherEvents,
    /// Composed rules that wait for the move, with filters that are told from the task.
    Filters,
    /// The same with filters that need the database: what comments and tags say.
    Questions,
}

impl Rules {
    const ALL: [Self; 5] = [Self::None, Self::Actions, Self::OtherEvents, Self::Filters, Self::Questions];

    const fn name(self) -> &'static str {
        match self {
            Self::None => "no rules",
            Self::Actions => "1,000 automatic actions that wait for it",
            Self::OtherEvents => "1,000 rules that wait for other events",
            Self::Filters => "1,000 rules that wait for it, filtered by the task's fields",
            Self::Questions => "1,000 rules that wait for it, filtered by tags and comments",
        }
    }

    /// What the rule of this number waits for, and its filter.
    fn composed(self, number: usize) -> Option<(&'static str, String)> {
        match self {
            Self::None | Self::Actions => None,
            Self::OtherEvents => Some(("task.close", String::new())),
            Self::Filters => Some(("task.move.column", format!("title:\"word {number}\" priority:>=2"))),
            Self::Questions => Some(("task.move.column", format!("tag:word{number} comment:word{number}"))),
        }
    }
}

pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let data = TempDir::new()?;
    let server = Server::start(program, &data).await?;
    let api = Api::of(&server, program, &data).await?;
    let (base, client) =
        (format!("http://{}", server.address), Client::builder().cookie_store(true).build()?);
    sign_in(&client, &base).await?;
    let mut boards = Vec::new();
    for rules in Rules::ALL {
        let board = furnish(&api, CARDS).await?;
        fill(&api, &client, &base, &board, rules).await?;
        boards.push(board);
    }
    // In turns, so that what else the machine does meets all alike.
    let mut took: Vec<Vec<Duration>> = vec![Vec::new(); boards.len()];
    for round in 0..ROUNDS {
        for (board, took) in boards.iter().zip(&mut took) {
            drag(&client, &base, board, round, took).await?;
        }
    }
    let medians: Vec<Duration> = took.into_iter().map(median).collect();
    let without = medians.first().context("the board without rules")?.as_secs_f64();
    for (rules, took) in Rules::ALL.into_iter().zip(medians) {
        let more = (took.as_secs_f64() / without - 1.0) * 100.0;
        let what = format!("move on the board, {}, one caller", rules.name());
        table.figure(&what, format!("{} ({more:+.1} %)", shown(took)));
    }
    server.stop().await
}

async fn fill(api: &Api, client: &Client, base: &str, board: &Board, rules: Rules) -> anyhow::Result<()> {
    let last = board.columns.last().context("a column")?;
    let url = format!("{base}/api/v1/projects/{}/rules", board.project);
    for number in 0..RULES {
        if let Some((event, filter)) = rules.composed(number) {
            let rule = json!({"events": [event], "filter": filter, "deeds": [{"do": "close"}]});
            let request = client.post(&url).basic_auth("admin", Some(PASSWORD)).json(&rule);
            let status = request.send().await?.status();
            ensure!(status == 201, "composing a rule was answered {status}");
        } else if matches!(rules, Rules::Actions) {
            let name = r"\Kanboard\Action\TaskCloseColumn";
            let action = json!([board.project, "task.move.column", name, {"column_id": last}]);
            api.call("createAction", action).await?;
        }
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
