//! The page of the people of a project.

use askama::Template;
use kanso_core::project::{Holders, Strangers};

use crate::page::Page;
use crate::project::frame::Frame;
use crate::refusal::Told;

#[derive(Template)]
#[template(path = "member/list.html")]
pub(crate) struct MembersPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) holders: Holders,
    pub(crate) strangers: Strangers,
    /// What is stored, and what people call it.
    pub(crate) roles: Vec<(String, String)>,
}

impl MembersPage<'_> {
    /// Whether the role is none of those that can be chosen: it gives no access.
    pub(crate) fn is_unknown(&self, role: &str) -> bool {
        !self.roles.iter().any(|(known, _)| known == role)
    }
}

/// What people call a role in a project.
pub(crate) fn role_name(page: &Page, role: &str) -> String {
    match role {
        "project-manager" => page.text("project-role-manager"),
        "project-member" => page.text("project-role-member"),
        "project-viewer" => page.text("project-role-viewer"),
        made_up => made_up.to_owned(),
    }
}
