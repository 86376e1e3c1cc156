//! Comments as the sheet of a task shows them.

use kanso_core::Actor;
use kanso_core::comment::CommentDetails;
use kanso_domain::ApplicationRole;

use crate::markdown;
use crate::page::Page;
use crate::person::Person;

pub(crate) struct CommentView {
    pub(crate) id: i64,
    pub(crate) author: Person,
    pub(crate) iso: String,
    pub(crate) when: String,
    pub(crate) is_edited: bool,
    /// Whether the reader may change and remove it.
    pub(crate) may_change: bool,
    /// Who may read it, if not everybody of the project.
    pub(crate) visibility: Option<String>,
    pub(crate) text: String,
    pub(crate) html: String,
}

impl CommentView {
    pub(crate) fn new(page: &Page, actor: &Actor, comment: &CommentDetails) -> Self {
        let author = Person::named(comment.name.as_deref(), comment.username.as_deref());
        let is_mine = comment.user_id == actor.user_id() && !comment.user_id.is_none();
        Self {
            id: comment.id.get(),
            author: author.unwrap_or_else(|| Person::new(&page.text("somebody"))),
            iso: page.iso(comment.date_creation),
            when: page.moment(comment.date_creation),
            is_edited: comment.date_modification > comment.date_creation,
            may_change: is_mine || actor.is_admin(),
            visibility: visibility(page, &comment.visibility),
            html: markdown::render(&comment.comment),
            text: comment.comment.clone(),
        }
    }
}

fn visibility(page: &Page, role: &str) -> Option<String> {
    match role.parse::<ApplicationRole>().ok()? {
        ApplicationRole::User => None,
        ApplicationRole::Manager => Some(page.text("comment-for-managers")),
        ApplicationRole::Admin => Some(page.text("comment-for-admins")),
    }
}

/// Whom a comment of the reader can be for, as stored names and in words.
pub(crate) fn audiences(page: &Page, actor: &Actor) -> Vec<(&'static str, String)> {
    let role = actor.application_role();
    let mut audiences = vec![(ApplicationRole::User.as_str(), page.text("comment-for-all"))];
    if role >= ApplicationRole::Manager {
        audiences.push((ApplicationRole::Manager.as_str(), page.text("comment-for-managers")));
    }
    if role >= ApplicationRole::Admin {
        audiences.push((ApplicationRole::Admin.as_str(), page.text("comment-for-admins")));
    }
    audiences
}
