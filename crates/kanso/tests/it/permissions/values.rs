//! A value for every parameter of every procedure.

use serde_json::{Value, json};

use super::estate::{Estate, MISSING};

/// What of a project a parameter names by its id.
pub(super) fn named(procedure: &str, parameter: &str) -> Option<&'static str> {
    Some(match (parameter, procedure) {
        ("project_id", "duplicateTaskToProject" | "moveTaskToProject") => "destination",
        ("project_id" | "project_ids", _) => "project",
        ("task_id", _) | ("id", "updateTask") => "task",
        ("opposite_task_id", _) => "other task",
        ("comment_id", _) | ("id", "updateComment") => "comment",
        ("column_id", _) => "column",
        ("swimlane_id", _) => "swimlane",
        ("category_id", _) | ("id", "updateCategory") => "category",
        ("tag_id", _) => "tag",
        ("subtask_id", _) | ("id", "updateSubtask") => "subtask",
        ("task_link_id", _) => "task link",
        ("link_id", _) if procedure.contains("External") => "external link",
        ("file_id", _) if procedure.contains("ProjectFile") => "project file",
        ("file_id", _) => "task file",
        ("action_id", _) => "action",
        _ => return None,
    })
}

/// What must be there for a value of the parameter to make sense.
pub(super) fn things(procedure: &'static str, parameter: &'static str) -> Vec<&'static str> {
    let more = match (parameter, procedure) {
        ("name", "getProjectByName")
        | ("identifier", "getProjectByIdentifier")
        | ("email", "getProjectByEmail") => Some("names"),
        ("name", "getSwimlaneByName") => Some("swimlane"),
        ("reference", "getTaskByReference") => Some("task"),
        ("user_id", "hasSubtaskTimer" | "getSubtaskTimeSpent") => Some("timer"),
        ("name", _) if procedure.contains("TaskMetadata") => Some("task metadata"),
        ("name", _) if procedure.contains("ProjectMetadata") => Some("project metadata"),
        ("link_id" | "label", _) if !procedure.contains("Task") => Some("label"),
        ("group_id", "changeProjectGroupRole" | "removeProjectGroup") => Some("granted group"),
        ("group_id", _) => Some("group"),
        ("user_id", _)
            if ["Project", "Subtask", "Comment", "GroupMember"].iter().any(|of| procedure.contains(of)) =>
        {
            None
        }
        ("user_id", _) | ("id", "updateUser") => Some("somebody"),
        _ => None,
    };
    named(procedure, parameter).into_iter().chain(more).collect()
}

/// A value for a parameter with which the call does something.
pub(super) fn value(estate: &Estate, procedure: &str, parameter: &str, caller: i64) -> Value {
    if let Some(thing) = named(procedure, parameter) {
        let id = estate.id(thing);
        return if parameter == "project_ids" { json!([id]) } else { json!(id) };
    }
    match parameter {
        "user_id" | "group_id" | "link_id" | "opposite_link_id" | "id" | "username" => {
            of_all(estate, procedure, parameter, caller)
        }
        _ => text(estate, procedure, parameter),
    }
}

/// What belongs to no project.
fn of_all(estate: &Estate, procedure: &str, parameter: &str, caller: i64) -> Value {
    let thing = match (parameter, procedure) {
        ("user_id", "createComment") => return json!(caller),
        ("user_id", "setSubtaskStartTime" | "setSubtaskEndTime") if caller != 0 => return json!(caller),
        ("user_id", "addProjectUser" | "addGroupMember") => "outsider",
        ("user_id", _) if procedure.contains("Project") || procedure.contains("Subtask") => "viewer",
        ("user_id", "removeGroupMember" | "isGroupMember") => "viewer",
        ("user_id", _) | ("id", "updateUser") => "somebody",
        ("group_id", "changeProjectGroupRole" | "removeProjectGroup") => "granted group",
        ("group_id", _) => "group",
        // The label "relates to" is there from the beginning.
        ("link_id", _) if procedure.contains("TaskLink") && estate.id("project") != MISSING => {
            return json!(1);
        }
        ("link_id", _) => "label",
        ("opposite_link_id", _) => return json!(0),
        ("username", "createUser" | "createLdapUser") => {
            return json!(format!("user{}", estate.id("project")));
        }
        ("username", _) if estate.id("project") == MISSING => return json!("nobody"),
        ("username", _) => return json!("admin"),
        _ => unreachable!("this test needs a value for {parameter} of {procedure}"),
    };
    json!(estate.id(thing))
}

fn text(estate: &Estate, procedure: &str, parameter: &str) -> Value {
    let name = |what: &str| json!(format!("{what}{}", estate.id("project")));
    match (parameter, procedure) {
        ("name", "getProjectByName") | ("identifier", _) => name("estate"),
        ("email", "getProjectByEmail") => json!(format!("estate{}@x", estate.id("project"))),
        ("name", "getSwimlaneByName") => json!("Lane 2"),
        ("name", _) if procedure.contains("Metadata") => json!("key"),
        ("label", "getLinkByLabel") => name("label"),
        ("name" | "title" | "content" | "label" | "tag", _) => name("new"),
        ("password", _) => json!("secret"),
        ("reference", _) => json!("REF"),
        ("role", _) => json!("project-viewer"),
        ("position", "changeSwimlanePosition") => json!(1),
        ("position", _) => json!(2),
        ("filename", _) => json!("b.txt"),
        ("blob", _) => json!("aGVsbG8="),
        ("url", _) => json!("https://example.org/b"),
        ("dependency", _) => json!("related"),
        ("providerName", _) => json!("weblink"),
        ("values", _) => json!({"key": "value"}),
        ("query", _) => json!("status:open"),
        ("tags", _) => json!(["a"]),
        ("event_name", _) => json!("task.create"),
        ("action_name", _) => json!(r"\Kanboard\Action\TaskAssignCurrentUser"),
        ("params", _) => json!({}),
        _ => unreachable!("this test needs a value for {parameter} of {procedure}"),
    }
}
