//! The columns of tables that have many.

use super::Kind::{
    self, Composed, Content, Happened, Home, Hours, May, Member, Of, Params, Person, Receiver, Seen, Text,
    Whole,
};

pub(super) const PROJECT: &[(&str, Kind)] = &[
    ("name", Text),
    ("is_active", Whole),
    ("last_modified", Whole),
    ("is_public", Whole),
    ("is_private", Whole),
    ("default_swimlane", Text),
    ("description", Text),
    ("identifier", Text),
    ("start_date", Text),
    ("end_date", Text),
    ("owner_id", Person),
    ("priority_default", Whole),
    ("priority_start", Whole),
    ("priority_end", Whole),
    ("email", Text),
    ("predefined_email_subjects", Text),
    ("per_swimlane_task_limits", Whole),
    ("task_limit", Whole),
    ("enable_global_tags", Whole),
];
pub(super) const COLUMN: &[(&str, Kind)] = &[
    ("project_id", Home),
    ("title", Text),
    ("position", Whole),
    ("task_limit", Whole),
    ("description", Text),
    ("hide_in_dashboard", Whole),
];
pub(super) const SWIMLANE: &[(&str, Kind)] = &[
    ("project_id", Home),
    ("name", Text),
    ("position", Whole),
    ("is_active", Whole),
    ("description", Text),
    ("task_limit", Whole),
];
pub(super) const CATEGORY: &[(&str, Kind)] =
    &[("project_id", Home), ("name", Text), ("description", Text), ("color_id", Text)];
pub(super) const PASSAGE: &[(&str, Kind)] = &[
    ("role_id", Of("project_has_roles")),
    ("src_column_id", Of("columns")),
    ("dst_column_id", Of("columns")),
    ("only_assigned", Whole),
];
pub(super) const TASK: &[(&str, Kind)] = &[
    ("project_id", Home),
    ("title", Text),
    ("description", Text),
    ("date_creation", Whole),
    ("color_id", Text),
    ("column_id", Of("columns")),
    ("owner_id", Person),
    ("position", Whole),
    ("is_active", Whole),
    ("date_completed", Whole),
    ("score", Whole),
    ("date_due", Whole),
    ("category_id", May("categories")),
    ("creator_id", Person),
    ("date_modification", Whole),
    ("reference", Text),
    ("date_started", Whole),
    ("time_spent", Hours),
    ("time_estimated", Hours),
    ("swimlane_id", Of("swimlanes")),
    ("date_moved", Whole),
    ("recurrence_status", Whole),
    ("recurrence_trigger", Whole),
    ("recurrence_factor", Whole),
    ("recurrence_timeframe", Whole),
    ("recurrence_basedate", Whole),
    ("recurrence_parent", May("tasks")),
    ("recurrence_child", May("tasks")),
    ("priority", Whole),
    ("external_provider", Text),
    ("external_uri", Text),
];
pub(super) const SUBTASK: &[(&str, Kind)] = &[
    ("title", Text),
    ("status", Whole),
    ("time_estimated", Hours),
    ("time_spent", Hours),
    ("task_id", Of("tasks")),
    ("user_id", Person),
    ("position", Whole),
];
pub(super) const TIMER: &[(&str, Kind)] = &[
    ("subtask_id", Of("subtasks")),
    ("user_id", Member),
    ("started_at", Whole),
    ("ended_at", Whole),
    ("time_spent", Hours),
];
pub(super) const COMMENT: &[(&str, Kind)] = &[
    ("task_id", Of("tasks")),
    ("user_id", Person),
    ("date_creation", Whole),
    ("date_modification", Whole),
    ("comment", Text),
    ("reference", Text),
    ("visibility", Text),
];
pub(super) const EXTERNAL_LINK: &[(&str, Kind)] = &[
    ("link_type", Text),
    ("dependency", Text),
    ("title", Text),
    ("url", Text),
    ("date_creation", Whole),
    ("date_modification", Whole),
    ("task_id", Of("tasks")),
    ("creator_id", Person),
];
pub(super) const TASK_FILE: &[(&str, Kind)] = &[
    ("name", Text),
    ("path", Content),
    ("is_image", Whole),
    ("task_id", Of("tasks")),
    ("date", Whole),
    ("user_id", Person),
    ("size", Whole),
];
pub(super) const PROJECT_FILE: &[(&str, Kind)] = &[
    ("project_id", Home),
    ("name", Text),
    ("path", Content),
    ("is_image", Whole),
    ("date", Whole),
    ("user_id", Person),
    ("size", Whole),
];
pub(super) const TASK_METADATA: &[(&str, Kind)] = &[
    ("task_id", Of("tasks")),
    ("name", Text),
    ("value", Text),
    ("changed_by", Person),
    ("changed_on", Whole),
];
pub(super) const PROJECT_METADATA: &[(&str, Kind)] =
    &[("project_id", Home), ("name", Text), ("value", Text), ("changed_by", Person), ("changed_on", Whole)];
pub(super) const RECURRENCE: &[(&str, Kind)] =
    &[("task_id", Of("tasks")), ("rule", Text), ("begins_on", Text), ("occurs_on", Text), ("next_on", Text)];
pub(super) const ENDPOINT: &[(&str, Kind)] = &[
    ("project_id", Home),
    ("name", Text),
    ("url", Receiver),
    ("format", Text),
    ("created_at", Whole),
    ("events", Text),
    ("filter", Text),
    ("template", Text),
    ("ordering", Text),
    ("concurrency", Whole),
    ("rate_limit", Hours),
    ("timeout_ms", Whole),
    ("retries", Text),
];
pub(super) const ACTION: &[(&str, Kind)] = &[
    ("project_id", Home),
    ("event_name", Text),
    ("action_name", Text),
    ("params", Params),
    ("paused", Whole),
    ("owner_id", Person),
    ("composed", Composed),
];
pub(super) const FILTER: &[(&str, Kind)] = &[
    ("project_id", Home),
    ("user_id", Member),
    ("name", Text),
    ("filter", Text),
    ("is_shared", Whole),
    ("appends", Whole),
];
/// As `event::insert` takes them.
pub(super) const EVENT: &[(&str, Kind)] = &[
    ("project_id", Home),
    ("task_id", May("tasks")),
    ("event", Happened),
    ("snapshot", Seen),
    ("actor_id", Person),
    ("actor", Text),
    ("cause_id", May("events")),
    ("created_at", Whole),
    ("salt", Text),
    ("depth", Whole),
    ("chain_id", May("events")),
];
