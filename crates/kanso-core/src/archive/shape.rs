//! Which rows and columns an archive of a project holds, and what stands in them.

mod columns;

use Kind::{Group, Home, Label, Member, Of, Tag, Text};
use columns::{
    ACTION, CATEGORY, COLUMN, COMMENT, ENDPOINT, EVENT, EXTERNAL_LINK, FILTER, PASSAGE, PROJECT,
    PROJECT_FILE, PROJECT_METADATA, RECURRENCE, SUBTASK, SWIMLANE, TASK, TASK_FILE, TASK_METADATA, TIMER,
};

/// A table with rows of a project. Those that others name come before them.
pub(super) struct Part {
    pub(super) table: &'static str,
    /// Which rows are those of the project `$1`.
    pub(super) of_project: &'static str,
    /// The column with the id by which other rows name a row of this table.
    pub(super) key: Option<&'static str>,
    pub(super) columns: &'static [(&'static str, Kind)],
}

/// What stands in a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A number that means the same everywhere.
    Whole,
    /// A number with decimals.
    Hours,
    Text,
    /// The id of the project itself; it is not written.
    Home,
    /// A row of that table. Where it is not there, this one is left out.
    Of(&'static str),
    /// A row of that table. Where it is not there, none is named.
    May(&'static str),
    /// Somebody; who is not known is nobody.
    Person,
    /// Somebody; where they are not known, the row is left out.
    Member,
    Group,
    /// The label of a link, by its words.
    Label,
    /// A tag of the project by its number, one of all projects by its name.
    Tag,
    /// Where the content of a file is.
    Content,
    /// The address of a receiver, of which only the host is told.
    Receiver,
    /// The parameters of an automatic action.
    Params,
    /// A composed rule.
    Composed,
    /// What happened.
    Happened,
    /// What an event was about.
    Seen,
}

const OF_PROJECT: &str = "project_id = $1";
const OF_TASK: &str = "task_id IN (SELECT t.id FROM tasks t WHERE t.project_id = $1)";
const OF_ROLE: &str = "role_id IN (SELECT r.role_id FROM project_has_roles r WHERE r.project_id = $1)";

const fn part(
    table: &'static str,
    of_project: &'static str,
    key: &'static str,
    columns: &'static [(&'static str, Kind)],
) -> Part {
    Part { table, of_project, key: if key.is_empty() { None } else { Some(key) }, columns }
}

/// In the order in which they are written and read.
pub(super) const PARTS: &[Part] = &[
    part("projects", "id = $1", "id", PROJECT),
    part("project_has_roles", OF_PROJECT, "role_id", &[("project_id", Home), ("role", Text)]),
    part("project_has_users", OF_PROJECT, "", &[("project_id", Home), ("user_id", Member), ("role", Text)]),
    part("project_has_groups", OF_PROJECT, "", &[("project_id", Home), ("group_id", Group), ("role", Text)]),
    part("columns", OF_PROJECT, "id", COLUMN),
    part("swimlanes", OF_PROJECT, "id", SWIMLANE),
    part("categories", OF_PROJECT, "id", CATEGORY),
    part(
        "tags",
        OF_PROJECT,
        "id",
        &[("project_id", Home), ("name", Text), ("folded", Text), ("color_id", Text)],
    ),
    part(
        "project_role_has_restrictions",
        OF_ROLE,
        "restriction_id",
        &[("role_id", Of("project_has_roles")), ("rule", Text)],
    ),
    part(
        "column_has_restrictions",
        OF_ROLE,
        "restriction_id",
        &[("role_id", Of("project_has_roles")), ("column_id", Of("columns")), ("rule", Text)],
    ),
    part("column_has_move_restrictions", OF_ROLE, "restriction_id", PASSAGE),
    part("tasks", OF_PROJECT, "id", TASK),
    part("task_has_tags", OF_TASK, "", &[("task_id", Of("tasks")), ("tag_id", Tag)]),
    part("subtasks", OF_TASK, "id", SUBTASK),
    part(
        "subtask_timers",
        "subtask_id IN (SELECT s.id FROM subtasks s JOIN tasks t ON t.id = s.task_id WHERE t.project_id = $1)",
        "id",
        TIMER,
    ),
    part("comments", OF_TASK, "id", COMMENT),
    part(
        "task_has_links",
        OF_TASK,
        "id",
        &[("link_id", Label), ("task_id", Of("tasks")), ("opposite_task_id", Of("tasks"))],
    ),
    part("task_has_external_links", OF_TASK, "id", EXTERNAL_LINK),
    part("task_has_files", OF_TASK, "id", TASK_FILE),
    part("project_has_files", OF_PROJECT, "id", PROJECT_FILE),
    part("task_has_metadata", OF_TASK, "", TASK_METADATA),
    part("recurrences", OF_TASK, "", RECURRENCE),
    part("project_has_metadata", OF_PROJECT, "", PROJECT_METADATA),
    part("endpoints", OF_PROJECT, "id", ENDPOINT),
    part("actions", "project_id = $1 AND reaches IS NULL", "id", ACTION),
    part("custom_filters", OF_PROJECT, "id", FILTER),
    part(
        "predefined_task_descriptions",
        OF_PROJECT,
        "id",
        &[("project_id", Home), ("title", Text), ("description", Text)],
    ),
    part("events", OF_PROJECT, "id", EVENT),
];

/// The table of the log, whose rows are entered in their own way.
pub(super) const EVENTS: &str = "events";

/// The part that a table is.
pub(super) fn part_of(table: &str) -> Option<(usize, &'static Part)> {
    PARTS.iter().enumerate().find(|(_, part)| part.table == table)
}

#[cfg(test)]
mod tests;
