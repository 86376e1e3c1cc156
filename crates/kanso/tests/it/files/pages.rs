//! Files of tasks in a browser.

use kanso_core::file;
use kanso_testkit::Browser;
use serde_json::json;

use super::{Office, PNG};
use crate::team::Project;

async fn browser(office: &Office, username: &str) -> Browser {
    let browser = office.app.browser();
    browser.sign_in(username, &username.repeat(2)).await;
    browser
}

#[tokio::test]
async fn a_file_is_downloaded_and_never_run() {
    let office = Office::start().await;
    let page = office.attach("é.html", "<script>alert(1)</script>").await;
    let browser = browser(&office, "vera").await;
    for query in ["", "?inline"] {
        let path = format!("/task/{}/file/{page}{query}", office.task);
        let download = browser.get(&path).await;
        assert_eq!((download.status, download.body.as_str()), (200, "<script>alert(1)</script>"));
        assert_eq!(download.header("content-type"), Some("application/octet-stream"));
        assert_eq!(download.header("x-content-type-options"), Some("nosniff"));
        assert_eq!(
            download.header("content-disposition"),
            Some("attachment; filename=\"_.html\"; filename*=UTF-8''%C3%A9.html")
        );
    }
}

#[tokio::test]
async fn an_image_is_shown_where_it_is_asked_for() {
    let office = Office::start().await;
    let new = json!([office.project.id, office.task, "a.png", PNG]);
    let image = office.rpc.call_for_id("createTaskFile", new).await;
    let browser = browser(&office, "vera").await;
    let path = format!("/task/{}/file/{image}", office.task);
    let download = browser.get(&path).await;
    assert_eq!(download.header("content-type"), Some("application/octet-stream"));
    for shown in [format!("{path}?inline"), format!("{path}/thumbnail")] {
        let image = browser.get(&shown).await;
        assert_eq!((image.status, image.header("content-type")), (200, Some("image/png")), "{shown}");
        let etag = image.header("etag").expect("an etag");
        let again = browser.get_if_none_match(&shown, etag).await;
        assert_eq!((again.status, again.body.as_str()), (304, ""), "{shown}");
    }
}

#[tokio::test]
async fn what_is_no_image_has_no_thumbnail() {
    let office = Office::start().await;
    let browser = browser(&office, "vera").await;
    for name in ["a.txt", "no-image.png", "no-image.jpg"] {
        let file = office.attach(name, "Hello").await;
        let path = format!("/task/{}/file/{file}", office.task);
        for _ in 0..2 {
            assert_eq!(browser.get(&format!("{path}/thumbnail")).await.status, 404, "{name}");
        }
        assert_eq!(browser.get(&path).await.body, "Hello");
    }
}

#[tokio::test]
async fn a_thumbnail_that_is_lost_is_made_again() {
    let office = Office::start().await;
    let new = json!([office.project.id, office.task, "a.png", PNG]);
    let image = office.rpc.call_for_id("createTaskFile", new).await;
    std::fs::remove_dir_all(office.app.files().join("thumbnails")).unwrap();
    let thumbnail =
        file::find_thumbnail(&office.app.app, &kanso_core::Actor::Application, image.into()).await.unwrap();
    assert_eq!(thumbnail.media_type, "image/png");
}

#[tokio::test]
async fn only_those_who_see_the_task_get_its_files() {
    let office = Office::start().await;
    let new = json!([office.project.id, office.task, "a.png", PNG]);
    let image = office.rpc.call_for_id("createTaskFile", new).await;
    let other = Project::create(&office.rpc).await.task(&office.rpc, 0, "y").await;
    let (vera, oskar) = (browser(&office, "vera").await, browser(&office, "oskar").await);
    for end in ["", "/thumbnail"] {
        let own = format!("/task/{}/file/{image}{end}", office.task);
        assert_eq!(vera.get(&own).await.status, 200);
        assert_eq!(oskar.get(&own).await.status, 404);
        let stranger = office.app.browser().get(&own).await;
        assert!(stranger.location.expect("to the sign-in page").starts_with("/login"));
        for wrong in
            [format!("/task/{other}/file/{image}{end}"), format!("/task/{}/file/999{end}", office.task)]
        {
            assert_eq!(vera.get(&wrong).await.status, 404, "{wrong}");
        }
    }
}
