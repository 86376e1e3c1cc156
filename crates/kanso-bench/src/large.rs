//! Reading large projects, one caller: what a board, a list and a search cost by how much they answer.

use std::path::Path;

use anyhow::Context;
use kanso_core::file::FileStore;
use kanso_core::project::{NewProject, add_member};
use kanso_core::task::{NewTask, close_task};
use kanso_core::user::create_first_admin;
use kanso_core::{Actor, App, Clock, DatabaseUrl, SecretKey, project, task};
use kanso_domain::ProjectId;
use serde_json::{Value, json};
use tempfile::TempDir;
use tokio::task::JoinSet;

use crate::load;
use crate::rpc::Api;
use crate::server::{PASSWORD, Server};
use crate::size::Size;
use crate::table::Table;

const WRITERS: u64 = 16;
/// 2026-12-24, and the days after it.
const DUE: i64 = 1_798_070_400;
const DAY: i64 = 86_400;

/// Searches over the largest project, and what they show.
const SEARCHES: &[(&str, &str)] = &[
    ("one by its id", "id:77"),
    ("one by its reference", "ref:ref-77"),
    ("due on one day", "due:2026-12-30"),
    ("100 closed", "status:closed"),
    ("100 of one person", "assignee:admin"),
    ("100 closed of one column", "column:Backlog status:closed"),
    ("none by a text in the title", "no such title"),
    ("none by a number", "score:>100"),
];

pub(crate) async fn measure(program: &Path, table: &mut Table, size: Size) -> anyhow::Result<()> {
    let data = TempDir::new()?;
    let (board, list, large) = (size.of(500), size.of(10_000), size.of(100_000));
    let projects = [fill(&data, board).await?, fill(&data, list).await?, fill(&data, large).await?];
    let [board_project, list_project, large_project] = projects;
    let server = Server::start(program, &data).await?;
    let api = Api::of(&server, program, &data).await?;
    one(table, &api, &format!("getBoard, {board} tasks"), "getBoard", json!([board_project])).await?;
    for (method, params) in [
        ("getAllTasks", json!([list_project])),
        ("getBoard", json!([list_project])),
        ("searchTasks", json!([list_project, ""])),
    ] {
        one(table, &api, &format!("{method}, all of {list} tasks"), method, params).await?;
    }
    for (what, query) in SEARCHES {
        let what = format!("searchTasks over {large} tasks, {what}: {query}");
        one(table, &api, &what, "searchTasks", json!([large_project, query])).await?;
    }
    server.stop().await
}

async fn one(table: &mut Table, api: &Api, what: &str, method: &str, params: Value) -> anyhow::Result<()> {
    let answer = api.call(method, params.clone()).await?.to_string().len();
    let (caller, method) = (api.clone(), method.to_owned());
    let outcome = load::run(api.address, 1, move |_| caller.request(&method, &params)).await?;
    let ms = |time: std::time::Duration| time.as_secs_f64() * 1e3;
    let figure =
        format!("median {:.2} ms, p99 {:.1} ms, {} kB", ms(outcome.median), ms(outcome.p99), answer / 1000);
    table.figure(what, figure);
    Ok(())
}

/// A project with so many tasks. Of the first hundred each is closed, and one of a thousand of all has an assignee.
async fn fill(data: &TempDir, tasks: u64) -> anyhow::Result<ProjectId> {
    let url = DatabaseUrl::Sqlite(data.path().join("kanso.db"));
    let files = FileStore::in_folder(data.path().join("files"));
    let app = App::open(kanso_db::Config::new(url), files, Clock::system(), SecretKey::kept_in(data.path())?)
        .await?;
    let actor = Actor::Application;
    create_first_admin(&app, Some(PASSWORD.to_owned())).await?;
    let new = NewProject { name: format!("{tasks} tasks"), ..NewProject::default() };
    let project = project::create_project(&app, &actor, new).await?;
    add_member(&app, &actor, project, 1.into(), "project-member".to_owned()).await?;
    let columns = kanso_core::column::list_columns(&app, &actor, project).await?;
    let columns: Vec<_> = columns.into_iter().map(|column| column.id).collect();
    let mut writers = JoinSet::new();
    for writer in 0..WRITERS {
        let (app, actor, columns) = (app.clone(), actor.clone(), columns.clone());
        writers.spawn(async move {
            for n in (writer..tasks).step_by(usize::try_from(WRITERS)?) {
                let column = columns[usize::try_from(n)? % columns.len()];
                let task =
                    task::create_task(&app, &actor, NewTask { column: Some(column), ..usual(project, n)? });
                let task = task.await?;
                if n < 100 {
                    close_task(&app, &actor, task).await?;
                }
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

/// The `n`th task of a project.
fn usual(project: ProjectId, n: u64) -> anyhow::Result<NewTask> {
    let count = i64::try_from(n).context("a small count")?;
    Ok(NewTask {
        project,
        title: format!("Task {n} with a title of usual length"),
        description: Some("A paragraph that says what there is to do, and for whom.".to_owned()),
        owner: i64::from(n.is_multiple_of(1000)).into(),
        date_due: Some(DUE + count % 1000 * DAY),
        reference: Some(format!("REF-{n}")),
        score: Some(count % 8),
        priority: Some(count % 4),
        ..NewTask::default()
    })
}
