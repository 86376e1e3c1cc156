//! Pages at the door.

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
    pub(crate) notice: Option<String>,
    /// Whether a name and a password can be typed.
    pub(crate) has_form: bool,
    /// What the provider is called where people sign in too, and the way there.
    pub(crate) provider: Option<(String, String)>,
    /// Whether somebody who forgot their password can say so.
    pub(crate) may_ask: bool,
}

#[derive(Template)]
#[template(path = "account/signed_out.html")]
pub(crate) struct SignedOutPage<'a> {
    pub(crate) page: &'a Page,
    /// Where they sign out, too.
    pub(crate) there: Option<String>,
}

#[derive(Template)]
#[template(path = "account/code.html")]
pub(crate) struct CodePage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) fault: Option<String>,
}

#[derive(Template)]
#[template(path = "account/forgot.html")]
pub(crate) struct ForgotPage<'a> {
    pub(crate) page: &'a Page,
    /// Whether it was asked already.
    pub(crate) is_asked: bool,
    /// Whether the link comes by mail.
    pub(crate) sends_mail: bool,
}

#[derive(Template)]
#[template(path = "account/password.html")]
pub(crate) struct NewPasswordPage<'a> {
    pub(crate) page: &'a Page,
    /// Where the form goes: it ends with the secret of the link.
    pub(crate) action: String,
    pub(crate) username: String,
    pub(crate) fault: Option<String>,
}

#[derive(Template)]
#[template(path = "account/invitation.html")]
pub(crate) struct InvitationPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) action: String,
    pub(crate) email: String,
    pub(crate) username: String,
    pub(crate) name: String,
    pub(crate) fault: Option<String>,
}

#[derive(Template)]
#[template(path = "account/stale.html")]
pub(crate) struct StalePage<'a> {
    pub(crate) page: &'a Page,
}
