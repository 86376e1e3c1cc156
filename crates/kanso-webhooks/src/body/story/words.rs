//! What messages say, in one place so that it can be said in other languages.
//!
//! A sentence has places such as `{task}`. What stands between square brackets is left out when something in it
//! is not known.

use kanso_domain::{Act, Field, Subject};

pub(super) const CREATED: &str = "{who} created “{task}”[ in {project}]";
pub(super) const CHANGED: &str = "{who} changed “{task}”[ in {project}]";
pub(super) const ASSIGNED: &str = "{who} assigned “{task}”[ to {to}][ in {project}]";
pub(super) const TAKEN: &str = "{who} took “{task}”[ in {project}]";
pub(super) const UNASSIGNED: &str = "{who} took the assignee off “{task}”[ in {project}]";
pub(super) const TAGGED: &str = "{who} changed the tags of “{task}”[ in {project}]";
pub(super) const MOVED_COLUMN: &str = "{who} moved “{task}”[ from {from}] to {to}[ in {project}]";
pub(super) const MOVED_SWIMLANE: &str =
    "{who} moved “{task}”[ from the swimlane {from}] to the swimlane {to}[ in {project}]";
pub(super) const MOVED_UP: &str = "{who} moved “{task}” up in {to}[ in {project}]";
pub(super) const MOVED_DOWN: &str = "{who} moved “{task}” down in {to}[ in {project}]";
pub(super) const MOVED_PROJECT: &str = "{who} moved “{task}”[ from {from}] to the project {to}";
pub(super) const CLOSED: &str = "{who} closed “{task}”[ in {project}]";
pub(super) const OPENED: &str = "{who} opened “{task}” again[ in {project}]";
pub(super) const REMOVED: &str = "{who} deleted “{task}”[ in {project}]";
pub(super) const RESTORED: &str = "{who} restored “{task}”[ in {project}]";

pub(super) const COMMENTED: &str = "{who} commented on “{task}”[ in {project}]";
pub(super) const COMMENT_CHANGED: &str = "{who} edited a comment on “{task}”[ in {project}]";
pub(super) const COMMENT_REMOVED: &str = "{who} deleted a comment on “{task}”[ in {project}]";
pub(super) const SUBTASK_ADDED: &str = "{who} added the subtask “{name}” to “{task}”[ in {project}]";
pub(super) const SUBTASK_BEGUN: &str = "{who} began the subtask “{name}” of “{task}”[ in {project}]";
pub(super) const SUBTASK_DONE: &str = "{who} finished the subtask “{name}” of “{task}”[ in {project}]";
pub(super) const SUBTASK_RESET: &str =
    "{who} put the subtask “{name}” of “{task}” back to be done[ in {project}]";
pub(super) const SUBTASK_CHANGED: &str = "{who} changed the subtask “{name}” of “{task}”[ in {project}]";
pub(super) const SUBTASK_REMOVED: &str = "{who} deleted the subtask “{name}” of “{task}”[ in {project}]";
pub(super) const LINKED: &str = "{who} linked “{task}” to another task[ in {project}]";
pub(super) const UNLINKED: &str = "{who} removed a link of “{task}” to another task[ in {project}]";
pub(super) const ATTACHED: &str = "{who} attached “{name}” to “{task}”[ in {project}]";
pub(super) const DETACHED: &str = "{who} deleted the file “{name}” of “{task}”[ in {project}]";

pub(super) const THING_CREATED: &str = "{who} created the {kind} “{name}”[ in {project}]";
pub(super) const THING_CHANGED: &str = "{who} changed the {kind} “{name}”[ in {project}]";
pub(super) const THING_REMOVED: &str = "{who} deleted the {kind} “{name}”[ in {project}]";
pub(super) const THING_RESTORED: &str = "{who} restored the {kind} “{name}”[ in {project}]";
pub(super) const ACCOUNT_DISABLED: &str = "{who} disabled the account “{name}”";
pub(super) const ACCOUNT_ENABLED: &str = "{who} enabled the account “{name}” again";
pub(super) const JOINED: &str = "{who} added [{to}|somebody] to the group “{name}”";
pub(super) const LEFT: &str = "{who} took [{to}|somebody] out of the group “{name}”";
pub(super) const ROLE_GIVEN: &str = "{who} gave [{name}|somebody] a role in [{project}|a project]";
pub(super) const ROLE_CHANGED: &str = "{who} changed the role of [{name}|somebody] in [{project}|a project]";
pub(super) const ROLE_TAKEN: &str = "{who} took the role of [{name}|somebody] in [{project}|a project] away";
pub(super) const ENDPOINT_PAUSED: &str = "{who} paused the webhook “{name}”[ of {project}]";
pub(super) const ENDPOINT_RESUMED: &str = "{who} enabled the webhook “{name}”[ of {project}] again";
pub(super) const ENDPOINT_DISABLED: &str =
    "The webhook “{name}”[ of {project}] was switched off: it kept failing";

