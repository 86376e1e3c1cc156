//! Pages about the texts that a project keeps ready.

use askama::Template;
use kanso_core::predefined::Description;
use serde::Deserialize;

use crate::page::Page;
use crate::project::frame::Frame;
use crate::refusal::Told;

/// What the form of a text sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct TextForm {
    pub(crate) title: String,
    pub(crate) description: String,
}

#[derive(Template)]
#[template(path = "predefined/list.html")]
pub(crate) struct TextsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) texts: Vec<Description>,
    pub(crate) form: TextForm,
    /// Lines.
    pub(crate) subjects: String,
}

#[derive(Template)]
#[template(path = "predefined/edit.html")]
pub(crate) struct TextPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) text: Description,
    pub(crate) form: TextForm,
}
