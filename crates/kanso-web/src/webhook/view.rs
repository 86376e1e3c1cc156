//! The page of the webhook settings.

use askama::Template;

use crate::endpoint::TestAnswer;
use crate::endpoint::formats::FormatChoice;
use crate::page::Page;

#[derive(Template)]
#[template(path = "webhook/settings.html")]
pub(crate) struct SettingsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    /// The saved address, or the one just refused.
    pub(crate) url: String,
    pub(crate) fault: Option<String>,
    pub(crate) notice: Option<String>,
    pub(crate) answer: Option<TestAnswer>,
    pub(crate) allows_private: bool,
    pub(crate) formats: Vec<FormatChoice>,
    pub(crate) token: String,
    pub(crate) creation_url: String,
}
