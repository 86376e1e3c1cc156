use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use super::Desk;
use crate::team::{Project, person};

#[tokio::test]
async fn a_task_is_linked_to_another_and_the_other_way_round() {
    let desk = Desk::new().await;
    let other = desk.project.task(&desk.rpc, 1, "Other task").await;
    let number = format!("#{other} Other task");
    desk.done(&desk.path("/link"), &[("label", "2"), ("other", &number)]).await;
    let links = desk.rpc.call("getAllTaskLinks", json!([other])).await;
    assert_eq!(links[0]["label"], json!("is blocked by"));
    let page = desk.page().await;
    assert!(page.body.contains(&format!("href=\"/task/{other}\"")));
    let link = desk.rpc.call("getAllTaskLinks", json!([desk.task])).await[0]["id"].clone();
    desk.done(&format!("/link/{link}"), &[("label", "10"), ("other", &other.to_string())]).await;
    assert_eq!(desk.rpc.call("getAllTaskLinks", json!([desk.task])).await[0]["label"], json!("fixes"));
    desk.done(&format!("/link/{link}/remove"), &[]).await;
    assert_eq!(desk.rpc.call("getAllTaskLinks", json!([other])).await, json!([]));
}

#[tokio::test]
async fn a_task_that_is_not_there_and_a_hidden_one_are_refused_alike() {
    let desk = Desk::new().await;
    let hidden = Project::create(&desk.rpc).await.task(&desk.rpc, 0, "Secret").await;
    person(&desk.app, &desk.project, "mel", Some("project-member")).await;
    let browser = desk.app.browser();
    browser.sign_in("mel", "melmel").await;
    let mut answers = Vec::new();
    for other in [hidden.to_string(), "9999".to_owned()] {
        let fields = [("label", "1"), ("other", other.as_str())];
        let page = browser.submit(&desk.path(""), &desk.path("/link"), &fields).await;
        assert!(page.body.contains(&format!("value=\"{other}\"")), "what was typed is there");
        answers.push((page.status, page.body.contains("Other task: this is not one of the choices")));
    }
    assert_eq!(answers, [(422, true), (422, true)]);
}

#[tokio::test]
async fn a_page_is_linked_under_its_own_title() {
    let desk = Desk::new().await;
    let (site, _serving) = site().await;
    desk.done(&desk.path("/external"), &[("url", &format!("{site}/moved")), ("title", "")]).await;
    desk.done(&desk.path("/external"), &[("url", "https://example.org/plan.pdf"), ("title", "")]).await;
    desk.done(&desk.path("/external"), &[("url", "smb://host/a"), ("title", "Shared")]).await;
    let links = desk.rpc.call("getAllExternalTaskLinks", json!([desk.task])).await;
    let titles: Vec<_> = links.as_array().unwrap().iter().map(|link| link["title"].clone()).collect();
    assert_eq!(titles, [json!("A & B"), json!("Shared"), json!("plan.pdf")]);
    let link = links[0]["id"].clone();
    let fields = [("url", "https://example.org/b"), ("title", "B")];
    desk.done(&desk.path(&format!("/external/{link}")), &fields).await;
    assert!(desk.page().await.body.contains("href=\"https://example.org/b\""));
    desk.done(&desk.path(&format!("/external/{link}/remove")), &[]).await;
    let refused = desk.send(&desk.path("/external"), &[("url", "javascript:alert(1)"), ("title", "x")]).await;
    assert_eq!(refused.status, 422);
    assert_eq!(
        desk.rpc.call("getAllExternalTaskLinks", json!([desk.task])).await.as_array().unwrap().len(),
        2
    );
}

/// A site with one page, and one address that leads to it; it is there until the set is dropped.
async fn site() -> (String, JoinSet<()>) {
    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
    let address = listener.local_addr().unwrap();
    let mut serving = JoinSet::new();
    serving.spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut request = [0; 2048];
            let read = stream.read(&mut request).await.unwrap_or(0);
            let answer = if request[..read].starts_with(b"GET /moved") {
                "HTTP/1.1 302 Found\r\nLocation: /page\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
                    .to_owned()
            } else {
                let page = "<!doctype html><title>A &amp; B</title>";
                let length = page.len();
                format!(
                    "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n{page}"
                )
            };
            let _ = stream.write_all(answer.as_bytes()).await;
        }
    });
    (format!("http://{address}"), serving)
}
