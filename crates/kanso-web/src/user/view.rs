//! The pages about accounts.

use askama::Template;

use crate::page::Page;
use crate::profile::view::{Choice, LoginView, SessionView, TokenView};

/// An account in the list.
pub(crate) struct UserView {
    pub(crate) id: i64,
    pub(crate) username: String,
    pub(crate) name: String,
    pub(crate) initials: String,
    pub(crate) picture: Option<String>,
    pub(crate) email: String,
    pub(crate) role: String,
    pub(crate) is_active: bool,
    pub(crate) is_locked: bool,
    pub(crate) has_two_factor: bool,
    /// When somebody said they forgot the password.
    pub(crate) asked: Option<String>,
    pub(crate) seen: Option<String>,
}

#[derive(Template)]
#[template(path = "user/list.html")]
pub(crate) struct UsersPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) text: String,
    pub(crate) users: Vec<UserView>,
    /// The numbers of the pages around this one.
    pub(crate) before: Option<i64>,
    pub(crate) after: Option<i64>,
}

#[derive(Template)]
#[template(path = "user/new.html")]
pub(crate) struct NewUserPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) fault: Option<String>,
    pub(crate) username: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) roles: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "user/show.html")]
pub(crate) struct UserPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) fault: Option<String>,
    pub(crate) id: i64,
    /// Whether it is the reader's own account.
    pub(crate) is_own: bool,
    pub(crate) title: String,
    pub(crate) username: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) roles: Vec<Choice>,
    pub(crate) is_active: bool,
    pub(crate) is_locked: bool,
    pub(crate) has_password: bool,
    pub(crate) has_two_factor: bool,
    /// The link that was just made.
    pub(crate) link: Option<String>,
    pub(crate) groups: Vec<(i64, String)>,
    /// Those in which they have a role.
    pub(crate) projects: Vec<String>,
    pub(crate) sessions: Vec<SessionView>,
    pub(crate) logins: Vec<LoginView>,
    pub(crate) tokens: Vec<TokenView>,
}

/// An account of a list that is to be imported.
pub(crate) struct ImportRow {
    /// Counted from 1, the heading included.
    pub(crate) line: u64,
    pub(crate) username: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) role: String,
    pub(crate) is_remote: bool,
    pub(crate) fault: Option<String>,
}

#[derive(Template)]
#[template(path = "user/import.html")]
pub(crate) struct ImportPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) fault: Option<String>,
    pub(crate) delimiters: Vec<Choice>,
    pub(crate) enclosures: Vec<Choice>,
    /// The list as it was read; empty before one is sent.
    pub(crate) rows: Vec<ImportRow>,
    /// The list itself, when nothing is wrong with it.
    pub(crate) accepted: Option<String>,
}

/// An invitation in the list.
pub(crate) struct InvitationView {
    pub(crate) id: i64,
    pub(crate) email: String,
    pub(crate) project: Option<String>,
    pub(crate) expires: String,
}

#[derive(Template)]
#[template(path = "user/invite.html")]
pub(crate) struct InvitePage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) fault: Option<String>,
    pub(crate) email: String,
    pub(crate) projects: Vec<Choice>,
    /// The links that were just made, with whom they are for.
    pub(crate) links: Vec<(String, String)>,
    pub(crate) invitations: Vec<InvitationView>,
}
