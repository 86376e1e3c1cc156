//! What scripts of the board fetch: menus, the small form, news, and where to go.

use kanso_core::Actor;
use kanso_core::role::{create_role, restrict_role};
use kanso_domain::Restrictions;
use kanso_testkit::{ADMIN_PASSWORD, Browser, TestApp};
use serde_json::{Value, json};

use crate::team::{Project, person};

/// A project that `admin` manages, with one task.
async fn world() -> (TestApp, Browser, Project, i64) {
    let app = TestApp::start().await;
    let rpc = app.rpc();
    let project = Project::create(&rpc).await;
    rpc.call("addProjectUser", json!([project.id, 1, "project-manager"])).await;
    let task = project.task(&rpc, 0, "A task").await;
    let browser = app.browser();
    browser.sign_in("admin", ADMIN_PASSWORD).await;
    (app, browser, project, task)
}

/// The text that a form was made from, as the field `seen` carries it.
fn seen(html: &str) -> String {
    let value = html
        .split("name=\"seen\" value=\"")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap_or_default();
    value.replace("&#34;", "\"").replace("&quot;", "\"").replace("&#39;", "'")
}

#[tokio::test]
async fn a_menu_offers_what_the_reader_may_do() {
    let (app, manager, project, task) = world().await;
    let other = Project::create(&app.rpc()).await;
    person(&app, &project, "viewer", Some("project-viewer")).await;
    person(&app, &project, "stranger", None).await;
    let of_task = format!("/board/{}/task/{task}/menu?fragment", project.id);
    let of_column = format!("/board/{}/column/{}/menu?fragment", project.id, project.columns[0]);
    for path in [&of_task, &of_column] {
        let menu = manager.get(path).await;
        assert!(menu.status == 200 && menu.body.contains("data-act="), "{path}: {}", menu.body);
    }
    let viewer = app.browser();
    viewer.sign_in("viewer", "viewerviewer").await;
    for path in [&of_task, &of_column] {
        let menu = viewer.get(path).await;
        assert!(menu.status == 200 && !menu.body.contains("data-act="), "{path}: {}", menu.body);
    }
    let stranger = app.browser();
    stranger.sign_in("stranger", "strangerstranger").await;
    assert_eq!(stranger.get(&of_task).await.status, 404);
    assert_eq!(stranger.get(&of_column).await.status, 404);
    app.rpc().call("closeTask", json!([task])).await;
    let closed = manager.get(&of_task).await.body;
    assert!(closed.contains("data-act=\"open\"") && !closed.contains("data-do=\"move\""), "{closed}");
    // A task or column of another project is not this board's.
    for path in [
        format!("/board/{}/task/{task}/menu?fragment", other.id),
        format!("/board/{}/column/{}/menu?fragment", project.id, other.columns[0]),
        format!("/board/{}/task/{task}/edit?fragment", other.id),
    ] {
        assert_eq!(manager.get(&path).await.status, 404, "{path}");
    }
}

#[tokio::test]
async fn the_small_form_saves_what_was_changed_and_nothing_else() {
    let (app, browser, project, task) = world().await;
    let rpc = app.rpc();
    rpc.call("updateTask", json!({"id": task, "date_due": "2026-11-20 15:30", "description": "Kept"})).await;
    let path = format!("/board/{}/task/{task}/edit", project.id);
    let form = browser.get(&format!("{path}?fragment")).await;
    assert!(form.body.contains("value=\"2026-11-20\""), "{}", form.body);
    let seen = seen(&form.body);
    let mut fields = vec![
        ("csrf", form.csrf()),
        ("seen", seen),
        ("title", " A  better\ntitle ".to_owned()),
        ("assignee", "1".to_owned()),
        ("date_due", "2026-11-21".to_owned()),
        ("category", "0".to_owned()),
        ("color", "red".to_owned()),
        ("tags", "one, two,,one".to_owned()),
    ];
    let send = async |fields: Vec<(&'static str, String)>| {
        let borrowed: Vec<(&str, &str)> =
            fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        browser.post(&format!("{path}?fragment"), &borrowed).await
    };
    let saved = send(fields.clone()).await;
    assert_eq!(saved.status, 200, "{}", saved.body);
    assert!(saved.body.contains("A better title") && saved.body.contains(">two</i>"), "{}", saved.body);
    let now = rpc.call("getTask", json!([task])).await;
    assert_eq!(
        (&now["title"], &now["owner_id"], &now["color_id"]),
        (&json!("A better title"), &json!(1), &json!("red"))
    );
    assert_eq!(now["description"], json!("Kept"));
    // The day moved, the time of day stayed.
    assert_eq!(now["date_due"].as_i64().unwrap() % 86_400, 15 * 3_600 + 30 * 60);

    // The same form again: what it was made from is stored no longer.
    fields[2].1 = "Another title".to_owned();
    let clash = send(fields.clone()).await;
    assert_eq!(clash.status, 409);
    assert!(clash.body.contains("Another title") && clash.body.contains("A better title"), "{}", clash.body);
    assert_eq!(rpc.call("getTask", json!([task])).await["title"], json!("A better title"));

    fields[2].1 = "   ".to_owned();
    assert_eq!(send(fields.clone()).await.status, 422);
    let without_script = browser.get(&path).await;
    assert_eq!((without_script.status, without_script.location), (303, Some(format!("/task/{task}"))));
}

