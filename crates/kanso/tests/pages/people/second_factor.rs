//! The second factor, from setting it up to losing it.

use std::time::Duration;

use kanso_testkit::{ADMIN_PASSWORD, Browser, TestApp};
use serde_json::json;
use totp_rs::{Builder, Secret};

use super::{admin, inside, signed_in};

/// What makes the codes of an account, and what takes their place.
pub(crate) struct Device {
    secret: String,
    recovery: Vec<String>,
}

impl Device {
    /// Sets the second factor of the administrator up.
    pub(crate) async fn set_up(app: &TestApp, browser: &Browser) -> Self {
        let page = browser.submit("/profile/security", "/profile/two-factor", &[]).await;
        assert!(page.body.contains("<svg class=\"qr\""), "{}", page.body);
        let mut device = Self { secret: inside(&page, "secret").replace(' ', ""), recovery: Vec::new() };
        let code = device.code(app);
        let on = browser.submit("/profile", "/profile/two-factor/confirm", &[("code", &code)]).await;
        assert_eq!(on.status, 200, "{}", on.body);
        device.recovery = inside(&on, "codes").lines().map(str::to_owned).collect();
        assert_eq!(device.recovery.len(), 10);
        app.clock.advance(Duration::from_secs(90));
        device
    }

    /// The code of now.
    pub(crate) fn code(&self, app: &TestApp) -> String {
        let secret = Secret::try_from_base32(&self.secret).unwrap();
        let now = u64::try_from(app.clock.now()).unwrap();
        Builder::new().with_secret(secret).build().unwrap().generate(now).to_string()
    }
}

/// Gives the password; the code is asked for then.
async fn at_door(app: &TestApp) -> Browser {
    let browser = app.browser();
    let page = browser.sign_in("admin", ADMIN_PASSWORD).await;
    assert_eq!(page.location.as_deref(), Some("/login/code"));
    browser
}

async fn give(browser: &Browser, code: &str) -> u16 {
    browser.submit("/login/code", "/login/code", &[("code", code)]).await.status
}

#[tokio::test]
async fn nothing_opens_but_the_code_page_until_the_code_is_given() {
    let app = TestApp::start().await;
    let device = Device::set_up(&app, &admin(&app).await).await;
    let browser = at_door(&app).await;
    for path in ["/", "/profile", "/profile/security", "/settings/webhooks", "/theme"] {
        let page = browser.get(path).await;
        assert!(page.status == 303 || page.status == 405, "{path} {}", page.status);
    }
    assert_eq!(browser.post("/profile/two-factor/off", &[("current", ADMIN_PASSWORD)]).await.status, 303);
    assert_eq!(give(&browser, "000000").await, 401);
    let code = device.code(&app);
    assert_eq!(give(&browser, &code).await, 303);
    assert_eq!(browser.get("/profile").await.status, 200);
    assert!(browser.get("/profile/security").await.body.contains("Password and code"));

    let later = at_door(&app).await;
    assert_eq!(give(&later, &code).await, 401, "a code is taken once");
    app.clock.advance(Duration::from_secs(30));
    assert_eq!(give(&later, &device.code(&app)).await, 303);
}

#[tokio::test]
async fn who_waits_too_long_begins_again() {
    let app = TestApp::start().await;
    let device = Device::set_up(&app, &admin(&app).await).await;
    let browser = at_door(&app).await;
    app.clock.advance(Duration::from_secs(600));
    let page = browser.submit("/login", "/login/code", &[("code", &device.code(&app))]).await;
    assert_eq!(page.location.as_deref(), Some("/login"));
    assert_eq!(browser.get("/profile").await.status, 303);
}

#[tokio::test]
async fn wrong_codes_lock_and_a_right_password_in_between_does_not_begin_a_new_count() {
    let app = TestApp::start().await;
    let device = Device::set_up(&app, &admin(&app).await).await;
    for _ in 0..2 {
        let browser = at_door(&app).await;
        for _ in 0..3 {
            assert_eq!(give(&browser, "000000").await, 401);
        }
    }
    assert_eq!(app.browser().sign_in("admin", ADMIN_PASSWORD).await.status, 401, "locked");
    app.clock.advance(Duration::from_secs(15 * 60 + 1));
    let browser = at_door(&app).await;
    assert_eq!(give(&browser, "000000").await, 401);
    assert_eq!(app.browser().sign_in("admin", ADMIN_PASSWORD).await.status, 401, "each one more locks again");
    app.clock.advance(Duration::from_secs(15 * 60 + 1));
    assert_eq!(give(&at_door(&app).await, &device.code(&app)).await, 303);
}

#[tokio::test]
async fn a_recovery_code_opens_once() {
    let app = TestApp::start().await;
    let device = Device::set_up(&app, &admin(&app).await).await;
    let code = device.recovery[0].to_uppercase().replace('-', " ");
    let browser = at_door(&app).await;
    assert_eq!(give(&browser, &code).await, 303);
    assert!(browser.get("/profile/security").await.body.contains("9 recovery codes are left."));
    assert_eq!(give(&at_door(&app).await, &code).await, 401);

    let renewed = browser
        .submit("/profile/security", "/profile/two-factor/recovery", &[("current", ADMIN_PASSWORD)])
        .await;
    let fresh = inside(&renewed, "codes");
    assert_eq!(give(&at_door(&app).await, &device.recovery[1]).await, 401, "the old ones are worth nothing");
    assert_eq!(give(&at_door(&app).await, fresh.lines().next().unwrap()).await, 303);
}

#[tokio::test]
async fn switching_it_off_needs_the_password() {
    let app = TestApp::start().await;
    let browser = admin(&app).await;
    Device::set_up(&app, &browser).await;
    let off = |current: &'static str| {
        let browser = browser.clone();
        async move {
            browser
                .submit("/profile/security", "/profile/two-factor/off", &[("current", current)])
                .await
                .status
        }
    };
    assert_eq!(off("wrong").await, 422);
    assert_eq!(app.rpc_as("admin", ADMIN_PASSWORD).try_call("getMe", json!([])).await.status, 401);
    assert_eq!(off(ADMIN_PASSWORD).await, 303);
    assert_eq!(app.rpc_as("admin", ADMIN_PASSWORD).try_call("getMe", json!([])).await.status, 200);
    signed_in(&app, "admin", ADMIN_PASSWORD).await;
}

#[tokio::test]
async fn the_secret_is_not_stored_as_it_is_and_not_shown_again() {
    let app = TestApp::start().await;
    let browser = admin(&app).await;
    let device = Device::set_up(&app, &browser).await;
    let stored = app.rows::<(String,)>("SELECT twofactor_secret FROM users WHERE id = 1").await;
    assert!(stored[0].0.starts_with("sealed:") && !stored[0].0.contains(&device.secret));
    let again = browser.submit("/profile/security", "/profile/two-factor", &[]).await;
    assert_eq!(again.status, 409, "there is one already");
    for path in ["/profile/security", "/profile"] {
        let page = browser.get(path).await;
        assert!(!page.body.contains(&device.secret) && !page.body.contains(&device.recovery[0]), "{path}");
    }
}
