//! Backups of nights: as many as the settings say, and nothing else is touched.

use std::path::Path;
use std::time::Duration;

use kanso_core::backup::{Nightly, Passphrase, check_backup};
use kanso_core::job::{Job, JobState, Outcome, list_jobs, run_due_jobs};
use kanso_core::{Actor, App};
use kanso_testkit::TestApp;

const DAY: Duration = Duration::from_secs(86_400);

async fn outcome(app: &App) -> Outcome {
    let outcomes = run_due_jobs(app).await.expect("it is there");
    outcomes.into_iter().find(|(job, _)| *job == Job::Backup).expect("it is listed").1
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(folder)
        .expect("it is there")
        .map(|entry| entry.expect("it is there").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn each_night_there_is_one_more_and_the_oldest_of_its_own_goes() {
    let app = TestApp::start().await;
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("backups");
    let keeping = app.app.clone().keeping_backups(Nightly { folder: inside.clone(), passphrase: None });
    assert_eq!(outcome(&keeping).await, Outcome::Done(0, 0), "nobody asked for any");
    assert!(!inside.exists());

    app.set("backup_keep", "2").await;
    app.clock.advance(DAY);
    assert_eq!(outcome(&keeping).await, Outcome::Done(1, 0));
    assert!(matches!(outcome(&keeping).await, Outcome::NotDue(_)), "once a day");
    let others = ["mine.tar.gz", "kanso-nightly-old.tar.gz", "kanso-nightly-20200101T000000Z.tar.gz.bak"];
    for other in others {
        std::fs::write(inside.join(other), "mine").unwrap();
    }
    std::fs::write(inside.join(".kanso-nightly-20200101T000000Z.tar.gz.part"), "half").unwrap();
    for _ in 0..3 {
        app.clock.advance(DAY);
        assert_eq!(outcome(&keeping).await, Outcome::Done(1, 0));
    }
    let mut expected = vec!["kanso-nightly-20260924T141320Z.tar.gz", "kanso-nightly-20260925T141320Z.tar.gz"];
    expected.extend(others);
    expected.sort_unstable();
    assert_eq!(names(&inside), expected);
    let checked = check_backup(inside.join("kanso-nightly-20260925T141320Z.tar.gz"), None, None)
        .await
        .expect("it is whole");
    assert!(checked.rows > 0);
}

#[cfg(unix)]
#[tokio::test]
async fn nobody_else_reads_them_and_a_passphrase_encrypts_them() {
    use std::os::unix::fs::PermissionsExt;
    let app = TestApp::start().await;
    let folder = tempfile::tempdir().unwrap();
    let (inside, passphrase) = (folder.path().join("backups"), Passphrase::new("correct horse"));
    let nightly = Nightly { folder: inside.clone(), passphrase: passphrase.clone() };
    app.set("backup_keep", "1").await;
    assert_eq!(outcome(&app.app.clone().keeping_backups(nightly)).await, Outcome::Done(1, 0));
    let [name] = names(&inside).try_into().expect("one");
    assert_eq!(name, "kanso-nightly-20260921T141320Z.tar.gz.age");
    let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&inside), mode(&inside.join(&name))), (0o700, 0o600));
    let checked = check_backup(inside.join(&name), passphrase, None).await.expect("it is whole");
    assert!(checked.has_key);
}

#[tokio::test]
async fn one_that_fails_takes_nothing_away_and_is_tried_again() {
    let app = TestApp::start().await;
    let folder = tempfile::tempdir().unwrap();
    let inside = folder.path().join("backups");
    app.set("backup_keep", "1").await;
    let keeping = app.app.clone().keeping_backups(Nightly { folder: inside.clone(), passphrase: None });
    assert_eq!(outcome(&keeping).await, Outcome::Done(1, 0));
    let kept = names(&inside);
    app.clock.advance(DAY);
    // A folder in the place of the file that is to be written.
    std::fs::create_dir(inside.join(".kanso-nightly-20260922T141320Z.tar.gz.part")).unwrap();
    assert!(matches!(outcome(&keeping).await, Outcome::Failed(_)));
    assert!(names(&inside).contains(&kept[0]), "the last good one stays");
    let listed = list_jobs(&app.app, &Actor::Application).await.unwrap();
    let state = &listed.iter().find(|listed| listed.job == Job::Backup).expect("it is listed").state;
    assert!(matches!(state, JobState::Failed(_)), "administrators see it: {state:?}");
    std::fs::remove_dir(inside.join(".kanso-nightly-20260922T141320Z.tar.gz.part")).unwrap();
    app.clock.advance(Duration::from_secs(60));
    assert_eq!(outcome(&keeping).await, Outcome::Done(1, 0));
    assert_eq!(names(&inside), ["kanso-nightly-20260922T141420Z.tar.gz"]);
}
