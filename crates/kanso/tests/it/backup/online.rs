//! A backup while others write: as it was at one moment, and nobody waits.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering::SeqCst};

use kanso_core::file;
use kanso_testkit::{Database, TestApp};
use serde_json::json;
use tokio::task::JoinSet;

use super::{backed_up, restore, rows};
use crate::team::Project;
use crate::trash::Desk;

/// What is never so: each of these counts rows that do not fit together.
const MISFITS: [&str; 5] = [
    "SELECT COUNT(*) FROM tasks t LEFT JOIN columns c ON c.id = t.column_id AND c.project_id = t.project_id \
     WHERE c.id IS NULL",
    "SELECT COUNT(*) FROM lanes l WHERE open_tasks <> (SELECT COUNT(*) FROM tasks t WHERE t.swimlane_id = l.swimlane_id \
     AND t.column_id = l.column_id AND t.is_active = 1)",
    "SELECT COUNT(*) FROM tasks t WHERE NOT EXISTS (SELECT 1 FROM events e WHERE e.task_id = t.id)",
    "SELECT COUNT(*) FROM comments c WHERE NOT EXISTS (SELECT 1 FROM tasks t WHERE t.id = c.task_id)",
    "SELECT COUNT(*) FROM events e WHERE e.task_id > 0 AND NOT EXISTS (SELECT 1 FROM tasks t WHERE t.id = e.task_id)",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn it_fits_together_and_no_call_fails() {
    let app = TestApp::start().await;
    let project = Arc::new(Project::create(&app.rpc()).await);
    let (is_over, calls) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicU64::new(0)));
    let mut writers = JoinSet::new();
    for writer in 0..4 {
        let (rpc, project) = (app.rpc(), Arc::clone(&project));
        let (is_over, calls) = (Arc::clone(&is_over), Arc::clone(&calls));
        writers.spawn(async move {
            for n in 0..400 {
                let task = project.task(&rpc, n % 4, &format!("{writer} {n}")).await;
                assert_eq!(project.drag(&rpc, task, (n + 1) % 4, 1).await, json!(true));
                rpc.call_for_id("createComment", json!({"task_id": task, "user_id": 1, "content": "x"}))
                    .await;
                calls.fetch_add(1, SeqCst);
                if is_over.load(SeqCst) {
                    return;
                }
            }
        });
    }
    let folder = tempfile::tempdir().unwrap();
    let mut before = 0;
    for number in 0..3 {
        let file = folder.path().join(number.to_string());
        while calls.load(SeqCst) < before + 4 && !writers.is_empty() {
            tokio::task::yield_now().await;
        }
        before = calls.load(SeqCst);
        let written = backed_up(&app.app, &file, "").await;
        assert!(written.checked.rows > 20, "{written:?}");
    }
    is_over.store(true, SeqCst);
    while let Some(writer) = writers.join_next().await {
        writer.expect("no call failed");
    }
    for number in 0..3 {
        let there = Database::create_other().await;
        let ended = restore(&there, &folder.path().join(number.to_string()), &[], &[]).await;
        assert_eq!(ended.code, 0, "{ended:?}");
        for misfits in MISFITS {
            assert_eq!(rows::<(i64,)>(&there, misfits).await, [(0,)], "{misfits}");
        }
    }
}

#[tokio::test]
async fn what_a_backup_names_is_not_deleted_while_it_is_written() {
    let desk = Desk::start().await;
    let held = format!(
        "INSERT INTO jobs (name, day, started_at_ms, failures, next_due_at_ms, leased_until_ms) \
         VALUES ('backup:1', '', 0, 0, 0, {} + 300000)",
        desk.app.clock.now_ms()
    );
    desk.app.execute(&[&held]).await;
    let files = desk.rpc.call("getAllTaskFiles", json!([desk.task])).await;
    let path = desk.app.files().join(files[0]["path"].as_str().unwrap());
    assert_eq!(desk.rpc.call("removeTaskFile", json!([files[0]["id"]])).await, json!(true));
    file::sweep(&desk.app.app).await.unwrap();
    assert!(path.exists(), "a backup is being written");
    desk.app.clock.advance(std::time::Duration::from_secs(300));
    file::sweep(&desk.app.app).await.unwrap();
    assert!(!path.exists(), "whoever wrote it is gone");
}

#[tokio::test]
async fn content_that_was_lost_before_is_told() {
    let desk = Desk::start().await;
    let files = desk.rpc.call("getAllTaskFiles", json!([desk.task])).await;
    let path = files[0]["path"].as_str().unwrap();
    std::fs::remove_file(desk.app.files().join(path)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("backup");
    let written = backed_up(&desk.app.app, &file, "").await;
    assert_eq!(written.lost, [path]);
    assert_eq!(written.checked.lost, 1);
    let there = Database::create().await;
    let ended = restore(&there, &file, &[], &[]).await;
    assert!(ended.code == 0 && ended.output.contains("(1 lost before)"), "{ended:?}");
}
