//! A project with a row in every table.

use kanso_testkit::TestApp;
use serde_json::json;

use crate::team::person;
use crate::trash::Desk;

/// Fills what the desk leaves empty.
pub(crate) async fn furnish(desk: &Desk) {
    let (rpc, project) = (&desk.rpc, desk.project.id);
    let (ada, by_ada) = person(&desk.app, &desk.project, "ada", Some("project-manager")).await;
    let group = rpc.call_for_id("createGroup", json!(["Editors"])).await;
    assert_eq!(rpc.call("addProjectGroup", json!([project, group, "reviewer"])).await, json!(true));
    rpc.call_for_id("addSwimlane", json!([project, "Next"])).await;
    rpc.call_for_id("createProjectFile", json!([project, "plan.txt", "cGxhbg=="])).await;
    assert_eq!(rpc.call("saveProjectMetadata", json!([project, {"budget": "7"}])).await, json!(true));
    let last = desk.project.columns[3];
    let action =
        json!([project, "task.move.column", r"\Kanboard\Action\TaskCloseColumn", {"column_id": last}]);
    rpc.call_for_id("createAction", action).await;
    rpc.call("enableProjectPublicAccess", json!([project])).await;
    let settings =
        json!({"project_id": project, "identifier": "DESK", "email": "desk@example.org", "owner_id": ada});
    assert_eq!(rpc.call("updateProject", settings).await, json!(true));
    desk.project.drag(&by_ada, desk.other, 2, 1).await;
    rpc.call("updateTask", json!({"id": desk.other, "owner_id": ada, "tags": ["everywhere"]})).await;
    let gone = desk.project.task(&by_ada, 0, "Gone").await;
    assert_eq!(by_ada.call("removeTask", json!([gone])).await, json!(true));
    furnish_below(desk, ada).await;
}

/// What no procedure writes, or not in this form.
async fn furnish_below(desk: &Desk, ada: i64) {
    let project = desk.project.id;
    let [first, second] = [desk.project.columns[0], desk.project.columns[1]];
    let (task, bob) = (desk.task, desk.bob);
    let statements = [
        format!("INSERT INTO project_has_roles (role, project_id) VALUES ('reviewer', {project})"),
        "INSERT INTO project_role_has_restrictions (role_id, rule) SELECT role_id, 'task_creation' \
         FROM project_has_roles"
            .to_owned(),
        format!(
            "INSERT INTO column_has_restrictions (role_id, column_id, rule) SELECT role_id, {first}, \
             'block.task_creation' FROM project_has_roles"
        ),
        format!(
            "INSERT INTO column_has_move_restrictions (role_id, src_column_id, dst_column_id, only_assigned) \
             SELECT role_id, {first}, {second}, 1 FROM project_has_roles"
        ),
        "INSERT INTO tags (name, folded, project_id) VALUES ('global', 'global', 0)".to_owned(),
        format!(
            "INSERT INTO task_has_tags (task_id, tag_id) SELECT {task}, id FROM tags WHERE name = 'global'"
        ),
        format!(
            "INSERT INTO custom_filters (project_id, user_id, name, filter, is_shared, appends) \
             VALUES ({project}, {bob}, 'mine', 'assignee:me', 1, 0)"
        ),
        format!(
            "INSERT INTO predefined_task_descriptions (project_id, title, description) \
             VALUES ({project}, 'Bug', 'Steps')"
        ),
        format!(
            "INSERT INTO endpoints (project_id, name, url, token, format, headers, created_at) VALUES ({project}, \
             'chat', 'https://user:s3cret-token@example.org:8443/hook/secret?x=1', 's3cret-token', 'standard', \
             'X-Secret', 5)"
        ),
        format!(
            "INSERT INTO actions (project_id, event_name, action_name, params, owner_id, composed) \
             SELECT {project}, 'task.create', '', '{{}}', {ada}, \
             '{{\"filter\":\"\",\"deeds\":[{{\"do\":\"assign\",\"user\":{bob}}},{{\"do\":\"column\",\"column\":{second}}},\
             {{\"do\":\"webhook\",\"endpoint\":' || CAST(id AS TEXT) || '}}]}}' FROM endpoints WHERE name = 'chat'"
        ),
        format!(
            "INSERT INTO recurrences (task_id, rule, begins_on, occurs_on, next_on) \
             VALUES ({task}, 'FREQ=WEEKLY;BYDAY=TH', '2026-10-01', '2026-10-01', '2026-10-08')"
        ),
        format!("UPDATE tasks SET recurrence_child = {} WHERE id = {task}", desk.other),
        format!("UPDATE tasks SET recurrence_parent = {task} WHERE id = {}", desk.other),
    ];
    let statements: Vec<&str> = statements.iter().map(String::as_str).collect();
    desk.app.execute(&statements).await;
}

/// The same people, group and tag under other ids.
pub(super) async fn people(there: &TestApp) {
    let rpc = there.rpc();
    for name in ["zoe", "ada", "yan", "bob"] {
        rpc.call_for_id("createUser", json!({"username": name, "password": "secret"})).await;
    }
    for name in ["Others", "Editors"] {
        rpc.call_for_id("createGroup", json!([name])).await;
    }
    for name in ["Elsewhere", "Nowhere"] {
        let project = rpc.call_for_id("createProject", json!([name])).await;
        rpc.call_for_id("createTask", json!([name, project])).await;
    }
    there
        .execute(&[
            "INSERT INTO tags (name, folded, project_id) VALUES ('x', 'x', 0)",
            "INSERT INTO tags (name, folded, project_id) VALUES ('global', 'global', 0)",
        ])
        .await;
}
