//! Faults in words for people.

use kanso_core::identity::Denial;
use kanso_core::{Conflict, Error, Fault as CoreFault};
use kanso_domain::Permission;

use super::Fault;
use crate::locale::Locale;
use crate::page::Page;

/// What the page's heading says, and what it tells to do.
pub(super) fn title_and_advice(page: &Page, fault: &Fault) -> (String, String) {
    let pair = |title: &str, advice: &str| (page.text(title), page.text(advice));
    match fault {
        Fault::Core(Error::NotFound(_)) => pair("fault-404-title", "fault-404"),
        Fault::Core(Error::Forbidden(needs)) => pair("fault-403-title", refused_by_role(*needs)),
        Fault::Core(Error::Invalid(reason)) => {
            (page.text("fault-422-title"), fault_in_words(page.locale, reason))
        }
        Fault::Core(Error::Conflict(reason)) => {
            (page.text("fault-409-title"), conflict_in_words(page.locale, reason))
        }
        Fault::Core(Error::Overloaded) => pair("fault-503-title", "fault-503"),
        Fault::Core(Error::Database(_) | Error::Stored(_)) | Fault::Internal(_) => {
            pair("fault-500-title", "fault-500")
        }
        Fault::SignIn { .. } => pair("sign-in", "signed-out"),
        Fault::Forged => pair("fault-403-title", "fault-csrf"),
        Fault::Unreadable(_) => pair("fault-422-title", "fault-form"),
        Fault::TooLarge => pair("fault-413-title", "fault-413"),
        Fault::Routing(status) if status.as_u16() == 405 => pair("fault-405-title", "fault-405"),
        Fault::Routing(_) => pair("fault-404-title", "fault-404"),
    }
}

/// What to do about a permission that somebody's role lacks.
fn refused_by_role(needs: Permission) -> &'static str {
    match needs {
        Permission::CreateTask => "fault-role-create",
        Permission::RemoveTask => "fault-role-remove",
        Permission::OpenOrCloseTask => "fault-role-open-close",
        Permission::MoveTask => "fault-role-move",
        Permission::AssignTask => "fault-role-assign",
        Permission::UpdateTask => "fault-role-update",
        Permission::ViewProject
        | Permission::WorkInProject
        | Permission::ManageProject
        | Permission::CreateTeamProject
        | Permission::Administrate => "fault-403",
    }
}

/// What is wrong with a value.
pub(crate) fn fault_in_words(locale: &Locale, fault: &CoreFault) -> String {
    match fault {
        CoreFault::Missing(field) => locale.say("fault-missing", "field", label(locale, field)),
        CoreFault::TooLong(field, limit) => {
            locale.with("fault-too-long", &[("field", &label(locale, field)), ("limit", limit)])
        }
        CoreFault::TooShort(field, limit) => {
            locale.with("fault-too-short", &[("field", &label(locale, field)), ("limit", limit)])
        }
        CoreFault::Unknown(field) => locale.say("fault-unknown", "field", label(locale, field)),
        CoreFault::Wrong(field) => locale.say("fault-wrong", "field", label(locale, field)),
        CoreFault::Taken(field) => locale.say("fault-taken", "field", label(locale, field)),
        CoreFault::StartsAfterDue => locale.text("fault-starts-after-due"),
        CoreFault::NotAssignable => locale.text("fault-not-assignable"),
        CoreFault::Url(reason) => locale.say("fault-url", "reason", reason),
        CoreFault::OutOfRange(field, range) => {
            locale.with("fault-out-of-range", &[("field", &label(locale, field)), ("range", range)])
        }
        CoreFault::TooMany(what, limit) => {
            locale.with("fault-too-many", &[("field", &label(locale, what)), ("limit", limit)])
        }
        CoreFault::Header(name, reason) => locale.with("fault-header", &[("name", name), ("reason", reason)]),
        CoreFault::Template(reason) => locale.say("fault-template", "reason", reason),
        CoreFault::Event(name) => locale.say("fault-event", "name", name),
        CoreFault::Archive(fault) => crate::archive::words::fault_in_words(locale, fault),
        CoreFault::Filter(reason) => locale.say("fault-filter", "reason", reason),
    }
}

