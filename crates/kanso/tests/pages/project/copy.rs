//! New projects, and projects like others.

use serde_json::{Value, json};

use super::{World, admin};
use crate::team::entries;

/// The project that an answer leads to.
fn opened(page: &kanso_testkit::Page) -> i64 {
    let location = page.location.as_deref().unwrap_or_default();
    location.strip_prefix("/board/").and_then(|id| id.parse().ok()).unwrap_or_else(|| panic!("{}", page.body))
}

fn field(list: &Value, name: &str) -> Vec<String> {
    entries(list).map(|row| row[name].as_str().unwrap_or_default().to_owned()).collect()
}

#[tokio::test]
async fn a_project_is_created_for_a_team_or_for_oneself() {
    let world = World::start().await;
    let new = "/project/new";
    let personal = world.ada.submit(new, new, &[("name", "Mine"), ("kind", "team")]).await;
    let rpc = world.app.rpc();
    let project = rpc.call("getProjectById", json!([opened(&personal)])).await;
    assert_eq!(project["is_private"], 1, "whose role is no more gets a personal one");

    let admin = admin(&world.app).await;
    let team = admin.submit(new, new, &[("name", "Ours"), ("kind", "team"), ("identifier", "ours")]).await;
    let project = rpc.call("getProjectById", json!([opened(&team)])).await;
    assert_eq!([&project["is_private"], &project["identifier"]], [&json!(0), &json!("OURS")]);
    let refused = admin.submit(new, new, &[("name", "Other"), ("identifier", "ours")]).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("value=\"Other\""), "what was typed stays");
    assert_eq!(admin.submit(new, new, &[("name", " ")]).await.status, 422);
}

#[tokio::test]
async fn a_copy_has_the_parts_that_were_asked_for() {
    let world = World::start().await;
    let (rpc, project) = (world.app.rpc(), &world.project);
    rpc.call("updateProject", json!({"project_id": project.id, "owner_id": 1})).await;
    rpc.call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
    rpc.call("addColumn", json!([project.id, "Review", 3, "look"])).await;
    rpc.call("createCategory", json!([project.id, "Bug", "red"])).await;
    rpc.call("createTag", json!([project.id, "urgent", "pink"])).await;
    rpc.call("saveProjectMetadata", json!([project.id, {"key": "value"}])).await;
    let close = json!([project.id, "task.move.column", "\\Kanboard\\Action\\TaskCloseColumn", {"column_id": project.columns[3]}]);
    rpc.call("createAction", close).await;
    let task = project.task(&rpc, 1, "Write it").await;
    rpc.call("createSubtask", json!({"task_id": task, "title": "part"})).await;
    let category =
        entries(&rpc.call("getAllCategories", json!([project.id])).await).next().unwrap()["id"].clone();
    rpc.call("updateTask", json!({"id": task, "category_id": category})).await;
    let closed = project.task(&rpc, 0, "Done with").await;
    rpc.call("closeTask", json!([closed])).await;

    let admin = admin(&world.app).await;
    let from = world.at("/copy");
    let bare = opened(&admin.submit(&from, &from, &[("name", "Bare")]).await);
    assert_eq!(field(&rpc.call("getColumns", json!([bare])).await, "title").last().unwrap(), "Review");
    assert_eq!(rpc.call("getProjectUsers", json!([bare])).await, json!({"1": "admin"}));
    for method in ["getAllCategories", "getTagsByProject", "getActions", "getAllTasks"] {
        assert_eq!(rpc.call(method, json!([bare])).await, json!([]), "{method}");
    }

    let parts = ["permissions", "roles", "categories", "tags", "actions", "metadata", "tasks"];
    let mut fields = vec![("name", "Whole")];
    fields.extend(parts.map(|part| ("part", part)));
    let whole = opened(&admin.submit(&from, &from, &fields).await);
    assert_eq!(rpc.call("getProjectUsers", json!([whole])).await, json!({"1": "admin", "2": "ada"}));
    assert_eq!(field(&rpc.call("getAllCategories", json!([whole])).await, "name"), ["Bug"]);
    assert_eq!(field(&rpc.call("getTagsByProject", json!([whole])).await, "name"), ["urgent"]);
    assert_eq!(rpc.call("getProjectMetadata", json!([whole])).await, json!({"key": "value"}));
    let columns = rpc.call("getColumns", json!([whole])).await;
    let action = &rpc.call("getActions", json!([whole])).await[0];
    assert_eq!(action["params"]["column_id"].as_str().unwrap(), columns[3]["id"].to_string());
    let tasks = rpc.call("getAllTasks", json!([whole])).await;
    assert_eq!(field(&tasks, "title"), ["Write it"], "only what is open");
    assert_eq!(tasks[0]["column_id"], columns[1]["id"]);
    let own = entries(&rpc.call("getAllCategories", json!([whole])).await).next().unwrap()["id"].clone();
    assert_eq!(tasks[0]["category_id"], own);
    assert_eq!(field(&rpc.call("getAllSubtasks", json!([tasks[0]["id"]])).await, "title"), ["part"]);
    assert_eq!(rpc.call("getAllTaskLinks", json!([tasks[0]["id"]])).await, json!([]), "no link between both");
}

#[tokio::test]
async fn a_project_begins_like_another_one_that_one_manages() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    rpc.call("addColumn", json!([world.project.id, "Review"])).await;
    let new = "/project/new";
    let like = world.project.id.to_string();
    let mine =
        world.ada.submit(new, new, &[("name", "Mine"), ("like", &like), ("part", "permissions")]).await;
    let mine = opened(&mine);
    assert_eq!(field(&rpc.call("getColumns", json!([mine])).await, "title").len(), 5);
    assert_eq!(rpc.call("getProjectById", json!([mine])).await["is_private"], 1);
    let admin = admin(&world.app).await;
    let foreign = admin.submit(new, new, &[("name", "Theirs"), ("like", &like)]).await;
    assert_eq!(foreign.status, 404, "who does not see it cannot copy it");
    assert!(!admin.get(new).await.body.contains("Demo Project"));
}

#[tokio::test]
async fn open_tasks_of_another_project_are_imported() {
    let world = World::start().await;
    let rpc = world.app.rpc();
    let other = crate::team::Project::create(&rpc).await;
    other.task(&rpc, 2, "first").await;
    other.task(&rpc, 2, "second").await;
    let id = other.id.to_string();
    let import = world.at("/import");
    assert_eq!(world.send("/copy", &import, &[("from", &id)]).await.status, 404, "not managed");
    rpc.call("addProjectUser", json!([other.id, 2, "project-manager"])).await;
    assert_eq!(world.send("/copy", &import, &[("from", &id)]).await.status, 303);
    let titles = world.project.column(&rpc, 2).await;
    assert_eq!(titles, [("first".to_owned(), 1), ("second".to_owned(), 2)]);
    assert_eq!(other.column(&rpc, 2).await.len(), 2, "the other project stays as it is");
}
