use super::{World, between, listed};

#[tokio::test]
async fn a_filter_is_kept_under_a_name_used_changed_and_removed() {
    let world = World::new().await;
    world.project.task(&world.rpc, 0, "Water").await;
    world.project.task(&world.rpc, 0, "Paint").await;
    let filters = world.path("filters");
    let form = [("name", "Paint & co"), ("filter", "paint status:open")];
    assert_eq!(world.admin.submit(&filters, &filters, &form).await.status, 303);

    let page = world.get(&world.path("filters?view=list")).await;
    assert!(page.body.contains("Paint &#38; co"));
    let href = world.path("list?q=paint+status%3Aopen");
    assert!(page.body.contains(&format!("href=\"{href}\"")), "{}", page.body);
    assert_eq!(listed(&world.get(&href).await), ["Paint"]);

    let one = format!("{filters}/{}", between(&page.body, "change=", "#"));
    let form = [("name", "Water"), ("filter", "water"), ("appends", "on")];
    assert_eq!(world.admin.submit(&filters, &one, &form).await.status, 303);
    let page = world.get(&world.path("filters?view=list&q=status:open")).await;
    assert!(page.body.contains(&world.path("list?q=status%3Aopen+water")), "{}", page.body);

    assert_eq!(world.admin.submit(&filters, &format!("{one}/remove"), &[]).await.status, 303);
    assert!(!world.get(&filters).await.body.contains("change="));
}

#[tokio::test]
async fn a_filter_that_cannot_be_meant_is_refused_with_what_was_typed() {
    let world = World::new().await;
    let filters = world.path("filters");
    for (name, filter, reason) in [
        ("Odd", "prio:2", "There is no attribute “prio”"),
        ("Odd", "status:done", "does not know the value “done”"),
        ("Odd", "column: x", "has no value"),
        ("", "status:open", "is needed"),
        ("Odd", "", "is needed"),
    ] {
        let page = world.admin.submit(&filters, &filters, &[("name", name), ("filter", filter)]).await;
        assert_eq!(page.status, 422, "{filter}");
        assert!(page.body.contains(reason), "{filter}: {}", page.body);
        assert!(page.body.contains(&format!("name=\"filter\" value=\"{filter}\"")), "{filter}");
    }
    // A view shows what it can, and says the same.
    let list = world.get(&world.path("list?q=prio:2")).await;
    assert!(list.body.contains("There is no attribute “prio”"));
}

#[tokio::test]
async fn only_managers_share_and_only_keepers_and_managers_change() {
    let world = World::new().await;
    for (name, role) in [("mia", "project-member"), ("vic", "project-viewer")] {
        crate::team::person(&world.app, &world.project, name, Some(role)).await;
    }
    let (mia, vic) = (world.app.browser(), world.app.browser());
    mia.sign_in("mia", "miamia").await;
    vic.sign_in("vic", "vicvic").await;
    let filters = world.path("filters");
    let form = [("name", "Ours"), ("filter", "tag:ours"), ("is_shared", "on")];
    assert_eq!(mia.submit(&filters, &filters, &form).await.status, 403);
    assert_eq!(world.admin.submit(&filters, &filters, &form).await.status, 303);
    assert_eq!(mia.submit(&filters, &filters, &[("name", "Mine"), ("filter", "tag:mine")]).await.status, 303);
    assert_eq!(vic.submit(&filters, &filters, &[("name", "Own"), ("filter", "tag:own")]).await.status, 303);

    let of = async |browser: &kanso_testkit::Browser| browser.get(&filters).await.body;
    let (admins, mias, vics) = (of(&world.admin).await, of(&mia).await, of(&vic).await);
    assert!(mias.contains("tag:ours") && mias.contains("tag:mine") && !mias.contains("tag:own"));
    assert!(admins.contains("tag:ours") && !admins.contains("tag:mine"));
    assert!(vics.contains("tag:ours") && vics.contains("tag:own") && !vics.contains("tag:mine"));

    let shared = format!("{filters}/{}", between(&admins, "change=", "#"));
    let form = [("name", "X"), ("filter", "tag:x")];
    assert_eq!(mia.submit(&filters, &shared, &form).await.status, 403);
    assert_eq!(mia.submit(&filters, &format!("{shared}/remove"), &[]).await.status, 403);
    // What is another's own is as if it were not there, and so is what is of another project.
    let own = format!("{filters}/{}", between(&mias, "change=", "#"));
    assert_eq!(vic.submit(&filters, &own, &form).await.status, 404);
    assert_eq!(vic.submit(&filters, &format!("{filters}/999"), &form).await.status, 404);
    let other = super::managed(&world.rpc).await;
    let foreign = shared.replace(&filters, &format!("/project/{}/filters", other.id));
    assert_eq!(world.admin.submit(&filters, &foreign, &form).await.status, 404);
}

#[tokio::test]
async fn the_words_of_the_language_come_with_the_values_of_the_project() {
    let world = World::new().await;
    let words = world.admin.get(&world.path("filters/words")).await;
    let words: serde_json::Value = serde_json::from_str(&words.body).unwrap();
    assert_eq!(words["status"], serde_json::json!(["open", "closed"]));
    assert!(words["column"].as_array().unwrap().iter().any(|column| column == "Work in progress"));
    assert!(words["assignee"].as_array().unwrap().iter().any(|who| who == "admin"));
    assert!(words.get("createdRange").is_some());
}
