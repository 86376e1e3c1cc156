//! The tables and columns that are taken over.

/// A table, in the form in which its rows are handed over.
#[derive(Debug, PartialEq, Eq)]
pub struct Table {
    pub name: &'static str,
    /// The column with the ids that the database gives, which go on after the highest one.
    pub key: Option<&'static str>,
    pub columns: &'static [&'static str],
}

/// The table of this name.
pub fn table(name: &str) -> Option<&'static Table> {
    TABLES.iter().find(|table| table.name == name)
}

const fn keyed(name: &'static str, columns: &'static [&'static str]) -> Table {
    Table { name, key: Some(columns[0]), columns }
}

const fn plain(name: &'static str, columns: &'static [&'static str]) -> Table {
    Table { name, key: None, columns }
}

/// In the order in which their rows name each other.
#[rustfmt::skip]
pub const TABLES: &[Table] = &[
    plain("settings", &["name", "value", "changed_at", "changed_by"]),
    keyed("users", &["id", "username", "password", "is_admin", "is_ldap_user", "name", "email", "google_id", "github_id",
        "gitlab_id", "notifications_enabled", "timezone", "language", "disable_login_form", "twofactor_activated",
        "twofactor_secret", "token", "notifications_filter", "nb_failed_login", "lock_expiration_date",
        "is_project_admin", "role", "is_active", "avatar_path", "api_access_token", "filter", "theme", "theme_chosen",
        "newest_comments_first"]),
    keyed("last_logins", &["id", "user_id", "auth_type", "ip", "user_agent", "date_creation"]),
    keyed("groups", &["id", "external_id", "name"]),
    plain("group_has_users", &["group_id", "user_id"]),
    keyed("projects", &["id", "name", "is_active", "token", "last_modified", "is_public", "is_private",
        "default_swimlane", "description", "identifier", "start_date", "end_date", "owner_id", "priority_default",
        "priority_start", "priority_end", "email", "predefined_email_subjects", "per_swimlane_task_limits", "task_limit",
        "enable_global_tags"]),
    keyed("project_has_roles", &["role_id", "role", "project_id"]),
    plain("project_has_users", &["project_id", "user_id", "role"]),
    plain("project_has_groups", &["project_id", "group_id", "role"]),
    keyed("columns", &["id", "title", "position", "project_id", "task_limit", "description", "hide_in_dashboard"]),
    keyed("swimlanes", &["id", "name", "position", "is_active", "project_id", "description", "task_limit"]),
    keyed("categories", &["id", "name", "project_id", "description", "color_id"]),
    keyed("tags", &["id", "name", "folded", "project_id", "color_id"]),
    keyed("project_role_has_restrictions", &["restriction_id", "role_id", "rule"]),
    keyed("column_has_restrictions", &["restriction_id", "role_id", "column_id", "rule"]),
    keyed("column_has_move_restrictions", &["restriction_id", "role_id", "src_column_id", "dst_column_id",
        "only_assigned"]),
    plain("user_has_notification_types", &["user_id", "notification_type"]),
    plain("user_has_notifications", &["user_id", "project_id"]),
    keyed("invitations", &["id", "email", "hash", "project_id", "invited_by", "created_at", "expires_at"]),
    plain("currencies", &["currency", "rate"]),
    keyed("links", &["id", "label", "opposite_id"]),
    keyed("tasks", &["id", "title", "description", "date_creation", "color_id", "project_id", "column_id", "owner_id",
        "position", "is_active", "date_completed", "score", "date_due", "category_id", "creator_id",
        "date_modification", "reference", "date_started", "time_spent", "time_estimated", "swimlane_id", "date_moved",
        "recurrence_status", "recurrence_trigger", "recurrence_factor", "recurrence_timeframe", "recurrence_basedate",
        "recurrence_parent", "recurrence_child", "priority", "external_provider", "external_uri"]),
    plain("task_has_tags", &["task_id", "tag_id"]),
    keyed("subtasks", &["id", "title", "status", "time_estimated", "time_spent", "task_id", "user_id", "position"]),
    keyed("subtask_timers", &["id", "subtask_id", "user_id", "started_at", "ended_at", "time_spent"]),
    keyed("comments", &["id", "task_id", "user_id", "date_creation", "date_modification", "comment", "reference",
        "visibility"]),
    keyed("task_has_links", &["id", "link_id", "task_id", "opposite_task_id"]),
    keyed("task_has_external_links", &["id", "link_type", "dependency", "title", "url", "date_creation",
        "date_modification", "task_id", "creator_id"]),
    keyed("task_has_files", &["id", "name", "path", "is_image", "task_id", "date", "user_id", "size"]),
    keyed("project_has_files", &["id", "name", "path", "is_image", "project_id", "date", "user_id", "size"]),
    plain("task_has_metadata", &["task_id", "name", "value", "changed_by", "changed_on"]),
    plain("project_has_metadata", &["project_id", "name", "value", "changed_by", "changed_on"]),
    keyed("actions", &["id", "project_id", "event_name", "action_name", "params", "reaches", "paused"]),
    keyed("custom_filters", &["id", "project_id", "user_id", "name", "filter", "is_shared", "appends"]),
    keyed("predefined_task_descriptions", &["id", "project_id", "title", "description"]),
    keyed(EVENTS, &["id", "project_id", "task_id", "event", "snapshot", "actor_id", "actor", "created_at"]),
    plain("report_progress", &["project_id", "timezone", "first_day", "last_day", "event_id"]),
    plain("report_days", &["project_id", "day", "column_id", "open_tasks", "closed_tasks", "score"]),
];

/// The log, each entry of which has a salt besides.
pub(super) const EVENTS: &str = "events";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema;

    /// Tables that stay as they are in a fresh database, and why.
    const LEFT: &[(&str, &str)] = &[
        ("api_tokens", "Kanboard's single one stands in users"),
        ("attempts", "what was sent"),
        ("daily_work", "of no use any more"),
        ("deliveries", "what was sent"),
        ("endpoint_health", "how it fares here"),
        ("endpoint_keys", "made with the endpoint"),
        ("endpoints", "the settings say what it is"),
        ("identities", "Kanboard has none"),
        ("incoming_mails", "what came in here"),
        ("instance", "this one's"),
        ("jobs", "what was done here"),
        ("lanes", "counted at the end"),
        ("mails", "what was sent"),
        ("mailbox", "how the folder fares here"),
        ("mails_before", "gone"),
        ("notices", "how endpoints fare here"),
        ("notifications", "what people were told here"),
        ("password_links", "short-lived"),
        ("publications", "of this log"),
        ("recoveries", "of deliveries"),
        ("recovery_codes", "Kanboard has none"),
        ("recurrences", "Kanboard has none"),
        ("remembered", "of this door"),
        ("removed_project_has_groups", "Kanboard has no trash"),
        ("removed_project_has_users", "Kanboard has no trash"),
        ("report_columns", "the titles of columns that are there"),
        ("retention", "of deliveries"),
        ("rule_log", "what was done here"),
        ("sessions", "short-lived"),
        ("spent_answers", "short-lived"),
        ("stray_files", "what was removed here"),
        ("trash", "Kanboard has no trash"),
        ("trash_rows", "Kanboard has no trash"),
        ("waiting_archives", "short-lived"),
    ];

    /// Columns that keep their default, and why.
    const LEFT_COLUMNS: &[(&str, &[&str], &str)] = &[
        ("users", &["twofactor_step", "twofactor_failures", "password_asked_at"], "of this door"),
        ("users", &["shortcuts", "live_updates", "notifications_topics"], "choices Kanboard has none of"),
        ("users", &["mail_rhythm", "quiet_from", "quiet_until"], "choices Kanboard has none of"),
        ("projects", &["revision", "rules_version", "removed_at", "removed_by"], "of this program"),
        ("actions", &["owner_id", "composed"], "composed rules, of which Kanboard has none"),
        (EVENTS, &["cause_id", "salt", "depth", "chain_id"], "how events followed from each other here"),
    ];

    #[test]
    fn every_table_and_column_is_taken_over_or_left_for_a_reason() {
        let tables = schema::tables();
        assert!(tables.len() > 50, "{}", tables.len());
        for (name, (columns, _)) in &tables {
            let Some(table) = table(name) else {
                assert!(
                    LEFT.iter().any(|(left, _)| left == name),
                    "{name}: say in shape.rs what becomes of it"
                );
                continue;
            };
            for column in columns {
                let is_taken = table.columns.contains(&column.as_str());
                let left = LEFT_COLUMNS.iter().filter(|(left, ..)| left == name);
                let is_left = left.into_iter().any(|(_, left, _)| left.contains(&column.as_str()));
                assert!(is_taken != is_left, "{name}.{column}: say in shape.rs what becomes of it");
            }
            let unknown: Vec<_> = table.columns.iter().filter(|column| !columns.contains(**column)).collect();
            assert!(unknown.is_empty(), "{name}: {unknown:?}");
        }
        for table in TABLES {
            assert!(tables.contains_key(table.name), "{}", table.name);
        }
    }
}
