//! The dry run.

use kanso_testkit::Database;
use kanso_testkit::kanboard::{Engine, Kanboard};

use super::{import, line};

/// Tables with how many rows each has, how many come along, and how many do not.
const TABLES: &[(&str, [u64; 3])] = &[
    ("settings", [8, 6, 2]),
    ("users", [4, 4, 0]),
    ("user_has_metadata", [2, 1, 1]),
    ("last_logins", [3, 2, 1]),
    ("groups", [2, 2, 0]),
    ("group_has_users", [2, 1, 1]),
    ("projects", [2, 2, 0]),
    ("project_has_users", [5, 3, 2]),
    ("project_has_groups", [1, 1, 0]),
    ("project_has_roles", [1, 1, 0]),
    ("project_role_has_restrictions", [1, 1, 0]),
    ("column_has_restrictions", [2, 1, 1]),
    ("column_has_move_restrictions", [1, 1, 0]),
    ("columns", [5, 4, 1]),
    ("swimlanes", [4, 4, 0]),
    ("project_has_categories", [2, 2, 0]),
    ("tags", [3, 2, 1]),
    ("user_has_notification_types", [3, 2, 1]),
    ("user_has_notifications", [2, 1, 1]),
    ("currencies", [1, 1, 0]),
    ("invites", [3, 2, 1]),
    ("links", [12, 12, 0]),
    ("tasks", [6, 5, 1]),
    ("task_has_tags", [4, 2, 2]),
    ("subtasks", [3, 2, 1]),
    ("subtask_time_tracking", [3, 2, 1]),
    ("comments", [3, 2, 1]),
    ("task_has_links", [6, 4, 2]),
    ("task_has_external_links", [1, 1, 0]),
    ("task_has_files", [3, 2, 1]),
    ("project_has_files", [2, 1, 1]),
    ("task_has_metadata", [2, 1, 1]),
    ("project_has_metadata", [1, 1, 0]),
    ("actions", [4, 3, 1]),
    ("action_has_params", [5, 4, 1]),
    ("custom_filters", [2, 1, 1]),
    ("predefined_task_descriptions", [1, 1, 0]),
    ("transitions", [3, 2, 1]),
    ("project_activities", [9, 4, 5]),
    ("project_daily_column_stats", [5, 4, 1]),
    ("project_daily_stats", [1, 0, 1]),
    ("project_has_notification_types", [1, 0, 1]),
    ("password_reset", [1, 0, 1]),
    ("plugin_budget_lines", [2, 0, 2]),
    ("plugin_schema_versions", [1, 0, 1]),
    ("remember_me", [1, 0, 1]),
    ("sessions", [1, 0, 1]),
    ("user_has_unread_notifications", [1, 0, 1]),
];

/// What is said of single rows.
const TOLD: &[&str] = &[
    "left out, a plugin's table",
    "8 with project_id 77",
    "5 with owner_id 98",
    "5 with category_id 97",
    "3 with path tasks/1/lost",
    "2 with path projects/1/lost",
    "5 with avatar_path avatars/5/lost",
    "serialized by PHP",
    "2 of project 1: \\Kanboard\\Plugin\\Telegram\\Action\\Shout on task.move.column",
    "paused, its project is not there: 1 (3 of project 1:",
    "there is no such setting here: 1 (calendar_user_tasks)",
    "its value makes no sense here, so it keeps its default: 1 (default_color)",
    "Contents of files: 3",
    "Nothing was changed.",
];

async fn a_dry_run_tells_all(engine: Engine) {
    let (database, kanboard) = (Database::create().await, Kanboard::filled(engine, "").await);
    let ended = import(&database, &kanboard, &["--dry-run"]).await;
    assert_eq!(ended.code, 3, "something stays behind: {ended:?}");
    for (table, expected) in TABLES {
        assert_eq!(line(&ended.output, table), *expected, "{table} in {}", ended.output);
    }
    for told in TOLD {
        assert!(ended.output.contains(told), "{told:?} is not in {}", ended.output);
    }
    assert!(ended.error.contains("looking: "), "progress is told: {}", ended.error);
    assert_eq!(std::fs::read_dir(database.folder()).expect("a folder").count(), 0, "nothing is written");
}

#[tokio::test]
async fn a_dry_run_tells_all_of_a_sqlite_file() {
    a_dry_run_tells_all(Engine::Sqlite).await;
}

#[tokio::test]
async fn a_dry_run_tells_all_of_postgresql() {
    a_dry_run_tells_all(Engine::Postgres).await;
}

#[tokio::test]
async fn a_dry_run_tells_all_of_mariadb() {
    a_dry_run_tells_all(Engine::MySql).await;
}
