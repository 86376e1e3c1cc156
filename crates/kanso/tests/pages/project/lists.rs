//! Columns, swimlanes, categories, tags, texts.

use serde_json::{Value, json};

use super::World;
use crate::team::{entries, ids};

impl World {
    async fn titles(&self, method: &str, field: &str) -> Vec<String> {
        let list = self.app.rpc().call(method, json!([self.project.id])).await;
        entries(&list).map(|row| row[field].as_str().unwrap().to_owned()).collect()
    }

    async fn first(&self, method: &str) -> Value {
        let list = self.app.rpc().call(method, json!([self.project.id])).await;
        entries(&list).next().unwrap().clone()
    }
}

#[tokio::test]
async fn columns_are_added_changed_moved_and_removed_when_empty() {
    let world = World::start().await;
    let list = world.at("/columns");
    let new = [("title", "Review"), ("task_limit", "3"), ("description", "Somebody else looks")];
    assert_eq!(world.send("/columns", &list, &new).await.status, 303);
    let again = world.send("/columns", &list, &new).await;
    assert_eq!(again.status, 422);
    assert!(again.body.contains("Title: this name is taken."), "{}", again.body);
    assert_eq!(world.send("/columns", &list, &[("title", " ")]).await.status, 422);
    let review = *ids(&world.app.rpc().call("getColumns", json!([world.project.id])).await).last().unwrap();

    let up = world.send("/columns", &format!("/column/{review}/move"), &[("position", "1")]).await;
    assert_eq!(up.location, Some(list.clone()));
    assert_eq!(world.titles("getColumns", "title").await[0], "Review");

    let changed = [("title", "Second look"), ("task_limit", ""), ("hide_in_dashboard", "1")];
    assert_eq!(world.send("/columns", &format!("/column/{review}"), &changed).await.status, 303);
    let column = world.first("getColumns").await;
    let fields = ["title", "task_limit", "hide_in_dashboard"].map(|name| column[name].clone());
    assert_eq!(fields, [json!("Second look"), json!(0), json!(1)]);

    world.project.task(&world.app.rpc(), 0, "stays").await;
    let held = format!("/column/{}/remove", world.project.columns[0]);
    let refused = world.send("/columns", &held, &[]).await;
    assert_eq!(refused.status, 409);
    assert!(refused.body.contains("It still holds tasks."));
    assert_eq!(world.send("/columns", &format!("/column/{review}/remove"), &[]).await.status, 303);
    assert_eq!(world.titles("getColumns", "title").await.len(), 4);
}

#[tokio::test]
async fn swimlanes_are_added_hidden_moved_and_removed() {
    let world = World::start().await;
    let list = world.at("/swimlanes");
    for name in ["Urgent", "Later"] {
        assert_eq!(world.send("/swimlanes", &list, &[("name", name)]).await.status, 303);
    }
    assert_eq!(world.send("/swimlanes", &list, &[("name", "Later")]).await.status, 422);
    let all = ids(&world.app.rpc().call("getActiveSwimlanes", json!([world.project.id])).await);
    let act = |id: i64, act: &str| format!("/swimlane/{id}/{act}");
    world.send("/swimlanes", &act(all[1], "move"), &[("position", "1")]).await;
    world.send("/swimlanes", &act(all[2], "disable"), &[]).await;
    let names = world.titles("getActiveSwimlanes", "name").await;
    assert_eq!(names, ["Urgent", "Default swimlane"]);
    assert!(world.ada.get(&list).await.body.contains("Hidden swimlanes"));
    world.send("/swimlanes", &act(all[2], "enable"), &[]).await;
    let changed = [("name", "Some day"), ("task_limit", "4"), ("description", "")];
    world.send("/swimlanes", &format!("/swimlane/{}", all[2]), &changed).await;
    let swimlane = world.app.rpc().call("getSwimlane", json!([all[2]])).await;
    assert_eq!([&swimlane["name"], &swimlane["task_limit"]], [&json!("Some day"), &json!(4)]);
    assert_eq!(world.send("/swimlanes", &act(all[2], "remove"), &[]).await.status, 303);
    assert_eq!(world.titles("getActiveSwimlanes", "name").await.len(), 2);
}

#[tokio::test]
async fn categories_are_added_changed_and_removed() {
    let world = World::start().await;
    let list = world.at("/categories");
    assert_eq!(world.send("/categories", &list, &[("name", "Bug"), ("color", "red")]).await.status, 303);
    assert_eq!(world.send("/categories", &list, &[("name", "bug")]).await.status, 422);
    let bug = world.first("getAllCategories").await["id"].as_i64().unwrap();
    let changed = [("name", "Fault"), ("color", ""), ("description", "What does not work")];
    assert_eq!(world.send("/categories", &format!("/category/{bug}"), &changed).await.status, 303);
    let category = world.app.rpc().call("getCategory", json!([bug])).await;
    let fields = ["name", "color_id", "description"].map(|name| category[name].clone());
    assert_eq!(fields, [json!("Fault"), json!(null), json!("What does not work")]);
    assert_eq!(world.send("/categories", &format!("/category/{bug}/remove"), &[]).await.status, 303);
    assert_eq!(world.titles("getAllCategories", "name").await.len(), 0);
}