#[tokio::test]
async fn who_cannot_be_told_asks_for_news() {
    let (app, browser, project, task) = world().await;
    let rpc = app.rpc();
    let news = async |after: &str| {
        let page = browser.get(&format!("/board/{}/news?after={after}", project.id)).await;
        assert_eq!(page.status, 200, "{}", page.body);
        serde_json::from_str::<Value>(&page.body).unwrap()
    };
    let last = |news: &Value| news["last"].as_str().unwrap().to_owned();
    let start = last(&news("0").await);
    assert_eq!(news(&start).await, json!({"last": start, "board": false, "tasks": []}));
    rpc.call("closeTask", json!([task])).await;
    let closed = news(&start).await;
    assert_eq!((&closed["board"], &closed["tasks"]), (&json!(false), &json!([task])));
    rpc.call("addColumn", json!([project.id, "Fifth"])).await;
    let more = news(&last(&closed)).await;
    assert_eq!(more["board"], json!(true));
    // What is no event, and yet seen on boards: what a role may do.
    let (core, who) = (&app.app, &Actor::Application);
    let role = create_role(core, who, project.id.into(), "tester".to_owned()).await.unwrap();
    let made = last(&news(&last(&more)).await);
    restrict_role(core, who, project.id.into(), role, Restrictions::default()).await.unwrap();
    let restricted = news(&made).await;
    assert_eq!((&restricted["board"], &restricted["tasks"]), (&json!(true), &json!([])));
    assert_eq!(news(&last(&restricted)).await["board"], json!(false));
}

#[tokio::test]
async fn going_somewhere_by_typing_leads_to_my_own_only() {
    let (app, browser, project, task) = world().await;
    person(&app, &project, "stranger", None).await;
    let goals = async |browser: &Browser, query: &str| browser.get(&format!("/palette?{query}")).await.body;
    let (to_board, to_task) = (format!("href=\"/board/{}\"", project.id), format!("href=\"/task/{task}\""));
    assert!(goals(&browser, "q=demo").await.contains(&to_board));
    for query in ["q=a+TASK", &format!("q=%23{task}"), &format!("q={task}")] {
        assert!(goals(&browser, query).await.contains(&to_task), "{query}");
    }
    assert!(!goals(&browser, "q=a+task&projects=true").await.contains(&to_task));
    assert!(!goals(&browser, "q=100%25").await.contains(&to_task), "a percent sign is no wildcard");
    let stranger = app.browser();
    stranger.sign_in("stranger", "strangerstranger").await;
    for query in ["q=demo", "q=a+task", &format!("q={task}")] {
        let found = goals(&stranger, query).await;
        assert!(!found.contains(&to_board) && !found.contains(&to_task), "{query}");
    }
    assert_eq!(browser.get("/keys").await.status, 200);
}

#[tokio::test]
async fn limits_say_how_full_they_are_and_cards_what_they_hold() {
    let (app, browser, project, task) = world().await;
    let rpc = app.rpc();
    rpc.call("updateColumn", json!([project.columns[0], "Backlog", 1])).await;
    project.task(&rpc, 0, "One too many").await;
    rpc.call("setTaskTags", json!([project.id, task, ["urgent"]])).await;
    rpc.call("createSubtask", json!([task, "Part"])).await;
    rpc.call("updateTask", json!({"id": task, "reference": "KAN-7", "time_estimated": 8})).await;
    let board = browser.get(&format!("/board/{}", project.id)).await.body;
    for expected in ["1 over the limit of 1", ">urgent</i>", ">0/1</abbr>", ">KAN-7</abbr>", ">0/8 h</abbr>"]
    {
        assert!(board.contains(expected), "{expected}");
    }
}
