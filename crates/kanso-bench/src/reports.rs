//! What reports cost over 100,000 tasks and the 1,000,000 events of a year: `kanso-bench reports`.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::Context;
use kanso_core::column::list_columns;
use kanso_core::file::FileStore;
use kanso_core::project::{NewProject, add_member, create_project};
use kanso_core::task::{
    Counted, NewTask, TaskMove, TaskPatch, close_task, create_task, move_task, update_task,
};
use kanso_core::user::create_first_admin;
use kanso_core::{Actor, App, Clock, DatabaseUrl, SecretKey};
use kanso_domain::{ColumnId, ProjectId};
use reqwest::Client;
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::board::{median, shown, sign_in};
use crate::server::{PASSWORD, Server};
use crate::size::Size;
use crate::table::Table;

const WRITERS: u64 = 16;
const DAY: u64 = 86_400;
const DAYS: u64 = 365;
const SAMPLES: usize = 5;
/// Each task is created, moved twice, changed six times, and closed or changed once more.
const EVENTS: u64 = 10;
const REPORTS: [&str; 8] = [
    "distribution",
    "assignees",
    "flow",
    "burndown",
    "times",
    "column-times",
    "estimates",
    "column-estimates",
];

pub(crate) async fn measure(program: &Path, table: &mut Table, size: Size) -> anyhow::Result<()> {
    let data = TempDir::new()?;
    let tasks = size.of(100_000);
    let project = fill(&data, tasks).await?;
    let server = Server::start(program, &data).await?;
    let (base, client) =
        (format!("http://{}", server.address), Client::builder().cookie_store(true).build()?);
    sign_in(&client, &base).await?;
    for report in REPORTS {
        let url = format!("{base}/project/{project}/reports/{report}");
        let first = read(&client, &url).await?;
        let mut took = Vec::new();
        for _ in 0..SAMPLES {
            took.push(read(&client, &url).await?);
        }
        table.figure(
            &format!("report {report}, {tasks} tasks, {} events", tasks * EVENTS),
            format!("first {}, then {}", shown(first), shown(median(took))),
        );
    }
    server.stop().await
}

async fn read(client: &Client, url: &str) -> anyhow::Result<Duration> {
    let begin = Instant::now();
    client.get(url).send().await?.error_for_status()?.bytes().await?;
    Ok(begin.elapsed())
}

/// A project in which a year went by.
async fn fill(data: &TempDir, tasks: u64) -> anyhow::Result<ProjectId> {
    let url = DatabaseUrl::Sqlite(data.path().join("kanso.db"));
    let files = FileStore::in_folder(data.path().join("files"));
    let now = Clock::system().now();
    let clock = Clock::manual(now - i64::try_from(DAYS * DAY)?);
    let app =
        App::open(kanso_db::Config::new(url), files, clock.clone(), SecretKey::kept_in(data.path())?).await?;
    let actor = Actor::Application;
    create_first_admin(&app, Some(PASSWORD.to_owned())).await?;
    let new = NewProject { name: "A year".to_owned(), ..NewProject::default() };
    let project = create_project(&app, &actor, new).await?;
    add_member(&app, &actor, project, 1.into(), "project-manager".to_owned()).await?;
    let columns = list_columns(&app, &actor, project).await?;
    let columns: Vec<ColumnId> = columns.into_iter().map(|column| column.id).collect();
    let step = Duration::from_secs(DAYS * DAY) / u32::try_from(tasks)?;
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let (app, clock, columns) = (app.clone(), clock.clone(), columns.clone());
        writers.spawn(async move {
            for n in (writer..tasks).step_by(usize::try_from(WRITERS)?) {
                live(&app, project, &columns, n).await?;
                clock.advance(step);
            }
            anyhow::Ok(())
        });
    }
    while let Some(writer) = writers.join_next().await {
        writer??;
    }
    app.close().await;
    Ok(project)
}

/// The life of the `n`th task: 99 of 100 are closed, as after a year of work.
async fn live(app: &App, project: ProjectId, columns: &[ColumnId], n: u64) -> anyhow::Result<()> {
    let (actor, count) = (Actor::Application, i64::try_from(n)?);
    let title = format!("Task {n} with a title of usual length");
    let task = create_task(app, &actor, NewTask { project, title, ..NewTask::default() }).await?;
    for column in columns.get(1..3).context("four columns")? {
        let to = TaskMove {
            task,
            project: None,
            column: *column,
            swimlane: None,
            position: i64::MAX,
            counted: Counted::Shown,
        };
        move_task(app, &actor, to).await?;
    }
    for change in 1..=6 {
        let patch = TaskPatch { score: Some(count % 8 + change), ..TaskPatch::default() };
        update_task(app, &actor, task, patch).await?;
    }
    if n.is_multiple_of(100) {
        let patch = TaskPatch { time_estimated: Some(3.5), ..TaskPatch::default() };
        update_task(app, &actor, task, patch).await?;
    } else {
        close_task(app, &actor, task).await?;
    }
    Ok(())
}
