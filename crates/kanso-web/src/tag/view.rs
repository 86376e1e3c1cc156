//! Pages about tags.

use askama::Template;
use kanso_core::Error;
use kanso_core::tag::Tag;
use kanso_domain::text;
use serde::Deserialize;

use crate::page::Page;
use crate::project::frame::{Frame, colors};
use crate::refusal::{Told, required};

/// What the form of a tag sends.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct TagForm {
    pub(crate) name: String,
    /// Empty for none.
    pub(crate) color: String,
}

impl TagForm {
    pub(super) fn of(tag: &Tag) -> Self {
        Self { name: tag.name.clone(), color: tag.color_id.clone().unwrap_or_default() }
    }

    /// Name and colour.
    pub(super) fn fields(&self) -> Result<(String, Option<String>), Error> {
        let color = Some(self.color.clone()).filter(|color| !color.is_empty());
        Ok((required(&self.name, "tag", text::NAME)?, color))
    }
}

#[derive(Template)]
#[template(path = "tag/list.html")]
pub(crate) struct TagsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    /// Where the page of a tag is, without its id.
    pub(crate) path: String,
    pub(crate) tags: Vec<Tag>,
    pub(crate) form: TagForm,
    pub(crate) colors: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "tag/edit.html")]
pub(crate) struct TagPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) tag: Tag,
    pub(crate) form: TagForm,
    pub(crate) colors: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "tag/global.html")]
pub(crate) struct GlobalTagsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) told: Told,
    pub(crate) tags: Vec<Tag>,
    pub(crate) form: TagForm,
    pub(crate) colors: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "tag/global_edit.html")]
pub(crate) struct GlobalTagPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) told: Told,
    pub(crate) tag: Tag,
    pub(crate) form: TagForm,
    pub(crate) colors: Vec<(&'static str, String)>,
}

impl<'a> TagsPage<'a> {
    pub(super) fn new(page: &'a Page, frame: Frame, tags: Vec<Tag>, told: Told, form: TagForm) -> Self {
        let path = format!("/project/{}/tags", frame.id());
        Self { page, section: "", frame, told, path, tags, form, colors: colors(page) }
    }
}

impl<'a> TagPage<'a> {
    pub(super) fn new(page: &'a Page, frame: Frame, tag: Tag, told: Told, form: TagForm) -> Self {
        Self { page, section: "", frame, told, tag, form, colors: colors(page) }
    }
}

impl<'a> GlobalTagsPage<'a> {
    pub(super) fn new(page: &'a Page, tags: Vec<Tag>, told: Told, form: TagForm) -> Self {
        Self { page, section: "settings", told, tags, form, colors: colors(page) }
    }
}

impl<'a> GlobalTagPage<'a> {
    pub(super) fn new(page: &'a Page, tag: Tag, told: Told, form: TagForm) -> Self {
        Self { page, section: "settings", told, tag, form, colors: colors(page) }
    }
}