/// Who acts when no person does.
pub(super) const APPLICATION: &str = "Kanso";
/// A group whose name is not known.
/// A name that is empty.
pub(super) const UNNAMED: &str = "without a name";
/// A value that is not set.
pub(super) const NONE: &str = "none";
/// A value whose name is not known.
pub(super) const ANOTHER: &str = "another";
/// Between both ends of a change.
pub(super) const ARROW: &str = " → ";
pub(super) const YES: &str = "yes";
pub(super) const NO: &str = "no";

pub(super) const COLUMN: &str = "Column";
pub(super) const TAGS: &str = "Tags";
pub(super) const SWIMLANE: &str = "Swimlane";
pub(super) const POSITION: &str = "Position";
pub(super) const ASSIGNEE: &str = "Assignee";
pub(super) const STATUS: &str = "Status";
pub(super) const SIZE: &str = "Size";
pub(super) const LINK: &str = "Link";
pub(super) const BEFORE: &str = "Before";
pub(super) const ROLE: &str = "Role";
pub(super) const RECEIVER: &str = "Receiver";

pub(in crate::body) const OPEN_TASK: &str = "Open the task";
pub(in crate::body) const OPEN_BOARD: &str = "Open the board";

/// What a field of a task is called.
pub(super) const fn field(field: Field) -> &'static str {
    match field {
        Field::Title => "Title",
        Field::ColorId => "Color",
        Field::OwnerId => ASSIGNEE,
        Field::DateDue => "Due date",
        Field::Description => "Description",
        Field::CategoryId => "Category",
        Field::Score => "Complexity",
        Field::Priority => "Priority",
        Field::RecurrenceStatus => "Recurrence",
        Field::RecurrenceTrigger => "Recurs when",
        Field::RecurrenceFactor => "Recurrence interval",
        Field::RecurrenceTimeframe => "Recurrence counts in",
        Field::RecurrenceBasedate => "Recurrence counts from",
        Field::Reference => "Reference",
        Field::DateStarted => "Start date",
        Field::TimeSpent => "Time spent",
        Field::TimeEstimated => "Time estimated",
    }
}

/// What a field of something else is called; `None` for one that says nothing to people.
pub(super) fn named_field(name: &str) -> Option<&'static str> {
    Some(match name {
        "title" => "Title",
        "name" => "Name",
        "username" => "User name",
        "email" => "E-mail",
        "role" => ROLE,
        "description" => "Description",
        "identifier" => "Identifier",
        "start_date" => "Start date",
        "end_date" => "End date",
        "owner_id" => "Owner",
        "user_id" => ASSIGNEE,
        "status" => STATUS,
        "position" => POSITION,
        "time_estimated" => "Time estimated",
        "time_spent" => "Time spent",
        "color_id" => "Color",
        "task_limit" => "Task limit",
        "per_swimlane_task_limits" => "Task limits for each swimlane",
        "hide_in_dashboard" => "Hidden on the dashboard",
        "default_swimlane" => "Default swimlane",
        "is_active" => "Active",
        "is_public" => "Public",
        "is_private" => "Private",
        "priority_default" => "Default priority",
        "priority_start" => "Lowest priority",
        "priority_end" => "Highest priority",
        "predefined_email_subjects" => "E-mail subjects",
        "host" => RECEIVER,
        "format" => "Format",
        "events" => "Events",
        "filter" => "Filter",
        "enabled" => "Enabled",
        _ => return None,
    })
}

/// The values of a field that are numbers in the database and words to people.
pub(super) fn choice(field: &str, value: i64) -> Option<&'static str> {
    let words: &[&str] = match field {
        "status" => &["to do", "in progress", "done"],
        "recurrence_status" => &["no", "yes", "done: the next task exists"],
        "recurrence_trigger" => &["moved from the first column", "moved to the last column", "closed"],
        "recurrence_timeframe" => &["days", "months", "years"],
        "recurrence_basedate" => &["the due date", "the day it happens"],
        "is_active"
        | "is_public"
        | "is_private"
        | "hide_in_dashboard"
        | "per_swimlane_task_limits"
        | "enabled" => &[NO, YES],
        _ => return None,
    };
    words.get(usize::try_from(value).ok()?).copied()
}

/// What the role is called; the name as it is for one that a project made up.
pub(super) fn role(name: &str) -> &str {
    match name {
        "project-manager" => "project manager",
        "project-member" => "project member",
        "project-viewer" => "project viewer",
        "app-admin" => "administrator",
        "app-manager" => "manager",
        "app-user" => "user",
        own => own,
    }
}

/// What a kind of thing is called.
pub(super) const fn kind(subject: Subject) -> &'static str {
    match subject {
        Subject::Project => "project",
        Subject::Column => "column",
        Subject::Swimlane => "swimlane",
        Subject::Category => "category",
        Subject::Tag => "tag",
        Subject::User => "account",
        Subject::Group => "group",
        Subject::Permission => "role",
        Subject::Endpoint => "webhook",
    }
}

/// What is said of something that came, changed or went.
pub(super) const fn thing(act: Act) -> &'static str {
    match act {
        Act::Create => THING_CREATED,
        Act::Update => THING_CHANGED,
        Act::Remove => THING_REMOVED,
        Act::Restore => THING_RESTORED,
    }
}
