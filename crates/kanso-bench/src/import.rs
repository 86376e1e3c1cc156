//! A large Kanboard that moves in: how long it takes, and how much memory.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use kanso_testkit::kanboard::{Engine, Kanboard};
use tempfile::TempDir;
use tokio::process::Child;

use crate::server;
use crate::table::Table;

const TASKS: u64 = 100_000;
const COMMENTS: u64 = 500_000;
const ACTIVITIES: u64 = 1_000_000;

/// When the first of them was made, in Unix seconds.
const BEGIN: u64 = 1_500_000_000;

/// How often the memory is looked at.
const LOOK: Duration = Duration::from_millis(50);

pub(crate) async fn measure(program: &Path, table: &mut Table) -> anyhow::Result<()> {
    let data = TempDir::new()?;
    let begin = Instant::now();
    let (most, filled) = fill(program, &data).await?;
    let what = "import of 100,000 tasks, 500,000 comments, 1,000,000 activities";
    table.figure(what, format!("{:.0} s", (begin.elapsed() - filled).as_secs_f64()));
    table.figure("its memory at most", format!("{} MiB", most / 1024));
    Ok(())
}

/// Moves a large Kanboard in. Answers how much memory that took at most, in KiB, and how long the making of the Kanboard.
pub(crate) async fn fill(program: &Path, data: &TempDir) -> anyhow::Result<(u64, Duration)> {
    let made = Instant::now();
    let kanboard = Kanboard::filled(Engine::Sqlite, "").await;
    kanboard.execute(&rows()).await;
    let files = kanboard.files().display().to_string();
    let made = made.elapsed();
    let child = server::command(program, data)
        .args(["import", "kanboard", kanboard.source(), "--files", &files, "--yes"])
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn()?;
    Ok((watch(child).await?, made))
}

/// Waits for the end, and answers how much memory it held at most, in KiB.
pub(crate) async fn watch(mut child: Child) -> anyhow::Result<u64> {
    let path = format!("/proc/{}/status", child.id().context("it runs")?);
    let mut most = 0;
    loop {
        tokio::select! {
            ended = child.wait() => {
                ensure!(ended?.success(), "the program failed");
                return Ok(most);
            }
            () = tokio::time::sleep(LOOK) => {
                let status = std::fs::read_to_string(&path).unwrap_or_default();
                let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
                let now = line.and_then(|line| line.trim().trim_end_matches(" kB").parse().ok());
                most = most.max(now.unwrap_or_default());
            }
        }
    }
}

fn rows() -> Vec<String> {
    let told = |event: &str| {
        format!(
            r#"{{"task_id":1,"event":"{event}","task":{{"id":1,"title":"A title of some words","description":"{}","date_creation":1500000000,"color_id":"yellow","project_id":1,"column_id":12,"owner_id":2,"position":1,"is_active":1,"date_completed":null,"score":null,"date_due":0,"category_id":0,"creator_id":2,"date_modification":1500000000,"reference":"","date_started":0,"time_spent":0,"time_estimated":0,"swimlane_id":7,"date_moved":1500000000,"recurrence_status":0,"recurrence_trigger":0,"recurrence_factor":0,"recurrence_timeframe":0,"recurrence_basedate":0,"recurrence_parent":null,"recurrence_child":null,"priority":0,"external_provider":null,"external_uri":null,"category_name":null,"swimlane_name":"Default swimlane","project_name":"Launch","default_swimlane":"Default swimlane","column_title":"Doing","column_position":2,"assignee_username":"maria","assignee_name":"María"}},"changes":{{"score":3}},"src_column_id":11,"dst_column_id":12,"position":1,"swimlane_id":7,"date_moved":1500000000}}"#,
            "Some words of a description. ".repeat(8)
        )
    };
    let numbers = |count: u64| {
        format!("WITH RECURSIVE n (i) AS (SELECT 100 UNION ALL SELECT i + 1 FROM n WHERE i < {})", count + 99)
    };
    let task = format!("100 + i % {TASKS}");
    vec![
        format!(
            "INSERT INTO tasks {} SELECT i, 'Task ' || i, 'Some words', {BEGIN} + i * 60, 'yellow', 1, 11 + i % 3, 2, i, \
             i % 2, 0, 3, 0, 2, 2, {BEGIN} + i * 60, '', 0, 0, 0, 7, {BEGIN} + i * 60, 0, 0, 0, 0, 0, NULL, NULL, 0, NULL, \
             NULL FROM n",
            numbers(TASKS)
        ),
        format!(
            "INSERT INTO comments {} SELECT i, {task}, 2, {BEGIN} + i, 'A comment of some words, with the number ' || i, \
             '', {BEGIN} + i, 'app-user' FROM n",
            numbers(COMMENTS)
        ),
        format!(
            "INSERT INTO project_activities {} SELECT i, {BEGIN} + i, CASE i % 3 WHEN 0 THEN 'task.create' WHEN 1 THEN \
             'task.update' ELSE 'task.move.column' END, 2, 1, {task}, '{}' FROM n",
            numbers(ACTIVITIES),
            told("task.update")
        ),
    ]
}
