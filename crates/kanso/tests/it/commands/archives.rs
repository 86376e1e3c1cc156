//! `kanso project`.

use kanso_testkit::{Database, Program};

use super::PROGRAM;

#[tokio::test]
async fn a_project_goes_out_into_a_file_and_comes_in_from_it() {
    let database = Database::create().await;
    let server = Program::serve_with(PROGRAM, &database, &[("KANSO_DEMO", "true")]).await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("demo.kanso.tar.gz").display().to_string();
    let run = async |arguments: &[&str]| Program::run(PROGRAM, &database, arguments).await;
    assert_eq!(run(&["project", "export", "1", &file]).await, "");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "nothing half is left");
    assert_eq!(run(&["project", "import", &file]).await, "2");
    std::fs::write(&file, "something else").unwrap();
    let refused = Program::try_run(PROGRAM, &database, &["project", "import", &file], "").await;
    assert!(refused.code != 0 && refused.error.contains("this is no archive of a project"), "{refused:?}");
    server.kill().await;
}
