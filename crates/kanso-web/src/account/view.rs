//! Pages about signing in.

use askama::Template;

use crate::page::Page;

#[derive(Template)]
#[template(path = "account/sign_in.html")]
pub(crate) struct SignInPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) username: String,
    /// Where to go afterwards.
    pub(crate) next: String,
    pub(crate) fault: Option<String>,
}
