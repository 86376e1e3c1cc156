//! The pages about groups.

use askama::Template;

use crate::page::Page;
use crate::profile::view::Choice;

/// A group in the list.
pub(crate) struct GroupView {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) external: String,
    pub(crate) members: i64,
}

#[derive(Template)]
#[template(path = "group/list.html")]
pub(crate) struct GroupsPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) fault: Option<String>,
    pub(crate) name: String,
    pub(crate) groups: Vec<GroupView>,
}

#[derive(Template)]
#[template(path = "group/show.html")]
pub(crate) struct GroupPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tab: &'a str,
    pub(crate) notice: Option<String>,
    pub(crate) fault: Option<String>,
    pub(crate) id: i64,
    pub(crate) title: String,
    pub(crate) name: String,
    pub(crate) external: String,
    /// Their ids and names.
    pub(crate) members: Vec<(i64, String)>,
    /// Who can be added.
    pub(crate) others: Vec<Choice>,
}
