//! The page of what the server does each day.

use std::time::Duration;

use kanso_core::job::{Job, run_due_jobs};
use kanso_testkit::TestApp;

use super::admin;

const PATH: &str = "/settings/scheduler";

/// The page's row of a job, by its address.
fn row(body: &str, job: Job) -> String {
    let address = format!("{PATH}/{}/run", job.as_str());
    let found = body.split("<li>").skip(1).find(|row| row.contains(&address));
    found.unwrap_or_else(|| panic!("no {job:?} in\n{body}")).to_owned()
}

#[tokio::test]
async fn it_tells_of_each_job_how_it_went_and_when_it_is_next() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    let fresh = boss.get(PATH).await.body;
    for job in Job::ALL {
        let row = row(&fresh, job);
        assert!(row.contains("Not run yet") && row.contains("Next within a minute"), "{row}");
    }
    run_due_jobs(&app.app).await.unwrap();
    let after = boss.get(PATH).await.body;
    for job in Job::ALL {
        let row = row(&after, job);
        for fact in ["There was nothing to do.", "Last run 21 Sep, 14:13", "took 0 ms", "Next 22 Sep, 00:00"]
        {
            assert!(row.contains(fact), "{fact} in {row}");
        }
    }
}

#[tokio::test]
async fn a_job_is_run_by_a_button_and_says_what_it_did() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    run_due_jobs(&app.app).await.unwrap();
    // The other session of this account has expired by then, the one that looks has not.
    app.execute(&[
        "INSERT INTO sessions (id, user_id, data, created_at, expires_at, agent, address, seen_at) \
        VALUES ('old', 1, '', 0, 1, '', '', 0)",
    ])
    .await;
    let ran = boss.submit(PATH, &format!("{PATH}/sessions/run"), &[]).await;
    assert_eq!(ran.location.as_deref(), Some("/settings/scheduler?done=sessions"), "{}", ran.body);
    let page = boss.get("/settings/scheduler?done=sessions").await.body;
    assert!(page.contains("Sessions: Done · 1 entry was forgotten."), "{page}");
    assert!(row(&page, Job::Sessions).contains("1 entry was forgotten."), "{page}");
    assert_eq!(boss.submit(PATH, &format!("{PATH}/nothing/run"), &[]).await.status, 404);
}

#[tokio::test]
async fn what_failed_and_what_was_interrupted_is_seen() {
    let app = TestApp::start().await;
    let boss = admin(&app).await;
    app.execute(&["ALTER TABLE rule_log RENAME TO rule_log_away"]).await;
    run_due_jobs(&app.app).await.unwrap();
    let failed = row(&boss.get(PATH).await.body, Job::RuleLog);
    assert!(failed.contains(">Failed<") && failed.contains("rule_log"), "{failed}");
    assert!(failed.contains("Next 21 Sep, 14:14"), "{failed}");

    app.execute(&["UPDATE jobs SET leased_by = 'gone', \
        leased_until_ms = started_at_ms + 300000 WHERE name = 'mails'"])
        .await;
    let page = boss.get(PATH).await.body;
    assert!(page.contains("By server gone") && !page.contains("/settings/scheduler/mails/run"), "{page}");
    let refused = boss.submit(PATH, "/settings/scheduler/mails/run", &[]).await;
    assert_eq!(refused.status, 409, "somebody does it");
    app.clock.advance(Duration::from_secs(300));
    let interrupted = row(&boss.get(PATH).await.body, Job::Mails);
    assert!(interrupted.contains(">Interrupted<"), "{interrupted}");
}
