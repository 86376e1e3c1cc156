//! Which numbers are ids, and of what.

/// The parameters of all procedures, a line each.
const CONTRACT: &str = include_str!("../../../../kanso-api/src/methods/contract.txt");

/// What an id is of; each kind counts its own.
pub(super) type Kind = &'static str;

/// The names of a procedure's parameters by position.
pub(super) fn parameters(procedure: &str) -> Vec<String> {
    let line = CONTRACT.lines().map(|line| line.split(" | ").collect::<Vec<_>>());
    let known = line.filter(|cells| cells[0] == procedure).find_map(|cells| cells.get(1).copied());
    let names = known.unwrap_or_default().split(", ");
    names.map(|name| name.trim_end_matches('?').to_owned()).collect()
}

/// What a number of this name is an id of; the name stands in a request of the procedure or in its answer.
/// `within` is the name of the object or list that holds it, empty at the top.
pub(super) fn of(procedure: &str, within: &str, name: &str) -> Option<Kind> {
    Some(match name {
        "id" => return of_object(procedure, within),
        "project_id" | "project_ids" => "project",
        "column_id" | "src_column_id" | "dst_column_id" => "column",
        "swimlane_id" => "swimlane",
        "category_id" => "category",
        "tag_id" => "tag",
        "task_id" | "opposite_task_id" | "recurrence_parent" | "recurrence_child" => "task",
        "subtask_id" => "subtask",
        "comment_id" => "comment",
        "user_id" | "owner_id" | "creator_id" | "task_assignee_id" => "user",
        "group_id" => "group",
        "action_id" => "action",
        "task_link_id" => "task_link",
        "link_id" if procedure.contains("ExternalTaskLink") => "external_link",
        "link_id" | "opposite_link_id" | "opposite_id" => "label",
        "file_id" if procedure.contains("ProjectFile") => "project_file",
        "file_id" => "task_file",
        _ => return None,
    })
}

/// What the objects are that a procedure answers, or that have this name in its answer.
fn of_object(procedure: &str, within: &str) -> Option<Kind> {
    Some(match within {
        "columns" => "column",
        "task" | "tasks" => "task",
        "tags" => "tag",
        "subtask" | "subtasks" => "subtask",
        "comment" => "comment",
        "file" => "task_file",
        "task_link" => "task_link",
        "" => return of_result(procedure),
        _ => return None,
    })
}

/// What a procedure is about. The first part of its name that fits decides.
fn of_result(procedure: &str) -> Option<Kind> {
    const NOUNS: [(&str, Kind); 23] = [
        ("ExternalTaskLink", "external_link"),
        ("TaskLink", "task_link"),
        ("Link", "label"),
        ("TaskFile", "task_file"),
        ("ProjectFile", "project_file"),
        ("Subtask", "subtask"),
        ("Comment", "comment"),
        ("Activit", "activity"),
        ("GroupMembers", "user"),
        ("Group", "group"),
        ("Column", "column"),
        ("Swimlane", "swimlane"),
        ("Board", "swimlane"),
        ("Categor", "category"),
        ("Tag", "tag"),
        ("Action", "action"),
        ("ProjectUsers", "user"),
        ("AssignableUsers", "user"),
        ("Task", "task"),
        ("Dashboard", "task"),
        ("Project", "project"),
        ("User", "user"),
        ("getMe", "user"),
    ];
    NOUNS.iter().find(|(part, _)| procedure.contains(part)).map(|(_, kind)| *kind)
}

/// What the number is an id of that is all a procedure answers.
pub(super) fn of_scalar(procedure: &str) -> Option<Kind> {
    let answers_an_id = ["create", "add", "duplicate", "getOpposite"];
    answers_an_id.iter().any(|verb| procedure.starts_with(verb)).then(|| of_result(procedure))?
}

/// What the keys of the object are ids of that a procedure answers.
pub(super) fn of_keys(procedure: &str) -> Option<Kind> {
    let by_id = ["getProjectUsers", "getAssignableUsers", "getTaskTags", "getMyProjectsList"];
    by_id.contains(&procedure).then(|| of_result(procedure))?
}
