use super::Desk;
use crate::team::{Project, person};

#[tokio::test]
async fn a_viewer_reads_everything_and_changes_nothing() {
    let desk = Desk::new().await;
    desk.done(&desk.path("/subtask"), &[("titles", "Part")]).await;
    person(&desk.app, &desk.project, "vic", Some("project-viewer")).await;
    let browser = desk.app.browser();
    browser.sign_in("vic", "vicvic").await;
    let page = browser.get(&desk.path("")).await;
    assert!(page.body.contains("Part") && !page.body.contains(&format!("action=\"{}/", desk.path(""))));
    for side in ["/activity", "/transitions", "/times", "/analytics", "/recurrence"] {
        assert_eq!(browser.get(&desk.path(side)).await.status, 200, "{side}");
    }
    let acts = ["/take", "/start", "/duplicate", "/subtask", "/link", "/external", "/comment", "/check"];
    for act in acts.map(|act| desk.path(act)).into_iter().chain(["/subtask/1/turn".to_owned()]) {
        let fields = [
            ("titles", "x"),
            ("label", "1"),
            ("other", "1"),
            ("url", "https://example.org"),
            ("comment", "x"),
            ("number", "0"),
            ("ticked", "1"),
        ];
        let refused = browser.submit("/", &act, &fields).await;
        assert!([403, 409].contains(&refused.status), "{act}: {}", refused.status);
    }
    for form in ["new", "bulk"] {
        let refused = browser.get(&format!("/board/{}/{form}", desk.project.id)).await;
        assert_eq!(refused.status, 403, "{form}");
    }
}

#[tokio::test]
async fn nothing_of_a_hidden_task_is_there() {
    let desk = Desk::new().await;
    desk.done(&desk.path("/subtask"), &[("titles", "Part")]).await;
    person(&desk.app, &Project::create(&desk.rpc).await, "eve", Some("project-member")).await;
    let browser = desk.app.browser();
    browser.sign_in("eve", "eveeve").await;
    let sides = ["", "/activity", "/transitions", "/times", "/analytics", "/recurrence", "/project"];
    for path in sides.map(|side| desk.path(side)) {
        assert_eq!(browser.get(&path).await.status, 404, "{path}");
    }
    for path in ["new", "bulk"].map(|form| format!("/board/{}/{form}", desk.project.id)) {
        assert_eq!(browser.get(&path).await.status, 404, "{path}");
    }
    let suggest = format!("/project/{}/suggest?q=a", desk.project.id);
    assert_eq!(browser.get(&suggest).await.status, 404);
    let acts = ["/take", "/duplicate", "/subtask", "/comment"].map(|act| desk.path(act));
    for act in acts.into_iter().chain(["/subtask/1/turn".to_owned(), "/subtask/9999/turn".to_owned()]) {
        let refused = browser.submit("/", &act, &[("titles", "x"), ("comment", "x")]).await;
        assert_eq!(refused.status, 404, "{act}");
    }
}
