//! Accounts, for administrators.

pub(crate) mod acts;
pub(crate) mod create;
pub(crate) mod import;
pub(crate) mod invite;
pub(crate) mod list;
mod list_file;
pub(crate) mod show;
pub(crate) mod view;

use kanso_domain::ApplicationRole;

use crate::page::Page;
use crate::profile::view::Choice;

/// What a role in the application is called; an unknown one counts as the lowest.
pub(crate) fn role_in_words(page: &Page, role: &str) -> String {
    page.text(match role.parse().unwrap_or(ApplicationRole::User) {
        ApplicationRole::Admin => "role-admin",
        ApplicationRole::Manager => "role-manager",
        ApplicationRole::User => "role-user",
    })
}

/// The roles to choose from, with what each may do.
fn roles(page: &Page, chosen: &str) -> Vec<Choice> {
    let words = |role: ApplicationRole| match role {
        ApplicationRole::Admin => page.text("role-admin-hint"),
        ApplicationRole::Manager => page.text("role-manager-hint"),
        ApplicationRole::User => page.text("role-user-hint"),
    };
    ApplicationRole::ALL
        .into_iter()
        .rev()
        .map(|role| Choice::new(role.as_str(), words(role), chosen))
        .collect()
}

/// The role of a form.
fn role_of(text: &str) -> Result<ApplicationRole, crate::fault::Fault> {
    text.parse().map_err(|_| crate::fault::Fault::Unreadable("role".to_owned()))
}