/// What stands in the way.
pub(crate) fn conflict_in_words(locale: &Locale, conflict: &Conflict) -> String {
    locale.text(match conflict {
        Conflict::AlreadyThere => "conflict-already-there",
        Conflict::HoldsTasks => "conflict-holds-tasks",
        Conflict::AlreadyMember => "conflict-already-member",
        Conflict::ChangedMeanwhile => "conflict-changed-meanwhile",
        Conflict::NotTheAuthor => "conflict-not-the-author",
        Conflict::SwitchedOff => "conflict-switched-off",
        Conflict::NothingToSendTo => "conflict-nothing-to-send-to",
        Conflict::OfSettings => "conflict-of-settings",
        Conflict::ContentMissing => "conflict-content-missing",
        Conflict::AlreadyRunning => "conflict-already-running",
        Conflict::RecursAlready => "conflict-recurs-already",
        Conflict::RecursByDay => "conflict-recurs-by-day",
        Conflict::SecretsLost => "conflict-secrets-lost",
        Conflict::NotLetIn(denial) => denial_key(*denial),
        Conflict::DirectoryAway => "sign-in-directory-away",
        Conflict::ProviderAway => "sign-in-provider-away",
        Conflict::NotAnAnswer => "sign-in-no-answer",
        Conflict::RefusedThere => "sign-in-refused-there",
        Conflict::PasswordElsewhere => "password-elsewhere",
    })
}

/// Why somebody who proved elsewhere who they are does not come in.
fn denial_key(denial: Denial) -> &'static str {
    match denial {
        Denial::NoAccount => "denied-no-account",
        Denial::Disabled => "denied-disabled",
        Denial::NoGroup => "denied-no-group",
        Denial::NameTaken => "denied-name-taken",
        Denial::NoName => "denied-no-name",
        Denial::Domain => "denied-domain",
        Denial::SeveralAccounts => "denied-several-accounts",
    }
}

/// What people call a field that the core names.
fn label(locale: &Locale, field: &str) -> String {
    match field {
        "title" | "reference" | "comment" | "name" | "position" | "color" | "password" | "username"
        | "email" | "code" | "language" | "theme" | "picture" => locale.text(field),
        "score" => locale.text("complexity"),
        "time_estimated" => locale.text("time-estimated"),
        "time_spent" => locale.text("time-spent"),
        "link" | "other task" => locale.text("link-other"),
        "file" | "content" => locale.text("files"),
        "subtask" => locale.text("subtask"),
        "description" | "identifier" | "priority" | "tag" | "project" | "currency" => locale.text(field),
        "column" | "category" | "user" => locale.text(field),
        "deeds" => locale.text("rule-compose-then"),
        "text" => locale.text("rule-deed-text"),
        "recurrence" => locale.text("recurrence"),
        "begins_on" => locale.text("recur-begins"),
        "count" => locale.text("recur-count"),
        "interval" => locale.text("recur-interval"),
        "duration" => locale.text("rule-field-days"),
        "subject" => locale.text("rule-field-subject"),
        "event_name" => locale.text("when"),
        "date" => locale.text("project-start"),
        "from" => locale.text("day-from"),
        "lines" => locale.text("task-import-lines"),
        "date_started" => locale.text("start-date"),
        "assignee" | "swimlane" => locale.text(field),
        "creator" => locale.text("task-import-creator"),
        "until" => locale.text("day-until"),
        "report-days" => locale.text("report-days"),
        "task_limit" => locale.text("task-limit"),
        "role" => locale.text("role-given"),
        "label" => locale.text("link-label"),
        "rate" => locale.text("rate"),
        "timezone" | "application_timezone" => locale.text("time-zone"),
        "tokens" => locale.text("api-tokens"),
        "users" => locale.text("users"),
        "days" => locale.text("token-days"),
        "tasks" => locale.text("tasks-selected"),
        "date_due" => locale.text("due-date"),
        "token" => locale.text("webhook-token"),
        "webhook_format" | "format" => locale.text("webhook-format"),
        "url" => locale.text("webhook-address"),
        "events" => locale.text("events"),
        "filter" => locale.text("webhook-filter"),
        "query" => locale.text("filter"),
        "template" => locale.text("webhook-template"),
        "headers" => locale.text("headers"),
        "ordering" => locale.text("ordering"),
        "retries" => locale.text("retries"),
        "concurrency" => locale.text("concurrency"),
        "rate_limit" => locale.text("rate-limit"),
        "timeout_ms" => locale.text("timeout"),
        "endpoints" => locale.text("endpoints"),
        other => other.to_owned(),
    }
}
