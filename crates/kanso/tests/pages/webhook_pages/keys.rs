//! Signing keys on their page.

use kanso_testkit::{Receiver, TestApp};

use super::{admin, create, secrets, text};
use crate::team::Project;

#[tokio::test]
async fn a_key_is_replaced_with_an_overlap_and_shown_once() {
    let (app, receiver) = (TestApp::start().await, Receiver::start().await);
    let project = Project::create(&app.rpc()).await;
    let (browser, url) = (admin(&app).await, receiver.url());
    let endpoint = create(&browser, project.id, &[("name", "A"), ("url", &url)]).await;
    let keys = format!("{endpoint}/keys");
    let before = browser.get(&keys).await;
    assert_eq!(secrets(&before).len(), 1, "it was not seen yet");

    assert!(secrets(&browser.get(&keys).await).is_empty(), "no key is shown");

    let rotated = browser.submit(&keys, &keys, &[("kind", "v1"), ("overlap", "24")]).await;
    assert_eq!((rotated.status, rotated.location.as_deref()), (303, Some(keys.as_str())), "{}", rotated.body);
    let shown = browser.get(&keys).await;
    assert!(matches!(&secrets(&shown)[..], [secret] if secret.starts_with("whsec_")), "{}", shown.body);
    assert_eq!(shown.header("cache-control"), Some("no-store"));
    // The old one expires a day after 21 Sep, 14:13.
    let shown = text(&browser.get(&keys).await);
    assert!(shown.contains("22 Sep, 14:13"), "{shown}");
    assert!(!browser.get(&keys).await.body.contains("id=\"secret\""));

    for kind in ["v1", "v1a"] {
        assert_eq!(browser.submit("/profile", &keys, &[("kind", kind), ("overlap", "24")]).await.status, 303);
    }
    let mut both = secrets(&browser.get(&keys).await);
    both.sort_unstable();
    assert!(
        matches!(&both[..], [public, secret] if public.starts_with("whpk_") && secret.starts_with("whsec_")),
        "of a pair the receiver is given the public half: {both:?}"
    );
    let long = browser.submit(&keys, &keys, &[("kind", "v1"), ("overlap", "9999")]).await;
    assert_eq!(long.status, 422);
}
