//! The tables that are the same but for names.

use kanso_core::import::Cell;

use super::Part;
use super::Take::{
    AccessToken, Content, Fixed, FromNow, Int, IntElse, IntOrNull, Key, Made, May, MayOrNull, NewestFirst,
    Number, Of, OfOrAll, OrNull, Picture, Real, RealOrNull, Text, TextOrNull, Token, TwoFactor, Word,
};

/// How long an invitation is good from now on, in seconds.
const INVITED: i64 = 7 * 24 * 3600;

const fn part(
    from: &'static str,
    to: &'static str,
    unique: &'static [usize],
    columns: &'static [(&'static str, super::Take)],
) -> Part {
    Part { from, to, columns, unique, is_named: false }
}

const fn named(
    from: &'static str,
    to: &'static str,
    columns: &'static [(&'static str, super::Take)],
) -> Part {
    Part { from, to, columns, unique: &[], is_named: true }
}

/// In the order in which their rows name each other.
#[rustfmt::skip]
pub(crate) const PARTS: &[Part] = &[
    named("users", "users", &[
        ("id", Key), ("username", Text("")), ("password", TextOrNull), ("is_admin", Int(0)), ("is_ldap_user", Int(0)),
        ("name", TextOrNull), ("email", TextOrNull), ("google_id", TextOrNull), ("github_id", TextOrNull),
        ("gitlab_id", IntOrNull), ("notifications_enabled", Int(0)), ("timezone", TextOrNull), ("language", TextOrNull),
        ("disable_login_form", Int(0)), ("twofactor_activated", Int(0)), ("twofactor_secret", TwoFactor),
        ("token", Text("")), ("notifications_filter", Int(4)), ("nb_failed_login", Int(0)),
        ("lock_expiration_date", Int(0)), ("is_project_admin", Int(0)),
        ("role", Word(&["app-user", "app-manager", "app-admin"])), ("is_active", Int(1)), ("avatar_path", Picture),
        ("api_access_token", AccessToken), ("filter", TextOrNull), ("theme", Word(&["light", "dark", "auto"])),
        ("theme", Made(is_chosen)), ("id", NewestFirst),
    ]),
    part("last_logins", "last_logins", &[], &[
        ("id", Key), ("user_id", Of("users")), ("auth_type", Made(way_in)), ("ip", Text("")), ("user_agent", Text("")),
        ("date_creation", Int(0)),
    ]),
    named("groups", "groups", &[("id", Key), ("external_id", Text("")), ("name", Text(""))]),
    part("group_has_users", "group_has_users", &[0, 1], &[("group_id", Of("groups")), ("user_id", Of("users"))]),
    named("projects", "projects", &[
        ("id", Key), ("name", Text("")), ("is_active", Int(1)), ("token", Text("")), ("last_modified", Int(0)),
        ("is_public", Int(0)), ("is_private", Int(0)), ("default_swimlane", Text("Default swimlane")),
        ("description", TextOrNull), ("identifier", TextOrNull), ("start_date", TextOrNull), ("end_date", TextOrNull),
        ("owner_id", MayOrNull("users")), ("priority_default", Int(0)), ("priority_start", Int(0)),
        ("priority_end", Int(3)), ("email", TextOrNull), ("predefined_email_subjects", TextOrNull),
        ("per_swimlane_task_limits", Int(0)), ("task_limit", Int(0)), ("enable_global_tags", Int(1)),
    ]),
    named("project_has_roles", "project_has_roles", &[
        ("role_id", Key), ("role", Text("")), ("project_id", Of("projects")),
    ]),
    part("project_has_users", "project_has_users", &[0, 1], &[
        ("project_id", Of("projects")), ("user_id", Of("users")), ("role", Text("project-viewer")),
    ]),
    part("project_has_groups", "project_has_groups", &[0, 1], &[
        ("project_id", Of("projects")), ("group_id", Of("groups")), ("role", Text("project-viewer")),
    ]),
    named("columns", "columns", &[
        ("id", Key), ("title", Text("")), ("position", Int(0)), ("project_id", Of("projects")), ("task_limit", Int(0)),
        ("description", Text("")), ("hide_in_dashboard", Int(0)),
    ]),
    named("swimlanes", "swimlanes", &[
        ("id", Key), ("name", Text("")), ("position", Int(0)), ("is_active", Int(1)), ("project_id", Of("projects")),
        ("description", Text("")), ("task_limit", Int(0)),
    ]),
    named("project_has_categories", "categories", &[
        ("id", Key), ("name", Text("")), ("project_id", Of("projects")), ("description", TextOrNull),
        ("color_id", TextOrNull),
    ]),
    Part { from: "tags", to: "tags", unique: &[3, 1], is_named: true, columns: &[
        ("id", Key), ("name", Text("")), ("name", Made(folded)), ("project_id", OfOrAll("projects")),
        ("color_id", TextOrNull),
    ]},
    part("project_role_has_restrictions", "project_role_has_restrictions", &[1, 2], &[
        ("restriction_id", Key), ("role_id", Of("project_has_roles")), ("rule", Text("")),
    ]),
    part("column_has_restrictions", "column_has_restrictions", &[1, 2, 3], &[
        ("restriction_id", Key), ("role_id", Of("project_has_roles")), ("column_id", Of("columns")), ("rule", Text("")),
    ]),
    part("column_has_move_restrictions", "column_has_move_restrictions", &[1, 2, 3], &[
        ("restriction_id", Key), ("role_id", Of("project_has_roles")), ("src_column_id", Of("columns")),
        ("dst_column_id", Of("columns")), ("only_assigned", Int(0)),
    ]),
    part("user_has_notification_types", "user_has_notification_types", &[0, 1], &[
        ("user_id", Of("users")), ("notification_type", Word(&["", "email", "web"])),
    ]),
    part("user_has_notifications", "user_has_notifications", &[0, 1], &[
        ("user_id", Of("users")), ("project_id", Of("projects")),
    ]),
    part("currencies", "currencies", &[0], &[("currency", Text("")), ("rate", Real)]),
    named("links", "links", &[("id", Key), ("label", Text("")), ("opposite_id", Int(0))]),
    named("tasks", "tasks", &[
        ("id", Key), ("title", Text("")), ("description", TextOrNull), ("date_creation", Int(0)),
        ("color_id", Text("yellow")), ("project_id", Of("projects")), ("column_id", Of("columns")),
        ("owner_id", May("users")), ("position", Int(1)), ("is_active", Int(1)), ("date_completed", IntOrNull),
        ("score", IntOrNull), ("date_due", IntOrNull), ("category_id", MayOrNull("categories")),
        ("creator_id", May("users")), ("date_modification", IntElse("date_creation")), ("reference", TextOrNull),
        ("date_started", IntOrNull), ("time_spent", RealOrNull), ("time_estimated", RealOrNull),
        ("swimlane_id", Of("swimlanes")), ("date_moved", IntElse("date_creation")), ("recurrence_status", Int(0)),
        ("recurrence_trigger", Int(0)), ("recurrence_factor", Int(0)), ("recurrence_timeframe", Int(0)),
        ("recurrence_basedate", Int(0)), ("recurrence_parent", IntOrNull), ("recurrence_child", IntOrNull),
        ("priority", IntOrNull), ("external_provider", TextOrNull), ("external_uri", TextOrNull),
    ]),
    part("task_has_tags", "task_has_tags", &[0, 1], &[("task_id", Of("tasks")), ("tag_id", Of("tags"))]),
    named("subtasks", "subtasks", &[
        ("id", Key), ("title", Text("")), ("status", Int(0)), ("time_estimated", Real), ("time_spent", Real),
        ("task_id", Of("tasks")), ("user_id", May("users")), ("position", Int(1)),
    ]),
    part("subtask_time_tracking", "subtask_timers", &[], &[
        ("id", Key), ("subtask_id", Of("subtasks")), ("user_id", Of("users")), ("start", Int(0)), ("end", Int(0)),
        ("time_spent", Real),
    ]),
    part("comments", "comments", &[], &[
        ("id", Key), ("task_id", Of("tasks")), ("user_id", May("users")), ("date_creation", Int(0)),
        ("date_modification", IntElse("date_creation")), ("comment", Text("")), ("reference", Text("")),
        ("visibility", Word(&["app-user", "app-manager", "app-admin"])),
    ]),
    part("task_has_links", "task_has_links", &[1, 2, 3], &[
        ("id", Key), ("link_id", Of("links")), ("task_id", Of("tasks")), ("opposite_task_id", Of("tasks")),
    ]),
    part("task_has_external_links", "task_has_external_links", &[], &[
        ("id", Key), ("link_type", Text("weblink")), ("dependency", Text("related")), ("title", Text("")),
        ("url", Text("")), ("date_creation", Int(0)), ("date_modification", IntElse("date_creation")),
        ("task_id", Of("tasks")), ("creator_id", May("users")),
    ]),
    part("task_has_files", "task_has_files", &[], &[
        ("id", Key), ("name", Text("")), ("path", Content), ("is_image", Int(0)), ("task_id", Of("tasks")),
        ("date", Int(0)), ("user_id", May("users")), ("size", Int(0)),
    ]),
    part("project_has_files", "project_has_files", &[], &[
        ("id", Key), ("name", Text("")), ("path", Content), ("is_image", Int(0)), ("project_id", Of("projects")),
        ("date", Int(0)), ("user_id", May("users")), ("size", Int(0)),
    ]),
    part("task_has_metadata", "task_has_metadata", &[0, 1], &[
        ("task_id", Of("tasks")), ("name", Text("")), ("value", TextOrNull), ("changed_by", Int(0)),
        ("changed_on", Int(0)),
    ]),
    part("project_has_metadata", "project_has_metadata", &[0, 1], &[
        ("project_id", Of("projects")), ("name", Text("")), ("value", TextOrNull), ("changed_by", Int(0)),
        ("changed_on", Int(0)),
    ]),
    part("custom_filters", "custom_filters", &[], &[
        ("id", Key), ("project_id", Of("projects")), ("user_id", Of("users")), ("name", Text("")), ("filter", Text("")),
        ("is_shared", Int(0)), ("append", Int(0)),
    ]),
    part("predefined_task_descriptions", "predefined_task_descriptions", &[], &[
        ("id", Key), ("project_id", Of("projects")), ("title", Text("")), ("description", Text("")),
    ]),
    part("invites", "invitations", &[2], &[
        ("", Number), ("email", Text("")), ("token", Token), ("project_id", OrNull("projects")), ("", Fixed(0)),
        ("", FromNow(0)), ("", FromNow(INVITED)),
    ]),
];

/// Kanboard's default theme says nothing of what somebody wants.
fn is_chosen(theme: &str) -> Cell {
    Cell::Int(i64::from(matches!(theme, "dark" | "auto")))
}

fn folded(name: &str) -> Cell {
    name.to_ascii_lowercase().into()
}

fn way_in(kind: &str) -> Cell {
    if kind == "Database" { "password".into() } else { kind.to_lowercase().into() }
}
