//! The filter's box, its menu, and the page of one's own filters.

use askama::Template;
use kanso_core::custom_filter::CustomFilter;
use kanso_domain::ProjectId;

use super::doubt;
use super::recall::USUAL;
use crate::address;
use crate::page::Page;
use crate::person::Person;
use crate::project::tabs::ProjectTabs;
use crate::web::Web;

/// The box in which a filter is written; pages have it as `filter` and include `filter/box.html`.
pub(crate) struct FilterBox {
    /// Where the form goes.
    pub(crate) action: String,
    pub(crate) query: String,
    /// Whether there is nothing to reset.
    pub(crate) is_usual: bool,
    /// Where ready-made filters are; nowhere outside of a project.
    pub(crate) menu: Option<String>,
    /// Where the words that can be written are.
    pub(crate) words: String,
    /// What else the form sends: the view that is open, where there are several at one address.
    pub(crate) view: &'static str,
    /// What about the filter was hardly meant as it is written.
    pub(crate) doubt: Option<String>,
}

/// A ready-made filter.
pub(crate) struct ChoiceView {
    pub(crate) label: String,
    pub(crate) href: String,
    pub(crate) is_chosen: bool,
}

/// Ready-made filters of one kind.
pub(crate) struct ChoicesView {
    pub(crate) title: String,
    pub(crate) choices: Vec<ChoiceView>,
}

/// A filter that somebody keeps.
pub(crate) struct KeptView {
    pub(crate) id: i64,
    pub(crate) name: String,
    pub(crate) filter: String,
    pub(crate) href: String,
    pub(crate) is_shared: bool,
    pub(crate) appends: bool,
    /// Whose it is, when it is not the reader's own.
    pub(crate) keeper: Option<String>,
    pub(crate) may_change: bool,
}

/// The form of a filter.
#[derive(Default)]
pub(crate) struct FilterForm {
    pub(crate) name: String,
    pub(crate) filter: String,
    pub(crate) is_shared: bool,
    pub(crate) appends: bool,
    pub(crate) fault: Option<String>,
}

#[derive(Template)]
#[template(path = "filter/page.html")]
pub(crate) struct FiltersPage<'a> {
    pub(crate) page: &'a Page,
    pub(crate) section: &'a str,
    pub(crate) tabs: ProjectTabs,
    pub(crate) groups: Vec<ChoicesView>,
    pub(crate) kept: Vec<KeptView>,
    /// The view that choices lead to: `board`, `list` or `calendar`.
    pub(crate) view: &'static str,
    pub(crate) form: FilterForm,
    /// The filter that is being changed; none for a new one.
    pub(crate) changing: Option<i64>,
}

#[derive(Template)]
#[template(path = "filter/menu.html")]
pub(crate) struct FilterMenu<'a> {
    pub(crate) page: &'a Page,
    pub(crate) groups: Vec<ChoicesView>,
    /// Where filters are kept and changed.
    pub(crate) manage: String,
}

impl FilterBox {
    /// The box above a view of a project.
    pub(crate) fn of_project(
        web: &Web,
        page: &Page,
        project: ProjectId,
        view: &'static str,
        query: &str,
    ) -> Self {
        let menu = address::with(&format!("/project/{project}/filters"), &[("view", view), ("q", query)]);
        Self {
            action: place_of(project, view),
            is_usual: query == USUAL,
            menu: Some(menu),
            words: format!("/project/{project}/filters/words"),
            view: "",
            doubt: doubt(web, page, query),
            query: query.to_owned(),
        }
    }
}

impl FilterBox {
    /// The box of the search through all projects.
    pub(crate) fn of_search(web: &Web, page: &Page, view: &'static str, query: &str) -> Self {
        Self {
            action: "/search".to_owned(),
            is_usual: query.is_empty(),
            menu: None,
            words: "/search/words".to_owned(),
            view,
            doubt: doubt(web, page, query),
            query: query.to_owned(),
        }
    }
}

impl FilterBox {
    /// The box of a search in what people did.
    pub(crate) fn of_activity(web: &Web, page: &Page, action: String, query: &str) -> Self {
        Self { action, ..Self::of_search(web, page, "", query) }
    }
}

impl KeptView {
    pub(super) fn new(kept: &CustomFilter, me: i64, may_manage: bool, href: String) -> Self {
        let is_own = kept.user_id.get() == me;
        let keeper = Person::named(kept.user_name.as_deref(), Some(&kept.username));
        Self {
            id: kept.id.get(),
            name: kept.name.clone(),
            filter: kept.filter.clone(),
            href,
            is_shared: kept.is_shared == 1,
            appends: kept.appends == 1,
            keeper: keeper.filter(|_| !is_own).map(|keeper| keeper.name),
            may_change: is_own || may_manage,
        }
    }
}

/// Where a view of a project is.
pub(super) fn place_of(project: ProjectId, view: &str) -> String {
    match view {
        "board" => format!("/board/{project}"),
        view => format!("/project/{project}/{view}"),
    }
}
