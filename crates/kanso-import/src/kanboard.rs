//! The tables of Kanboard 1.2.53 that are not taken over, and how the others are known.

use crate::map::{ACTIVITIES, PARTS};

/// Tables whose rows stay behind, and why.
pub(crate) const LEFT: &[(&str, &str)] = &[
    ("password_reset", "links to reset passwords are short-lived"),
    ("plugin_schema_versions", "plugins do not come along"),
    ("project_daily_stats", "lead and cycle times are counted from the tasks"),
    ("project_has_notification_types", "the channels of projects are those of plugins"),
    ("remember_me", "people sign in once more; Kanboard's cookie is not read"),
    ("schema_version", "Kanboard's own"),
    ("sessions", "people sign in once more"),
    ("sqlite_sequence", "the database's own"),
    ("user_has_unread_notifications", "what was unread in Kanboard is not told again"),
];

/// What is said of a table that Kanboard does not have.
pub(crate) const OF_PLUGIN: &str = "a plugin's table";

/// Further tables that are read, with their columns.
pub(crate) const BESIDE: &[(&str, &[&str])] = &[
    ("settings", &["option", "value", "changed_by", "changed_on"]),
    ("actions", &["id", "project_id", "event_name", "action_name"]),
    ("action_has_params", &["id", "action_id", "name", "value"]),
    (
        "transitions",
        &["id", "user_id", "project_id", "task_id", "src_column_id", "dst_column_id", "date", "time_spent"],
    ),
    (ACTIVITIES, &["id", "date_creation", "event_name", "creator_id", "project_id", "task_id", "data"]),
    ("project_daily_column_stats", &["id", "day", "project_id", "column_id", "total", "score"]),
    ("user_has_metadata", &["user_id", "name", "value"]),
];

/// This program's table in which the rows of one of Kanboard's are.
pub(crate) fn goes_into(table: &str) -> &'static str {
    match table {
        "action_has_params" => "actions",
        "transitions" | ACTIVITIES => "events",
        "project_daily_column_stats" => "report_days",
        "user_has_metadata" => "users",
        _ => {
            let part = PARTS.iter().find(|part| part.from == table).map(|part| part.to);
            part.or_else(|| Some(BESIDE.iter().find(|(name, _)| *name == table)?.0)).unwrap_or_default()
        }
    }
}

/// Columns that an installation may lack.
const SPARE: &[(&str, &str)] = &[
    ("users", "is_admin"),
    ("users", "is_project_admin"),
    ("users", "google_id"),
    ("users", "github_id"),
    ("users", "gitlab_id"),
    ("projects", "default_swimlane"),
];

/// The tables that are read, with the columns that are read of each and whether it must be there.
pub(crate) fn tables() -> impl Iterator<Item = (&'static str, Vec<(&'static str, bool)>)> {
    let parts = PARTS.iter().map(|part| (part.from, part.wanted()));
    let beside = BESIDE.iter().map(|(table, columns)| (*table, columns.to_vec()));
    parts.chain(beside).map(|(table, columns)| {
        let needed = |column: &'static str| (column, !SPARE.contains(&(table, column)));
        (table, columns.into_iter().map(needed).collect())
    })
}
