//! Ids inside of what is stored as JSON: events, what they were about, and automatic actions.

use serde_json::Value;

/// What an id in JSON stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Row(&'static str),
    Person,
    Group,
    Label,
    Home,
    Content,
    /// The outer name of an event.
    Cause,
    /// What belongs to an installation and goes nowhere.
    Own,
}

/// Puts another value in place of one that names something.
pub(super) type Reword<'r> = dyn FnMut(Named, &mut Value) + Send + 'r;

/// The ids of an event.
pub(super) fn event(value: &mut Value, is_of_group: bool, reword: &mut Reword<'_>) {
    let kind = text(value, "type").to_owned();
    let subject = text(value, "subject").to_owned();
    let Value::Object(fields) = value else { return };
    for (key, value) in fields {
        match (key.as_str(), kind.as_str()) {
            ("task", _) => reword(Named::Row("tasks"), value),
            ("comment", _) => reword(Named::Row("comments"), value),
            ("subtask", _) => reword(Named::Row("subtasks"), value),
            ("file", _) => reword(Named::Row("task_has_files"), value),
            ("link", _) => reword(Named::Row("task_has_links"), value),
            ("from" | "to", "task_assigned") => reword(Named::Person, value),
            ("from" | "to", "task_moved_to_project") => reword(Named::Home, value),
            ("from" | "to", _) => place(value, reword),
            ("id", "managed") => {
                if let Some(named) = named_by(&subject, is_of_group) {
                    reword(named, value);
                }
            }
            ("changes", _) => changes(value, reword),
            _ => {}
        }
    }
}

/// The ids of what an event was about. `subject` is that of an event of what is no task.
pub(super) fn snapshot(value: &mut Value, subject: &str, is_of_group: bool, reword: &mut Reword<'_>) {
    let Value::Object(fields) = value else { return };
    for (key, value) in fields {
        let own = match key.as_str() {
            "task" => Some(Named::Row("tasks")),
            "comment" => Some(Named::Row("comments")),
            "subtask" => Some(Named::Row("subtasks")),
            "file" => Some(Named::Row("task_has_files")),
            "task_link" => Some(Named::Row("task_has_links")),
            "managed" => named_by(subject, is_of_group),
            "past" => {
                if let Some(made) = value.get_mut("changes") {
                    changes(made, reword);
                }
                if let Some(id) = value.pointer_mut("/assignee/id") {
                    reword(Named::Person, id);
                }
                None
            }
            "cause" => {
                reword(Named::Cause, value);
                None
            }
            _ => None,
        };
        if let Some(own) = own {
            row(value, own, reword);
        }
    }
}

/// The ids in the parameters of an automatic action, which are texts.
pub(super) fn params(value: &mut Value, reword: &mut Reword<'_>) {
    let Value::Object(fields) = value else { return };
    for (name, value) in fields {
        let named = match name.as_str() {
            "column_id" | "src_column_id" | "dest_column_id" | "dst_column_id" => Named::Row("columns"),
            "swimlane_id" | "dest_swimlane_id" => Named::Row("swimlanes"),
            "category_id" => Named::Row("categories"),
            "user_id" | "owner_id" => Named::Person,
            "group_id" => Named::Group,
            "link_id" => Named::Label,
            "project_id" => Named::Home,
            _ => continue,
        };
        reword(named, value);
    }
}

/// The ids in a composed rule.
pub(super) fn composed(value: &mut Value, reword: &mut Reword<'_>) {
    let Some(Value::Array(deeds)) = value.get_mut("deeds") else { return };
    for deed in deeds.iter_mut().filter_map(Value::as_object_mut) {
        for (name, value) in deed {
            let named = match name.as_str() {
                "user" => Named::Person,
                "column" => Named::Row("columns"),
                "swimlane" => Named::Row("swimlanes"),
                "category" => Named::Row("categories"),
                "project" => Named::Home,
                "endpoint" => Named::Row("endpoints"),
                _ => continue,
            };
            reword(named, value);
        }
    }
}

fn row(value: &mut Value, own: Named, reword: &mut Reword<'_>) {
    let Value::Object(fields) = value else { return };
    for (name, value) in fields {
        if name == "id" {
            reword(own, value);
        } else if let Some(named) = named_in(name) {
            reword(named, value);
        }
    }
}

fn named_in(field: &str) -> Option<Named> {
    Some(match field {
        "project_id" => Named::Home,
        "column_id" => Named::Row("columns"),
        "swimlane_id" => Named::Row("swimlanes"),
        "category_id" => Named::Row("categories"),
        "owner_id" | "creator_id" | "user_id" => Named::Person,
        "group_id" => Named::Group,
        "task_id" | "opposite_task_id" | "recurrence_parent" | "recurrence_child" => Named::Row("tasks"),
        "link_id" | "opposite_link_id" => Named::Label,
        "path" => Named::Content,
        "avatar_path" => Named::Own,
        _ => return None,
    })
}

fn named_by(subject: &str, is_of_group: bool) -> Option<Named> {
    Some(match subject {
        "project" => Named::Home,
        "column" => Named::Row("columns"),
        "swimlane" => Named::Row("swimlanes"),
        "category" => Named::Row("categories"),
        "tag" => Named::Row("tags"),
        "endpoint" => Named::Row("endpoints"),
        "permission" | "group" if is_of_group => Named::Group,
        "permission" | "user" => Named::Person,
        _ => return None,
    })
}

fn place(value: &mut Value, reword: &mut Reword<'_>) {
    for (name, table) in [("swimlane", "swimlanes"), ("column", "columns")] {
        if let Some(id) = value.get_mut(name) {
            reword(Named::Row(table), id);
        }
    }
}

fn changes(value: &mut Value, reword: &mut Reword<'_>) {
    for change in value.as_array_mut().into_iter().flatten() {
        let Some(named) = named_in(text(change, "field")) else { continue };
        for end in ["from", "to"] {
            if let Some(id) = change.get_mut(end) {
                reword(named, id);
            }
        }
    }
}

fn text<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}