#[tokio::test]
async fn tags_of_the_project_are_kept_here_and_those_of_all_by_administrators() {
    let world = World::start().await;
    let list = world.at("/tags");
    assert_eq!(world.send("/tags", &list, &[("name", "urgent"), ("color", "pink")]).await.status, 303);
    assert_eq!(world.send("/tags", &list, &[("name", "urgent")]).await.status, 422);
    let tag = world.first("getTagsByProject").await["id"].as_i64().unwrap();
    world.send("/tags", &format!("{list}/{tag}"), &[("name", "hurry"), ("color", "")]).await;
    assert_eq!(world.titles("getTagsByProject", "name").await, ["hurry"]);
    world.send("/tags", &format!("{list}/global"), &[]).await;
    let project = world.app.rpc().call("getProjectById", json!([world.project.id])).await;
    assert_eq!(project["enable_global_tags"], 0);
    world.send("/tags", &format!("{list}/{tag}/remove"), &[]).await;
    assert_eq!(world.titles("getTagsByProject", "name").await.len(), 0);

    assert_eq!(world.ada.get("/settings/tags").await.status, 403);
    let admin = super::admin(&world.app).await;
    let everywhere = "/settings/tags";
    assert_eq!(admin.submit(everywhere, everywhere, &[("name", "legal")]).await.status, 303);
    let all = world.app.rpc().call("getTagsByProject", json!([0])).await;
    assert_eq!([&all[0]["name"], &all[0]["project_id"]], [&json!("legal"), &json!(0)]);
    let legal = all[0]["id"].as_i64().unwrap();
    let one = format!("{everywhere}/{legal}");
    assert_eq!(admin.submit(&one, &one, &[("name", "law")]).await.status, 303);
    assert_eq!(world.ada.get(&format!("{list}/{legal}")).await.status, 404, "it is not the project's");
    assert_eq!(admin.submit(&one, &format!("{one}/remove"), &[]).await.status, 303);
    assert_eq!(world.app.rpc().call("getTagsByProject", json!([0])).await, json!([]));
}

#[tokio::test]
async fn texts_are_kept_ready() {
    let world = World::start().await;
    let list = world.at("/texts");
    let new = [("title", "Bug report"), ("description", "## Steps\n\n## What happened")];
    assert_eq!(world.send("/texts", &list, &new).await.status, 303);
    assert_eq!(world.send("/texts", &list, &[("title", "Empty")]).await.status, 422);
    let page = world.ada.get(&list).await.body;
    let address =
        page.split(&format!("{list}/")).find_map(|rest| rest.split('"').next()?.parse::<i64>().ok());
    let one = format!("{list}/{}", address.expect("a link to the text"));
    let changed = [("title", "Report"), ("description", "Steps")];
    assert_eq!(world.send("/texts", &one, &changed).await.status, 303);
    assert!(world.ada.get(&one).await.body.contains(">Steps</textarea>"));
    assert_eq!(world.send("/texts", &format!("{one}/remove"), &[]).await.status, 303);
    assert_eq!(world.ada.get(&one).await.status, 404);

    let subjects = format!("{list}/subjects");
    world.send("/texts", &subjects, &[("subjects", " One \r\n\r\nTwo\r\n")]).await;
    let project = world.app.rpc().call("getProjectById", json!([world.project.id])).await;
    assert_eq!(project["predefined_email_subjects"], "One\nTwo");
}

#[tokio::test]
async fn link_labels_and_currencies_are_the_administrators() {
    let world = World::start().await;
    for path in ["/settings/links", "/settings/currencies"] {
        assert_eq!(world.ada.get(path).await.status, 403, "{path}");
    }
    let admin = super::admin(&world.app).await;
    let links = "/settings/links";
    let new = [("label", "depends on"), ("opposite", "is needed by")];
    assert_eq!(admin.submit(links, links, &new).await.status, 303);
    assert_eq!(admin.submit(links, links, &new).await.status, 422);
    let rpc = world.app.rpc();
    let label = rpc.call("getLinkByLabel", json!(["depends on"])).await;
    let one = format!("{links}/{}", label["id"]);
    assert_eq!(admin.submit(&one, &one, &[("label", "needs"), ("opposite", "0")]).await.status, 303);
    let renamed = rpc.call("getLinkById", json!([label["id"]])).await;
    assert_eq!([&renamed["label"], &renamed["opposite_id"]], [&json!("needs"), &json!(0)]);
    assert_eq!(admin.submit(&one, &format!("{one}/remove"), &[]).await.status, 303);
    assert_eq!(admin.get(&one).await.status, 404);

    let rates = "/settings/currencies";
    assert_eq!(admin.submit(rates, rates, &[("currency", "eur"), ("rate", "1,08")]).await.status, 303);
    for wrong in [("euro", "1"), ("CHF", "0"), ("CHF", "much")] {
        let fields = [("currency", wrong.0), ("rate", wrong.1)];
        assert_eq!(admin.submit(rates, rates, &fields).await.status, 422, "{wrong:?}");
    }
    let page = admin.get(rates).await.body;
    assert!(page.contains(">EUR<") && page.contains(">1.08<"), "{page}");
    let reference = format!("{rates}/reference");
    assert_eq!(admin.submit(rates, &reference, &[("currency", "chf")]).await.status, 303);
    assert!(admin.get(rates).await.body.contains("Worth in CHF"));
    assert_eq!(admin.submit(rates, &format!("{rates}/EUR/remove"), &[]).await.status, 303);
    assert!(!admin.get(rates).await.body.contains(">EUR<"));
}
