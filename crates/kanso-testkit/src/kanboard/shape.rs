//! Kanboard's tables.

use Column::{Flag, Id, Int, Real, Text};

use super::Engine;

/// What a column is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Id,
    Int,
    /// A number in SQLite and MySQL, a boolean in PostgreSQL.
    Flag,
    Real,
    Text,
}

type Table = (&'static str, &'static [(&'static str, Column)]);

#[rustfmt::skip]
pub(super) const TABLES: &[Table] = &[
    ("users", &[("id", Id), ("username", Text), ("password", Text), ("is_ldap_user", Flag), ("name", Text), ("email", Text),
        ("google_id", Text), ("github_id", Text), ("notifications_enabled", Flag), ("timezone", Text), ("language", Text),
        ("disable_login_form", Flag), ("twofactor_activated", Flag), ("twofactor_secret", Text), ("token", Text),
        ("notifications_filter", Int), ("nb_failed_login", Int), ("lock_expiration_date", Int), ("gitlab_id", Int),
        ("role", Text), ("is_active", Flag), ("avatar_path", Text), ("api_access_token", Text), ("filter", Text),
        ("theme", Text)]),
    ("groups", &[("id", Id), ("external_id", Text), ("name", Text)]),
    ("group_has_users", &[("group_id", Int), ("user_id", Int)]),
    ("projects", &[("id", Id), ("name", Text), ("is_active", Int), ("token", Text), ("last_modified", Int),
        ("is_public", Flag), ("is_private", Flag), ("is_everybody_allowed", Flag), ("default_swimlane", Text),
        ("show_default_swimlane", Int), ("description", Text), ("identifier", Text), ("start_date", Text),
        ("end_date", Text), ("owner_id", Int), ("priority_default", Int), ("priority_start", Int), ("priority_end", Int),
        ("email", Text), ("predefined_email_subjects", Text), ("per_swimlane_task_limits", Int), ("task_limit", Int),
        ("enable_global_tags", Flag)]),
    ("project_has_users", &[("project_id", Int), ("user_id", Int), ("role", Text)]),
    ("project_has_groups", &[("group_id", Int), ("project_id", Int), ("role", Text)]),
    ("project_has_roles", &[("role_id", Id), ("role", Text), ("project_id", Int)]),
    ("project_role_has_restrictions", &[("restriction_id", Id), ("project_id", Int), ("role_id", Int), ("rule", Text)]),
    ("column_has_restrictions", &[("restriction_id", Id), ("project_id", Int), ("role_id", Int), ("column_id", Int),
        ("rule", Text)]),
    ("column_has_move_restrictions", &[("restriction_id", Id), ("project_id", Int), ("role_id", Int),
        ("src_column_id", Int), ("dst_column_id", Int), ("only_assigned", Flag)]),
    ("columns", &[("id", Id), ("title", Text), ("position", Int), ("project_id", Int), ("task_limit", Int),
        ("description", Text), ("hide_in_dashboard", Int)]),
    ("swimlanes", &[("id", Id), ("name", Text), ("position", Int), ("is_active", Int), ("project_id", Int),
        ("description", Text), ("task_limit", Int)]),
    ("project_has_categories", &[("id", Id), ("name", Text), ("project_id", Int), ("description", Text),
        ("color_id", Text)]),
    ("tags", &[("id", Id), ("name", Text), ("project_id", Int), ("color_id", Text)]),
    ("task_has_tags", &[("task_id", Int), ("tag_id", Int)]),
    ("tasks", &[("id", Id), ("title", Text), ("description", Text), ("date_creation", Int), ("color_id", Text),
        ("project_id", Int), ("column_id", Int), ("owner_id", Int), ("position", Int), ("is_active", Int),
        ("date_completed", Int), ("score", Int), ("date_due", Int), ("category_id", Int), ("creator_id", Int),
        ("date_modification", Int), ("reference", Text), ("date_started", Int), ("time_spent", Real),
        ("time_estimated", Real), ("swimlane_id", Int), ("date_moved", Int), ("recurrence_status", Int),
        ("recurrence_trigger", Int), ("recurrence_factor", Int), ("recurrence_timeframe", Int),
        ("recurrence_basedate", Int), ("recurrence_parent", Int), ("recurrence_child", Int), ("priority", Int),
        ("external_provider", Text), ("external_uri", Text)]),
    ("subtasks", &[("id", Id), ("title", Text), ("status", Int), ("time_estimated", Real), ("time_spent", Real),
        ("task_id", Int), ("user_id", Int), ("position", Int)]),
    ("subtask_time_tracking", &[("id", Id), ("user_id", Int), ("subtask_id", Int), ("start", Int), ("end", Int),
        ("time_spent", Real)]),
    ("comments", &[("id", Id), ("task_id", Int), ("user_id", Int), ("date_creation", Int), ("comment", Text),
        ("reference", Text), ("date_modification", Int), ("visibility", Text)]),
    ("task_has_files", &[("id", Id), ("name", Text), ("path", Text), ("is_image", Flag), ("task_id", Int), ("date", Int),
        ("user_id", Int), ("size", Int)]),
    ("project_has_files", &[("id", Id), ("project_id", Int), ("name", Text), ("path", Text), ("is_image", Flag),
        ("size", Int), ("user_id", Int), ("date", Int)]),
    ("links", &[("id", Id), ("label", Text), ("opposite_id", Int)]),
    ("task_has_links", &[("id", Id), ("link_id", Int), ("task_id", Int), ("opposite_task_id", Int)]),
    ("task_has_external_links", &[("id", Id), ("link_type", Text), ("dependency", Text), ("title", Text), ("url", Text),
        ("date_creation", Int), ("date_modification", Int), ("task_id", Int), ("creator_id", Int)]),
    ("transitions", &[("id", Id), ("user_id", Int), ("project_id", Int), ("task_id", Int), ("src_column_id", Int),
        ("dst_column_id", Int), ("date", Int), ("time_spent", Int)]),
    ("project_activities", &[("id", Id), ("date_creation", Int), ("event_name", Text), ("creator_id", Int),
        ("project_id", Int), ("task_id", Int), ("data", Text)]),
    ("project_daily_column_stats", &[("id", Id), ("day", Text), ("project_id", Int), ("column_id", Int), ("total", Int),
        ("score", Int)]),
    ("project_daily_stats", &[("id", Id), ("day", Text), ("project_id", Int), ("avg_lead_time", Int),
        ("avg_cycle_time", Int)]),
    ("actions", &[("id", Id), ("project_id", Int), ("event_name", Text), ("action_name", Text)]),
    ("action_has_params", &[("id", Id), ("action_id", Int), ("name", Text), ("value", Text)]),
    ("custom_filters", &[("id", Id), ("filter", Text), ("project_id", Int), ("user_id", Int), ("name", Text),
        ("is_shared", Flag), ("append", Flag)]),
    ("predefined_task_descriptions", &[("id", Id), ("project_id", Int), ("title", Text), ("description", Text)]),
    ("task_has_metadata", &[("task_id", Int), ("name", Text), ("value", Text), ("changed_by", Int), ("changed_on", Int)]),
    ("project_has_metadata", &[("project_id", Int), ("name", Text), ("value", Text), ("changed_by", Int),
        ("changed_on", Int)]),
    ("user_has_metadata", &[("user_id", Int), ("name", Text), ("value", Text), ("changed_by", Int), ("changed_on", Int)]),
    ("user_has_notifications", &[("user_id", Int), ("project_id", Int)]),
    ("user_has_notification_types", &[("id", Id), ("user_id", Int), ("notification_type", Text)]),
    ("project_has_notification_types", &[("id", Id), ("project_id", Int), ("notification_type", Text)]),
    ("user_has_unread_notifications", &[("id", Id), ("user_id", Int), ("date_creation", Int), ("event_name", Text),
        ("event_data", Text)]),
    ("settings", &[("option", Text), ("value", Text), ("changed_by", Int), ("changed_on", Int)]),
    ("currencies", &[("currency", Text), ("rate", Real)]),
    ("invites", &[("email", Text), ("project_id", Int), ("token", Text)]),
    ("password_reset", &[("token", Text), ("user_id", Int), ("date_expiration", Int), ("date_creation", Int), ("ip", Text),
        ("user_agent", Text), ("is_active", Flag)]),
    ("remember_me", &[("id", Id), ("user_id", Int), ("ip", Text), ("user_agent", Text), ("token", Text),
        ("sequence", Text), ("expiration", Int), ("date_creation", Int)]),
    ("sessions", &[("id", Text), ("expire_at", Int), ("data", Text)]),
    ("last_logins", &[("id", Id), ("auth_type", Text), ("user_id", Int), ("ip", Text), ("user_agent", Text),
        ("date_creation", Int)]),
    ("plugin_schema_versions", &[("plugin", Text), ("version", Int)]),
    ("plugin_budget_lines", &[("id", Id), ("project_id", Int), ("amount", Real)]),
];

/// Makes the tables, and says which version they are.
pub(super) fn statements(engine: Engine) -> Vec<String> {
    let mut statements: Vec<String> = TABLES.iter().map(|table| create(engine, table)).collect();
    statements.extend(match engine {
        Engine::Sqlite => vec![format!("PRAGMA user_version = {}", engine.version())],
        Engine::Postgres | Engine::MySql => vec![
            "CREATE TABLE schema_version (version INTEGER)".to_owned(),
            format!("INSERT INTO schema_version VALUES ({})", engine.version()),
        ],
    });
    statements
}

fn create(engine: Engine, (name, columns): &Table) -> String {
    let columns = columns.iter().map(|(column, kind)| format!("\"{column}\" {}", declared(engine, *kind)));
    format!("CREATE TABLE \"{name}\" ({})", columns.collect::<Vec<_>>().join(", "))
}

fn declared(engine: Engine, column: Column) -> &'static str {
    match (column, engine) {
        (Id, Engine::Sqlite) => "INTEGER PRIMARY KEY",
        (Id, _) => "INTEGER NOT NULL PRIMARY KEY",
        (Int, Engine::Sqlite) => "INTEGER",
        (Int, _) => "BIGINT",
        (Flag, Engine::Sqlite) => "INTEGER",
        (Flag, Engine::Postgres) => "BOOLEAN",
        (Flag, Engine::MySql) => "TINYINT(1)",
        (Real, Engine::Sqlite) => "NUMERIC",
        (Real, Engine::Postgres) => "REAL",
        (Real, Engine::MySql) => "FLOAT",
        (Text, Engine::MySql) => "LONGTEXT",
        (Text, _) => "TEXT",
    }
}
