//! Signing keys on their page.

use kanso_testkit::{Receiver, TestApp};

use super::{admin, create, text};
use crate::team::Project;

#[tokio::test]
async fn a_key_is_replaced_with_an_overlap_and_shown_once() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let endpoint = create(&browser, project.id, &[("name", "A"), ("url", &url)]).await;
    let keys = format!("{endpoint}/keys");
    let before = browser.get(&keys).await;
    assert!(!before.body.contains("whsec_"), "no key is shown");

    let rotated = browser.submit(&keys, &keys, &[("kind", "v1"), ("overlap", "24")]).await;
    assert_eq!(rotated.status, 200, "{}", rotated.body);
    assert!(rotated.body.contains("<code id=\"secret\">whsec_"), "{}", rotated.body);
    // The old one expires a day after 21 Sep, 14:13.
    let shown = text(&browser.get(&keys).await);
    assert!(shown.contains("22 Sep, 14:13"), "{shown}");
    assert!(!browser.get(&keys).await.body.contains("id=\"secret\""));

    let pair = browser.submit(&keys, &keys, &[("kind", "v1a"), ("overlap", "24")]).await;
    assert!(pair.body.contains("<code id=\"secret\">whpk_"), "the receiver is given the public half");
    let long = browser.submit(&keys, &keys, &[("kind", "v1"), ("overlap", "9999")]).await;
    assert_eq!(long.status, 422);
}
