//! Pages about projects.

use askama::Template;
use kanso_core::project::Project;
use kanso_domain::UserId;

use super::frame::Frame;
use super::parts::PartView;
use super::settings::SettingsForm;
use crate::page::Page;
use crate::refusal::Told;

pub(crate) struct ProjectView {
    pub(crate) id: i64,
    pub(crate) name: String,
    /// How many tasks are open.
    pub(crate) open: i64,
    pub(crate) columns: Vec<ColumnCount>,
}

pub(crate) struct ColumnCount {
    pub(crate) title: String,
    pub(crate) open: i64,
}

#[derive(Template)]
#[template(path = "project/new.html")]
pub(crate) struct NewProjectPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) told: Told,
    /// What the board begins with.
    pub(crate) columns: String,
    pub(crate) name: String,
    pub(crate) identifier: String,
    /// Whether the reader may create projects for a team.
    pub(crate) may_choose_kind: bool,
    pub(crate) is_personal: bool,
    /// The project to make it like, 0 for none.
    pub(crate) like: i64,
    /// The projects that it can be made like.
    pub(crate) others: Vec<Project>,
    pub(crate) parts: Vec<PartView>,
}

#[derive(Template)]
#[template(path = "project/settings.html")]
pub(crate) struct SettingsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) people: Vec<(UserId, String)>,
    pub(crate) form: SettingsForm,
    /// Whether it may be its owner's alone.
    pub(crate) allows_private: bool,
    /// Where mails go that become tasks of it, if mails come in.
    pub(crate) mail_in: Option<String>,
}

#[derive(Template)]
#[template(path = "project/public.html")]
pub(crate) struct PublicPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
}

#[derive(Template)]
#[template(path = "project/end.html")]
pub(crate) struct EndPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
}

#[derive(Template)]
#[template(path = "project/copy.html")]
pub(crate) struct CopyPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) frame: Frame,
    pub(crate) told: Told,
    pub(crate) name: String,
    pub(crate) parts: Vec<PartView>,
    /// The other projects that the reader manages.
    pub(crate) others: Vec<Project>,
}
