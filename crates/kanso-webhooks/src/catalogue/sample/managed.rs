//! Samples of what happens to what is no task.

use kanso_core::event::Snapshot;
use kanso_domain::{Act, Event, FieldValue, NamedChange, Subject};
use serde_json::{Value, json};

use super::{PROJECT, PROJECT_NAME};

pub(super) fn sample(subject: Subject, act: Act, now: i64) -> (Event, Snapshot) {
    let (id, object) = (id(subject), object(subject, now));
    let changes = if act == Act::Update { changes(subject, &object) } else { Vec::new() };
    let project_name = Some(PROJECT_NAME.to_owned());
    let snapshot = Snapshot { managed: Some(object), project_name, ..Snapshot::default() };
    (Event::Managed { subject, act, id, changes }, snapshot)
}

const fn id(subject: Subject) -> i64 {
    match subject {
        Subject::Project => PROJECT,
        Subject::Column | Subject::Permission => 3,
        Subject::Swimlane | Subject::Endpoint => 2,
        Subject::Category => 6,
        Subject::Tag => 11,
        Subject::User => 12,
        Subject::Group => 4,
    }
}

/// It as it is stored, without secrets.
fn object(subject: Subject, now: i64) -> Value {
    let id = id(subject);
    match subject {
        Subject::Project => json!({
            "id": id, "name": PROJECT_NAME, "is_active": 1, "last_modified": now, "is_public": 0, "is_private": 0,
            "is_everybody_allowed": 0, "default_swimlane": "Default swimlane", "show_default_swimlane": 1,
            "description": "Flyers, posters, web", "identifier": "SPRING", "start_date": "", "end_date": "",
            "owner_id": 2, "priority_default": 0, "priority_start": 0, "priority_end": 3, "email": null,
            "predefined_email_subjects": null, "per_swimlane_task_limits": 0, "task_limit": 0,
            "enable_global_tags": 1,
        }),
        Subject::Column => json!({
            "id": id, "title": "Work in progress", "position": 3, "project_id": PROJECT, "task_limit": 5,
            "description": "", "hide_in_dashboard": 0,
        }),
        Subject::Swimlane => json!({
            "id": id, "name": "Next month", "position": 2, "is_active": 1, "project_id": PROJECT,
            "description": "", "task_limit": 0,
        }),
        Subject::Category => json!({
            "id": id, "name": "Print", "project_id": PROJECT, "description": null, "color_id": "blue",
        }),
        Subject::Tag => json!({"id": id, "name": "urgent", "project_id": PROJECT, "color_id": "red"}),
        Subject::User => json!({
            "id": id, "username": "carol", "is_admin": 0, "is_ldap_user": 0, "name": "Carol Okafor",
            "email": "carol@example.org", "google_id": null, "github_id": null, "notifications_enabled": 1,
            "timezone": "", "language": "", "disable_login_form": 0, "twofactor_activated": 0,
            "notifications_filter": 4, "nb_failed_login": 0, "lock_expiration_date": 0, "is_project_admin": 0,
            "gitlab_id": null, "role": "app-user", "is_active": 1, "avatar_path": null, "filter": null,
            "theme": "auto",
        }),
        Subject::Group => json!({"id": id, "external_id": "", "name": "Design"}),
        Subject::Permission => json!({
            "project_id": PROJECT, "user_id": id, "name": "Carol Okafor", "role": "project-member",
        }),
        Subject::Endpoint => json!({
            "id": id, "project_id": PROJECT, "name": "Team chat", "host": "chat.example.org", "format": "slack",
            "events": "task.*", "filter": "", "enabled": 1, "disabled_reason": "",
        }),
    }
}

/// One field, from something else to what it is now.
fn changes(subject: Subject, object: &Value) -> Vec<NamedChange> {
    let (field, from) = match subject {
        Subject::Project | Subject::Endpoint => ("name", "Campaign"),
        Subject::Column => ("title", "Doing"),
        Subject::Swimlane => ("name", "Later"),
        Subject::Category => ("name", "Paper"),
        Subject::Tag => ("name", "asap"),
        Subject::User => ("name", "Carol"),
        Subject::Group => ("name", "Designers"),
        Subject::Permission => ("role", "project-viewer"),
    };
    let to = object.get(field).and_then(Value::as_str).map_or(FieldValue::Null, FieldValue::from);
    NamedChange::between(field, from, to).into_iter().collect()
}
