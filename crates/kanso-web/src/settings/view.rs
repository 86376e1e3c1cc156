//! The pages of the settings.

use askama::Template;

use crate::page::Page;
use crate::profile::view::Choice;

/// How a field is filled in.
pub(crate) enum Way {
    /// A line of a type that browsers know.
    Line(&'static str),
    Lines,
    Switch(bool),
    Choice(Vec<Choice>),
}

/// A setting to fill in.
pub(crate) struct FieldView {
    pub(crate) name: &'static str,
    pub(crate) label: String,
    pub(crate) hint: Option<String>,
    pub(crate) value: String,
    pub(crate) way: Way,
}

#[derive(Template)]
#[template(path = "settings/form.html")]
pub(crate) struct FormPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) fault: Option<String>,
    pub(crate) fields: Vec<FieldView>,
}

#[derive(Template)]
#[template(path = "settings/api.html")]
pub(crate) struct ApiPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    /// Where clients of Kanboard call.
    pub(crate) rpc: String,
    /// Where Kanso's own API begins.
    pub(crate) rest: String,
    /// The last characters of the token.
    pub(crate) ending: String,
    /// The token, when somebody asked to see it.
    pub(crate) token: Option<String>,
}

#[derive(Template)]
#[template(path = "settings/about.html")]
pub(crate) struct AboutPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) version: &'static str,
    pub(crate) database: String,
    pub(crate) size: String,
    pub(crate) counts: Vec<(String, i64)>,
}
