//! The pages about accounts, without JavaScript.

mod administration;
mod door;
mod import;
mod profile;
mod remembered;
mod scheduler;
pub(crate) mod second_factor;
mod tokens;

use kanso_testkit::{ADMIN_PASSWORD, Browser, Page, TestApp};

use crate::team::person;

/// Somebody in a browser of their own.
async fn signed_in(app: &TestApp, name: &str, password: &str) -> Browser {
    let browser = app.browser();
    let page = browser.sign_in(name, password).await;
    assert_eq!((page.status, page.location.as_deref()), (303, Some("/")), "{}", page.body);
    browser
}

/// The administrator.
async fn admin(app: &TestApp) -> Browser {
    signed_in(app, "admin", ADMIN_PASSWORD).await
}

/// Somebody of [`person`].
async fn member(app: &TestApp, name: &str) -> Browser {
    signed_in(app, name, &format!("{name}{name}")).await
}

/// What stands in the element with this id.
fn inside(page: &Page, id: &str) -> String {
    let rest = page.body.split(&format!("id=\"{id}\">")).nth(1);
    let text = rest.and_then(|rest| rest.split('<').next());
    text.unwrap_or_else(|| panic!("no #{id} in\n{}", page.body)).to_owned()
}
