//! The pages of the profile.

use askama::Template;
use kanso_domain::TokenScope;

use crate::page::Page;

/// One of several, for a `<select>`.
pub(crate) struct Choice {
    pub(crate) value: String,
    pub(crate) label: String,
    pub(crate) is_chosen: bool,
}

impl Choice {
    pub(crate) fn new(value: impl Into<String>, label: impl Into<String>, chosen: &str) -> Self {
        let value = value.into();
        Self { is_chosen: value == chosen, label: label.into(), value }
    }
}

#[derive(Template)]
#[template(path = "profile/edit.html")]
pub(crate) struct EditPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) fault: Option<String>,
    pub(crate) username: String,
    pub(crate) role: String,
    pub(crate) name: String,
    pub(crate) email: String,
    pub(crate) picture: Option<String>,
    pub(crate) initials: String,
    pub(crate) languages: Vec<Choice>,
    pub(crate) zones: Vec<Choice>,
    pub(crate) themes: Vec<Choice>,
    /// The filter that boards and lists begin with.
    pub(crate) filter: String,
    pub(crate) has_shortcuts: bool,
    pub(crate) is_live: bool,
}

/// A place where the reader is signed in.
pub(crate) struct SessionView {
    pub(crate) name: String,
    pub(crate) device: String,
    pub(crate) address: String,
    pub(crate) since: String,
    pub(crate) seen: String,
    pub(crate) is_here: bool,
}

/// A time that somebody came in.
pub(crate) struct LoginView {
    pub(crate) when: String,
    pub(crate) device: String,
    pub(crate) address: String,
    pub(crate) how: String,
}

/// A link for a new password that was made.
pub(crate) struct LinkView {
    pub(crate) made: String,
    pub(crate) used: Option<String>,
}

#[derive(Template)]
#[template(path = "profile/security.html")]
pub(crate) struct SecurityPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) username: String,
    /// Whether the password is kept here, not in a directory.
    pub(crate) has_password: bool,
    pub(crate) has_two_factor: bool,
    /// How many recovery codes are left.
    pub(crate) codes_left: i64,
    pub(crate) password_fault: Option<String>,
    pub(crate) two_factor_fault: Option<String>,
    pub(crate) sessions: Vec<SessionView>,
    pub(crate) logins: Vec<LoginView>,
    pub(crate) links: Vec<LinkView>,
}

#[derive(Template)]
#[template(path = "profile/two_factor.html")]
pub(crate) struct TwoFactorPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) secret: String,
    /// How many squares the code has on a side.
    pub(crate) side: usize,
    /// The dark squares, as a path.
    pub(crate) path: String,
}

#[derive(Template)]
#[template(path = "profile/code_wrong.html")]
pub(crate) struct CodeWrongPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
}

#[derive(Template)]
#[template(path = "profile/recovery.html")]
pub(crate) struct RecoveryPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) codes: Vec<String>,
}

/// A token of the API, as its owner sees it.
pub(crate) struct TokenView {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) ending: String,
    pub(crate) scope: String,
    pub(crate) project: Option<String>,
    pub(crate) made: String,
    pub(crate) expires: Option<String>,
    pub(crate) is_expired: bool,
    pub(crate) used: Option<String>,
}

#[derive(Template)]
#[template(path = "profile/tokens.html")]
pub(crate) struct TokensPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) fault: Option<String>,
    /// The token that was just made.
    pub(crate) token: Option<String>,
    pub(crate) tokens: Vec<TokenView>,
    /// What was typed.
    pub(crate) name: String,
    pub(crate) scopes: Vec<Choice>,
    pub(crate) projects: Vec<Choice>,
    pub(crate) lifetimes: Vec<Choice>,
}

#[derive(Template)]
#[template(path = "profile/notifications.html")]
pub(crate) struct NotificationsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) is_enabled: bool,
    pub(crate) by_email: bool,
    pub(crate) on_page: bool,
    pub(crate) filters: Vec<Choice>,
    pub(crate) projects: Vec<Choice>,
    pub(crate) topics: Vec<Choice>,
    pub(crate) rhythms: Vec<Choice>,
    /// When quiet hours begin and end, such as `22:00`; empty without any.
    pub(crate) quiet: (String, String),
}

/// What a scope is called.
pub(crate) fn scope_in_words(page: &Page, scope: TokenScope) -> String {
    page.text(match scope {
        TokenScope::Read => "scope-read",
        TokenScope::Write => "scope-write",
        TokenScope::All => "scope-all",
    })
}
